// One alarm: what happened, when, and who has taken note.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    required property int index
    required property string alarmId
    required property string title
    required property var model
    required property double at
    required property string subjectKind
    required property string subject
    required property string level
    required property bool urgent
    required property string note
    required property bool acknowledged
    required property bool shared
    readonly property string words: model.text
    readonly property string symbol: model.icon
    readonly property string stand: model.state
    readonly property bool maySnooze: shared && (stand === "open" || stand === "taken" || stand === "snoozed")
    readonly property bool mayGiveBack: shared && (stand === "taken" || stand === "snoozed")
    signal take
    signal snooze
    signal giveBack

    implicitHeight: Theme.px(76)
    text: Format.joined([title, words, note])

    Rectangle {
        visible: !row.acknowledged
        width: Theme.s1
        height: parent.height
        color: row.urgent ? Theme.late : Theme.accent
    }
    Icon {
        id: symbol
        x: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        name: row.symbol
        opacity: row.acknowledged ? 0.65 : 1
        color: row.urgent && !row.acknowledged ? Theme.late : Theme.quiet
    }
    Column {
        anchors.left: symbol.right
        anchors.leftMargin: Theme.s3
        anchors.right: acts.left
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        opacity: row.acknowledged ? 0.65 : 1
        NameLabel {
            width: parent.width
            text: row.title
            strong: !row.acknowledged
        }
        Label {
            width: parent.width
            visible: text.length > 0
            text: row.words
            quiet: true
            font.pixelSize: Theme.tiny
        }
        Label {
            width: parent.width
            visible: text.length > 0
            text: row.note
            quiet: true
            font.pixelSize: Theme.tiny
        }
    }
    Label {
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        y: Theme.s2
        text: Format.ago(row.at, Clock.minute)
        quiet: true
        font.pixelSize: Theme.tiny
    }
    Row {
        id: acts
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s1
        width: Math.max(implicitWidth, Theme.px(96))
        layoutDirection: Qt.RightToLeft
        // Each keeps its place, so that none comes under the pointer that was another.
        AlarmAct {
            shown: !row.acknowledged
            icon.name: "check"
            text: qsTr("Take note")
            key: qsTr("Space")
            onClicked: row.take()
        }
        AlarmAct {
            shown: row.maySnooze
            icon.name: "clock"
            text: qsTr("Put off …")
            key: "S"
            onClicked: row.snooze()
        }
        AlarmAct {
            shown: row.mayGiveBack
            icon.name: "undo"
            text: qsTr("Open it again for all")
            key: "B"
            onClicked: row.giveBack()
        }
    }
}
