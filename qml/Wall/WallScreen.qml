// Feeding the walls: each as a small picture, what can be put up at its right, layouts and presets below.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls
import Chengyun.Link

FocusScope {
    id: screen

    required property WallCapability wall
    required property PaneRegistry registry
    required property Outbox outbox
    property string current: ""
    readonly property var walls: wall.store.walls
    readonly property alias board: board
    readonly property alias miniature: mini
    readonly property alias putUpPanel: putUp
    readonly property alias presetDialog: presetDialog
    readonly property alias freeDialog: freeDialog
    readonly property alias wallDialog: wallDialog
    readonly property alias hand: hand
    readonly property bool mayFeed: wall.mayFeed
    readonly property bool mayMove: mayFeed && !board.locked
    readonly property var chosen: changes >= 0 ? board.at(mini.row) : ({})
    readonly property bool filled: (chosen.kind ?? "").length > 0
    /// The pane that is to change places with the next one that is chosen, or nothing.
    property var swapping: null
    property int changes: 0
    property int pendingChanges: 0
    readonly property bool pending: pendingChanges >= 0 && outbox.pendingKind(board.wall).length > 0
    signal said(string text, bool failed)

    /// What was not taken is said at once.
    function tell(taken: bool): void {
        if (!taken)
            screen.said(screen.wall.commands.failureText, true);
    }
    function put(content: var, minutes: int): void {
        screen.tell(screen.wall.commands.putUp(board.wall, mini.screen, mini.cell, content, minutes));
    }
    function takeDown(): void {
        if (screen.filled && screen.mayMove)
            screen.tell(screen.wall.commands.takeDown(board.wall, mini.screen, mini.cell));
    }
    function undo(): void {
        if (screen.mayMove)
            screen.tell(screen.wall.commands.undo(board.wall));
    }
    function swapWith(toScreen: string, toCell: int): void {
        const from = screen.swapping;
        screen.swapping = null;
        if (from && (from.screen !== toScreen || from.cell !== toCell))
            screen.tell(screen.wall.commands.move(board.wall, from.screen, from.cell, toScreen, toCell));
    }
    /// Esc: what was begun is left.
    function endBegun(): bool {
        const was = screen.swapping !== null || hand.opened;
        screen.swapping = null;
        hand.end(true);
        return was;
    }
    function reach(): void {
        if (screen.filled && screen.mayFeed)
            hand.begin(mini.screen, mini.cell);
    }
    function choose(): void {
        if (!screen.walls.some(wall => wall.id === screen.current))
            screen.current = screen.walls[0]?.id ?? "";
    }
    onWallsChanged: choose()
    Component.onCompleted: {
        registry.make();
        choose();
    }
    Connections {
        target: screen.outbox
        function onChanged(): void {
            screen.pendingChanges += 1;
        }
    }
    Connections {
        target: board
        function onDataChanged(): void {
            screen.changes += 1;
        }
    }
    WallModel {
        id: board
        store: screen.wall.store
        wall: screen.current
        cells: true
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    EmptyState {
        visible: screen.walls.length === 0
        anchors.centerIn: parent
        width: Math.min(parent.width, Theme.px(520))
        iconName: "wall"
        title: qsTr("There is no wall yet")
        text: screen.wall.mayConfigure ? qsTr("Make one: its screens and the enlargement for the distance. An administrator then makes a code for the machine that shows it.") : qsTr("A commander or an administrator makes it.")
        actionText: screen.wall.mayConfigure ? qsTr("New wall …") : ""
        onAction: wallDialog.begin(null)
    }
    Item {
        id: bar
        visible: screen.walls.length > 0
        anchors.left: parent.left
        anchors.right: side.left
        height: Theme.px(48)
        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2
            Segments {
                visible: screen.walls.length > 1
                anchors.verticalCenter: parent.verticalCenter
                current: screen.current
                entries: screen.walls.map(wall => ({
                            "key": wall.id,
                            "text": wall.name
                        }))
                onPicked: key => screen.current = key
            }
            Label {
                visible: screen.walls.length === 1
                anchors.verticalCenter: parent.verticalCenter
                text: board.name
                strong: true
                font.pixelSize: Theme.body
            }
            Tag {
                visible: board.locked
                anchors.verticalCenter: parent.verticalCenter
                iconName: "lock"
                tone: Theme.late
                text: Format.fill(qsTr("Locked by %1"), [board.lockedBy])
            }
            Spinner {
                visible: screen.pending
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            IconButton {
                visible: screen.wall.mayConfigure
                icon.name: "plus"
                text: qsTr("New wall …")
                onClicked: wallDialog.begin(null)
            }
            IconButton {
                visible: screen.wall.mayConfigure
                icon.name: "edit"
                text: qsTr("Change this wall …")
                onClicked: wallDialog.begin(board)
            }
            Button {
                visible: screen.mayFeed
                icon.name: "undo"
                enabled: screen.mayMove
                text: qsTr("Undo")
                key: "Ctrl+Z"
                onClicked: screen.undo()
            }
            Button {
                visible: screen.mayFeed
                icon.name: "lock"
                text: board.locked ? qsTr("Unlock") : qsTr("Lock")
                hint: qsTr("Nothing on a locked wall moves, whoever wants it")
                onClicked: screen.tell(screen.wall.commands.setLocked(board.wall, !board.locked))
            }
        }
    }
    WallMiniature {
        id: mini
        visible: screen.walls.length > 0
        anchors.left: parent.left
        anchors.right: side.left
        anchors.top: bar.bottom
        anchors.bottom: below.top
        anchors.margins: Theme.s3
        focus: true
        board: board
        registry: screen.registry
        onActivated: {
            if (screen.swapping)
                screen.swapWith(mini.screen, mini.cell);
            else
                putUp.begin();
        }
        onMoved: (fromScreen, fromCell, toScreen, toCell) => {
            if (screen.mayMove)
                screen.tell(screen.wall.commands.move(board.wall, fromScreen, fromCell, toScreen, toCell));
        }
        onTyped: key => {
            const preset = board.presets.find(preset => preset.key === key);
            if (preset && screen.mayMove)
                screen.tell(screen.wall.commands.putUpPreset(preset.id));
        }
        Keys.onDeletePressed: screen.takeDown()
        Shortcut {
            sequence: "F2"
            enabled: screen.visible && !hand.opened
            onActivated: screen.reach()
        }
        Shortcut {
            sequence: "Ctrl+Z"
            enabled: screen.visible && mini.activeFocus
            onActivated: screen.undo()
        }
    }
    Column {
        id: below
        visible: screen.walls.length > 0
        anchors.left: parent.left
        anchors.right: side.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s3
        spacing: Theme.s2
        LayoutBar {
            width: parent.width
            board: board
            names: screen.wall.commands.layoutNames()
            screen: mini.screen
            mayChange: screen.mayMove
            onPicked: layout => screen.tell(screen.wall.commands.setLayout(board.wall, mini.screen, layout))
            onDrawWanted: of => freeDialog.begin(of)
        }
        PresetBar {
            width: parent.width
            board: board
            mayChange: screen.mayMove
            onPicked: preset => screen.tell(screen.wall.commands.putUpPreset(preset))
            onKeepWanted: presetDialog.begin()
            onRemoveWanted: (preset, name) => removal.ask(preset, name)
        }
        Label {
            width: parent.width
            text: screen.swapping ? qsTr("Choose the pane to change places with, and press Enter. Esc leaves it as it is.") : qsTr("A click or the arrow keys choose a pane. Drag a pane onto another one, or something of the list onto a pane.")
            quiet: true
            wrapMode: Text.Wrap
            font.pixelSize: Theme.tiny
        }
    }
    Rectangle {
        id: side
        visible: screen.walls.length > 0
        anchors.right: parent.right
        width: visible ? Math.min(Theme.px(380), parent.width * 0.36) : 0
        height: parent.height
        color: Theme.surface
        Column {
            id: standing
            x: Theme.s3
            y: Theme.s3
            width: parent.width - 2 * Theme.s3
            spacing: Theme.s1
            Label {
                width: parent.width
                text: screen.chosen.screen === undefined ? "" : Format.joined([screen.chosen.across ? qsTr("Across the wall") : Format.fill(qsTr("Screen %1"), [screen.chosen.screen]), qsTr("Pane %1").arg(screen.chosen.cell + 1)])
                quiet: true
                font.pixelSize: Theme.tiny
            }
            NameLabel {
                width: parent.width
                text: screen.filled ? screen.registry.kind(screen.chosen.kind)?.captionOf(screen.chosen.content) ?? screen.chosen.kind : qsTr("Empty")
                strong: true
                font.pixelSize: Theme.body
            }
            Label {
                width: parent.width
                height: Theme.px(20)
                text: screen.filled ? Format.joined([Format.fill(qsTr("Put up %1 by %2"), [Format.ago(screen.chosen.at, Clock.minute), screen.chosen.byName]), screen.chosen.until > 0 ? Format.left(Math.max(screen.chosen.until, Clock.minute), Clock.minute) : ""]) : ""
                quiet: true
                font.pixelSize: Theme.tiny
            }
            Flow {
                visible: screen.mayFeed
                width: parent.width
                spacing: Theme.s1
                Button {
                    icon.name: "close"
                    enabled: screen.mayMove && screen.filled
                    text: qsTr("Take down")
                    key: "Del"
                    onClicked: screen.takeDown()
                }
                Button {
                    icon.name: "target"
                    enabled: screen.filled
                    text: qsTr("Take in hand")
                    hint: qsTr("Point at it on the wall, and move its map or picture from here")
                    key: "F2"
                    onClicked: screen.reach()
                }
                Button {
                    icon.name: "swap"
                    enabled: screen.mayMove && screen.filled
                    text: qsTr("Swap …")
                    onClicked: {
                        screen.swapping = {
                            "screen": mini.screen,
                            "cell": mini.cell
                        };
                        mini.forceActiveFocus();
                    }
                }
            }
            Rule {
                width: parent.width
            }
        }
        PutUpPanel {
            id: putUp
            visible: screen.mayFeed
            anchors.top: standing.bottom
            anchors.topMargin: Theme.s3
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.s3
            registry: screen.registry
            enabledHere: screen.mayMove && mini.row >= 0
            onWanted: (content, minutes) => screen.put(content, minutes)
            onDropped: (content, minutes, at) => {
                const onto = mini.paneAt(at);
                if (!onto || !screen.mayMove)
                    return;
                mini.choose(onto.screen, onto.cell);
                screen.put(content, minutes);
            }
        }
        Label {
            visible: !screen.mayFeed
            anchors.top: standing.bottom
            anchors.margins: Theme.s3
            x: Theme.s3
            width: parent.width - 2 * Theme.s3
            wrapMode: Text.Wrap
            text: qsTr("Dispatchers and commanders put something up.")
            quiet: true
        }
    }
    HandView {
        id: hand
        anchors.fill: parent
        z: 1
        visible: opened
        wall: screen.wall
        registry: screen.registry
        board: board
        mayMove: screen.mayMove
        onSaid: (text, failed) => screen.said(text, failed)
        onEnded: mini.forceActiveFocus()
    }
    Binding {
        target: screen.wall.hands
        property: "walls"
        value: screen.visible && board.wall.length > 0 ? [board.wall] : []
        restoreMode: Binding.RestoreNone
    }
    FreeLayoutDialog {
        id: freeDialog
        wall: screen.wall
        registry: screen.registry
        board: board
    }
    WallDialog {
        id: wallDialog
        wall: screen.wall
    }
    PresetDialog {
        id: presetDialog
        commands: screen.wall.commands
        board: board
    }
    Dialog {
        id: removal
        property string preset: ""
        property string name: ""
        function ask(preset: string, name: string): void {
            removal.preset = preset;
            removal.name = name;
            removal.open();
        }
        title: qsTr("Remove the preset?")
        acceptText: qsTr("Remove")
        grave: true
        onSubmitted: {
            screen.tell(screen.wall.commands.removePreset(removal.preset));
            removal.close();
        }
        contentItem: Label {
            text: Format.fill(qsTr("The preset “%1” goes away; what stands on the wall stays."), [removal.name])
            wrapMode: Text.Wrap
        }
    }
}
