// All supervision orders in force and settled lately.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Table {
    id: table

    required property SupervisionListModel supervisions

    model: supervisions
    keyRole: "supervisionId"
    rowHeight: Theme.px(40)

    columns: [
        TableColumn {
            role: "levelName"
            title: qsTr("Kind")
            width: 96
            sortable: false
        },
        TableColumn {
            role: "orderTitle"
            title: qsTr("Order")
            sortable: false
            strong: true
            minimum: 160
            say: (value, row) => (row.orderNumber > 0 ? row.orderNumber + "  " : "") + value
        },
        TableColumn {
            role: "unitName"
            title: qsTr("Unit")
            sortable: false
            minimum: 120
        },
        TableColumn {
            role: "basis"
            title: qsTr("Basis")
            say: value => Format.basis(value)
            sortable: false
            quiet: true
            minimum: 160
        },
        TableColumn {
            role: "stateName"
            title: qsTr("State")
            width: 116
            sortable: false
        },
        TableColumn {
            role: "deadline"
            title: qsTr("Reply due")
            width: 120
            sortable: false
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
            width: 64
            right: true
            sortable: false
            say: value => value > 0 ? "−" + value : ""
        }
    ]
    empty: EmptyState {
        anchors.centerIn: parent
        width: Theme.px(360)
        iconName: "supervise"
        title: qsTr("No supervision orders")
        text: qsTr("One is made when a unit stays late, or by “Supervise” on an assignment.")
    }
}
