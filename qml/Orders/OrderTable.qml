// Orders as a table, for the board: every column the queue has no room for.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Table {
    id: table

    required property OrderListModel orders

    filtered: FilteredList {
        list: table.orders
    }
    name: qsTr("Orders")
    keyRole: "orderId"
    checkable: true
    known: key => table.orders.rowOf(key) >= 0
    rowHeight: Theme.px(40)
    waiting: orders.waiting
    Binding {
        target: table.orders
        property: "held"
        value: table.held
    }

    /// The rows that are ticked or else all, in the order shown, as rows of `orders`.
    function rowsToTake(): list<int> {
        const rows = [];
        for (let row = 0; row < table.filtered.count; ++row) {
            const at = table.filtered.sourceRow(row);
            if (table.chosenCount === 0 || table.chosen[table.orders.idAt(at)] === true)
                rows.push(at);
        }
        return rows;
    }

    columns: [
        TableColumn {
            role: "number"
            title: qsTr("No.")
            width: 48
            quiet: true
            say: value => value > 0 ? String(value) : "…"
        },
        TableColumn {
            role: "level"
            title: qsTr("Level")
            width: 60
            delegate: TableCell {
                id: cell1
                LevelBadge {
                    anchors.verticalCenter: parent.verticalCenter
                    level: cell1.value ?? "none"
                }
            }
        },
        TableColumn {
            role: "title"
            title: qsTr("Title")
            minimum: 160
            strong: true
        },
        TableColumn {
            role: "kindName"
            title: qsTr("Class")
            width: 120
            quiet: true
            rank: 5
        },
        TableColumn {
            role: "placeText"
            title: qsTr("Place")
            minimum: 130
            quiet: true
            rank: 2
        },
        TableColumn {
            role: "stateName"
            title: qsTr("State")
            width: 104
            rank: 3
            delegate: TableCell {
                id: cell2
                StateTag {
                    anchors.verticalCenter: parent.verticalCenter
                    phase: cell2.row?.state ?? ""
                    text: cell2.value ?? ""
                }
            }
        },
        TableColumn {
            role: "progress"
            title: qsTr("Progress")
            width: 72
            rank: 4
            delegate: TableCell {
                id: cell3
                ProgressSteps {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    shares: cell3.value ?? [0, 0, 0, 0]
                    late: cell3.row?.late ?? false
                }
            }
        },
        TableColumn {
            role: "unitsSummary"
            title: qsTr("Units")
            minimum: 100
            quiet: true
            rank: 1
        },
        TableColumn {
            role: "dueAt"
            title: qsTr("Due")
            width: 104
            delegate: TableCell {
                id: cell4
                CountDown {
                    anchors.verticalCenter: parent.verticalCenter
                    due: cell4.value ?? 0
                }
            }
        },
        TableColumn {
            role: "issued"
            title: qsTr("Issued")
            width: 100
            quiet: true
            say: value => Format.moment(value, Clock.minute)
            rank: 6
        }
    ]
    empty: EmptyState {
        anchors.centerIn: parent
        width: Theme.px(360)
        iconName: "orders"
        title: table.orders.text.length > 0 ? qsTr("Nothing matches what is typed") : qsTr("No orders")
        text: qsTr("Orders appear here as soon as anybody issues one.")
    }
}
