// The queue: what is open, what is late, what is mine. Folded, only levels and numbers remain.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: panel

    required property OrderListModel queue
    required property OrderCounts counts
    property string currentOrder: ""
    property bool folded: false
    property bool mayIssue: true
    readonly property bool filtered: queue.filter !== OrderListModel.All || queue.text.length > 0
    signal foldWanted(bool folded)
    /// Keys go over it: it is to be shown, and nobody has opened it.
    signal passed(string order)
    /// Somebody opens it, by a click, Return or Space.
    signal picked(string order)
    signal newOrder
    signal copyWanted(string text)
    /// What can be done with an order, at a point of an item.
    signal menuWanted(string order, Item from, point at)

    /// By keys only: rows come, go and move under the current one, and none of that is a choice.
    function passTo(row: int): void {
        const to = Math.max(0, Math.min(row, list.count - 1));
        list.currentIndex = to;
        if (list.count > 0)
            panel.passed(panel.queue.idAt(to));
    }
    function focusFilter(): void {
        filter.forceActiveFocus();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Hold {
        id: hold
    }
    Binding {
        target: panel.queue
        property: "held"
        value: hold.held
    }

    Column {
        id: head
        width: parent.width
        visible: !panel.folded

        Item {
            width: parent.width
            height: Theme.px(44)
            Segments {
                anchors.left: parent.left
                anchors.leftMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                current: ["all", "new", "late", "mine"][panel.queue.filter]
                entries: [
                    {
                        "key": "all",
                        "text": qsTr("All"),
                        "count": panel.counts.all
                    },
                    {
                        "key": "new",
                        "text": qsTr("New"),
                        "count": panel.counts.fresh
                    },
                    {
                        "key": "late",
                        "text": qsTr("Late"),
                        "count": panel.counts.late,
                        "alert": true
                    },
                    {
                        "key": "mine",
                        "text": qsTr("Mine"),
                        "count": panel.counts.mine
                    }
                ]
                onPicked: key => panel.queue.filter = ["all", "new", "late", "mine"].indexOf(key)
            }
        }
        Item {
            width: parent.width
            height: Theme.px(40)
            SearchField {
                id: filter
                anchors.left: parent.left
                anchors.right: sorter.left
                anchors.leftMargin: Theme.s2
                anchors.rightMargin: Theme.s1
                placeholderText: qsTr("Title, number, place, unit")
                text: panel.queue.text
                onTextEdited: panel.queue.text = text
                onTextChanged: if (text.length === 0)
                    panel.queue.text = ""
                Keys.onDownPressed: list.forceActiveFocus()
            }
            IconButton {
                id: folder
                anchors.right: parent.right
                anchors.rightMargin: Theme.s2
                icon.name: "chevron-left"
                text: qsTr("Fold the queue")
                onClicked: panel.foldWanted(true)
            }
            IconButton {
                id: sorter
                anchors.right: folder.left
                icon.name: "sort"
                text: qsTr("Sort or copy the queue")
                onClicked: (sortMenu.get() as Menu).popup(sorter, 0, sorter.height)
                Later {
                    id: sortMenu
                    Menu {
                        MenuItem {
                            text: qsTr("By urgency")
                            checkable: true
                            checked: panel.queue.sortBy === OrderListModel.ByUrgency
                            onTriggered: panel.queue.sortBy = OrderListModel.ByUrgency
                        }
                        MenuItem {
                            text: qsTr("By deadline")
                            checkable: true
                            checked: panel.queue.sortBy === OrderListModel.ByDue
                            onTriggered: panel.queue.sortBy = OrderListModel.ByDue
                        }
                        MenuItem {
                            text: qsTr("Newest first")
                            checkable: true
                            checked: panel.queue.sortBy === OrderListModel.ByIssued
                            onTriggered: panel.queue.sortBy = OrderListModel.ByIssued
                        }
                        MenuItem {
                            icon.name: "copy"
                            text: qsTr("Copy the queue")
                            onTriggered: panel.copyWanted(panel.queue.copyText([]))
                        }
                        MenuItem {
                            text: qsTr("Also closed in the last 24 h")
                            checkable: true
                            checked: panel.queue.includeClosed
                            onTriggered: panel.queue.includeClosed = !panel.queue.includeClosed
                        }
                    }
                }
            }
        }
        Rule {
            width: parent.width
        }
    }

    IconButton {
        id: unfolder
        visible: panel.folded
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.s1
        icon.name: panel.filtered ? "filter" : "chevron-right"
        tint: panel.filtered ? Theme.accent : Theme.quiet
        text: panel.filtered ? qsTr("Unfold the queue: it is filtered") : qsTr("Unfold the queue")
        onClicked: panel.foldWanted(false)
    }
    ListView {
        id: list
        anchors.top: panel.folded ? unfolder.bottom : head.bottom
        anchors.bottom: foot.top
        width: parent.width
        clip: true
        focus: true
        activeFocusOnTab: true
        keyNavigationEnabled: false
        boundsBehavior: Flickable.StopAtBounds
        model: panel.queue
        currentIndex: -1
        reuseItems: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Queue of orders")
        T.ScrollBar.vertical: ScrollBar {}
        Keys.onPressed: event => {
            const page = Math.max(1, Math.floor(list.height / Theme.rowHeight) - 1);
            const row = panel.queue.rowOf(panel.currentOrder);
            hold.touch();
            event.accepted = true;
            if (event.matches(StandardKey.Copy))
                return panel.copyWanted(panel.queue.copyText([]));
            switch (event.key) {
            case Qt.Key_Up:
                return panel.passTo(row - 1);
            case Qt.Key_Down:
                return panel.passTo(row + 1);
            case Qt.Key_Home:
                return panel.passTo(0);
            case Qt.Key_End:
                return panel.passTo(list.count - 1);
            case Qt.Key_PageUp:
                return panel.passTo(row - page);
            case Qt.Key_PageDown:
                return panel.passTo(row + page);
            case Qt.Key_Space:
            case Qt.Key_Return:
            case Qt.Key_Enter:
                if (row >= 0)
                    return panel.picked(panel.currentOrder);
            }
            event.accepted = false;
        }
        Keys.onMenuPressed: {
            const row = list.itemAtIndex(panel.queue.rowOf(panel.currentOrder));
            if (row)
                panel.menuWanted(panel.currentOrder, row, Qt.point(Theme.s6, row.height));
        }
        delegate: QueueRow {
            id: row
            width: list.width
            folded: panel.folded
            current: orderId === panel.currentOrder
            onClicked: {
                list.forceActiveFocus();
                list.currentIndex = index;
                panel.picked(orderId);
            }
            TapHandler {
                acceptedButtons: Qt.RightButton
                onTapped: point => panel.menuWanted(row.orderId, row, Qt.point(point.position.x, point.position.y))
            }
        }

        EmptyState {
            anchors.centerIn: parent
            width: parent.width
            visible: list.count === 0 && !panel.folded
            iconName: "orders"
            title: panel.queue.text.length > 0 ? qsTr("Nothing matches what is typed") : panel.queue.filter === OrderListModel.Late ? qsTr("Nothing is late") : qsTr("No open orders")
            text: panel.queue.text.length > 0 ? qsTr("Empty the field to see the whole queue.") : panel.queue.filter === OrderListModel.Late ? qsTr("Orders appear here when a deadline has passed.") : qsTr("New orders appear here as soon as anybody issues one.")
        }
    }

    LetIn {
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s2
        anchors.horizontalCenter: parent.horizontalCenter
        folded: panel.folded
        waiting: panel.queue.waiting
        words: qsTr("%n new", "", panel.queue.waiting)
        hint: qsTr("Orders that come in while the pointer is on the queue. They take their places when it leaves, or now.")
        onClicked: hold.release()
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
        Button {
            visible: !panel.folded
            anchors.fill: parent
            anchors.margins: Theme.s2
            primary: true
            icon.name: "plus"
            text: qsTr("New order")
            key: "F4"
            onClicked: panel.newOrder()
        }
        IconButton {
            visible: panel.folded
            anchors.centerIn: parent
            icon.name: "plus"
            tint: Theme.accent
            text: qsTr("New order")
            key: "F4"
            onClicked: panel.newOrder()
        }
    }
}
