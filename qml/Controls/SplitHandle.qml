// The edge between two panels: drag it, or focus it and use the arrows. It reports a wanted size; the
// owner keeps it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Item {
    id: handle

    property bool horizontal: false
    /// +1 when dragging right or down makes the panel larger, −1 when smaller.
    property int direction: 1
    /// In units of scale 1, as minimum and maximum and what is wanted; the owner shows Theme.px(size).
    property real size: 0
    property real minimum: 0
    property real maximum: 10000
    property string name: ""
    signal resized(real size)

    implicitWidth: horizontal ? 0 : Theme.s1
    implicitHeight: horizontal ? Theme.s1 : 0
    activeFocusOnTab: true
    Accessible.role: Accessible.Splitter
    Accessible.name: name
    Accessible.onIncreaseAction: handle.step(1)
    Accessible.onDecreaseAction: handle.step(-1)
    Keys.onPressed: event => {
        const back = handle.horizontal ? Qt.Key_Up : Qt.Key_Left;
        const forth = handle.horizontal ? Qt.Key_Down : Qt.Key_Right;
        if (event.key === back || event.key === forth) {
            handle.step(handle.direction * (event.key === forth ? 1 : -1));
            event.accepted = true;
        }
    }

    function step(by: int): void {
        handle.want(handle.size + by * Theme.s4 / Theme.scale);
    }
    function want(size: real): void {
        handle.resized(Math.round(Math.max(handle.minimum, Math.min(handle.maximum, size))));
    }

    Rectangle {
        anchors.centerIn: parent
        width: handle.horizontal ? parent.width : drag.active || hover.hovered || handle.activeFocus ? Theme.focusWidth : Theme.hair
        height: handle.horizontal ? (drag.active || hover.hovered || handle.activeFocus ? Theme.focusWidth : Theme.hair) : parent.height
        color: drag.active || hover.hovered || handle.activeFocus ? Theme.accent : Theme.line
    }
    HoverHandler {
        id: hover
        cursorShape: handle.horizontal ? Qt.SplitVCursor : Qt.SplitHCursor
        margin: Theme.s1
    }
    DragHandler {
        id: drag
        property real start: 0
        target: null
        margin: Theme.s1
        xAxis.enabled: !handle.horizontal
        yAxis.enabled: handle.horizontal
        onActiveChanged: if (active)
            start = handle.size
        onActiveTranslationChanged: if (active)
            handle.want(start + handle.direction * (handle.horizontal ? activeTranslation.y : activeTranslation.x) / Theme.scale)
    }
}
