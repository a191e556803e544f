// A button that is only an icon; its text is the hint and what a screen reader says.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.Button {
    id: control

    property color tint: Theme.quiet
    property int iconSize: Theme.icon
    property string key: ""

    implicitWidth: Theme.controlHeight
    implicitHeight: Theme.controlHeight
    focusPolicy: Qt.TabFocus // not by a click: Space would press it again
    hoverEnabled: true
    Accessible.name: text

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.icon.name
            size: control.iconSize
            color: !control.enabled ? Theme.faint : control.checked ? Theme.accent : control.hovered ? Theme.text : control.tint
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.hover : control.checked ? Theme.accentSoft : control.hovered ? Theme.raised : "transparent"
        border.width: control.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.accent
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
    Loader {
        anchors.fill: parent
        active: control.hovered && control.text.length > 0
        sourceComponent: Hint {
            text: control.key.length > 0 ? control.text + "  " + control.key : control.text
            visible: true
        }
    }
}
