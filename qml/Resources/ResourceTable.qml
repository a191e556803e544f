// Every resource as a table: filtered by typing, layer and area, sorted by its header, copied, exported.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: page

    required property ResourceListModel resources
    required property ResourceStore store
    property string current: ""
    signal picked(string resource)
    signal activated(string resource)
    signal copyWanted(string text)
    signal said(string text, bool failed)

    readonly property var columnOf: ({
            "name": ResourceListModel.NameColumn,
            "kindName": ResourceListModel.KindColumn,
            "stateName": ResourceListModel.StateColumn,
            "level": ResourceListModel.LevelColumn,
            "capacityText": ResourceListModel.CapacityColumn,
            "areaName": ResourceListModel.AreaColumn,
            "contactName": ResourceListModel.ContactColumn,
            "updated": ResourceListModel.UpdatedColumn
        })

    readonly property list<var> areas: resources.total >= 0 ? [
        {
            "code": "",
            "name": qsTr("All areas")
        }
    ].concat(store.areaChoices().filter(a => a.level !== "community").map(a => ({
                "code": a.code,
                "name": "  ".repeat(a.depth) + a.name
            }))) : []
    readonly property list<var> states: [
        {
            "key": "",
            "name": qsTr("Any state")
        },
        {
            "key": "available",
            "name": qsTr("Available")
        },
        {
            "key": "committed",
            "name": qsTr("Committed, in use")
        },
        {
            "key": "unavailable",
            "name": qsTr("Out of service")
        }
    ]

    function chosenRows(): list<int> {
        return Object.keys(table.chosen).map(id => page.resources.rowOf(id)).filter(r => r >= 0).sort((a, b) => a - b);
    }
    function copyRows(): void {
        page.copyWanted(page.resources.copyText(page.chosenRows()));
        page.said(qsTr("Copied: paste it into a spreadsheet or a message."), false);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Item {
        id: bar
        width: parent.width
        height: Theme.px(52)
        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            Repeater {
                model: [
                    {
                        "key": "risk",
                        "name": qsTr("Risks")
                    },
                    {
                        "key": "supply",
                        "name": qsTr("Supplies")
                    },
                    {
                        "key": "rescue_force",
                        "name": qsTr("Rescue forces")
                    },
                    {
                        "key": "shelter",
                        "name": qsTr("Shelters")
                    },
                    {
                        "key": "camera",
                        "name": qsTr("Cameras")
                    }
                ]
                Chip {
                    required property var modelData
                    anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                    icon.name: page.width > Theme.px(1150) ? modelData.key : ""
                    text: modelData.name
                    checkable: false
                    checked: page.resources.layers.includes(modelData.key)
                    onClicked: {
                        const now = page.resources.layers;
                        page.resources.layers = checked ? now.filter(l => l !== modelData.key) : now.concat([modelData.key]);
                    }
                }
            }
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            Label {
                anchors.verticalCenter: parent.verticalCenter
                visible: page.width > Theme.px(1250)
                rightPadding: Theme.s2
                text: qsTr("%1 of %2").arg(page.resources.count).arg(page.resources.total)
                quiet: true
                font.pixelSize: Theme.tiny
            }
            ComboBox {
                width: Math.max(Theme.px(120), Math.min(Theme.px(180), page.width * 0.12))
                visible: page.areas.length > 2
                textRole: "name"
                model: page.areas
                Accessible.name: qsTr("Area")
                currentIndex: Math.max(0, page.areas.findIndex(a => a.code === page.resources.area))
                onActivated: index => page.resources.area = page.areas[index].code
            }
            ComboBox {
                width: Theme.px(120)
                textRole: "name"
                model: page.states
                Accessible.name: qsTr("State")
                currentIndex: Math.max(0, page.states.findIndex(s => s.key === page.resources.state))
                onActivated: index => page.resources.state = page.states[index].key
            }
            SearchField {
                width: Math.max(Theme.px(120), Math.min(Theme.px(260), page.width * 0.18))
                placeholderText: qsTr("Name, code, initials, address")
                text: page.resources.text
                onTextChanged: page.resources.text = text
            }
            IconButton {
                icon.name: "copy"
                text: table.chosenCount > 0 ? qsTr("Copy %n row(s)", "", table.chosenCount) : qsTr("Copy the table")
                onClicked: page.copyRows()
            }
            IconButton {
                icon.name: "export"
                text: qsTr("Export as CSV")
                onClicked: saver.ask()
            }
        }
    }
    Rule {
        anchors.top: bar.bottom
        width: parent.width
    }
    Table {
        id: table
        anchors.fill: parent
        anchors.topMargin: bar.height + Theme.hair
        focus: true
        model: page.resources
        name: qsTr("Resources")
        keyRole: "resourceId"
        known: key => page.resources.rowOf(key) >= 0
        onCopyRequested: page.copyRows()
        checkable: true
        currentKey: page.current
        sortRole: Object.keys(page.columnOf).find(r => page.columnOf[r] === page.resources.sortColumn) ?? ""
        descending: page.resources.descending
        onSortRequested: (role, descending) => page.resources.sortBy(page.columnOf[role], descending)
        onRowClicked: key => page.picked(key)
        onRowActivated: key => page.activated(key)
        columns: [
            TableColumn {
                role: "name"
                title: qsTr("Name")
                strong: true
                minimum: 160
            },
            TableColumn {
                role: "kindName"
                title: qsTr("Class")
                minimum: 130
                rank: 2
                say: (value, row) => row.layerName + " · " + value
            },
            TableColumn {
                role: "level"
                title: qsTr("Level")
                width: 60
                rank: 6
                delegate: TableCell {
                    id: cell1
                    LevelBadge {
                        anchors.verticalCenter: parent.verticalCenter
                        level: cell1.value ?? "none"
                    }
                }
            },
            TableColumn {
                role: "stateName"
                title: qsTr("State")
                width: 100
                quiet: true
                rank: 1
            },
            TableColumn {
                role: "capacityText"
                title: qsTr("Capacity")
                width: 112
                right: true
                rank: 5
            },
            TableColumn {
                role: "areaName"
                title: qsTr("Area")
                quiet: true
                minimum: 120
                rank: 4
            },
            TableColumn {
                role: "address"
                title: qsTr("Address")
                quiet: true
                sortable: false
                minimum: 120
                rank: 7
            },
            TableColumn {
                role: "contactName"
                title: qsTr("Contact")
                width: 170
                quiet: true
                say: (value, row) => value + "  " + row.contactPhone
                rank: 3
            }
        ]
        empty: EmptyState {
            anchors.centerIn: parent
            width: Theme.px(360)
            iconName: "layers"
            title: page.resources.total === 0 ? qsTr("No resources yet") : qsTr("Nothing matches")
            text: page.resources.total === 0 ? qsTr("An administrator imports them from CSV, GeoJSON or Shapefiles into the hub.") : qsTr("Empty the search field, or choose more layers, areas or states.")
        }
    }
    FileChooser {
        id: saver
        title: qsTr("Export resources")
        saves: true
        offered: qsTr("Resources")
        defaultSuffix: "csv"
        nameFilters: [qsTr("Comma-separated values (*.csv)")]
        onAccepted: page.resources.exportCsv(selectedFile, page.chosenRows()) ? page.said(qsTr("Exported."), false) : page.said(qsTr("The file could not be written; nothing was exported."), true)
    }
}
