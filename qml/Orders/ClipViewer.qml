// A clip of a camera, played as large as the window allows. Space holds it, the arrows go five seconds to and fro.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtMultimedia
import Chengyun.Style
import Chengyun.Controls

T.Popup {
    id: viewer

    readonly property alias player: player
    /// Has the keys again when it closes.
    property Item before: null

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: parent ? parent.width - 2 * Theme.s8 : 0
    height: parent ? parent.height - 2 * Theme.s8 : 0
    modal: true
    focus: true
    padding: Theme.s2
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }

    function show(address: url): void {
        viewer.before = viewer.parent.Window.activeFocusItem;
        player.source = address;
        viewer.open();
        player.play();
    }
    function turn(): void {
        if (player.playbackState === MediaPlayer.PlayingState)
            player.pause();
        else
            player.play();
    }
    function step(by: int): void {
        player.position = Math.max(0, Math.min(player.duration, player.position + by));
    }
    onClosed: {
        player.stop();
        player.source = "";
        viewer.before?.forceActiveFocus(Qt.PopupFocusReason);
    }

    background: Rectangle {
        color: "black"
        radius: Theme.radius
        border.color: Theme.line
        border.width: Theme.hair
    }
    contentItem: FocusScope {
        focus: true
        Keys.onSpacePressed: viewer.turn()
        Keys.onLeftPressed: viewer.step(-5000)
        Keys.onRightPressed: viewer.step(5000)
        MediaPlayer {
            id: player
            videoOutput: output
        }
        VideoOutput {
            id: output
            anchors.fill: parent
            anchors.bottomMargin: bar.height
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Clip")
        }
        Label {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.s8
            visible: player.error !== MediaPlayer.NoError
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            color: Theme.caption
            text: qsTr("The clip cannot be played here: %1").arg(player.errorString)
        }
        Item {
            id: bar
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.px(44)
            IconButton {
                id: turner
                anchors.verticalCenter: parent.verticalCenter
                icon.name: player.playbackState === MediaPlayer.PlayingState ? "pause" : "play"
                text: player.playbackState === MediaPlayer.PlayingState ? qsTr("Hold it") : qsTr("Play")
                key: qsTr("Space")
                tint: Theme.caption
                onClicked: viewer.turn()
            }
            Rectangle {
                id: track
                anchors.left: turner.right
                anchors.right: times.left
                anchors.margins: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                height: Theme.px(6)
                radius: height / 2
                color: Theme.line
                Rectangle {
                    height: parent.height
                    radius: height / 2
                    width: player.duration > 0 ? parent.width * player.position / player.duration : 0
                    color: Theme.accent
                }
                TapHandler {
                    margin: Theme.s3
                    onTapped: point => player.position = Math.max(0, Math.min(1, point.position.x / track.width)) * player.duration
                }
            }
            Label {
                id: times
                anchors.right: parent.right
                anchors.rightMargin: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.caption
                font.pixelSize: Theme.small
                text: qsTr("%1 s of %2").arg(Math.round(player.position / 1000)).arg(Math.round(player.duration / 1000))
            }
        }
        IconButton {
            anchors.right: parent.right
            icon.name: "close"
            text: qsTr("Close")
            key: "Esc"
            tint: Theme.caption
            onClicked: viewer.close()
        }
    }
}
