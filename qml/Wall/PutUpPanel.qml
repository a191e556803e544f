// What can be put up: its kind, which one of them, for how long.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

FocusScope {
    id: panel

    required property PaneRegistry registry
    property bool enabledHere: true
    property string kind: ""
    readonly property PaneKind paneKind: registry.kind(kind)
    readonly property bool writes: (paneKind?.written ?? "").length > 0
    /// 0: it stays.
    property int minutes: 0
    property string level: ""
    property var offers: []
    /// This is to be put up where somebody has chosen.
    signal wanted(var content, int minutes)
    /// The same, where it was dropped.
    signal dropped(var content, int minutes, point at)

    function refresh(): void {
        panel.offers = panel.paneKind && !panel.writes ? panel.paneKind.offers(search.text) : [];
    }
    function begin(): void {
        panel.refresh();
        if (panel.writes)
            words.forceActiveFocus();
        else if (search.visible)
            search.forceActiveFocus();
        else
            list.forceActiveFocus();
    }
    /// As if somebody had typed it.
    function write(text: string): void {
        words.text = text;
    }
    function put(content: var): void {
        if (panel.enabledHere && content)
            panel.wanted(content, panel.minutes);
    }
    function putCurrent(): void {
        if (!panel.writes) {
            panel.put(panel.offers[list.currentIndex]?.content);
            return;
        }
        panel.put(panel.writtenContent(words.text));
    }
    /// The content that says this, or null where it says nothing.
    function writtenContent(text: string): var {
        if (!panel.writes || text.trim().length === 0)
            return null;
        const content = panel.paneKind.saying(text);
        if (panel.paneKind.written === "text" && panel.level.length > 0)
            content.options = {
                "level": panel.level
            };
        return content;
    }
    onPaneKindChanged: {
        search.text = "";
        refresh();
    }
    onVisibleChanged: if (visible)
        refresh()
    Component.onCompleted: {
        panel.kind = panel.registry.kinds[0]?.name ?? "";
        refresh();
    }
    Connections {
        target: panel.registry
        function onKindsChanged(): void {
            panel.kind = panel.registry.kinds[0]?.name ?? "";
            panel.refresh();
        }
        function onLanguageChanged(): void {
            Qt.callLater(panel.refresh);
        }
    }

    /// By it something is dragged onto a pane.
    component Carrier: DragHandler {
        id: carrier
        property string name
        property var content
        property point last
        target: null
        onCentroidChanged: if (active)
            last = centroid.scenePosition
        onActiveChanged: {
            ghost.text = carrier.name;
            ghost.from = active ? carrier : null;
            if (!active && carrier.content)
                panel.dropped(carrier.content, panel.minutes, carrier.last);
        }
    }
    Column {
        id: head
        width: parent.width
        spacing: Theme.s2
        Flow {
            width: parent.width
            spacing: Theme.s1
            Accessible.role: Accessible.PageTabList
            Accessible.name: qsTr("What is put up")
            Repeater {
                model: panel.registry.kinds
                Chip {
                    required property PaneKind modelData
                    checkable: false
                    checked: panel.kind === modelData.name
                    icon.name: modelData.icon
                    text: modelData.title
                    onClicked: panel.kind = modelData.name
                }
            }
        }
        SearchField {
            id: search
            visible: panel.paneKind?.searched ?? false
            width: parent.width
            placeholderText: qsTr("Name, place, initials")
            Accessible.name: qsTr("What is put up")
            onTextChanged: panel.refresh()
            Keys.onDownPressed: list.forceActiveFocus()
            Keys.onReturnPressed: panel.putCurrent()
            Keys.onEnterPressed: panel.putCurrent()
        }
        TextArea {
            id: words
            visible: panel.writes
            width: parent.width
            height: Theme.px(panel.paneKind?.written === "title" ? 48 : 120)
            placeholderText: panel.paneKind?.written === "title" ? qsTr("The title") : qsTr("What is announced")
            Accessible.name: panel.paneKind?.title ?? ""
        }
        Row {
            visible: panel.paneKind?.written === "text"
            spacing: Theme.s1
            Chip {
                checkable: false
                checked: panel.level.length === 0
                text: qsTr("No level")
                onClicked: panel.level = ""
            }
            LevelPicker {
                level: panel.level
                onPicked: level => panel.level = level
            }
        }
    }
    Rectangle {
        visible: panel.writes && words.text.trim().length > 0
        anchors.top: head.bottom
        anchors.topMargin: Theme.s2
        width: parent.width
        height: Theme.px(36)
        radius: Theme.radius
        color: Theme.raised
        border.color: Theme.line
        border.width: Theme.hair
        Label {
            anchors.centerIn: parent
            text: qsTr("Drag what you have written onto a pane")
            quiet: true
            Accessible.ignored: true // by keys: the button below
        }
        HoverHandler {
            cursorShape: Qt.OpenHandCursor
        }
        Carrier {
            name: words.text.trim()
            content: panel.writtenContent(words.text)
        }
    }
    ListView {
        id: list
        visible: !panel.writes
        anchors.top: head.bottom
        anchors.topMargin: Theme.s2
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s2
        width: parent.width
        clip: true
        activeFocusOnTab: true
        model: panel.offers
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("What can be put up")
        T.ScrollBar.vertical: ScrollBar {}
        Keys.onReturnPressed: panel.putCurrent()
        Keys.onEnterPressed: panel.putCurrent()
        delegate: RowBase {
            id: row
            required property int index
            required property var modelData
            width: list.width
            implicitHeight: Theme.px(44)
            current: list.currentIndex === index
            text: Format.joined([modelData.title, modelData.note])
            onClicked: list.currentIndex = index
            onDoubleClicked: panel.put(modelData.content)
            NameLabel {
                x: Theme.s2
                y: Theme.s1
                width: parent.width - 2 * Theme.s2
                text: row.modelData.title
                Accessible.ignored: true
            }
            NameLabel {
                x: Theme.s2
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.s1
                width: parent.width - 2 * Theme.s2
                text: row.modelData.note
                quiet: true
                font.pixelSize: Theme.tiny
                Accessible.ignored: true
            }
            Carrier {
                yAxis.enabled: false // up and down scrolls the list
                name: row.modelData.title
                content: row.modelData.content
            }
        }
        EmptyState {
            anchors.centerIn: parent
            width: parent.width
            visible: list.count === 0
            iconName: panel.paneKind?.icon ?? "list"
            title: qsTr("Nothing of this can be put up")
            text: search.text.length > 0 ? qsTr("Type less to find more.") : ""
        }
    }
    Column {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.s2
        Row {
            spacing: Theme.s1
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("For how long")
            Repeater {
                model: [0, 5, 15, 60]
                Chip {
                    required property int modelData
                    checkable: false
                    checked: panel.minutes === modelData
                    text: modelData === 0 ? qsTr("Stays") : Format.span(modelData * 60000)
                    hint: modelData === 0 ? "" : qsTr("Then what stood there before comes back")
                    onClicked: panel.minutes = modelData
                }
            }
        }
        Button {
            width: parent.width
            primary: true
            enabled: panel.enabledHere && (panel.writes ? words.text.trim().length > 0 : list.currentIndex >= 0 && list.count > 0)
            icon.name: "wall"
            text: qsTr("Put up on the chosen pane")
            onClicked: panel.putCurrent()
        }
    }
    // What is being dragged, beside the pointer.
    Rectangle {
        id: ghost
        property alias text: ghostName.text
        property DragHandler from: null
        parent: T.Overlay.overlay
        visible: from !== null
        x: (from?.centroid.scenePosition.x ?? 0) + Theme.s2
        y: (from?.centroid.scenePosition.y ?? 0) + Theme.s2
        width: Math.min(ghostName.implicitWidth + 2 * Theme.s2, Theme.px(240))
        height: Theme.px(28)
        radius: Theme.radius
        color: Theme.accent
        Label {
            id: ghostName
            anchors.centerIn: parent
            width: Math.min(implicitWidth, Theme.px(224))
            color: Theme.accentInk
        }
    }
}
