// A camera of the map, beside it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Video

Rectangle {
    id: popup

    property string name: ""
    property string source: ""
    property bool large: false
    signal closed
    signal failed(string why)

    width: large ? Theme.px(704) : Theme.px(368)
    height: head.height + width * 9 / 16
    color: Theme.surface
    radius: Theme.radius
    border.color: Theme.line
    border.width: Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: name
    Shield {}

    readonly property bool playing: view.playing
    readonly property bool settled: view.playing || view.failed

    Item {
        id: head
        width: parent.width
        height: Theme.px(36)
        Icon {
            id: mark
            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            name: "video"
            size: Theme.px(16)
        }
        Label {
            anchors.left: mark.right
            anchors.leftMargin: Theme.s2
            anchors.right: buttons.left
            anchors.verticalCenter: parent.verticalCenter
            text: popup.name
            strong: true
        }
        Row {
            id: buttons
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            IconButton {
                icon.name: "expand"
                text: popup.large ? qsTr("Smaller") : qsTr("Larger")
                onClicked: popup.large = !popup.large
            }
            IconButton {
                icon.name: "close"
                text: qsTr("Close")
                key: "Esc"
                onClicked: popup.closed()
            }
        }
    }
    CameraView {
        id: view
        anchors.top: head.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.hair
        name: popup.name
        source: popup.source
        active: popup.visible && popup.source.length > 0
        onEnlarge: popup.large = !popup.large
    }
}
