// A level as colour, shape and numeral, so that nobody depends on seeing colours.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Rectangle {
    id: badge

    property string level: "IV"
    readonly property int rank: ["none", "I", "II", "III", "IV"].indexOf(level)

    visible: rank > 0
    implicitWidth: Theme.px(42)
    implicitHeight: Theme.s5
    radius: Theme.radius
    color: Theme.levelColor(level)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Level %1").arg(level)

    Row {
        anchors.centerIn: parent
        spacing: Theme.s1
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: badge.rank > 0 ? "level-" + badge.rank : ""
            size: Theme.px(10)
            color: Theme.levelInk
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: badge.level
            color: Theme.levelInk
            strong: true
            font.pixelSize: Theme.tiny
            Accessible.ignored: true
        }
    }
}
