// A shift as a bar: its middle is dragged to move it, its ends to make it longer or shorter.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: item

    /// As RotaWeek says it.
    required property var bar
    /// Width of the whole period.
    required property real span
    property bool current: false
    property bool movable: true
    signal picked
    signal editWanted
    /// Shares of the period.
    signal timesWanted(real from, real to)

    property real movedFrom: 0 ///< shares by which its ends are dragged
    property real movedTo: 0
    readonly property bool wrong: bar.problem.length > 0
    readonly property bool missing: bar.state === "late" || bar.state === "missed"

    x: (bar.from + movedFrom) * span + Theme.hair
    width: Math.max(Theme.px(6), (bar.to + movedTo - bar.from - movedFrom) * span - 2 * Theme.hair)
    radius: Theme.radius
    color: bar.conflict ? Theme.lateSoft : bar.state === "on_duty" ? Theme.doneSoft : bar.text.length === 0 ? "transparent" : Theme.raised
    border.width: current ? Theme.focusWidth : Theme.hair
    border.color: current ? Theme.accent : wrong || bar.conflict || bar.text.length === 0 ? Theme.late : bar.changed ? Theme.accent : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: bar.text + " " + bar.time

    Label {
        // In sight also where the bar begins before the period.
        x: Math.max(Theme.s2, -item.x + Theme.s2)
        width: item.width - x - Theme.s1
        height: item.height
        text: (item.bar.text.length > 0 ? item.bar.text : qsTr("open")) + (width > Theme.px(112) ? "  " + item.bar.time : "")
        color: item.missing || item.bar.text.length === 0 ? Theme.late : item.bar.state === "closed" ? Theme.quiet : Theme.text
        font.weight: item.bar.changed ? Font.Bold : Font.Normal
        font.pixelSize: Theme.tiny
        Accessible.ignored: true
    }
    MouseArea {
        id: mouse
        readonly property real edge: Math.min(Theme.px(8), width / 4)
        property string part: "middle"
        property real pressedAt: 0
        anchors.fill: parent
        hoverEnabled: true
        preventStealing: true
        cursorShape: !item.movable ? Qt.ArrowCursor : mouseX < edge || mouseX > width - edge ? Qt.SizeHorCursor : pressed ? Qt.ClosedHandCursor : Qt.OpenHandCursor
        onPressed: event => {
            item.picked();
            part = event.x < edge ? "from" : event.x > width - edge ? "to" : "middle";
            pressedAt = mapToItem(item.parent, event.x, 0).x;
        }
        onPositionChanged: event => {
            if (!pressed || !item.movable)
                return;
            const by = (mapToItem(item.parent, event.x, 0).x - pressedAt) / item.span;
            if (Math.abs(by * item.span) < Theme.px(3))
                return;
            item.movedFrom = part === "to" ? 0 : by;
            item.movedTo = part === "from" ? 0 : by;
        }
        onReleased: {
            const from = item.bar.from + item.movedFrom, to = item.bar.to + item.movedTo;
            const moved = item.movedFrom !== 0 || item.movedTo !== 0;
            item.movedFrom = 0;
            item.movedTo = 0;
            if (moved)
                item.timesWanted(from, to);
        }
        onCanceled: {
            item.movedFrom = 0;
            item.movedTo = 0;
        }
        onDoubleClicked: item.editWanted()
    }
    Loader {
        anchors.fill: parent
        active: mouse.containsMouse && !mouse.pressed
        sourceComponent: Hint {
            text: item.bar.text + "  " + item.bar.time + (item.wrong ? "\n" + item.bar.problem : "")
            visible: true
        }
    }
}
