// All supervision orders in force and settled lately, the most overdue first.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Table {
    id: table

    required property SupervisionListModel supervisions
    property string text: ""

    function orderAt(row: int): string {
        return table.filtered.valuesAt(row).order ?? "";
    }

    filtered: FilteredList {
        list: table.supervisions
        text: table.text
        textRoles: ["orderTitle", "orderNumber", "unitName", "basis", "levelName", "stateName", "issuerName"]
    }
    name: qsTr("Supervisions")
    keyRole: "supervisionId"
    checkable: true
    known: key => table.filtered.rowOf("supervisionId", key) >= 0
    rowHeight: Theme.px(40)

    columns: [
        TableColumn {
            role: "levelName"
            title: qsTr("Kind")
            width: 84
        },
        TableColumn {
            role: "orderTitle"
            title: qsTr("Order")
            strong: true
            minimum: 190
            say: (value, row) => (row.orderNumber > 0 ? row.orderNumber + "  " : "") + value
        },
        TableColumn {
            role: "unitName"
            title: qsTr("Unit")
            minimum: 104
        },
        TableColumn {
            role: "basis"
            title: qsTr("Basis")
            quiet: true
            minimum: 110
            rank: 2
        },
        TableColumn {
            role: "stateName"
            title: qsTr("State")
            width: 104
            rank: 1
        },
        TableColumn {
            role: "deadline"
            title: qsTr("Reply due")
            width: 112
            plain: value => Format.minute(value)
            delegate: TableCell {
                id: cell1
                CountDown {
                    anchors.verticalCenter: parent.verticalCenter
                    due: cell1.row?.state === "open" ? cell1.value : 0
                }
            }
        },
        TableColumn {
            role: "deduction"
            title: qsTr("Points")
            width: 60
            rank: 3
            right: true
            say: value => value > 0 ? "−" + value : ""
        }
    ]
    empty: EmptyState {
        anchors.centerIn: parent
        width: Theme.px(360)
        iconName: "supervise"
        title: table.text.length > 0 ? qsTr("Nothing matches what is typed") : qsTr("No supervision orders")
        text: table.text.length > 0 ? qsTr("Empty the field to see them all.") : qsTr("One is made when a unit stays late, or by “Supervise” on an assignment.")
    }
}
