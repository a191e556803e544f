pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.MenuItem {
    id: item

    implicitWidth: Theme.px(192)
    implicitHeight: visible ? Theme.lineHeight : 0
    leftPadding: Theme.s2
    rightPadding: Theme.s2
    font.pixelSize: Theme.small
    hoverEnabled: true
    contentItem: Row {
        spacing: Theme.s2
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: item.checked ? "check" : item.icon.name
            size: Theme.px(16)
            color: item.checked ? Theme.accent : Theme.quiet
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: item.availableWidth - Theme.s6
            text: item.text
            color: item.enabled ? Theme.text : Theme.faint
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: item.highlighted || item.hovered ? Theme.hover : "transparent"
    }
}
