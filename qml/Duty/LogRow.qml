// One entry of the log.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    required property var model
    property bool mayWrite: false
    readonly property bool standing: model.stands && model.settled === 0
    signal orderWanted(string order)
    signal dialled(string number)
    signal correctWanted
    signal settleWanted

    function iconOf(kind: string): string {
        switch (kind) {
        case "call_in":
        case "call_out":
            return "phone";
        case "event":
            return "warning";
        case "instruction":
            return "supervise";
        case "visit":
            return "user";
        case "equipment":
            return "system";
        case "announcement":
            return "bell";
        default:
            return "edit";
        }
    }

    rowKey: model.entryId
    text: model.kindName + " " + model.text
    implicitHeight: Math.max(Theme.px(48), column.implicitHeight + 2 * Theme.s2)

    Label {
        id: time
        x: Theme.s4
        y: Theme.px(10)
        width: Theme.px(52)
        text: row.model.timeText
        strong: true
        font.features: ({
                "tnum": 1
            })
    }
    Row {
        id: kind
        x: Theme.s4 + Theme.px(60)
        y: Theme.px(10)
        width: Theme.px(126)
        spacing: Theme.s1
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: row.iconOf(row.model.kind)
            size: Theme.px(16)
            color: row.standing ? Theme.accent : Theme.quiet
        }
        Label {
            width: parent.width - Theme.s6
            text: row.model.kindName
            quiet: true
        }
    }
    Column {
        id: column
        anchors.left: kind.right
        anchors.leftMargin: Theme.s2
        anchors.right: buttons.left
        anchors.rightMargin: Theme.s3
        y: Theme.s2
        spacing: Theme.s1 / 2
        Label {
            width: parent.width
            height: Math.max(implicitHeight, Theme.px(22))
            text: row.model.text
            wrapMode: Text.Wrap
            maximumLineCount: 6
            font.strikeout: row.model.corrected
            quiet: row.model.corrected
        }
        Row {
            spacing: Theme.s2
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: Format.joined([row.model.with, row.model.byName.length > 0 ? Format.fill(qsTr("written by %1"), [row.model.byName]) : "", row.model.corrects.length > 0 ? qsTr("corrects an earlier entry") : ""])
                quiet: true
                font.pixelSize: Theme.tiny
            }
            PhoneNumber {
                anchors.verticalCenter: parent.verticalCenter
                visible: number.length > 0
                number: row.model.phone
                of: row.model.with
                onDialled: number => row.dialled(number)
            }
            Tag {
                visible: row.model.stands
                anchors.verticalCenter: parent.verticalCenter
                text: row.standing ? qsTr("standing") : qsTr("settled")
                tone: row.standing ? Theme.accent : Theme.done
            }
        }
    }
    Row {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        y: Theme.s2
        spacing: Theme.s1
        Button {
            visible: row.model.order.length > 0
            flat: true
            icon.name: "orders"
            text: qsTr("Open the order")
            onClicked: row.orderWanted(row.model.order)
        }
        ConfirmButton {
            visible: row.model.maySettle
            flat: true
            icon.name: "check"
            label: qsTr("Settle")
            question: qsTr("Take it off the sheets?")
            onConfirmed: row.settleWanted()
        }
        IconButton {
            visible: row.mayWrite && !row.model.corrected && (row.hovered || visualFocus)
            icon.name: "edit"
            text: qsTr("Write a correction")
            onClicked: row.correctWanted()
        }
    }
}
