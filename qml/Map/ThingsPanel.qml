// Things of the map as a list over it: what stands at one place, or what has been chosen. What is ticked
// is marked on the map, exported, and acted on.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: panel

    required property MapThings things
    required property var layers ///< of MapLayer
    required property var actions ///< of SelectionAction
    readonly property int chosenCount: things.chosen.length
    signal opened(string kind, string id)
    signal copyWanted(string text)
    signal said(string text, bool failed)
    signal closed

    // By all that is listed: typing into the filter moves nothing.
    implicitHeight: list.y + Math.max(3, things.total) * Theme.px(44) + foot.height + Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Things on the map")

    function focusList(): void {
        list.currentIndex = list.count > 0 ? 0 : -1;
        list.forceActiveFocus();
    }
    function openCurrent(): void {
        if (list.currentIndex >= 0)
            panel.opened(panel.things.kindAt(list.currentIndex), panel.things.idAt(list.currentIndex));
    }
    /// The name of a layer, or of what pins stand for.
    function layerOf(name: string): var {
        return panel.layers.find(layer => layer.name === name) ?? {
            "title": name,
            "icon": "pin"
        };
    }
    function narrow(layer: string): void {
        const now = Array.from(panel.things.layers);
        panel.things.layers = now.includes(layer) ? now.filter(other => other !== layer) : now.concat([layer]);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        radius: Theme.radius
        border.color: Theme.line
        border.width: Theme.hair
        Shield {}
    }
    Item {
        id: head
        width: parent.width
        height: Theme.px(44)
        Label {
            id: title
            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%n on the map", "", panel.things.total)
            strong: true
            font.pixelSize: Theme.body
        }
        Label {
            anchors.left: title.right
            anchors.leftMargin: Theme.s2
            anchors.right: tools.left
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%n chosen", "", panel.chosenCount)
            quiet: true
        }
        Row {
            id: tools
            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            IconButton {
                icon.name: "copy"
                text: qsTr("Copy the table")
                onClicked: panel.copyRows()
            }
            IconButton {
                icon.name: "export"
                text: qsTr("Export as CSV")
                onClicked: saver.ask()
            }
            IconButton {
                icon.name: "close"
                text: qsTr("Choose nothing")
                key: "Esc"
                onClicked: panel.closed()
            }
        }
    }
    function copyRows(): void {
        panel.copyWanted(panel.things.copyText());
        panel.said(qsTr("Copied: paste it into a spreadsheet or a message."), false);
    }
    Flow {
        id: chips
        anchors.top: head.bottom
        x: Theme.s3
        width: parent.width - 2 * Theme.s3
        spacing: Theme.s1
        Repeater {
            model: panel.things.counts
            Chip {
                required property var modelData
                readonly property var of: panel.layerOf(modelData.layer)
                icon.name: of.icon
                text: of.title
                count: modelData.count
                checkable: false
                checked: panel.things.layers.includes(modelData.layer)
                onClicked: panel.narrow(modelData.layer)
            }
        }
    }
    SearchField {
        id: search
        anchors.top: chips.bottom
        anchors.topMargin: Theme.s2
        x: Theme.s3
        width: parent.width - 2 * Theme.s3
        placeholderText: qsTr("Name, class, code, initials, address")
        onTextChanged: panel.things.text = text
        Keys.onDownPressed: panel.focusList()
        Keys.onReturnPressed: panel.focusList()
        Keys.onEnterPressed: panel.focusList()
        Connections {
            target: panel.things
            function onTextChanged(): void {
                if (search.text !== panel.things.text)
                    search.text = panel.things.text;
            }
        }
    }
    Rule {
        anchors.bottom: list.top
        width: parent.width
    }
    ListView {
        id: list
        anchors.top: search.bottom
        anchors.topMargin: Theme.s2
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.hair
        anchors.rightMargin: Theme.hair
        clip: true
        focus: true
        model: panel.things
        reuseItems: true
        keyNavigationEnabled: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Things on the map")
        T.ScrollBar.vertical: ScrollBar {}
        Keys.onSpacePressed: panel.things.setChosen(currentIndex, !panel.things.isChosen(currentIndex))
        Keys.onReturnPressed: panel.openCurrent()
        Keys.onEnterPressed: panel.openCurrent()
        Keys.onPressed: event => {
            const typed = event.text.length > 0 && event.text > " " && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier));
            event.accepted = true;
            if (event.matches(StandardKey.Copy)) {
                panel.copyRows();
            } else if (event.matches(StandardKey.SelectAll)) {
                panel.things.chooseAll(!panel.things.allChosen);
            } else if (typed && event.key !== Qt.Key_Delete) {
                search.forceActiveFocus();
                search.insert(search.length, event.text);
            } else {
                event.accepted = false;
            }
        }
        delegate: ThingRow {
            width: list.width
            current: list.activeFocus && list.currentIndex === index
            onClicked: {
                list.forceActiveFocus();
                list.currentIndex = index;
                panel.openCurrent();
            }
            onChosenWanted: chosen => {
                list.currentIndex = index;
                panel.things.setChosen(index, chosen);
            }
        }
        Label {
            anchors.centerIn: parent
            visible: list.count === 0
            text: qsTr("Nothing matches")
            quiet: true
        }
    }
    FileChooser {
        id: saver
        title: panel.chosenCount > 0 ? qsTr("Export what is chosen") : qsTr("Export the list")
        saves: true
        offered: panel.chosenCount > 0 ? qsTr("Chosen on the map") : qsTr("At one place")
        defaultSuffix: "csv"
        nameFilters: [qsTr("Comma-separated values (*.csv)")]
        onAccepted: panel.things.exportCsv(selectedFile) ? panel.said(qsTr("Exported."), false) : panel.said(qsTr("The file could not be written; nothing was exported."), true)
    }
    Column {
        id: foot
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.hair
        width: parent.width
        spacing: Theme.s2
        bottomPadding: Theme.s2
        Rule {
            width: parent.width
        }
        CheckBox {
            x: Theme.s2
            text: qsTr("All in this list")
            checkState: panel.things.allChosen ? Qt.Checked : panel.chosenCount > 0 ? Qt.PartiallyChecked : Qt.Unchecked
            nextCheckState: () => checkState // follows the model alone
            onClicked: panel.things.chooseAll(!panel.things.allChosen)
        }
        Repeater {
            model: panel.actions
            Column {
                id: action
                required property var modelData
                x: Theme.s3
                width: foot.width - 2 * Theme.s3
                spacing: Theme.s1
                Button {
                    width: parent.width
                    primary: true
                    icon.name: action.modelData.icon
                    enabled: action.modelData.enabled
                    text: action.modelData.text
                    onClicked: action.modelData.triggered()
                }
                Label {
                    width: parent.width
                    visible: text.length > 0
                    text: action.modelData.note
                    quiet: true
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.tiny
                }
            }
        }
        Label {
            visible: panel.parent.height > Theme.px(620) // where it takes no row from the list
            x: Theme.s3
            width: foot.width - 2 * Theme.s3
            text: qsTr("Shift+drag adds a box, Ctrl+click adds or takes away, Esc ends it.")
            color: Theme.faint
            wrapMode: Text.Wrap
            font.pixelSize: Theme.tiny
        }
    }
}
