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
    readonly property alias sound: cameraSound
    readonly property alias footage: footage
    readonly property alias fileChooser: saver
    /// The picture that keys are about: of the chosen frame, or over the map; null for none.
    readonly property CameraView looked: part.seat.screen === "video" ? part.wall?.view ?? null : part.seat.screen === "map" && part.camera.length > 0 ? (cameraPopup.item as CameraPopup)?.view ?? null : null
    readonly property string lookedCamera: part.seat.screen === "video" ? part.wall?.camera ?? "" : part.camera

    /// Takes a snapshot or clip: {view, camera}, and what is to become of it: {order} it is kept with, {ask} where
    /// to, {then} a function that gets it. Without any of these it goes to the order that is chosen.
    function keep(clip: bool, what: var): void {
        const view = what?.view ?? part.looked;
        if (!view)
            return;
        const card = part.video.resources.card(what?.camera ?? part.lookedCamera);
        const about = {
            "order": what?.order ?? "",
            "ask": what?.ask ?? false,
            "then": what?.then,
            "lon": card.lon ?? 0,
            "lat": card.lat ?? 0
        };
        const name = card.name ?? view.name;
        if (clip)
            footage.clip(view.watched, name, about);
        else
            footage.snapshot(view.watched, name, about);
    }
    function toFile(enclosure: var): void {
        saver.enclosure = enclosure;
        saver.offered = footage.titleOf(enclosure);
        saver.defaultSuffix = footage.isClip(enclosure) ? "mp4" : "jpg";
        saver.nameFilters = footage.isClip(enclosure) ? [qsTr("Clips (*.mp4)")] : [qsTr("Pictures (*.jpg)")];
        saver.ask();
    }
    function listen(view: CameraView): void {
        cameraSound.turn(view?.watched ?? null);
    }

    Footage {
        id: footage
        who: part.seat.session.displayName
        offset: part.seat.clock.offsetMs
        onTaken: (enclosure, seconds, about) => {
            if (footage.isClip(enclosure) && seconds < 29)
                part.seat.say(qsTr("This camera has been shown for %n second(s): the clip has no more.", "", seconds), false);
            if (about.then) {
                about.then(enclosure);
                return;
            }
            const order = about.ask ? "" : about.order.length > 0 ? about.order : part.seat.chosen("order");
            part.seat.run("order.attach", {
                "enclosure": enclosure,
                "title": footage.titleOf(enclosure),
                "order": part.seat.session.mayActForCentre ? order : "",
                "lon": about.lon,
                "lat": about.lat,
                "toFile": () => part.toFile(enclosure)
            });
        }
        onFailed: why => part.seat.say(why, true)
        onSaved: (path, sum) => part.seat.say(Format.fill(qsTr("Saved as %1, its SHA-256 sum beside it"), [path]), false)
        onNotSaved: why => part.seat.say(why, true)
    }
    CameraSound {
        id: cameraSound
        onEnded: why => part.seat.say(why, true)
    }
    FileChooser {
        id: saver
        property var enclosure
        title: qsTr("Save as a file")
        saves: true
        onAccepted: footage.save(saver.enclosure, selectedFile)
    }

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
            sound: part.sound
            onSnapshotWanted: part.keep(false, null)
            onClipWanted: part.keep(true, null)
            onSoundWanted: part.listen(part.looked)
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
            // What keep() takes.
            name: "camera.snapshot"
            title: part.looked ? qsTr("Keep the camera's picture") : ""
            words: "kuaizhao kz jietu jt snapshot 快照 截图 抓拍"
            key: Qt.Key_S
            keyText: "S"
            hint: qsTr("keep the picture")
            enabled: part.looked !== null
            onRun: what => part.keep(false, what)
        },
        Command {
            name: "camera.clip"
            title: part.looked ? qsTr("Keep the camera's last 30 seconds") : ""
            words: "luxiang lx pianduan pd clip 录像 片段 三十秒"
            key: Qt.Key_C
            keyText: "C"
            hint: qsTr("keep 30 s")
            enabled: part.looked !== null
            onRun: what => part.keep(true, what)
        },
        Command {
            name: "camera.snapshot.where"
            title: part.looked ? qsTr("Keep the camera's picture, and choose where") : ""
            words: "kuaizhao wenjian kzwj snapshot file 快照 存为文件"
            sequence: "Shift+S"
            enabled: part.looked !== null
            onRun: part.keep(false, {
                "ask": true
            })
        },
        Command {
            name: "camera.clip.where"
            title: part.looked ? qsTr("Keep the camera's last 30 seconds, and choose where") : ""
            words: "luxiang wenjian lxwj clip file 录像 存为文件"
            sequence: "Shift+C"
            enabled: part.looked !== null
            onRun: part.keep(true, {
                "ask": true
            })
        },
        Command {
            name: "camera.sound"
            title: part.looked ? qsTr("Listen to the camera, or stop") : ""
            words: "shengyin sy jianting jt sound listen 声音 监听"
            key: Qt.Key_L
            keyText: "L"
            enabled: part.looked !== null
            onRun: what => part.listen(what?.view ?? part.looked)
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
            sound: part.sound
            onSnapshotWanted: part.keep(false, null)
            onClipWanted: part.keep(true, null)
            onSoundWanted: part.listen(part.looked)
            thingActions: part.seat.thingActions
            onClosed: part.camera = ""
        }
    }
}
