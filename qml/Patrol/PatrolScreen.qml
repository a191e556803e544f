// The groups of camera patrol: a list of them, and the cameras of the chosen one, one after another.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls
import Chengyun.Video

FocusScope {
    id: screen

    required property PatrolCapability patrol
    property string current: ""
    /// Of ThingAction: what parts can do with a group.
    property var thingActions: []
    readonly property var groups: patrol.store.groups
    /// The group that is shown: the chosen one while it is there.
    readonly property string group: serving ? duty.group : groups.some(one => one.id === screen.current) ? screen.current : groups[0]?.id ?? ""
    readonly property PatrolDuty duty: patrol.duty
    readonly property bool serving: duty.group.length > 0
    /// The camera that is to be looked at on duty is seen, with its picture.
    readonly property bool pictured: serving && view.round.shown === duty.camera && view.picture.playing
    property bool mayIssueOrders: false
    readonly property bool settled: group.length === 0 || view.settled
    readonly property alias dialog: dialog
    readonly property alias view: view
    readonly property alias removal: removal
    readonly property alias records: records
    signal picked(string group)
    signal showOnMap(string camera)
    property CameraSound sound: null
    signal orderWanted(string camera)
    /// `ask`: where it is to go is asked, also where an order is chosen.
    signal snapshotWanted(bool ask)
    signal clipWanted(bool ask)
    signal soundWanted
    signal said(string text, bool failed)

    function beginDuty(): void {
        // A round that is under way ends by a decision, not by the same command once more.
        if (!screen.serving && screen.patrol.mayEdit && screen.group.length > 0 && !screen.duty.begin(screen.group))
            screen.said(qsTr("No camera of this group can be shown now"), true);
    }
    /// What is not seen is not confirmed.
    function seen(): void {
        if (!screen.pictured && !screen.duty.said)
            screen.said(qsTr("This camera has no picture now: what is not seen is not confirmed."), true);
        else if (!screen.duty.seenNothing())
            screen.said(screen.duty.failureText, true);
    }
    function raiseOrder(): void {
        if (!screen.mayIssueOrders || screen.duty.said)
            return;
        screen.orderWanted(screen.duty.camera);
        screen.duty.orderBegun();
    }
    function endDuty(): bool {
        const was = screen.serving;
        screen.duty.end();
        return was;
    }
    function step(by: int): void {
        if (screen.serving)
            screen.duty.step(by);
        else
            view.round.step(by);
    }
    onServingChanged: if (!screen.serving)
        view.round.held = false
    Connections {
        target: screen.duty
        function onChanged(): void {
            if (screen.serving)
                view.round.holdAt(screen.duty.camera);
        }
        function onCompleted(group: string, count: int): void {
            screen.said(qsTr("All %n camera(s) have been looked at.", "", count), false);
        }
    }
    Connections {
        target: screen.patrol.shownLog
        function onExported(text: string, failed: bool): void {
            screen.said(text, failed);
        }
    }
    function turnHold(): void {
        if (view.round.count > 0 && !screen.serving)
            view.round.held = !view.round.held;
    }
    function edit(): void {
        if (!screen.serving && screen.group.length > 0 && screen.patrol.mayEdit)
            dialog.begin(screen.group);
    }
    function askRemoval(): void {
        if (screen.serving || screen.group.length === 0 || !screen.patrol.mayEdit)
            return;
        removal.group = screen.group;
        removal.open();
    }
    function makeNew(): void {
        if (!screen.serving && screen.patrol.mayEdit)
            dialog.begin("");
    }
    readonly property var actions: ({
            [Qt.Key_D]: screen.beginDuty,
            [Qt.Key_N]: screen.makeNew,
            [Qt.Key_E]: screen.edit,
            [Qt.Key_Delete]: screen.askRemoval,
            [Qt.Key_P]: screen.turnHold,
            [Qt.Key_S]: () => screen.snapshotWanted(false),
            [Qt.Key_C]: () => screen.clipWanted(false),
            [Qt.Key_L]: screen.soundWanted
        })
    readonly property var dutyActions: ({
            [Qt.Key_Return]: screen.seen,
            [Qt.Key_Enter]: screen.seen,
            [Qt.Key_O]: screen.raiseOrder,
            [Qt.Key_S]: () => screen.snapshotWanted(false),
            [Qt.Key_C]: () => screen.clipWanted(false),
            [Qt.Key_L]: screen.soundWanted
        })
    readonly property var askingActions: ({
            [Qt.Key_S]: () => screen.snapshotWanted(true),
            [Qt.Key_C]: () => screen.clipWanted(true)
        })
    Keys.onPressed: event => {
        const modifiers = event.modifiers & ~Qt.KeypadModifier;
        if (modifiers === Qt.ShiftModifier && screen.askingActions[event.key]) {
            event.accepted = true;
            if (!event.isAutoRepeat)
                screen.askingActions[event.key]();
            return;
        }
        if (modifiers !== Qt.NoModifier)
            return;
        if (event.key === Qt.Key_Left || event.key === Qt.Key_Right) {
            screen.step(event.key === Qt.Key_Left ? -1 : 1);
            event.accepted = true;
            return;
        }
        const act = (screen.serving ? screen.dutyActions : screen.actions)[event.key];
        event.accepted = act !== undefined;
        // A key that is held says nothing of the cameras that come after the first.
        if (act && !event.isAutoRepeat)
            act();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Rectangle {
        id: side
        width: Theme.px(300)
        height: parent.height
        color: Theme.surface
        Button {
            id: newGroup
            visible: screen.patrol.mayEdit
            x: Theme.s2
            y: Theme.s2
            width: parent.width - 2 * Theme.s2
            height: visible ? implicitHeight : 0
            icon.name: "plus"
            text: qsTr("New group")
            key: "N"
            enabled: !screen.serving
            onClicked: screen.makeNew()
        }
        ListView {
            id: list
            anchors.top: newGroup.bottom
            anchors.topMargin: Theme.s2
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            focus: true
            activeFocusOnTab: true
            model: screen.groups
            readonly property int at: screen.groups.findIndex(one => one.id === screen.group)
            onAtChanged: list.positionViewAtIndex(list.at, ListView.Contain)
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false // the choice is the page's
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Patrol groups")
            T.ScrollBar.vertical: ScrollBar {}
            function go(by: int): void {
                const next = screen.groups[list.at + by];
                if (next && !screen.serving)
                    screen.picked(next.id);
            }
            Keys.onUpPressed: list.go(-1)
            Keys.onDownPressed: list.go(1)
            delegate: RowBase {
                id: row
                required property var modelData
                width: list.width
                implicitHeight: Theme.px(48)
                current: modelData.id === screen.group
                text: Format.joined([modelData.name, about.text])
                onClicked: {
                    if (screen.serving)
                        return;
                    screen.picked(row.modelData.id);
                    list.forceActiveFocus(Qt.MouseFocusReason);
                }
                Icon {
                    x: Theme.s3
                    anchors.verticalCenter: parent.verticalCenter
                    name: "patrol"
                    color: row.current ? Theme.accent : Theme.quiet
                }
                NameLabel {
                    x: Theme.px(40)
                    y: Theme.px(6)
                    width: parent.width - x - Theme.s2
                    text: row.modelData.name
                    Accessible.ignored: true
                }
                NameLabel {
                    id: about
                    x: Theme.px(40)
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.px(6)
                    width: parent.width - x - Theme.s2
                    text: Format.joined([qsTr("%n camera(s)", "", row.modelData.count), qsTr("%1 s each").arg(row.modelData.dwell), row.modelData.areaName])
                    quiet: true
                    font.pixelSize: Theme.tiny
                    Accessible.ignored: true
                }
            }
        }
        Rule {
            vertical: true
            anchors.right: parent.right
            height: parent.height
        }
    }
    EmptyState {
        visible: screen.groups.length === 0
        anchors.left: side.right
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        iconName: "patrol"
        title: qsTr("No patrol group yet")
        text: screen.patrol.mayEdit ? qsTr("A group shows its cameras one after another, here and on the walls.") : qsTr("Dispatchers and commanders make them.")
        actionText: screen.patrol.mayEdit ? qsTr("New group") : ""
        onAction: dialog.begin("")
    }
    Item {
        id: bar
        visible: screen.group.length > 0 && !screen.serving
        anchors.left: side.right
        anchors.right: parent.right
        height: Theme.px(48)
        NameLabel {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.right: tools.left
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            text: screen.patrol.store.nameOf(screen.group)
            strong: true
            font.pixelSize: Theme.body
        }
        Row {
            id: tools
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            IconButton {
                icon.name: "chevron-left"
                text: qsTr("The camera before")
                key: "←"
                onClicked: view.round.step(-1)
            }
            Button {
                id: hold
                icon.name: view.round.held ? "play" : "pause"
                text: view.round.held ? qsTr("Go on") : qsTr("Hold still")
                key: "P"
                // As wide with either word, so that nothing beside it moves.
                width: Math.max(implicitWidth, widest)
                property real widest: 0
                onImplicitWidthChanged: widest = Math.max(widest, implicitWidth)
                onClicked: screen.turnHold()
            }
            IconButton {
                icon.name: "chevron-right"
                text: qsTr("The next camera")
                key: "→"
                onClicked: view.round.step(1)
            }
            Button {
                visible: screen.patrol.mayEdit
                icon.name: "verify"
                text: qsTr("Go on duty")
                key: "D"
                onClicked: screen.beginDuty()
            }
            IconButton {
                icon.name: "chart"
                text: qsTr("What was confirmed on duty")
                onClicked: records.begin()
            }
            IconButton {
                icon.name: "target"
                enabled: view.round.shown.length > 0
                text: qsTr("Show on the map")
                onClicked: screen.showOnMap(view.round.shown)
            }
            ThingButtons {
                visible: screen.group.length > 0
                actions: screen.thingActions
                kind: "patrol"
                thing: screen.group
            }
            IconButton {
                visible: screen.patrol.mayEdit
                icon.name: "edit"
                text: qsTr("Edit")
                key: "E"
                onClicked: screen.edit()
            }
            IconButton {
                visible: screen.patrol.mayEdit
                icon.name: "trash"
                text: qsTr("Remove")
                key: "Del"
                onClicked: screen.askRemoval()
            }
        }
    }
    DutyBar {
        visible: screen.serving
        anchors.left: side.right
        anchors.right: parent.right
        duty: screen.duty
        pictured: screen.pictured || screen.duty.said
        mayIssueOrders: screen.mayIssueOrders
        onSeenWanted: screen.seen()
        onOrderWanted: screen.raiseOrder()
        onEndWanted: screen.endDuty()
    }
    PatrolView {
        id: view
        visible: screen.group.length > 0
        anchors.left: side.right
        anchors.right: parent.right
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s2
        anchors.topMargin: 0
        patrol: screen.patrol
        group: screen.serving ? screen.duty.group : screen.group
        running: screen.visible
        touchable: !screen.serving
        led: screen.serving
        kept: true
        sound: screen.sound
    }
    RecordsDialog {
        id: records
        records: screen.patrol.records
        shownLog: screen.patrol.shownLog
    }
    PatrolDialog {
        id: dialog
        patrol: screen.patrol
    }
    Dialog {
        id: removal
        property string group: ""
        title: qsTr("Remove the patrol group?")
        acceptText: qsTr("Remove")
        grave: true
        onSubmitted: {
            if (!screen.patrol.commands.remove(removal.group))
                screen.said(screen.patrol.commands.failureText, true);
            removal.close();
        }
        contentItem: Label {
            text: Format.fill(qsTr("Walls that show “%1” say that it is not there any more."), [screen.patrol.store.nameOf(removal.group)])
            wrapMode: Text.Wrap
        }
    }
}
