// What is within so many kilometres of a place: a table one can dispatch from.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: panel

    required property AroundModel around
    property bool mayIssue: true
    readonly property var allLayers: [
        {
            "key": "rescue_force",
            "name": qsTr("Rescue forces")
        },
        {
            "key": "supply",
            "name": qsTr("Supplies")
        },
        {
            "key": "shelter",
            "name": qsTr("Shelters")
        },
        {
            "key": "risk",
            "name": qsTr("Risks")
        },
        {
            "key": "camera",
            "name": qsTr("Cameras")
        }
    ]
    signal dispatch(var units, real lon, real lat)
    signal picked(string item)
    signal copyWanted(string text)
    signal said(string text, bool failed)
    signal closed

    color: Theme.surface
    radius: Theme.radius
    border.color: Theme.line
    border.width: Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Around here")
    Shield {}

    Hold {
        id: hold
    }
    FilteredList {
        id: filtered
        list: panel.around
        held: hold.held
    }
    function send(): void {
        if (panel.mayIssue && panel.around.selectedCount > 0)
            panel.dispatch(panel.around.selectedUnits, panel.around.lon, panel.around.lat);
    }
    function focusList(): void {
        list.currentIndex = list.count > 0 ? 0 : -1;
        list.forceActiveFocus();
    }
    function totalsText(): string {
        const parts = [];
        for (const t of panel.around.totals)
            parts.push(t.layerName + " " + t.count + (t.capacityText.length > 0 ? " (" + t.capacityText + ")" : ""));
        return parts.join(" · ");
    }

    Item {
        id: head
        width: parent.width
        height: Theme.px(44)
        Label {
            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Around here")
            strong: true
            font.pixelSize: Theme.body
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            Repeater {
                model: [1, 2, 5, 10]
                Chip {
                    required property int modelData
                    text: qsTr("%1 km").arg(modelData)
                    checkable: false
                    checked: panel.around.radiusKm === modelData
                    onClicked: panel.around.radiusKm = modelData
                }
            }
            IconButton {
                icon.name: "copy"
                text: qsTr("Copy the table")
                onClicked: panel.copyWanted(panel.around.copyText())
            }
            IconButton {
                icon.name: "export"
                text: qsTr("Export as CSV")
                onClicked: saver.ask()
            }
            IconButton {
                icon.name: "close"
                text: qsTr("Close")
                key: "Esc"
                onClicked: panel.closed()
            }
        }
    }
    Flow {
        id: filters
        anchors.top: head.bottom
        x: Theme.s3
        width: parent.width - 2 * Theme.s3
        spacing: Theme.s1
        Repeater {
            model: panel.allLayers
            Chip {
                required property var modelData
                text: modelData.name
                checkable: false
                checked: panel.around.layers.includes(modelData.key)
                onClicked: {
                    const now = panel.around.layers;
                    panel.around.layers = checked ? now.filter(l => l !== modelData.key) : now.concat([modelData.key]);
                }
            }
        }
        SearchField {
            width: Theme.px(150)
            height: Theme.px(28)
            placeholderText: qsTr("Filter")
            text: panel.around.text
            onTextChanged: panel.around.text = text
        }
    }
    Label {
        id: totals
        anchors.top: filters.bottom
        anchors.topMargin: Theme.s2
        x: Theme.s3
        width: parent.width - 2 * Theme.s3
        text: panel.totalsText()
        quiet: true
        wrapMode: Text.Wrap
        maximumLineCount: 2
        font.pixelSize: Theme.tiny
        height: 2 * metrics.lineSpacing // also with one line, so that a longer one pushes no row
        FontMetrics {
            id: metrics
            font: totals.font
        }
    }
    Rule {
        id: ruler
        anchors.top: totals.bottom
        anchors.topMargin: Theme.s2
        width: parent.width
    }
    ListView {
        id: list
        anchors.top: ruler.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.hair
        anchors.rightMargin: Theme.hair
        clip: true
        model: filtered
        reuseItems: true
        keyNavigationEnabled: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("What is around here")
        T.ScrollBar.vertical: ScrollBar {}
        Keys.onPressed: event => {
            hold.touch();
            event.accepted = event.matches(StandardKey.Copy);
            if (event.accepted)
                panel.copyWanted(panel.around.copyText());
        }
        Keys.onSpacePressed: if (currentIndex >= 0)
            panel.around.toggle(filtered.sourceRow(currentIndex))
        Keys.onReturnPressed: panel.send()
        Keys.onEnterPressed: panel.send()
        delegate: RowBase {
            id: row
            required property int index
            required property string itemId
            required property string name
            required property var model
            required property string kindName
            required property string stateName
            required property string distanceText
            required property string capacityText
            required property string contactName
            required property string contactPhone
            required property string unit
            required property bool selected
            required property int openAssignments
            width: list.width
            implicitHeight: Theme.px(48)
            current: list.activeFocus && list.currentIndex === index
            text: name + ", " + kindName + ", " + distanceText
            onClicked: {
                list.forceActiveFocus();
                list.currentIndex = row.index;
                panel.picked(row.itemId);
            }
            CheckBox {
                id: tick
                x: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                visible: row.unit.length > 0
                checked: row.selected
                focusPolicy: Qt.NoFocus
                onToggled: panel.around.setSelected(filtered.sourceRow(row.index), checked)
                Accessible.name: Format.fill(qsTr("Send %1"), [row.name])
            }
            LayerIcon {
                id: symbol
                x: Theme.px(38)
                anchors.verticalCenter: parent.verticalCenter
                of: row.model.layer
            }
            NameLabel {
                anchors.left: symbol.right
                anchors.leftMargin: Theme.s2
                anchors.right: far.left
                anchors.rightMargin: Theme.s2
                y: Theme.px(6)
                text: row.name
            }
            NameLabel {
                anchors.left: symbol.right
                anchors.leftMargin: Theme.s2
                anchors.right: far.left
                anchors.rightMargin: Theme.s2
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.px(6)
                text: Format.joined([row.kindName, row.capacityText, row.contactName, row.contactPhone])
                quiet: true
                font.pixelSize: Theme.tiny
            }
            Column {
                id: far
                anchors.right: parent.right
                anchors.rightMargin: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s1 / 2
                Label {
                    anchors.right: parent.right
                    text: row.distanceText
                    strong: true
                }
                Label {
                    anchors.right: parent.right
                    text: row.openAssignments > 0 ? qsTr("%n open", "", row.openAssignments) : row.stateName
                    color: row.openAssignments > 0 ? Theme.late : Theme.quiet
                    font.pixelSize: Theme.tiny
                }
            }
        }
        EmptyState {
            anchors.centerIn: parent
            width: parent.width
            visible: list.count === 0
            iconName: "target"
            title: qsTr("Nothing within %1").arg(Format.distance(panel.around.radiusKm * 1000))
            text: qsTr("Widen the circle, or show more layers.")
        }
    }
    LetIn {
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s2
        anchors.horizontalCenter: parent.horizontalCenter
        waiting: filtered.waiting
        onClicked: hold.release()
    }
    FileChooser {
        id: saver
        title: qsTr("Export what is around here")
        saves: true
        offered: qsTr("Around here")
        defaultSuffix: "csv"
        nameFilters: [qsTr("Comma-separated values (*.csv)")]
        onAccepted: panel.around.exportCsv(selectedFile) ? panel.said(qsTr("Exported."), false) : panel.said(qsTr("The file could not be written; nothing was exported."), true)
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: panel.mayIssue ? Theme.px(52) : 0
        visible: panel.mayIssue
        Rule {
            width: parent.width
        }
        CheckBox {
            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Select all that can be sent")
            checkState: panel.around.allSelected ? Qt.Checked : panel.around.selectedCount > 0 ? Qt.PartiallyChecked : Qt.Unchecked
            nextCheckState: () => checkState // follows the model alone
            onClicked: {
                hold.release(); // nobody ticks what does not show
                panel.around.selectAll(!panel.around.allSelected);
            }
        }
        Button {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            primary: true
            icon.name: "send"
            enabled: panel.around.selectedCount > 0
            text: panel.around.selectedCount > 0 ? qsTr("New order to %n unit(s)", "", panel.around.selectedCount) : qsTr("Tick whom to send")
            onClicked: panel.send()
        }
    }
}
