// The items of a sheet. Space acknowledges the one with the focus, Enter opens its words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: panel

    required property HandoverModel sheet
    /// The item whose words are being typed, and what has been typed, by item.
    property string editing: ""
    property var typed: ({})
    signal orderWanted(string order)
    signal remarkWritten(string item, string text)
    signal acknowledged(string item, string text)

    function edit(item: string): void {
        panel.editing = item;
    }
    function finish(item: string, text: string): void {
        delete panel.typed[item];
        panel.editing = "";
        if (panel.sheet.mayRemark)
            panel.remarkWritten(item, text);
        else if (panel.sheet.mayAcknowledge)
            panel.acknowledged(item, text);
        list.forceActiveFocus();
    }
    /// Another sheet begins at its first item; who is typing keeps the focus.
    function beginAtFirst(): void {
        if (list.count > 0 && list.currentIndex < 0 && panel.editing.length === 0)
            list.currentIndex = 0;
    }

    ListView {
        id: list
        anchors.fill: parent
        clip: true
        focus: true
        activeFocusOnTab: true
        model: panel.sheet
        onCountChanged: Qt.callLater(panel.beginAtFirst)
        onCurrentIndexChanged: Qt.callLater(panel.beginAtFirst)
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Items of the sheet")
        T.ScrollBar.vertical: ScrollBar {}
        section.property: "kindTitle"
        section.delegate: Item {
            id: heading
            required property string section
            width: list.width
            height: Theme.px(40)
            Label {
                x: Theme.s4
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.s1
                text: heading.section
                strong: true
                color: Theme.accent
            }
        }
        Keys.onSpacePressed: event => {
            const row = list.currentItem as HandoverItemRow;
            event.accepted = panel.sheet.mayAcknowledge && row !== null && !row.model.acknowledged;
            if (event.accepted) {
                panel.acknowledged(row.rowKey, "");
                list.incrementCurrentIndex();
            }
        }
        Keys.onReturnPressed: {
            const row = list.currentItem as HandoverItemRow;
            if (row && row.writable)
                panel.edit(row.rowKey);
        }
        delegate: HandoverItemRow {
            id: row
            width: list.width
            current: list.activeFocus && list.currentIndex === index
            mayRemark: panel.sheet.mayRemark
            mayAcknowledge: panel.sheet.mayAcknowledge
            editing: panel.editing === rowKey
            typed: panel.typed[rowKey] ?? (mayRemark ? model.remark : "")
            onClicked: {
                list.forceActiveFocus();
                list.currentIndex = row.index;
            }
            onOrderWanted: order => panel.orderWanted(order)
            onEditWanted: panel.edit(row.rowKey)
            onWordsTyped: text => panel.typed[row.rowKey] = text
            onFinished: text => panel.finish(row.rowKey, text)
            onAbandoned: {
                panel.editing = "";
                list.forceActiveFocus();
            }
            onAcknowledged: panel.acknowledged(row.rowKey, "")
        }
        EmptyState {
            visible: list.count === 0
            anchors.centerIn: parent
            width: Theme.px(360)
            iconName: "check"
            title: qsTr("Nothing is open")
            text: qsTr("No open orders, supervisions, instructions or faults. Matters can be added by hand.")
        }
    }
}
