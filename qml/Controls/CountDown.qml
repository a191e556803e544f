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
    /// As of when it is said: the last full minute, as one reads it off a clock, or what has happened
    /// since, that it became soon or late. There are many of these: they follow no second, and change
    /// together.
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
        const minute = countDown.now - countDown.now % 60000;
        const turns = [minute + 60000, countDown.due - countDown.soonMs + 1, countDown.due + 1];
        Clock.wake(countDown, Math.min(...turns.filter(at => at > countDown.now)), countDown.follow);
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
