// What is left until a time, or how late it is; the time itself on hover.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Label {
    id: countDown

    /// UTC milliseconds; 0 shows nothing.
    property real due: 0
    /// From this share of time on it is said in full strength; full minutes.
    property real soonMs: 10 * 60000
    /// As of when it is said. It follows the clock when that changes what is said, not at every tick:
    /// there are many of these.
    property real now: Clock.now
    readonly property bool late: due > 0 && due < now
    readonly property bool soon: due > 0 && !late && due - now < soonMs

    text: due > 0 ? Format.left(due, now) : ""
    color: late ? Theme.late : soon ? Theme.text : Theme.quiet
    strong: late || soon
    font.pixelSize: Theme.tiny
    onDueChanged: countDown.follow()
    Component.onCompleted: countDown.follow()
    Component.onDestruction: Clock.forget(countDown)

    function follow(): void {
        countDown.now = Clock.now;
        if (countDown.due <= 0) {
            Clock.forget(countDown);
            return;
        }
        const left = countDown.due - countDown.now;
        const minutes = Math.floor(Math.abs(left) / 60000);
        Clock.wake(countDown, left >= 0 ? countDown.due - minutes * 60000 + 1 : countDown.due + (minutes + 1) * 60000, countDown.follow);
    }

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
