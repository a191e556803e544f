// One item of a handover sheet: what it is, the outgoing shift's words, and the incoming one's answer.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    required property var model
    required property int index
    property bool mayRemark: false
    property bool mayAcknowledge: false
    property bool editing: false
    property string typed: ""
    readonly property bool writable: mayRemark || (mayAcknowledge && !model.acknowledged)
    readonly property bool overdue: model.kind === "overdue_order"
    signal orderWanted(string order)
    signal editWanted
    signal wordsTyped(string text)
    signal finished(string text)
    signal abandoned
    signal acknowledged

    rowKey: model.itemId
    text: model.title
    implicitHeight: Math.max(Theme.px(44), column.implicitHeight + 2 * Theme.s2)

    Icon {
        x: Theme.s4
        y: Theme.s3
        name: row.model.acknowledged ? "check" : row.overdue ? "warning" : "chevron-right"
        size: Theme.px(16)
        color: row.model.acknowledged ? Theme.done : row.overdue ? Theme.late : Theme.faint
    }
    Column {
        id: column
        anchors.left: parent.left
        anchors.leftMargin: Theme.s4 + Theme.px(28)
        anchors.right: buttons.left
        anchors.rightMargin: Theme.s3
        y: Theme.s2
        spacing: Theme.s1
        Label {
            width: parent.width
            height: Math.max(implicitHeight, Theme.px(26))
            text: row.model.title
            wrapMode: Text.Wrap
            maximumLineCount: 4
            color: row.overdue && !row.model.acknowledged ? Theme.late : Theme.text
        }
        Label {
            visible: row.model.remark.length > 0 && !(row.editing && row.mayRemark)
            width: parent.width
            text: qsTr("Remark: %1").arg(row.model.remark)
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            quiet: true
        }
        Label {
            visible: row.model.acknowledged
            width: parent.width
            text: row.model.acknowledgement
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            color: Theme.done
            font.pixelSize: Theme.tiny
        }
        Loader {
            active: row.editing && row.writable
            visible: active
            width: parent.width
            sourceComponent: Row {
                spacing: Theme.s2
                TextField {
                    id: field
                    width: parent.width - keep.width - Theme.s2
                    text: row.typed
                    maximumLength: Limits.text
                    placeholderText: row.mayRemark ? qsTr("What the next shift must know about it") : qsTr("Your words on it; they stand on the sheet")
                    onTextEdited: row.wordsTyped(text)
                    onAccepted: row.finished(text)
                    Keys.onEscapePressed: row.abandoned()
                    Component.onCompleted: forceActiveFocus()
                }
                Button {
                    id: keep
                    primary: true
                    text: row.mayRemark ? qsTr("Keep") : qsTr("Acknowledge")
                    key: "⏎"
                    onClicked: row.finished(field.text)
                }
            }
        }
    }
    Row {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        y: Theme.px(6)
        spacing: Theme.s1
        Button {
            visible: row.model.order.length > 0
            flat: true
            icon.name: "orders"
            text: qsTr("Open the order")
            onClicked: row.orderWanted(row.model.order)
        }
        Button {
            visible: row.writable && !row.editing
            flat: true
            icon.name: "edit"
            text: row.mayRemark ? qsTr("Remark") : qsTr("With words")
            onClicked: row.editWanted()
        }
        Button {
            visible: row.mayAcknowledge && !row.model.acknowledged && !row.editing
            icon.name: "check"
            text: qsTr("Acknowledge")
            onClicked: row.acknowledged()
        }
    }
}
