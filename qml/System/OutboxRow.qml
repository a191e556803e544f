// One command that the hub has not carried out yet, or refused.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    required property int index
    required property string key
    required property string title
    required property string kind
    required property double created
    required property double expires
    required property int attempts
    required property var model
    property bool writable: false
    required property string stateName
    required property string failure
    required property string words
    readonly property string phase: model.state
    readonly property bool dead: phase === "refused" || phase === "expired"
    signal giveUp
    signal dismiss
    signal writeAgain
    signal copyWanted

    implicitHeight: Theme.px(60)
    text: title + ", " + stateName

    Icon {
        id: symbol
        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        name: row.dead ? "warning" : row.phase === "sending" ? "send" : "hourglass"
        color: row.dead ? Theme.late : Theme.accent
    }
    NameLabel {
        anchors.left: symbol.right
        anchors.leftMargin: Theme.s3
        anchors.right: side.left
        anchors.rightMargin: Theme.s2
        y: Theme.s2
        text: row.title
        strong: true
    }
    Label {
        anchors.left: symbol.right
        anchors.leftMargin: Theme.s3
        anchors.right: side.left
        anchors.rightMargin: Theme.s2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        text: row.failure.length > 0 ? row.failure : qsTr("Written %1 · %n attempt(s)", "", row.attempts).arg(Format.exactly(row.created, Clock.minute))
        color: row.failure.length > 0 ? Theme.late : Theme.quiet
        font.pixelSize: Theme.tiny
    }
    Row {
        id: side
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        Label {
            anchors.verticalCenter: parent.verticalCenter
            visible: !row.dead && row.expires > 0
            text: row.expires > Clock.minute ? qsTr("expires in %1").arg(Format.span(row.expires - Clock.minute)) : qsTr("expired; the hub is asked what became of it")
            quiet: true
            font.pixelSize: Theme.tiny
        }
        Tag {
            anchors.verticalCenter: parent.verticalCenter
            text: row.stateName
            tone: row.dead ? Theme.late : Theme.accent
        }
        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: row.words.length > 0
            icon.name: "copy"
            text: qsTr("Copy the words")
            onClicked: row.copyWanted()
        }
        Button {
            visible: row.dead && row.writable
            icon.name: "edit"
            text: qsTr("Write it again")
            onClicked: row.writeAgain()
        }
        ConfirmButton {
            visible: !row.dead
            icon.name: "trash"
            label: qsTr("Stop sending")
            question: row.attempts > 0 ? qsTr("It may have been carried out. Really?") : qsTr("Really?")
            onConfirmed: row.giveUp()
        }
        ConfirmButton {
            visible: row.dead
            icon.name: "close"
            label: qsTr("Remove from the list")
            onConfirmed: row.dismiss()
        }
    }
}
