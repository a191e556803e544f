// One camera: its picture, or the reason why there is none.
pragma ComponentBehavior: Bound
import QtQuick
import QtMultimedia
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: view

    // The camera's address, rtsp:// with user and password, and perhaps that of its sub stream; empty shows
    // that the camera has none.
    property list<string> sources
    readonly property string source: player.source
    // Lines of the screen that the picture takes. With fewer than `manyLines` it shows the sub stream. Once it
    // shows main it does so down to `fewLines`: a tile that is drawn by its edge does not change to and fro.
    readonly property real lines: Math.min(view.height, view.width * 9 / 16) * Screen.devicePixelRatio * lens.factor
    readonly property int fewLines: 340
    readonly property int manyLines: 380
    property bool small: true
    // Why the address could not be had, in words; empty when nothing went wrong.
    property string problem: ""
    // The address is being asked for.
    property bool asking: false
    // False closes the connection, for a view that nobody sees.
    property alias active: player.active
    // Somebody may want a clip of it: the last half minute is kept.
    property alias recorded: player.recorded
    readonly property CameraPlayer watched: player
    // There is a picture, if perhaps an old one.
    readonly property bool pictured: player.shape.width > 0
    // The one camera that is listened to, which may be this one.
    property CameraSound sound: null
    readonly property bool listened: view.sound !== null && view.sound.player === player
    required property string name
    // Frame rate, bit rate, loss, latency, decoder and age stand over the picture.
    property bool overlay: false
    // The wheel enlarges the picture at the pointer, and a drag moves it.
    property bool magnified: false
    readonly property alias lens: lens
    readonly property bool playing: player.state === CameraPlayer.Playing
    // It was tried and there is no picture; the reason stands in its place.
    readonly property bool failed: player.state === CameraPlayer.Waiting || view.problem.length > 0
    // What this tile knows of the camera: "none" while there is a picture, why there is none, or empty while it
    // does not know, as when nobody sees it.
    readonly property string fault: {
        if (!player.seen || player.state === CameraPlayer.Idle)
            return "";
        if (view.playing)
            return "none";
        switch (player.reason) {
        case CameraPlayer.BadAddress:
            return "bad_address";
        case CameraPlayer.Unreachable:
            return "unreachable";
        case CameraPlayer.NotFound:
            return "not_found";
        case CameraPlayer.Unauthorized:
            return "unauthorized";
        case CameraPlayer.TransportRefused:
            return "transport_refused";
        case CameraPlayer.NoPictures:
            return "no_pictures";
        case CameraPlayer.NoKeyPicture:
            return "no_key_picture";
        case CameraPlayer.Undecodable:
            return "undecodable";
        case CameraPlayer.Stalled:
            return "stalled";
        case CameraPlayer.Ended:
            return "ended";
        default:
            return "";
        }
    }
    // A camera that refused the sign-in is tried when somebody says so, not by a click in passing.
    readonly property bool refused: player.state === CameraPlayer.Waiting && player.reason === CameraPlayer.Unauthorized

    signal enlarge

    onLinesChanged: small = lines < (small ? manyLines : fewLines)
    // Not before its size is known: else a large tile would ask for both streams.
    Component.onCompleted: player.ready = true

    function retry(): void {
        player.retryNow();
    }

    function span(seconds: int): string {
        return seconds < 60 ? qsTr("%1 s").arg(seconds) : Format.span(seconds * 1000);
    }

    color: "black"
    radius: Theme.radius
    clip: true
    implicitWidth: Theme.px(352)
    implicitHeight: Theme.px(198)

    Accessible.role: Accessible.Graphic
    Accessible.name: view.playing ? Format.fill(qsTr("Camera %1, playing"), [view.name]) : Format.fill(qsTr("Camera %1: %2"), [view.name, reason.text])

    CameraPlayer {
        id: player
        property bool ready: false
        sources: ready ? view.sources : []
        small: view.small
        videoSink: output.videoSink
        seen: view.visible && view.Window.visibility !== Window.Hidden && view.Window.visibility !== Window.Minimized
    }

    VideoOutput {
        id: output
        // VideoOutput takes pixels for square; those of many cameras are not.
        readonly property real scaling: Math.min(view.width / player.shape.width, view.height / player.shape.height)
        anchors.centerIn: parent
        width: player.shape.width * scaling
        height: player.shape.height * scaling
        fillMode: VideoOutput.Stretch
        transform: [lens.magnifier]
        visible: player.shape.width > 0
        // The last picture stays, dimmed, while the stream comes back: better than black.
        opacity: view.playing ? 1 : 0.35
    }

    PictureLens {
        id: lens
        anchors.fill: parent
        picture: Qt.size(output.width, output.height)
        enabled: view.magnified
    }
    Rectangle {
        visible: !view.playing
        anchors.centerIn: parent
        width: words.width + 2 * Theme.s2
        height: words.height + 2 * Theme.s2
        radius: Theme.radius
        color: Theme.captionGround
    }
    Column {
        id: words
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s4
        spacing: Theme.s1
        visible: !view.playing

        Text {
            id: reason
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            color: Theme.caption
            font.pixelSize: Theme.body
            text: {
                if (view.problem.length > 0)
                    return view.problem;
                if (player.source === "")
                    return view.asking ? qsTr("Connecting …") : qsTr("This camera has no stream address");
                if (player.state === CameraPlayer.Frozen && player.reason !== CameraPlayer.NoKeyPicture)
                    return qsTr("No new picture arrives");
                switch (player.reason) {
                case CameraPlayer.BadAddress:
                    return qsTr("The stream address is not valid");
                case CameraPlayer.Unreachable:
                    return qsTr("The camera or gateway does not answer");
                case CameraPlayer.NotFound:
                    return qsTr("The gateway knows no such camera");
                case CameraPlayer.Unauthorized:
                    return qsTr("The camera or gateway refuses the user name or password");
                case CameraPlayer.TransportRefused:
                    return qsTr("The pictures come neither by TCP nor by UDP");
                case CameraPlayer.NoPictures:
                    return qsTr("The stream has no pictures");
                case CameraPlayer.NoKeyPicture:
                    return qsTr("Waiting for a whole picture from the camera");
                case CameraPlayer.Undecodable:
                    return qsTr("The stream's format cannot be decoded here");
                case CameraPlayer.Stalled:
                    return qsTr("No picture arrives any more");
                case CameraPlayer.Ended:
                    return qsTr("The stream has ended");
                default:
                    return qsTr("Connecting …");
                }
            }
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: text.length > 0
            wrapMode: Text.Wrap
            color: Theme.captionQuiet
            font.pixelSize: Theme.small
            // What is seen behind these words is not now.
            text: player.pictureAge >= 0 ? qsTr("The picture is %1 old").arg(view.span(player.pictureAge)) : ""
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: text.length > 0
            wrapMode: Text.Wrap
            color: Theme.captionQuiet
            font.pixelSize: Theme.small
            text: {
                if (player.reason === CameraPlayer.BadAddress || player.attempt === 0 && player.retryIn < 0)
                    return "";
                if (view.refused)
                    return qsTr("Cameras lock after a few wrong passwords: the next attempt is in %1").arg(view.span(player.retryIn));
                if (player.retryIn > 1)
                    return Format.fill(qsTr("Attempt %1 in %2"), [player.attempt + 1, view.span(player.retryIn)]);
                return qsTr("Trying again, attempt %1").arg(player.attempt + 1);
            }
        }
        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: view.refused
            icon.name: "refresh"
            text: qsTr("Try now")
            onClicked: player.retryNow()
        }
    }

    Rectangle {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        height: Theme.px(24)
        color: Theme.captionGround

        Rectangle {
            id: light
            width: Theme.s2
            height: Theme.s2
            radius: height / 2
            anchors {
                left: parent.left
                leftMargin: Theme.s2
                verticalCenter: parent.verticalCenter
            }
            color: view.playing ? Theme.done : Theme.late
        }
        NameLabel {
            anchors {
                left: light.right
                leftMargin: Theme.s2
                right: voice.left
                rightMargin: Theme.s2
                verticalCenter: parent.verticalCenter
            }
            text: view.name
            color: Theme.caption
            font.pixelSize: Theme.small
        }
        Icon {
            id: voice
            anchors {
                right: size.left
                rightMargin: view.listened ? Theme.s2 : 0
                verticalCenter: parent.verticalCenter
            }
            visible: view.listened
            width: view.listened ? voice.size : 0
            name: "sound"
            size: Theme.px(16)
            color: view.sound?.heard ? Theme.done : Theme.captionQuiet
            Accessible.role: Accessible.StaticText
            Accessible.name: view.sound?.heard ? qsTr("Its sound is heard") : qsTr("Its sound is fetched")
        }
        Text {
            id: size
            anchors {
                right: parent.right
                rightMargin: Theme.s2
                verticalCenter: parent.verticalCenter
            }
            visible: view.playing
            text: player.resolution.width + "×" + player.resolution.height
            color: Theme.captionQuiet
            font.pixelSize: Theme.tiny
        }
    }

    Loader {
        id: figures
        readonly property CameraPlayer watched: player
        x: Theme.s2
        y: Theme.s2
        active: view.overlay && view.visible
        sourceComponent: CameraFigures {
            player: figures.watched
        }
    }

    TapHandler {
        onDoubleTapped: view.enlarge()
        onTapped: if (!view.refused)
            view.retry()
    }
}
