// The keys of this seat, always in sight; each can be pressed with the pointer too.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: bar

    property bool mayIssue: true
    signal newOrder
    signal around
    signal acknowledge
    signal commands
    signal back

    implicitHeight: Theme.footHeight
    color: Theme.surface

    Rule {
        width: parent.width
    }
    Row {
        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s5
        KeyHint {
            visible: bar.mayIssue
            key: "F4"
            text: qsTr("new order")
            onActivated: bar.newOrder()
        }
        KeyHint {
            key: "F6"
            text: qsTr("units nearby")
            onActivated: bar.around()
        }
        KeyHint {
            key: qsTr("Space")
            text: qsTr("acknowledge")
            onActivated: bar.acknowledge()
        }
        KeyHint {
            key: "Ctrl+K"
            text: qsTr("commands")
            onActivated: bar.commands()
        }
        KeyHint {
            key: "Esc"
            text: qsTr("one step back")
            onActivated: bar.back()
        }
    }
}
