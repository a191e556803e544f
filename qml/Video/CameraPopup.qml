// A camera of the map, beside it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls
import Chengyun.Resources
import Chengyun.Video

Rectangle {
    id: popup

    required property CameraStreams streams
    /// Id of the camera's resource; empty for none.
    property string camera: ""
    property bool large: false
    /// What the stream is like stands over the picture.
    property bool figures: false
    /// Of ThingAction: what parts can do with a camera.
    property var thingActions: []
    property CameraSound sound: null
    readonly property alias view: view
    signal snapshotWanted
    signal clipWanted
    signal soundWanted
    signal closed
    signal figuresWanted
    signal failed(string why)

    width: large ? Theme.px(704) : Theme.px(368)
    height: head.height + width * 9 / 16
    color: Theme.surface
    radius: Theme.radius
    border.color: Theme.line
    border.width: Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: stream.name
    Shield {}

    CameraStream {
        id: stream
        streams: popup.streams
        resource: popup.camera
        fault: view.fault
    }
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
        NameLabel {
            anchors.left: mark.right
            anchors.leftMargin: Theme.s2
            anchors.right: buttons.left
            anchors.verticalCenter: parent.verticalCenter
            text: stream.name
            strong: true
        }
        Row {
            id: buttons
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            ThingButtons {
                visible: popup.camera.length > 0
                actions: popup.thingActions
                kind: "resource"
                thing: popup.camera
            }
            CameraTools {
                view: view
                sound: popup.sound
                onSnapshotWanted: popup.snapshotWanted()
                onClipWanted: popup.clipWanted()
                onSoundWanted: popup.soundWanted()
            }
            IconButton {
                icon.name: "chart"
                text: popup.figures ? qsTr("Hide the streams' figures") : qsTr("Show the streams' figures")
                key: "I"
                checked: popup.figures
                onClicked: popup.figuresWanted()
            }
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
        name: stream.name
        sources: stream.addresses
        problem: stream.problem
        asking: stream.asking
        active: popup.visible
        overlay: popup.figures
        recorded: true
        sound: popup.sound
        onEnlarge: popup.large = !popup.large
    }
}
