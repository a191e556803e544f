// A wall as a small picture, of which one pane is chosen: by a click, by the arrow keys, or by dropping
// something there.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

FocusScope {
    id: mini

    required property WallModel board ///< with `cells`
    required property PaneRegistry registry
    property string screen: ""
    property int cell: 0
    /// The chosen row; −1: none.
    readonly property int row: mini.board.count >= 0 && mini.board.screens ? mini.board.rowOf(mini.screen, mini.cell) : -1
    readonly property real factor: board.size.width > 0 ? Math.min(width / board.size.width, height / board.size.height) : 0
    /// A pane has been dragged onto another one.
    signal moved(string fromScreen, int fromCell, string toScreen, int toCell)
    signal activated
    signal typed(string key)

    function choose(screen: string, cell: int): void {
        mini.screen = screen;
        mini.cell = cell;
    }
    function step(dx: int, dy: int): void {
        const next = mini.board.at(mini.board.rowToward(mini.row, dx, dy));
        if (next.screen !== undefined)
            mini.choose(next.screen, next.cell);
    }
    /// What is at a point of the window: {screen, cell}, or null. What lies across comes first.
    function paneAt(at: point): var {
        const here = plane.mapFromItem(null, at.x, at.y);
        let found = null;
        for (let row = 0; row < mini.board.count; ++row) {
            const pane = mini.board.at(row);
            const box = pane.box;
            const x = here.x / mini.factor, y = here.y / mini.factor;
            if (x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height && (!found || pane.across))
                found = pane;
        }
        return found;
    }
    function chooseFirst(): void {
        const first = mini.board.at(0);
        if (mini.row < 0 && first.screen !== undefined)
            mini.choose(first.screen, first.cell);
    }
    onRowChanged: Qt.callLater(mini.chooseFirst)
    Component.onCompleted: chooseFirst()
    Connections {
        target: mini.board
        function onCountChanged(): void {
            Qt.callLater(mini.chooseFirst);
        }
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: mini.board.name

    Item {
        id: plane
        anchors.centerIn: parent
        width: mini.board.size.width * mini.factor
        height: mini.board.size.height * mini.factor

        Repeater {
            model: mini.board.screens
            Rectangle {
                required property var modelData
                x: modelData.box.x * mini.factor - Theme.focusWidth
                y: modelData.box.y * mini.factor - Theme.focusWidth
                width: modelData.box.width * mini.factor + 2 * Theme.focusWidth
                height: modelData.box.height * mini.factor + 2 * Theme.focusWidth
                color: "transparent"
                border.width: Theme.focusWidth
                border.color: mini.screen === modelData.name ? Theme.accent : Theme.faint
            }
        }
        Repeater {
            model: mini.board
            PaneCard {
                id: card
                required property rect box
                registry: mini.registry
                x: Math.round(box.x * mini.factor)
                y: Math.round(box.y * mini.factor)
                z: across ? 1 : 0
                width: Math.round((box.x + box.width) * mini.factor) - x
                height: Math.round((box.y + box.height) * mini.factor) - y
                current: mini.screen === screen && mini.cell === cell
                focused: mini.activeFocus
                opacity: drag.active ? 0.6 : 1
                onPicked: {
                    mini.forceActiveFocus();
                    mini.choose(screen, cell);
                }
                TapHandler {
                    onTapped: card.picked()
                    onDoubleTapped: mini.activated()
                }
                DragHandler {
                    id: drag
                    target: null
                    enabled: !card.empty
                    property point last
                    onCentroidChanged: if (active)
                        last = centroid.scenePosition
                    onActiveChanged: {
                        const onto = active ? null : mini.paneAt(last);
                        if (onto && (onto.screen !== card.screen || onto.cell !== card.cell))
                            mini.moved(card.screen, card.cell, onto.screen, onto.cell);
                    }
                }
            }
        }
    }
    Keys.onPressed: event => {
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_Left:
            mini.step(-1, 0);
            break;
        case Qt.Key_Right:
            mini.step(1, 0);
            break;
        case Qt.Key_Up:
            mini.step(0, -1);
            break;
        case Qt.Key_Down:
            mini.step(0, 1);
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            mini.activated();
            break;
        default:
            event.accepted = false;
            if (event.modifiers === Qt.NoModifier && event.text.length === 1 && /[a-z0-9]/.test(event.text)) {
                event.accepted = mini.board.presets.some(preset => preset.key === event.text);
                if (event.accepted)
                    mini.typed(event.text);
            }
        }
    }
}
