// The cameras of a group, one after another without a gap.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Resources
import Chengyun.Video

Rectangle {
    id: view

    required property PatrolCapability patrol
    property alias group: round.group
    property alias running: round.running
    /// A click holds it still.
    property bool touchable: false
    /// Pictures and clips may be wanted of it.
    property bool kept: false
    property CameraSound sound: null
    /// Somebody goes from camera to camera: that it is held need not be said.
    property bool led: false
    readonly property alias round: round
    readonly property PatrolDeck picture: round.front === 0 ? firstDeck : secondDeck
    readonly property bool settled: round.count === 0 || picture.playing || picture.failed
    readonly property string notice: {
        if (round.held)
            return view.led ? "" : qsTr("Held still");
        if (round.passed.length === 0)
            return "";
        return Format.fill(qsTr("Camera %1/%2 · %3 gives no picture: passed"), [round.passedNumber, round.count, view.patrol.store.cameraName(round.passed)]);
    }

    color: "black"
    clip: true

    PatrolRound {
        id: round
        store: view.patrol.store
    }
    PatrolDeck {
        id: firstDeck
        anchors.fill: parent
        streams: view.patrol.streams
        round: round
        number: 0
        kept: view.kept
        sound: view.sound
    }
    PatrolDeck {
        id: secondDeck
        anchors.fill: parent
        streams: view.patrol.streams
        round: round
        number: 1
        kept: view.kept
        sound: view.sound
    }
    Label {
        visible: round.count === 0
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s4
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        color: Theme.caption
        font.pixelSize: Theme.body
        text: view.group.length === 0 ? "" : view.patrol.store.nameOf(view.group).length > 0 ? qsTr("No camera of this group can be shown now") : qsTr("This patrol group is not there any more")
    }
    Rectangle {
        visible: view.notice.length > 0
        z: 2
        x: Theme.s2
        y: Theme.s2
        width: Math.min(words.implicitWidth + 2 * Theme.s2, parent.width - 2 * Theme.s2)
        height: Theme.px(26)
        radius: Theme.radius
        color: Theme.captionGround
        Label {
            id: words
            anchors.fill: parent
            anchors.leftMargin: Theme.s2
            anchors.rightMargin: Theme.s2
            verticalAlignment: Text.AlignVCenter
            text: view.notice
            color: round.held ? Theme.caption : Theme.late
            Accessible.role: Accessible.StaticText
        }
    }
    TapHandler {
        enabled: view.touchable
        onTapped: round.held = true
    }
}
