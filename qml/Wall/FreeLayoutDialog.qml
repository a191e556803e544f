// A screen is divided freely: rectangles are drawn, moved and sized on its grid, by mouse and keys.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

Dialog {
    id: dialog

    required property WallCapability wall
    required property PaneRegistry registry
    required property WallModel board
    property string screen: ""
    property string problem: ""
    readonly property alias drawn: drawn
    readonly property alias canvas: canvas
    /// The screen's shape; of the whole wall for what lies across it.
    readonly property size shape: {
        const box = dialog.board.screens.find(one => one.name === dialog.screen)?.box;
        return box ? Qt.size(box.width, box.height) : Qt.size(Math.max(1, dialog.board.size.width), Math.max(1, dialog.board.size.height));
    }

    function begin(screen: string): void {
        dialog.screen = screen;
        dialog.problem = "";
        drawn.begin(dialog.wall.store, dialog.board.wall, screen);
        dialog.open();
        canvas.forceActiveFocus();
    }

    width: Math.min(Theme.px(960), parent ? parent.width - 2 * Theme.s6 : Theme.px(960))
    title: screen === "*" ? Format.fill(qsTr("Panes across %1"), [board.name]) : Format.fill(qsTr("Panes of screen %1"), [screen])
    acceptText: qsTr("Divide it so")
    acceptEnabled: !board.locked && (screen === "*" || drawn.count > 0)
    onSubmitted: {
        if (dialog.wall.commands.setFreeLayout(dialog.board.wall, dialog.screen, drawn))
            dialog.close();
        else
            dialog.problem = dialog.wall.commands.failureText;
    }
    FreeLayout {
        id: drawn
    }
    contentItem: Column {
        spacing: Theme.s3
        Row {
            spacing: Theme.s1
            Button {
                icon.name: "plus"
                text: qsTr("New pane")
                key: "N"
                onClicked: canvas.addOne()
            }
            Button {
                icon.name: "trash"
                enabled: drawn.current >= 0
                text: qsTr("Remove")
                key: "Del"
                onClicked: drawn.removeCurrent()
            }
            Button {
                icon.name: "undo"
                enabled: drawn.canUndo
                text: qsTr("Undo")
                key: "Ctrl+Z"
                onClicked: drawn.undo()
            }
            Button {
                icon.name: "redo"
                enabled: drawn.canRedo
                text: qsTr("Redo")
                key: "Ctrl+Y"
                onClicked: drawn.redo()
            }
        }
        FreeLayoutCanvas {
            id: canvas
            width: parent.width
            height: Math.min(width * dialog.shape.height / dialog.shape.width, dialog.parent ? dialog.parent.height - Theme.px(320) : Theme.px(400))
            shape: dialog.shape
            drawn: drawn
            registry: dialog.registry
            focus: true
        }
        Label {
            width: parent.width
            wrapMode: Text.Wrap
            quiet: true
            font.pixelSize: Theme.tiny
            text: qsTr("Drag on free ground to draw a pane, drag a pane to move it, its lower right corner to size it. Arrow keys move the chosen pane, with Shift they size it, Page Up and Page Down choose another one.")
        }
        Label {
            visible: text.length > 0
            width: parent.width
            wrapMode: Text.Wrap
            text: dialog.board.locked ? Format.fill(qsTr("Locked by %1: nothing on this wall moves until it is unlocked."), [dialog.board.lockedBy]) : dialog.problem
            color: Theme.late
            Accessible.role: Accessible.AlertMessage
        }
    }
}
