// The one clock of a program follows the hub's.
import QtQuick
import Chengyun.Controls
import Chengyun.Link

QtObject {
    id: time

    required property HubClock clock

    readonly property Binding driven: Binding {
        target: Clock
        property: "driven"
        value: true
    }
    readonly property Binding now: Binding {
        target: Clock
        property: "now"
        value: time.clock.now
    }
}
