// The grid on which the panes of a screen are drawn.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

FocusScope {
    id: canvas

    required property FreeLayout drawn
    required property PaneRegistry registry
    required property size shape
    readonly property real factor: Math.min(width / shape.width, height / shape.height)
    /// Pixels of a column and of a row.
    readonly property real unitX: plane.width / drawn.grid
    readonly property real unitY: plane.height / drawn.grid

    function addOne(): void {
        canvas.drawn.addSomewhere();
        canvas.forceActiveFocus();
    }
    /// The next pane, or the one before.
    function step(by: int): void {
        const count = canvas.drawn.count;
        if (count > 0)
            canvas.drawn.current = canvas.drawn.current < 0 ? (by > 0 ? 0 : count - 1) : (canvas.drawn.current + by + count) % count;
    }
    /// A place of the plane on the grid.
    function toGrid(at: point): point {
        return Qt.point(at.x / canvas.unitX, at.y / canvas.unitY);
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Panes")

    Rectangle {
        id: plane
        anchors.horizontalCenter: parent.horizontalCenter
        width: canvas.shape.width * canvas.factor
        height: canvas.shape.height * canvas.factor
        color: Theme.ground
        border.width: Theme.focusWidth
        border.color: canvas.activeFocus ? Theme.accent : Theme.faint

        // Halves, thirds and quarters, which edges are drawn to.
        Repeater {
            model: [12, 16, 24, 32, 36]
            Item {
                required property int modelData
                anchors.fill: parent
                Rectangle {
                    x: Math.round(parent.modelData * canvas.unitX)
                    width: Theme.hair
                    height: parent.height
                    color: Theme.line
                }
                Rectangle {
                    y: Math.round(parent.modelData * canvas.unitY)
                    width: parent.width
                    height: Theme.hair
                    color: Theme.line
                }
            }
        }
        MouseArea {
            id: ground
            property point from
            property rect wanted
            anchors.fill: parent
            preventStealing: true
            onPressed: mouse => {
                canvas.forceActiveFocus();
                canvas.drawn.current = -1;
                ground.from = canvas.toGrid(Qt.point(mouse.x, mouse.y));
                ground.wanted = Qt.rect(0, 0, 0, 0);
            }
            onPositionChanged: mouse => {
                const to = canvas.toGrid(Qt.point(mouse.x, mouse.y));
                ground.wanted = canvas.drawn.fitted(Qt.rect(ground.from.x, ground.from.y, to.x - ground.from.x, to.y - ground.from.y), -1);
            }
            onReleased: {
                canvas.drawn.add(ground.wanted);
                ground.wanted = Qt.rect(0, 0, 0, 0);
            }
            onCanceled: ground.wanted = Qt.rect(0, 0, 0, 0)
        }
        Repeater {
            model: canvas.drawn
            Rectangle {
                id: pane
                required property int index
                required property rect box
                required property var content
                readonly property bool current: canvas.drawn.current === index
                readonly property PaneKind paneKind: content.kind === undefined ? null : canvas.registry.kind(content.kind)
                x: Math.round(box.x * canvas.unitX)
                y: Math.round(box.y * canvas.unitY)
                width: Math.round((box.x + box.width) * canvas.unitX) - x
                height: Math.round((box.y + box.height) * canvas.unitY) - y
                color: current ? Theme.accentSoft : Theme.surface
                border.width: current ? Theme.focusWidth : Theme.hair
                border.color: current ? Theme.accent : Theme.quiet
                Accessible.role: Accessible.Button
                Accessible.name: Format.joined([qsTr("Pane %1").arg(index + 1), words.text])
                Accessible.selected: current
                Accessible.onPressAction: canvas.drawn.current = pane.index

                Label {
                    id: words
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.s1
                    visible: parent.height > Theme.px(18)
                    horizontalAlignment: Text.AlignHCenter
                    text: pane.content.kind === undefined ? "" : pane.paneKind?.captionOf(pane.content) ?? pane.content.title
                    quiet: !pane.current
                    font.pixelSize: Theme.tiny
                    Accessible.ignored: true
                }
                MouseArea {
                    id: mover
                    property point from
                    anchors.fill: parent
                    preventStealing: true
                    cursorShape: Qt.SizeAllCursor
                    onPressed: mouse => {
                        canvas.forceActiveFocus();
                        canvas.drawn.current = pane.index;
                        mover.from = Qt.point(mouse.x, mouse.y);
                    }
                    onPositionChanged: mouse => ground.wanted = canvas.drawn.movedTo(pane.index, Qt.point(pane.box.x + (mouse.x - mover.from.x) / canvas.unitX, pane.box.y + (mouse.y - mover.from.y) / canvas.unitY))
                    onReleased: {
                        canvas.drawn.place(pane.index, ground.wanted);
                        ground.wanted = Qt.rect(0, 0, 0, 0);
                    }
                    onCanceled: ground.wanted = Qt.rect(0, 0, 0, 0)
                }
                MouseArea {
                    id: sizer
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    width: Math.min(Theme.px(16), parent.width / 2)
                    height: Math.min(Theme.px(16), parent.height / 2)
                    preventStealing: true
                    cursorShape: Qt.SizeFDiagCursor
                    onPressed: canvas.drawn.current = pane.index
                    onPositionChanged: mouse => {
                        const to = canvas.toGrid(sizer.mapToItem(plane, mouse.x, mouse.y));
                        ground.wanted = canvas.drawn.fitted(Qt.rect(pane.box.x, pane.box.y, to.x - pane.box.x, to.y - pane.box.y), pane.index);
                    }
                    onReleased: {
                        canvas.drawn.place(pane.index, ground.wanted);
                        ground.wanted = Qt.rect(0, 0, 0, 0);
                    }
                    onCanceled: ground.wanted = Qt.rect(0, 0, 0, 0)
                    Rectangle {
                        visible: pane.current
                        anchors.right: parent.right
                        anchors.bottom: parent.bottom
                        width: Theme.px(8)
                        height: width
                        color: Theme.accent
                    }
                }
            }
        }
        // Where it would stand.
        Rectangle {
            visible: ground.wanted.width > 0
            x: ground.wanted.x * canvas.unitX
            y: ground.wanted.y * canvas.unitY
            width: ground.wanted.width * canvas.unitX
            height: ground.wanted.height * canvas.unitY
            color: Qt.alpha(Theme.accent, 0.2)
            border.width: Theme.focusWidth
            border.color: Theme.accent
        }
    }
    Keys.onPressed: event => {
        const shift = (event.modifiers & Qt.ShiftModifier) !== 0;
        const turn = (dx, dy) => shift ? canvas.drawn.sizeBy(dx, dy) : canvas.drawn.moveBy(dx, dy);
        event.accepted = true;
        if (event.matches(StandardKey.Undo))
            return canvas.drawn.undo();
        if (event.matches(StandardKey.Redo) || (event.key === Qt.Key_Y && event.modifiers === Qt.ControlModifier))
            return canvas.drawn.redo();
        switch (event.key) {
        case Qt.Key_Left:
            return turn(-1, 0);
        case Qt.Key_Right:
            return turn(1, 0);
        case Qt.Key_Up:
            return turn(0, -1);
        case Qt.Key_Down:
            return turn(0, 1);
        case Qt.Key_PageDown:
            return canvas.step(1);
        case Qt.Key_PageUp:
            return canvas.step(-1);
        case Qt.Key_N:
            if (event.modifiers === Qt.NoModifier)
                return canvas.addOne();
            break;
        case Qt.Key_Delete:
        case Qt.Key_Backspace:
            return canvas.drawn.removeCurrent();
        }
        event.accepted = false;
    }
}
