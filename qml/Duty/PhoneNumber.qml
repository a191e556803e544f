// A telephone number, one click from being dialled: it is handed to the telephone of this machine, if it
// has one, and copied for all others.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

T.Button {
    id: control

    required property string number
    property string of: ""
    signal dialled(string number)

    visible: number.length > 0
    implicitWidth: row.implicitWidth + 2 * Theme.s1
    implicitHeight: Theme.s6
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    text: number
    Accessible.name: of.length > 0 ? Format.fill(qsTr("Call %1: %2"), [of, number]) : number
    onClicked: {
        Qt.openUrlExternally("tel:" + control.number.replace(/[^0-9+]/g, ""));
        control.dialled(control.number);
    }
    contentItem: Item {
        Row {
            id: row
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.s1
            spacing: Theme.s1
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "phone"
                size: Theme.px(14)
                color: Theme.accent
            }
            Label {
                text: control.number
                color: Theme.accent
                font.underline: control.hovered
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.hovered ? Theme.hover : "transparent"
        border.width: control.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.accent
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
    Loader {
        anchors.fill: parent
        active: control.hovered
        sourceComponent: Hint {
            text: qsTr("Dial, and copy the number")
            visible: true
        }
    }
}
