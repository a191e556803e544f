// A room in the list: what it is about, and who is there.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    required property string room
    required property string title
    required property string kindText
    required property real starts
    required property real ended
    required property bool locked
    required property int inCount
    required property int calledCount
    required property int waitingCount
    required property string mine
    readonly property bool calls: mine === "called" && ended === 0
    readonly property string told: ended > 0 ? qsTr("over") : inCount > 0 ? qsTr("%n in the room", "", inCount) : starts > 0 ? Format.moment(starts, Clock.now) : qsTr("empty")

    rowKey: room
    leftPadding: Theme.s3
    rightPadding: Theme.s2
    text: Format.joined([title, kindText, told])
    contentItem: Item {
        NameLabel {
            width: parent.width - (mark.visible ? mark.width + Theme.s2 : 0)
            y: Theme.s1
            text: row.title
            strong: row.inCount > 0 || row.calls
            color: row.ended > 0 ? Theme.quiet : Theme.text
        }
        Label {
            width: parent.width
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s1
            text: Format.joined([row.kindText, row.told, row.ended > 0 || row.calledCount === 0 ? "" : qsTr("%n not answered", "", row.calledCount), row.waitingCount > 0 ? qsTr("%n in the lobby", "", row.waitingCount) : "", row.locked ? qsTr("locked") : ""])
            quiet: true
            font.pixelSize: Theme.tiny
        }
        Tag {
            id: mark
            visible: row.calls
            anchors.right: parent.right
            y: Theme.s1
            text: qsTr("calls you")
            tone: Theme.late
            filled: true
        }
    }
}
