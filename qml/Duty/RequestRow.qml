// One request: who asks for what, why, and what can be said to it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    required property var model
    readonly property bool exchange: model.kind === "exchange"
    signal actWanted(var act)

    rowKey: model.requestId
    text: head.text
    implicitHeight: column.implicitHeight + 2 * Theme.s3

    Rectangle {
        visible: row.model.waits
        width: Theme.px(3)
        height: parent.height
        color: Theme.accent
    }
    Icon {
        x: Theme.s4
        y: Theme.s3
        name: row.exchange ? "swap" : "logout"
        size: Theme.px(20)
        color: row.model.waits ? Theme.accent : Theme.quiet
    }
    Column {
        id: column
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(52)
        anchors.right: side.left
        anchors.rightMargin: Theme.s4
        y: Theme.s3
        spacing: Theme.s1
        Label {
            id: head
            width: parent.width
            strong: true
            text: !row.exchange ? Format.fill(qsTr("%1 asks for leave"), [row.model.askerName]) : row.model.returned.length > 0 ? Format.fill(qsTr("%1 and %2 exchange shifts"), [row.model.askerName, row.model.otherName]) : Format.fill(qsTr("%1 gives a shift to %2"), [row.model.askerName, row.model.otherName])
        }
        Label {
            width: parent.width
            text: row.exchange ? Format.fill(qsTr("%1 takes: %2"), [row.model.otherName, row.model.given]) : row.model.given
            wrapMode: Text.Wrap
        }
        Label {
            visible: row.model.returned.length > 0
            width: parent.width
            text: Format.fill(qsTr("%1 takes: %2"), [row.model.askerName, row.model.returned])
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            text: Format.fill(qsTr("Because: %1"), [row.model.reason])
            wrapMode: Text.Wrap
            maximumLineCount: 3
            quiet: true
        }
        Label {
            visible: row.model.answer.length > 0
            width: parent.width
            text: Format.fill(qsTr("Answer: %1"), [row.model.answer])
            wrapMode: Text.Wrap
            maximumLineCount: 3
            quiet: true
        }
    }
    Column {
        id: side
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        y: Theme.s3
        spacing: Theme.s2
        Row {
            anchors.right: parent.right
            spacing: Theme.s2
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: row.model.whenText
                quiet: true
                font.pixelSize: Theme.tiny
            }
            Tag {
                anchors.verticalCenter: parent.verticalCenter
                text: row.model.stateName
                tone: row.model.state === "approved" ? Theme.done : row.model.state === "refused" ? Theme.late : row.model.open ? Theme.accent : Theme.quiet
            }
            Spinner {
                visible: row.model.pending.length > 0
            }
        }
        Row {
            anchors.right: parent.right
            spacing: Theme.s2
            Repeater {
                model: row.model.acts
                Button {
                    required property var modelData
                    readonly property bool says: modelData.act === "agree" || modelData.act === "approve"
                    text: modelData.name
                    primary: says
                    flat: modelData.act === "withdraw"
                    onClicked: row.actWanted(modelData)
                }
            }
        }
    }
}
