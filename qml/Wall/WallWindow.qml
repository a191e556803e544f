// One window of a wall: the whole of it, or one of its screens. It has no frame and no pointer, and asks
// nobody anything.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls
import Chengyun.Link

Window {
    id: window

    required property Session session
    required property WallSeat wallSeat
    required property WallModel board
    required property PaneRegistry registry
    /// How this machine is called on its command line.
    required property string machine
    /// The wall's screen that is shown here, from 0; −1: all of them.
    property int wallScreen: -1
    readonly property var screens: board.screens
    readonly property bool running: wallSeat.state === WallSeat.Running
    readonly property WallSurface surface: content.item as WallSurface
    /// How much larger than at a seat everything is drawn: the wall's own scale, for a screen of 1080 lines.
    readonly property real scale: {
        const boxes = window.screens.map(screen => screen.box.height);
        const lines = boxes.length > 0 ? Math.min(...boxes) * (window.surface?.factor ?? 1) : window.height;
        return Math.max(0.75, window.board.scalePercent / 100 * lines / 1080);
    }
    /// For pictures of it, once there is something to see.
    readonly property var seat: running && board.known ? pictures : null

    flags: Qt.Window | Qt.FramelessWindowHint
    color: "black"
    title: board.name.length > 0 ? board.name : qsTr("Wall")

    WallPictures {
        id: pictures
        surface: window.surface
    }
    Loader {
        id: content
        anchors.fill: parent
        active: window.running && window.board.known && (window.wallScreen < 0 || window.wallScreen < window.screens.length)
        sourceComponent: WallSurface {
            model: window.board
            registry: window.registry
            offlineSince: window.session.offlineSince
            part: window.wallScreen >= 0 ? window.screens[window.wallScreen].box : Qt.rect(0, 0, window.board.size.width, window.board.size.height)
        }
    }
    WallNotice {
        id: notice
        anchors.fill: parent
        visible: !content.active
        title: {
            switch (window.wallSeat.state) {
            case WallSeat.Missing:
                return qsTr("This machine has not been told which wall it is");
            case WallSeat.Opening:
                return qsTr("Signing in at the hub …");
            case WallSeat.Refused:
                return qsTr("This machine may not show a wall");
            case WallSeat.Revoked:
                return qsTr("This machine may not show the wall any more");
            default:
                return window.board.known ? qsTr("The wall has no screen %1").arg(window.wallScreen) : window.session.online ? qsTr("This account is no wall's machine") : qsTr("Waiting for the hub …");
            }
        }
        text: {
            switch (window.wallSeat.state) {
            case WallSeat.Missing:
                return qsTr("An administrator makes a one-time code for the wall. Start the program with it once; it is remembered.");
            case WallSeat.Opening:
                return window.session.hubUrl;
            case WallSeat.Refused:
                return Format.joined([window.wallSeat.failureText, qsTr("An administrator can make another one.")]);
            case WallSeat.Revoked:
                return qsTr("An administrator has ended its access. With a new code it may start again.");
            default:
                return window.session.hubUrl;
            }
        }
        command: window.wallSeat.state === WallSeat.Missing || window.wallSeat.state === WallSeat.Refused || window.wallSeat.state === WallSeat.Revoked ? "chengyun --wall " + window.machine + " --url https://… --code …" : ""
    }
    Rectangle {
        visible: content.active && window.session.state === Session.Offline
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s3
        width: away.implicitWidth + 2 * Theme.s3
        height: Theme.px(32)
        radius: Theme.radius
        color: Theme.captionGround
        Label {
            id: away
            anchors.centerIn: parent
            text: qsTr("No link to the hub since %1").arg(Format.moment(window.session.offlineSince, Clock.minute))
            color: Theme.late
            font.pixelSize: Theme.body
        }
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        cursorShape: Qt.BlankCursor
        onWheel: wheel => wheel.accepted = true
    }
}
