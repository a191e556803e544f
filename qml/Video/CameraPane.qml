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
    /// A hand at a seat moves this view here.
    property bool inHand: false
    /// The part of the picture that is shown, for the content.
    readonly property var handOptions: ({
            "zoom": pane.lens.factor.toFixed(2),
            "zoom_x": pane.lens.centre.x.toFixed(4),
            "zoom_y": pane.lens.centre.y.toFixed(4)
        })
    function take(): void {
        if (pane.inHand)
            return;
        const options = pane.content.options ?? {};
        pane.lens.look(Number(options.zoom ?? 1), Number(options.zoom_x ?? 0.5), Number(options.zoom_y ?? 0.5));
    }
    onContentChanged: take()
    Component.onCompleted: take()

    name: stream.name.length > 0 ? stream.name : content.title
    sources: stream.addresses
    problem: stream.problem
    asking: stream.asking
    active: true
    enabled: pane.inHand // a wall has no pointer
    magnified: pane.inHand
    radius: 0

    CameraStream {
        id: stream
        streams: pane.streams
        resource: pane.content.subject
        fault: pane.fault
    }
}
