// A short word about something: its state, class or count.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Rectangle {
    id: tag

    property string text: ""
    property color tone: Theme.quiet
    property bool filled: false
    property string iconName: ""

    implicitWidth: row.implicitWidth + 2 * Theme.px(6)
    implicitHeight: Theme.s5
    radius: Theme.radius
    color: filled ? tone : Qt.alpha(tone, Theme.dark ? 0.16 : 0.12)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.s1
        Icon {
            visible: tag.iconName.length > 0
            anchors.verticalCenter: parent.verticalCenter
            name: tag.iconName
            size: Theme.px(12)
            color: tag.filled ? Theme.levelInk : tag.tone
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: tag.text
            color: tag.filled ? Theme.levelInk : tag.tone
            font.pixelSize: Theme.tiny
            Accessible.ignored: true
        }
    }
}
