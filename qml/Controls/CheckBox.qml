pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.CheckBox {
    id: control

    implicitWidth: text.length > 0 ? implicitContentWidth + leftPadding + rightPadding : Theme.s4 + leftPadding + rightPadding
    implicitHeight: Theme.s6
    spacing: Theme.s2
    font.pixelSize: Theme.small
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.name: text

    indicator: Rectangle {
        x: control.leftPadding
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.s4
        height: Theme.s4
        radius: Theme.radius / 2
        color: control.checkState === Qt.Unchecked ? Theme.ground : Theme.accent
        border.width: control.visualFocus ? Theme.focusWidth : Theme.hair
        border.color: control.visualFocus ? Theme.text : control.checkState === Qt.Unchecked ? (control.hovered ? Theme.quiet : Theme.faint) : Theme.accent
        Icon {
            anchors.centerIn: parent
            visible: control.checkState !== Qt.Unchecked
            name: control.checkState === Qt.PartiallyChecked ? "minus" : "check"
            size: Theme.px(14)
            color: Theme.accentInk
        }
    }
    contentItem: Label {
        id: label
        leftPadding: control.indicator.width + control.spacing
        text: control.text
        color: control.enabled ? Theme.text : Theme.faint
        Accessible.ignored: true
    }
}
