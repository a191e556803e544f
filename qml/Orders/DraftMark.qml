// Where the order that is being written will be, on the map.
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Map

MapAnchor {
    id: mark

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Place of the new order")

    // Round about its place, so that what stands there is seen: an order's pin comes once it is issued.
    Rectangle {
        x: -width / 2
        y: -height / 2
        width: Theme.px(34)
        height: width
        radius: width / 2
        color: Theme.accentSoft
        border.color: Theme.accent
        border.width: Theme.focusWidth
        Rectangle {
            anchors.centerIn: parent
            width: Theme.px(6)
            height: width
            radius: width / 2
            color: Theme.accent
        }
    }
    Rectangle {
        x: -width / 2
        y: Theme.px(21)
        width: words.implicitWidth + 2 * Theme.s2
        height: Theme.px(22)
        radius: Theme.radius
        color: Theme.accent
        Label {
            id: words
            anchors.centerIn: parent
            text: qsTr("New order")
            color: Theme.accentInk
            font.pixelSize: Theme.tiny
            Accessible.ignored: true
        }
    }
}
