pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.Switch {
    id: control

    implicitWidth: implicitContentWidth
    implicitHeight: Theme.s6
    spacing: Theme.s2
    font.pixelSize: Theme.small
    focusPolicy: Qt.StrongFocus
    Accessible.name: text

    indicator: Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.s8
        height: Theme.s4
        radius: height / 2
        color: control.checked ? Theme.accent : Theme.line
        border.width: control.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.text
        Rectangle {
            x: control.checked ? parent.width - width - Theme.s1 / 2 : Theme.s1 / 2
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.s3
            height: Theme.s3
            radius: height / 2
            color: control.checked ? Theme.accentInk : Theme.text
            Behavior on x {
                NumberAnimation {
                    duration: Theme.motion
                }
            }
        }
    }
    contentItem: Label {
        id: label
        leftPadding: control.indicator.width + control.spacing
        text: control.text
        Accessible.ignored: true
    }
}
