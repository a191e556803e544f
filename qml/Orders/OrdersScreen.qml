// The board with the chosen order beside it.
pragma ComponentBehavior: Bound
import QtQuick
import QtCore
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Orders

FocusScope {
    id: screen

    required property OrderListModel orders
    required property OrderCounts counts
    required property SupervisionListModel allSupervisions
    required property url location
    readonly property alias side: slot
    property string shown: "orders"
    signal shownPicked(string shown)
    property string currentOrder: ""
    signal picked(string order)
    signal copyWanted(string text)
    signal said(string text, bool failed)
    signal remindChosen(var orders)
    signal menuWanted(var things, Item from, point at)

    Settings {
        id: sizes
        location: screen.location
        category: "panels"
        property int boardDetail: 460
    }
    OrdersBoard {
        id: board
        anchors.left: parent.left
        anchors.right: edge.left
        height: parent.height
        focus: true
        orders: screen.orders
        counts: screen.counts
        allSupervisions: screen.allSupervisions
        currentOrder: screen.currentOrder
        shown: screen.shown
        onShownPicked: shown => screen.shownPicked(shown)
        onPicked: order => screen.picked(order)
        onCopyWanted: text => screen.copyWanted(text)
        onSaid: (text, failed) => screen.said(text, failed)
        onRemindChosen: orders => screen.remindChosen(orders)
        onMenuWanted: (things, from, at) => screen.menuWanted(things, from, at)
    }
    SplitHandle {
        id: edge
        anchors.right: slot.left
        height: parent.height
        direction: -1
        name: qsTr("Width of the detail")
        size: sizes.boardDetail
        minimum: 380
        maximum: 720
        onResized: size => sizes.boardDetail = size
    }
    Item {
        id: slot
        anchors.right: parent.right
        height: parent.height
        width: Math.min(Theme.px(sizes.boardDetail), screen.width * 0.42)
    }
}
