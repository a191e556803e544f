// One of the two players of a patrol: it is seen, or makes the next camera ready behind the one that is.
import QtQuick
import Chengyun.Controls
import Chengyun.Resources
import Chengyun.Video

CameraView {
    id: deck

    required property CameraStreams streams
    required property PatrolRound round
    /// 0 or 1, in the round.
    required property int number
    /// Pictures and clips of it may be wanted: a wall has nobody who wants them.
    property bool kept: false
    readonly property string camera: deck.number === 0 ? deck.round.first : deck.round.second
    readonly property bool isFront: deck.round.front === deck.number

    /// Once all that hangs on a change has followed it: a camera that plays already says nothing more.
    function tell(): void {
        deck.round.report(deck.number, deck.playing, deck.failed);
    }
    onPlayingChanged: Qt.callLater(deck.tell)
    onFailedChanged: Qt.callLater(deck.tell)
    onSourceChanged: Qt.callLater(deck.tell)
    onCameraChanged: Qt.callLater(deck.tell)

    z: deck.isFront ? 1 : 0
    visible: deck.camera.length > 0
    name: deck.isFront && deck.round.number > 0 ? Format.fill(qsTr("%1/%2 · %3"), [deck.round.number, deck.round.count, stream.name]) : stream.name
    sources: stream.addresses
    problem: stream.problem
    asking: stream.asking
    active: deck.camera.length > 0
    recorded: deck.kept
    enabled: false // a touch is the patrol's
    radius: 0
    Accessible.ignored: !deck.isFront

    CameraStream {
        id: stream
        streams: deck.streams
        resource: deck.camera
        fault: deck.fault
    }
}
