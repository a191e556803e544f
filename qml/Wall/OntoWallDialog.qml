// Puts something that is looked at elsewhere onto a wall: which pane, and for how long.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

Dialog {
    id: dialog

    required property WallCapability wall
    required property PaneRegistry registry
    property var content: null
    property string chosen: ""
    property int minutes: 0
    property string problem: ""
    readonly property alias miniature: mini

    function begin(content: var): void {
        dialog.content = content;
        dialog.problem = "";
        if (!dialog.wall.store.walls.some(wall => wall.id === dialog.chosen))
            dialog.chosen = dialog.wall.store.walls[0]?.id ?? "";
        dialog.open();
        mini.forceActiveFocus();
    }

    width: Math.min(Theme.px(760), parent ? parent.width - 2 * Theme.s6 : Theme.px(760))
    title: dialog.content ? Format.fill(qsTr("Onto the wall: %1"), [dialog.registry.kind(dialog.content.kind)?.captionOf(dialog.content) ?? ""]) : ""
    acceptText: qsTr("Put up")
    acceptEnabled: mini.row >= 0 && !board.locked
    onSubmitted: {
        if (dialog.wall.commands.putUp(dialog.chosen, mini.screen, mini.cell, dialog.content, dialog.minutes))
            dialog.close();
        else
            dialog.problem = dialog.wall.commands.failureText;
    }
    WallModel {
        id: board
        store: dialog.wall.store
        wall: dialog.chosen
        cells: true
    }
    contentItem: Column {
        spacing: Theme.s3
        Segments {
            visible: dialog.wall.store.walls.length > 1
            current: dialog.chosen
            entries: dialog.wall.store.walls.map(wall => ({
                        "key": wall.id,
                        "text": wall.name
                    }))
            onPicked: key => dialog.chosen = key
        }
        WallMiniature {
            id: mini
            width: parent.width
            height: Math.min(Theme.px(320), board.size.width > 0 ? width * board.size.height / board.size.width : Theme.px(320))
            focus: true
            board: board
            registry: dialog.registry
            onActivated: dialog.submit()
        }
        Row {
            spacing: Theme.s1
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("For how long")
            Repeater {
                model: [0, 5, 15, 60]
                Chip {
                    required property int modelData
                    checkable: false
                    checked: dialog.minutes === modelData
                    text: modelData === 0 ? qsTr("Stays") : Format.span(modelData * 60000)
                    onClicked: dialog.minutes = modelData
                }
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            wrapMode: Text.Wrap
            text: board.locked ? Format.fill(qsTr("Locked by %1: nothing on this wall moves until it is unlocked."), [board.lockedBy]) : dialog.problem
            color: Theme.late
            Accessible.role: Accessible.AlertMessage
        }
    }
}
