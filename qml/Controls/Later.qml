// What is made when it is first wanted: a dialog, a menu, a panel that is hidden at first. A start waits for none
// of them. It is written as the child, as if it stood here by itself.
import QtQuick

Loader {
    id: later

    default property Component component
    /// For a panel: it is made as soon as this is true.
    property bool wanted: false

    active: false
    sourceComponent: later.component
    onWantedChanged: if (later.wanted)
        later.get()

    /// Makes it when it is not there yet.
    function get(): QtObject {
        later.active = true;
        return later.item;
    }
}
