// The time, the hall's mode and who is on duty, on a wall.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: pane

    required property var content
    required property bool stale
    required property DutyState duty
    required property OnDutyModel onDuty
    readonly property bool settled: true

    Item {
        id: head
        width: parent.width
        height: Math.min(Theme.px(72), parent.height)
        Label {
            id: time
            x: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            text: Format.clockSeconds(Clock.now)
            strong: true
            font.pixelSize: Theme.huge
        }
        Label {
            anchors.left: time.right
            anchors.leftMargin: Theme.s4
            anchors.right: mode.left
            anchors.rightMargin: Theme.s2
            anchors.baseline: time.baseline
            visible: !truncated // a part of a date says nothing
            text: Format.minute(Clock.minute).slice(0, 10)
            quiet: true
            font.pixelSize: Theme.large
        }
        Rectangle {
            id: mode
            visible: pane.duty.known
            anchors.right: parent.right
            anchors.rightMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            width: words.implicitWidth + 2 * Theme.s3
            height: Theme.px(36)
            radius: Theme.radius
            color: pane.duty.emergency ? Theme.late : "transparent"
            border.width: Theme.hair
            border.color: pane.duty.emergency ? Theme.late : Theme.line
            Label {
                id: words
                anchors.centerIn: parent
                text: pane.duty.emergency ? qsTr("Emergency") : qsTr("Normal")
                strong: pane.duty.emergency
                color: pane.duty.emergency ? Theme.lateInk : Theme.text
                font.pixelSize: Theme.large
            }
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    FittedList {
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        name: qsTr("On duty now")
        emptyText: Format.joined([pane.duty.commander, pane.duty.shiftLeader])
        rowHeight: Theme.px(40)
        columnWidth: Theme.px(360)
        model: pane.onDuty
        delegate: Item {
            id: row
            required property string postName
            required property var now
            readonly property bool late: now.some(shift => shift.late)
            width: GridView.view?.cellWidth ?? 0
            height: Theme.px(40)
            NameLabel {
                id: post
                x: Theme.s4
                width: parent.width * 0.38
                anchors.verticalCenter: parent.verticalCenter
                text: row.postName
                quiet: true
                font.pixelSize: Theme.body
            }
            NameLabel {
                anchors.left: post.right
                anchors.leftMargin: Theme.s2
                anchors.right: parent.right
                anchors.rightMargin: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                text: row.now.length > 0 ? Format.joined(row.now.map(shift => shift.personName.length > 0 ? shift.personName : qsTr("Nobody"))) : qsTr("Nobody now")
                strong: row.now.length > 0
                color: row.late ? Theme.late : row.now.length > 0 ? Theme.text : Theme.quiet
                font.pixelSize: Theme.body
            }
            Rule {
                anchors.bottom: parent.bottom
                width: parent.width
                opacity: 0.6
            }
        }
    }
}
