// What is left until a time, or how late it is; the time itself on hover.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Label {
    id: countDown

    /// UTC milliseconds; 0 shows nothing.
    property real due: 0
    /// From this share of time on it is said in full strength.
    property real soonMs: 10 * 60000
    readonly property bool late: due > 0 && due < Clock.now
    readonly property bool soon: due > 0 && !late && due - Clock.now < soonMs

    text: due > 0 ? Format.left(due, Clock.now) : ""
    color: late ? Theme.late : soon ? Theme.text : Theme.quiet
    strong: late || soon
    font.pixelSize: Theme.tiny

    HoverHandler {
        id: hover
        enabled: countDown.due > 0
    }
    Loader {
        anchors.fill: parent
        active: hover.hovered
        sourceComponent: Hint {
            text: qsTr("Due %1").arg(Format.full(countDown.due))
            visible: true
        }
    }
}
