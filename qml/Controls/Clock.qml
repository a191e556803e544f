// The hall's one clock: count-downs share it, so that they tick together.
pragma Singleton
import QtQuick

QtObject {
    id: clock

    /// UTC milliseconds. The shell sets it from the hub's clock; without a shell it ticks by itself.
    property real now: Date.now()
    property bool driven: false

    readonly property Timer ticker: Timer {
        interval: 1000
        repeat: true
        running: !clock.driven
        onTriggered: clock.now = Date.now()
    }
}
