// One screen in the rail.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

T.Button {
    id: control

    property int count: 0

    implicitWidth: Theme.railWidth
    implicitHeight: Theme.px(60)
    hoverEnabled: true
    focusPolicy: Qt.TabFocus // not by a click: Space would press it again
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.onPressAction: control.click()

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: Theme.s1
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: control.icon.name
                size: Theme.iconLarge
                color: control.checked ? Theme.accent : control.hovered ? Theme.text : Theme.quiet
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(implicitWidth, control.width - Theme.s1)
                text: control.text
                color: control.checked ? Theme.text : Theme.quiet
                font.pixelSize: Theme.tiny
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        color: control.checked ? Theme.raised : control.hovered ? Qt.alpha(Theme.raised, 0.6) : "transparent"
        Rectangle {
            visible: control.checked
            width: Theme.px(3)
            height: parent.height
            color: Theme.accent
        }
        Rectangle {
            visible: control.visualFocus
            anchors.fill: parent
            color: "transparent"
            border.width: Theme.focusWidth
            border.color: Theme.accent
        }
    }
    Rectangle {
        visible: control.count > 0
        x: control.width / 2 + Theme.px(6)
        y: Theme.px(6)
        width: Math.max(Theme.s4, countLabel.implicitWidth + Theme.s2)
        height: Theme.s4
        radius: height / 2
        color: Theme.late
        Label {
            id: countLabel
            anchors.centerIn: parent
            text: control.count
            color: Theme.lateInk
            font.pixelSize: Theme.px(11)
            strong: true
            Accessible.ignored: true
        }
    }
}
