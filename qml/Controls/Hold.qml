// Somebody's hand is on a list: the pointer moves over it, or keys go through it. Rows keep their places until the
// pointer leaves, or nothing has moved for a while: a pointer that was left lying holds up no news.
import QtQuick

HoverHandler {
    id: hold

    readonly property alias held: timer.running
    property point last
    /// A key that goes through the list.
    function touch(): void {
        timer.restart();
    }
    /// What has waited may come in now.
    function release(): void {
        timer.stop();
    }
    readonly property Timer rest: Timer {
        id: timer
        interval: 10000
    }
    onHoveredChanged: hovered ? timer.restart() : timer.stop()
    onPointChanged: {
        const at = hold.point.scenePosition;
        if (!hold.hovered || (at.x === hold.last.x && at.y === hold.last.y))
            return; // what lies under a pointer that rests has changed
        hold.last = at;
        timer.restart();
    }
}
