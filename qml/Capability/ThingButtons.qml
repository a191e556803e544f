// What can be done with a thing, as buttons beside those of its own.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Controls

Row {
    id: buttons

    /// Of ThingAction.
    required property var actions
    required property string kind
    property string thing: ""
    readonly property var possible: buttons.visible ? buttons.actions.filter(action => action.enabled) : []
    property var offered: []

    // Not as a binding: who is asked may load what it needs to know.
    function take(): void {
        buttons.offered = buttons.possible.filter(action => action.takes(buttons.kind, buttons.thing));
    }
    onPossibleChanged: Qt.callLater(buttons.take)
    onThingChanged: Qt.callLater(buttons.take)
    Component.onCompleted: take()

    Repeater {
        model: buttons.offered
        IconButton {
            required property ThingAction modelData
            icon.name: modelData.icon
            text: modelData.text
            onClicked: modelData.triggered(buttons.kind, buttons.thing)
        }
    }
}
