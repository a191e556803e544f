// A camera on a wall: its picture, or why there is none and how old the last one is.
import QtQuick
import Chengyun.Resources

CameraView {
    id: pane

    required property var content
    /// The picture does not come from the hub: it says itself how old it is.
    required property bool stale
    required property CameraStreams streams
    readonly property bool settled: pane.playing || pane.failed

    name: stream.name.length > 0 ? stream.name : content.title
    sources: stream.addresses
    problem: stream.problem
    asking: stream.asking
    active: true
    enabled: false // a wall has no pointer
    radius: 0

    CameraStream {
        id: stream
        streams: pane.streams
        resource: pane.content.subject
        fault: pane.fault
    }
}
