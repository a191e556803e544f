// What video gives a seat: cameras side by side, and one camera over the map.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

Part {
    id: part

    required property VideoCapability video
    /// The camera that is shown over the map, by its resource.
    property string camera: ""
    readonly property alias popup: cameraPopup
    /// Frame rate, bit rate, loss, latency, decoder and age stand over every picture of this seat.
    property bool figures: false
    readonly property VideoScreen wall: wallPage.item as VideoScreen

    pages: Page {
        id: wallPage
        name: "video"
        title: qsTr("Video")
        icon: "video"
        rank: 10
        goTitle: qsTr("Go to video")
        words: "shipin sp camera 视频"
        component: VideoScreen {
            focus: true
            cameras: part.video.cameras
            streams: part.video.streams
            store: part.video.resources
            figures: part.figures
            onFiguresWanted: part.figures = !part.figures
            thingActions: part.seat.thingActions
            onShowOnMap: resource => part.seat.show("resource", resource)
            onMenuWanted: (resource, from, at) => part.seat.offer([
                    {
                        "kind": "resource",
                        "id": resource
                    }
                ], from, at)
        }
    }
    commands: [
        Command {
            // {resource}: the camera.
            name: "camera.watch"
            onRun: what => {
                part.seat.screen = "map";
                part.camera = what.resource;
            }
        },
        Command {
            name: "camera.figures"
            title: qsTr("Figures over the pictures of cameras")
            words: "shuzhi sz malv ml zhenlv zl figures 数值 码率 帧率 丢包 延迟"
            key: Qt.Key_I
            keyText: "I"
            hint: qsTr("figures")
            enabled: part.seat.screen === "video" || part.seat.screen === "map" && part.camera.length > 0
            onRun: part.figures = !part.figures
        }
    ]
    systemPages: SystemPage {
        name: "cameras"
        title: qsTr("Cameras")
        icon: "video"
        badge: part.video.health.broken
        grave: part.video.health.broken > 0
        component: CameraHealthPage {
            health: part.video.health
            onActivated: camera => part.seat.run("camera.watch", {
                    "resource": camera
                })
            onCopyWanted: text => part.seat.copy(text)
            onSaid: (text, failed) => part.seat.say(text, failed)
        }
    }
    pictures: VideoPictures {
        seatPart: part
    }

    function closeOver(): bool {
        if (part.camera.length === 0)
            return false;
        part.camera = "";
        return true;
    }
    Connections {
        target: part.seat.map
        // A camera is clicked to be looked through.
        function onClicked(kind: string, id: string): void {
            if (kind === "resource" && part.video.resources.card(id).layer === "camera")
                part.camera = id;
        }
    }
    Later {
        id: cameraPopup
        parent: part.seat.map.overSlot
        wanted: part.camera.length > 0
        visible: wanted
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        y: part.seat.map.overTop
        CameraPopup {
            streams: part.video.streams
            camera: part.camera
            figures: part.figures
            onFiguresWanted: part.figures = !part.figures
            thingActions: part.seat.thingActions
            onClosed: part.camera = ""
        }
    }
}
