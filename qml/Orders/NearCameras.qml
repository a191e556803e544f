// Cameras near the place of an order, nearest first.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Resources

Flow {
    id: cameras

    required property AroundModel around
    property int most: 4
    signal picked(string resource)

    spacing: Theme.s1

    Repeater {
        model: cameras.around
        Button {
            id: camera
            required property int index
            required property string itemId
            required property string name
            required property string distanceText
            visible: index < cameras.most
            width: (cameras.width - cameras.spacing) / 2
            implicitHeight: Theme.px(30)
            icon.name: "video"
            text: shortened.elidedText
            Accessible.name: name
            TextMetrics {
                id: shortened
                text: camera.name
                font: camera.font
                elide: Qt.ElideMiddle
                elideWidth: camera.width - Theme.px(52)
            }
            hint: name + "  " + distanceText
            onClicked: cameras.picked(itemId)
        }
    }
}
