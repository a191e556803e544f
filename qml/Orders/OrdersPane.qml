// All open orders on a wall, the gravest and most urgent first.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Controls

FittedList {
    id: pane

    required property var content
    required property bool stale
    required property OrderListModel orders
    readonly property bool settled: true

    name: qsTr("Open orders")
    emptyText: qsTr("No order is open.")
    model: pane.orders
    delegate: QueueRow {
        required property var model
        width: pane.cellWidth
        enabled: false // a wall has no pointer
    }
}
