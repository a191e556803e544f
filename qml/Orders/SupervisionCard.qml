// A supervision order: what it demands, until when, and the answer.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: card

    required property string supervisionId
    required property string unitName
    required property string levelName
    property string phase: ""
    required property string stateName
    required property string basis
    required property string issuerName
    required property double deadline
    required property string reply
    required property string outcome
    required property double deduction
    required property bool mayReply
    required property bool mayClose
    signal answer
    signal settle

    implicitHeight: column.implicitHeight + 2 * Theme.s2
    radius: Theme.radius
    color: card.phase === "open" ? Theme.lateSoft : Theme.ground
    border.color: card.phase === "open" ? Qt.alpha(Theme.late, 0.5) : Theme.line
    border.width: Theme.hair

    Column {
        id: column
        x: Theme.s3
        y: Theme.s2
        width: parent.width - 2 * Theme.s3
        spacing: Theme.px(6)

        Item {
            width: parent.width
            height: Theme.s5
            Icon {
                id: mark
                anchors.verticalCenter: parent.verticalCenter
                name: "supervise"
                size: Theme.px(16)
                color: card.phase === "open" ? Theme.late : Theme.quiet
            }
            NameLabel {
                anchors.left: mark.right
                anchors.leftMargin: Theme.s2
                anchors.right: right.left
                anchors.verticalCenter: parent.verticalCenter
                text: Format.joined([card.levelName, card.unitName])
                strong: true
            }
            Row {
                id: right
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s2
                CountDown {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: card.phase === "open"
                    due: card.deadline
                }
                Tag {
                    visible: card.phase !== "open"
                    text: card.stateName
                    tone: card.phase === "closed" ? Theme.done : Theme.accent
                }
            }
        }
        Label {
            width: parent.width
            text: card.basis
            wrapMode: Text.Wrap
            font.pixelSize: Theme.tiny
            elide: Text.ElideNone
        }
        Label {
            visible: card.reply.length > 0
            width: parent.width
            text: Format.fill(qsTr("Reply: %1"), [card.reply])
            quiet: true
            wrapMode: Text.Wrap
            font.pixelSize: Theme.tiny
            elide: Text.ElideNone
        }
        Label {
            visible: card.outcome.length > 0
            width: parent.width
            text: card.deduction > 0 ? Format.fill(qsTr("Outcome: %1 (%2 points deducted)"), [card.outcome, card.deduction]) : Format.fill(qsTr("Outcome: %1"), [card.outcome])
            quiet: true
            wrapMode: Text.Wrap
            font.pixelSize: Theme.tiny
            elide: Text.ElideNone
        }
        Row {
            spacing: Theme.s1
            visible: card.mayReply || card.mayClose
            Button {
                visible: card.mayReply
                implicitHeight: Theme.px(28)
                text: qsTr("Reply …")
                onClicked: card.answer()
            }
            Button {
                visible: card.mayClose
                implicitHeight: Theme.px(28)
                text: qsTr("Close …")
                onClicked: card.settle()
            }
        }
    }
}
