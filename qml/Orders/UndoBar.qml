// For a while after a draft was put aside or discarded: the way back. The command bar has it for
// longer.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Orders

Rectangle {
    id: undo

    required property OrderDraft draft
    property bool fresh: false
    signal bringBack

    visible: fresh && draft.hasAside
    width: row.implicitWidth + Theme.s3 + Theme.s2
    height: Theme.px(48)
    radius: Theme.radius
    color: Theme.raised
    border.color: Theme.line

    Shield {}
    Connections {
        target: undo.draft
        function onAsideChanged(): void {
            undo.fresh = undo.draft.hasAside;
        }
    }
    Row {
        id: row
        x: Theme.s3
        height: parent.height
        spacing: Theme.s3
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: undo.draft.active ? qsTr("The former draft has been put aside.") : qsTr("The draft has been discarded.")
        }
        Button {
            anchors.verticalCenter: parent.verticalCenter
            icon.name: "undo"
            text: qsTr("Bring it back")
            onClicked: {
                undo.fresh = false;
                undo.bringBack();
            }
        }
    }
    Timer {
        running: undo.visible
        interval: 15000
        onTriggered: undo.fresh = false
    }
}
