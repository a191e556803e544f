// Cameras side by side: a list to choose from, and one, four or nine pictures.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls
import Chengyun.Resources
import Chengyun.Video

FocusScope {
    id: screen

    required property ResourceListModel cameras
    required property ResourceStore store
    required property CameraStreams streams
    property int side: 2
    property var shown: []
    property int current: 0
    /// The frame that fills the screen for a while, or −1. The others go on behind it.
    property int enlarged: -1
    readonly property int cells: side * side
    /// How many frames show a picture, or the reason why there is none.
    property int settled: 0
    /// What the streams are like stands over the pictures.
    property bool figures: false
    /// Of ThingAction: what parts can do with a camera.
    property var thingActions: []
    property CameraSound sound: null
    /// The picture of the chosen frame; null where it shows no camera.
    property CameraView view: null
    readonly property string camera: screen.shown[screen.current] ?? ""
    signal snapshotWanted
    signal clipWanted
    signal soundWanted
    signal figuresWanted
    signal showOnMap(string resource)
    /// What can be done with a camera, at a point of an item.
    signal menuWanted(string resource, Item from, point at)

    function put(cell: int, camera: string): void {
        const next = screen.shown.slice();
        while (next.length < screen.cells)
            next.push("");
        const before = next.indexOf(camera);
        if (before >= 0)
            next[before] = "";
        next[cell] = camera;
        screen.shown = next;
    }
    /// The first cameras there are, so that nobody looks at an empty wall.
    function fill(): void {
        const next = [];
        for (let row = 0; row < screen.cameras.count && next.length < screen.cells; ++row) {
            const id = screen.cameras.idAt(row);
            if (screen.store.card(id).stream)
                next.push(id);
        }
        screen.shown = next;
    }
    /// The frame so many columns and rows further, if there is one. An enlarged one gives way to it.
    function step(across: int, down: int): void {
        const column = screen.current % screen.side + across;
        const row = Math.floor(screen.current / screen.side) + down;
        if (Math.min(column, row) < 0 || Math.max(column, row) >= screen.side)
            return;
        screen.current = row * screen.side + column;
        if (screen.enlarged >= 0)
            screen.enlarged = screen.current;
        views.itemAt(screen.current).forceActiveFocus(Qt.TabFocusReason);
    }
    Keys.onEscapePressed: event => {
        event.accepted = screen.enlarged >= 0;
        screen.enlarged = -1;
    }
    onVisibleChanged: if (visible && shown.filter(id => id.length > 0).length === 0)
        fill()

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Rectangle {
        id: cameraPane
        width: Theme.px(300)
        height: parent.height
        color: Theme.surface
        SearchField {
            id: filter
            x: Theme.s2
            y: Theme.s2
            width: parent.width - 2 * Theme.s2
            placeholderText: qsTr("Camera, place, initials")
            text: screen.cameras.text
            onTextChanged: screen.cameras.text = text
        }
        ListView {
            id: list
            anchors.top: filter.bottom
            anchors.topMargin: Theme.s2
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            focus: true
            activeFocusOnTab: true
            model: screen.cameras
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Cameras")
            T.ScrollBar.vertical: ScrollBar {}
            Keys.onReturnPressed: showCurrent()
            Keys.onEnterPressed: showCurrent()
            Keys.onMenuPressed: if (currentItem)
                screen.menuWanted(screen.cameras.idAt(currentIndex), currentItem, Qt.point(Theme.s6, currentItem.height))
            function showCurrent(): void {
                if (currentIndex >= 0)
                    screen.put(screen.current, screen.cameras.idAt(currentIndex));
            }
            delegate: RowBase {
                id: row
                required property int index
                required property string resourceId
                required property string name
                required property string kindName
                required property string areaName
                required property bool hasStream
                width: list.width
                implicitHeight: Theme.px(48)
                current: screen.shown.includes(resourceId)
                text: name
                onClicked: {
                    list.currentIndex = row.index;
                    screen.put(screen.current, row.resourceId);
                    if (screen.enlarged < 0)
                        screen.current = (screen.current + 1) % screen.cells;
                }
                TapHandler {
                    acceptedButtons: Qt.RightButton
                    onTapped: point => screen.menuWanted(row.resourceId, row, Qt.point(point.position.x, point.position.y))
                }
                Icon {
                    x: Theme.s3
                    anchors.verticalCenter: parent.verticalCenter
                    name: row.hasStream ? "video" : "warning"
                    color: row.current ? Theme.accent : Theme.quiet
                }
                NameLabel {
                    x: Theme.px(40)
                    y: Theme.px(6)
                    width: parent.width - x - goTo.width - Theme.s2
                    text: row.name
                }
                NameLabel {
                    x: Theme.px(40)
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.px(6)
                    width: parent.width - x - goTo.width - Theme.s2
                    text: Format.joined([row.kindName, row.areaName])
                    quiet: true
                    font.pixelSize: Theme.tiny
                }
                Row {
                    id: goTo
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s2
                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.hovered
                    ThingButtons {
                        visible: row.hovered
                        actions: screen.thingActions
                        kind: "resource"
                        thing: row.resourceId
                    }
                    IconButton {
                        icon.name: "target"
                        text: qsTr("Show on the map")
                        onClicked: screen.showOnMap(row.resourceId)
                    }
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                visible: list.count === 0
                iconName: "video"
                title: filter.text.length > 0 ? qsTr("No such camera") : qsTr("No cameras yet")
                text: filter.text.length > 0 ? "" : qsTr("They appear when cameras are imported into the hub.")
            }
        }
        Rule {
            vertical: true
            anchors.right: parent.right
            height: parent.height
        }
    }
    Item {
        id: bar
        anchors.left: cameraPane.right
        anchors.right: parent.right
        height: Theme.px(48)
        CameraTools {
            anchors.right: numbers.left
            anchors.verticalCenter: parent.verticalCenter
            view: screen.view
            sound: screen.sound
            onSnapshotWanted: screen.snapshotWanted()
            onClipWanted: screen.clipWanted()
            onSoundWanted: screen.soundWanted()
        }
        IconButton {
            id: numbers
            anchors.right: division.left
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            icon.name: "chart"
            text: screen.figures ? qsTr("Hide the streams' figures") : qsTr("Show the streams' figures")
            key: "I"
            checked: screen.figures
            onClicked: screen.figuresWanted()
        }
        Segments {
            id: division
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            current: String(screen.side)
            entries: [
                {
                    "key": "1",
                    "text": qsTr("One")
                },
                {
                    "key": "2",
                    "text": qsTr("Four")
                },
                {
                    "key": "3",
                    "text": qsTr("Nine")
                }
            ]
            onPicked: key => {
                screen.enlarged = -1;
                screen.side = Number(key);
                screen.current = 0;
                if (screen.shown.length < screen.cells && screen.shown.filter(id => id.length > 0).length < 2)
                    screen.fill();
            }
        }
        Label {
            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("A click or the arrows choose the frame, a double click or Enter enlarges it and back.")
            quiet: true
            font.pixelSize: Theme.tiny
        }
    }
    Item {
        id: wall
        readonly property real gap: Theme.s1
        anchors.left: cameraPane.right
        anchors.right: parent.right
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.s2
        anchors.rightMargin: Theme.s2
        anchors.bottomMargin: Theme.s2
        Repeater {
            id: views
            // As many as there ever are: those that stay do not end when their number changes.
            model: 9
            Rectangle {
                id: cell
                required property int index
                readonly property bool there: index < screen.cells
                readonly property string camera: there ? screen.shown[index] ?? "" : ""
                readonly property bool alone: screen.enlarged === index
                readonly property int columns: alone ? 1 : screen.side
                readonly property CameraView picture: view.item as CameraView
                readonly property bool settled: picture ? picture.playing || picture.failed : false
                width: (wall.width - (columns - 1) * wall.gap) / columns
                height: (wall.height - (columns - 1) * wall.gap) / columns
                x: alone ? 0 : index % columns * (width + wall.gap)
                y: alone ? 0 : Math.floor(index / columns) * (height + wall.gap)
                visible: there && (alone || screen.enlarged < 0)
                function turn(): void {
                    screen.enlarged = screen.enlarged >= 0 || screen.side === 1 ? -1 : cell.index;
                }
                activeFocusOnTab: screen.current === index
                onThereChanged: if (!there && activeFocus)
                    views.itemAt(0).forceActiveFocus()
                Accessible.role: Accessible.Button
                Accessible.focusable: true
                Accessible.name: camera.length > 0 ? Format.fill(qsTr("Frame %1: %2"), [index + 1, stream.name]) : qsTr("Frame %1, without a camera").arg(index + 1)
                Accessible.description: qsTr("Enter enlarges it and back.")
                Accessible.onPressAction: turn()
                Keys.onMenuPressed: askMenu(Qt.point(width / 2, height / 2))
                function askMenu(at: point): void {
                    if (cell.camera.length > 0)
                        screen.menuWanted(cell.camera, cell, at);
                }
                TapHandler {
                    acceptedButtons: Qt.RightButton
                    onTapped: point => cell.askMenu(Qt.point(point.position.x, point.position.y))
                }
                Keys.onReturnPressed: turn()
                Keys.onEnterPressed: turn()
                Keys.onLeftPressed: screen.step(-1, 0)
                Keys.onRightPressed: screen.step(1, 0)
                Keys.onUpPressed: screen.step(0, -1)
                Keys.onDownPressed: screen.step(0, 1)
                onSettledChanged: screen.settled += settled ? 1 : -1
                Binding {
                    target: screen
                    property: "view"
                    when: screen.current === cell.index
                    value: cell.picture
                    restoreMode: Binding.RestoreNone
                }
                Component.onDestruction: if (settled)
                    screen.settled -= 1
                color: Theme.surface
                border.color: activeFocus ? Theme.text : screen.current === index ? Theme.accent : Theme.line
                border.width: screen.current === index ? Theme.focusWidth : Theme.hair
                radius: Theme.radius
                CameraStream {
                    id: stream
                    streams: screen.streams
                    resource: cell.camera
                    fault: cell.picture?.fault ?? ""
                }
                Label {
                    anchors.centerIn: parent
                    visible: cell.camera.length === 0
                    text: qsTr("Choose a camera at the left")
                    quiet: true
                }
                Loader {
                    id: view
                    anchors.fill: parent
                    anchors.margins: Theme.px(2)
                    active: cell.camera.length > 0
                    sourceComponent: CameraView {
                        name: stream.name
                        sources: stream.addresses
                        problem: stream.problem
                        asking: stream.asking
                        active: screen.visible
                        overlay: screen.figures
                        recorded: true
                        sound: screen.sound
                        onEnlarge: cell.turn()
                    }
                }
                TapHandler {
                    onTapped: {
                        screen.current = cell.index;
                        cell.forceActiveFocus(Qt.MouseFocusReason);
                    }
                }
            }
        }
    }
}
