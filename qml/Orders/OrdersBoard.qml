// The board: all orders or all supervision orders as a table, the chosen order beside it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: board

    required property OrderListModel orders
    required property OrderCounts counts
    required property SupervisionListModel allSupervisions
    property string currentOrder: ""
    property string shown: "orders"
    signal shownPicked(string shown)
    signal picked(string order)
    signal copyWanted(string text)
    signal said(string text, bool failed)
    signal remindChosen(var orders)
    /// What can be done with things (Seat.offer), at a point of an item.
    signal menuWanted(var things, Item from, point at)

    readonly property bool ofOrders: shown === "orders"
    readonly property int chosenCount: ofOrders ? table.chosenCount : supervisionTable.chosenCount

    function copyRows(): void {
        board.copyWanted(board.ofOrders ? board.orders.copyText(table.rowsToTake()) : supervisionTable.filtered.tabText(supervisionTable.texts()));
        board.said(qsTr("Copied: paste it into a spreadsheet or a message."), false);
    }
    function exportRows(file: url): void {
        const written = board.ofOrders ? board.orders.exportCsv(file, table.rowsToTake()) : supervisionTable.filtered.writeCsv(file, supervisionTable.texts());
        board.said(written ? qsTr("Exported.") : qsTr("The file could not be written; nothing was exported."), !written);
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
            spacing: Theme.s3
            Segments {
                anchors.verticalCenter: parent.verticalCenter
                current: board.shown
                entries: [
                    {
                        "key": "orders",
                        "text": qsTr("Orders"),
                        "count": board.counts.all
                    },
                    {
                        "key": "supervisions",
                        "text": qsTr("Supervision"),
                        "count": board.allSupervisions.openCount,
                        "alert": true
                    }
                ]
                onPicked: key => board.shownPicked(key)
            }
            Rule {
                vertical: true
                height: Theme.s5
                anchors.verticalCenter: parent.verticalCenter
                visible: board.ofOrders
            }
            Segments {
                visible: board.ofOrders
                anchors.verticalCenter: parent.verticalCenter
                current: ["all", "new", "late", "mine"][board.orders.filter]
                entries: [
                    {
                        "key": "all",
                        "text": qsTr("All")
                    },
                    {
                        "key": "new",
                        "text": qsTr("New"),
                        "count": board.counts.fresh
                    },
                    {
                        "key": "late",
                        "text": qsTr("Late"),
                        "count": board.counts.late,
                        "alert": true
                    },
                    {
                        "key": "mine",
                        "text": qsTr("Mine"),
                        "count": board.counts.mine
                    }
                ]
                onPicked: key => board.orders.filter = ["all", "new", "late", "mine"].indexOf(key)
            }
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            CheckBox {
                visible: board.ofOrders && board.width > Theme.px(1000)
                anchors.verticalCenter: parent.verticalCenter
                rightPadding: Theme.s2
                text: qsTr("Closed in the last 24 h")
                checked: board.orders.includeClosed
                onToggled: board.orders.includeClosed = checked
            }
            IconButton {
                visible: board.ofOrders && board.width <= Theme.px(1000)
                checkable: true
                checked: board.orders.includeClosed
                icon.name: "archive"
                text: qsTr("Closed in the last 24 h")
                onToggled: board.orders.includeClosed = checked
            }
            SearchField {
                visible: board.ofOrders
                width: Math.max(Theme.px(140), Math.min(Theme.px(260), board.width * 0.2))
                placeholderText: qsTr("Title, number, place, unit")
                text: board.orders.text
                onTextChanged: board.orders.text = text
            }
            SearchField {
                id: supervisionText
                visible: !board.ofOrders
                width: Math.max(Theme.px(140), Math.min(Theme.px(260), board.width * 0.2))
                placeholderText: qsTr("Order, unit, basis")
            }
            IconButton {
                icon.name: "copy"
                text: board.chosenCount > 0 ? qsTr("Copy %n row(s)", "", board.chosenCount) : qsTr("Copy the table")
                onClicked: board.copyRows()
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
    OrderTable {
        id: table
        visible: board.ofOrders
        anchors.fill: parent
        anchors.topMargin: bar.height + Theme.hair
        anchors.bottomMargin: chosenBar.visible ? chosenBar.height : 0
        focus: true
        orders: board.orders
        currentKey: board.currentOrder
        onRowClicked: key => board.picked(key)
        onRowActivated: key => board.picked(key)
        onCopyRequested: board.copyRows()
        onMenuRequested: (key, index, from, at) => board.menuWanted([
                {
                    "kind": "order",
                    "id": key
                }
            ], from, at)
    }
    Rectangle {
        id: chosenBar
        visible: board.ofOrders && table.chosenCount > 0
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.px(48)
        color: Theme.raised
        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2
            Button {
                icon.name: "remind"
                text: qsTr("Remind all late")
                onClicked: board.remindChosen(Object.keys(table.chosen))
            }
            Button {
                flat: true
                text: qsTr("Clear selection")
                onClicked: table.chooseNone()
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("%n order(s) chosen", "", table.chosenCount)
            }
        }
    }
    SupervisionTable {
        id: supervisionTable
        visible: !board.ofOrders
        anchors.fill: parent
        anchors.topMargin: bar.height + Theme.hair
        supervisions: board.allSupervisions
        text: supervisionText.text
        onRowClicked: (key, index) => board.picked(supervisionTable.orderAt(index))
        onRowActivated: (key, index) => board.picked(supervisionTable.orderAt(index))
        onCopyRequested: board.copyRows()
        onMenuRequested: (key, index, from, at) => board.menuWanted([
                {
                    "kind": "order",
                    "id": supervisionTable.orderAt(index),
                    "name": qsTr("this order")
                },
                {
                    "kind": "supervision",
                    "id": "",
                    "name": qsTr("all supervision orders")
                }
            ], from, at)
    }

    FileChooser {
        id: saver
        title: board.ofOrders ? qsTr("Export orders") : qsTr("Export supervision orders")
        saves: true
        offered: board.ofOrders ? qsTr("Orders") : qsTr("Supervision orders")
        defaultSuffix: "csv"
        nameFilters: [qsTr("Comma-separated values (*.csv)")]
        onAccepted: board.exportRows(selectedFile)
    }
}
