// One alarm: what happened, when, and whether somebody has taken note.
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
    required property bool acknowledged
    readonly property string words: model.text
    readonly property string symbol: model.icon
    signal acknowledge

    implicitHeight: Theme.px(60)
    text: title + ", " + words
    opacity: acknowledged ? 0.65 : 1

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
        color: row.urgent && !row.acknowledged ? Theme.late : Theme.quiet
    }
    Label {
        anchors.left: symbol.right
        anchors.leftMargin: Theme.s3
        anchors.right: stamp.left
        anchors.rightMargin: Theme.s2
        y: Theme.s2
        text: row.title
        strong: !row.acknowledged
    }
    Label {
        id: stamp
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        y: Theme.s2
        text: Format.ago(row.at, Clock.minute)
        quiet: true
        font.pixelSize: Theme.tiny
    }
    Label {
        anchors.left: symbol.right
        anchors.leftMargin: Theme.s3
        anchors.right: check.visible ? check.left : parent.right
        anchors.rightMargin: Theme.s2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        text: row.words
        quiet: true
        font.pixelSize: Theme.tiny
    }
    IconButton {
        id: check
        visible: !row.acknowledged
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s1
        implicitWidth: Theme.px(28)
        implicitHeight: Theme.s6
        iconSize: Theme.px(16)
        icon.name: "check"
        text: qsTr("Take note")
        onClicked: row.acknowledge()
    }
}
