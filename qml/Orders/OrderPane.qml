// One order on a wall: what, where, how long ago, and who has it and how far they are.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: pane

    required property var content
    required property bool stale
    required property OrdersCapability orders
    readonly property string order: content.subject
    readonly property bool settled: true
    readonly property bool has: card.id !== undefined
    property var card: ({})
    readonly property AssignmentListModel board: orders.newBoard("", pane)

    function refresh(): void {
        pane.card = pane.orders.store.card(pane.order);
    }
    function take(): void {
        pane.board.order = pane.order;
        pane.refresh();
    }
    onOrderChanged: take()
    Component.onCompleted: take()
    Connections {
        target: pane.orders.store
        function onOrderChanged(id: string): void {
            if (id === pane.order)
                pane.refresh();
        }
        function onReloaded(): void {
            pane.refresh();
        }
        function onLanguageChanged(): void {
            pane.refresh();
        }
    }

    Label {
        visible: !pane.has
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s4
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: qsTr("This order is not there any more")
        quiet: true
        font.pixelSize: Theme.body
    }
    Column {
        id: head
        visible: pane.has
        x: Theme.s4
        y: Theme.s3
        width: parent.width - 2 * Theme.s4
        spacing: Theme.s2

        Row {
            spacing: Theme.s3
            LevelBadge {
                anchors.verticalCenter: parent.verticalCenter
                level: pane.card.level ?? "none"
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Order %1").arg(pane.card.number ?? 0)
                quiet: true
                font.pixelSize: Theme.body
            }
            StateTag {
                anchors.verticalCenter: parent.verticalCenter
                phase: pane.card.state ?? ""
                text: pane.card.stateName ?? ""
            }
            CountDown {
                anchors.verticalCenter: parent.verticalCenter
                visible: pane.card.open ?? false
                due: pane.card.dueAt ?? 0
                font.pixelSize: Theme.body
            }
        }
        Label {
            width: parent.width
            text: pane.card.title ?? ""
            strong: true
            font.pixelSize: Theme.title
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
        Label {
            width: parent.width
            visible: text.length > 0
            text: Format.joined([pane.card.areaName ?? "", pane.card.placeText ?? ""])
            font.pixelSize: Theme.body
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
        Label {
            width: parent.width
            visible: text.length > 0
            text: pane.card.text ?? ""
            quiet: true
            font.pixelSize: Theme.body
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        Label {
            width: parent.width
            text: pane.has ? Format.fill(qsTr("Issued %1 by %2"), [Format.ago(pane.card.issued, Clock.minute), pane.card.issuerName]) : ""
            quiet: true
        }
    }
    FittedList {
        visible: pane.has
        anchors.top: head.bottom
        anchors.topMargin: Theme.s3
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        name: qsTr("Recipients")
        rowHeight: Theme.px(36)
        model: pane.board
        delegate: Item {
            id: row
            required property string unitName
            required property string roleName
            required property string stateName
            required property var model
            required property double dueAt
            required property bool open
            width: GridView.view?.cellWidth ?? 0
            height: Theme.px(36)
            Rule {
                width: parent.width
                opacity: 0.6
            }
            NameLabel {
                anchors.left: parent.left
                anchors.leftMargin: Theme.s4
                anchors.right: side.left
                anchors.rightMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                text: Format.joined([row.unitName, row.roleName])
                font.pixelSize: Theme.body
            }
            Row {
                id: side
                anchors.right: parent.right
                anchors.rightMargin: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s2
                CountDown {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.open
                    due: row.dueAt
                }
                StateTag {
                    anchors.verticalCenter: parent.verticalCenter
                    phase: row.model.state
                    text: row.stateName
                }
            }
        }
    }
}
