// One order in the queue: level, title, where, what is left, who.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    required property int index
    required property string orderId
    required property int number
    required property string title
    required property string level
    required property string placeText
    required property string unitsSummary
    required property string stateName
    required property string dueKindName
    required property double dueAt
    required property bool late
    required property bool unread
    required property bool isNew
    required property bool exercise
    required property bool open
    required property string pending
    property bool folded: false

    text: Format.fill(qsTr("Level %1, %2, %3, %4"), [level, row.title, placeText, stateName])

    Rectangle {
        width: Theme.s1
        height: parent.height - Theme.hair
        color: Theme.levelColor(row.level)
    }

    Column {
        visible: row.folded
        anchors.centerIn: parent
        spacing: Theme.s1
        LevelBadge {
            anchors.horizontalCenter: parent.horizontalCenter
            level: row.level
        }
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: row.number > 0 ? row.number : "…"
            quiet: !row.late
            color: row.late ? Theme.late : Theme.quiet
            font.pixelSize: Theme.tiny
        }
    }

    Item {
        id: cells
        // The title is read most and goes last: in a narrow row it has its line alone, and of the second line the
        // units go first.
        readonly property bool narrow: width < Theme.px(300)
        visible: !row.folded
        anchors.fill: parent
        anchors.leftMargin: Theme.s3
        anchors.rightMargin: Theme.s3

        LevelBadge {
            id: badge
            y: Theme.s2
            level: row.level
        }
        NameLabel {
            anchors.left: badge.right
            anchors.leftMargin: Theme.s2
            anchors.right: cells.narrow ? parent.right : side.left
            anchors.rightMargin: cells.narrow ? 0 : Theme.s2
            anchors.verticalCenter: badge.verticalCenter
            text: row.title
            strong: row.unread
            font.pixelSize: Theme.small
        }
        Row {
            id: side
            anchors.right: parent.right
            y: cells.narrow ? parent.height - height - Theme.s2 : badge.y + (badge.height - height) / 2
            CountDown {
                visible: row.open && row.pending.length === 0
                due: row.dueAt
            }
            Label {
                visible: !row.open
                text: row.stateName
                quiet: true
                font.pixelSize: Theme.tiny
            }
            Icon {
                visible: row.open && row.pending.length > 0
                name: "hourglass"
                size: Theme.px(14)
                color: Theme.late
            }
        }
        NameLabel {
            anchors.left: parent.left
            anchors.right: cells.narrow ? side.left : who.left
            anchors.rightMargin: Theme.s2
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s2
            text: (row.exercise ? qsTr("[Exercise] ") : "") + row.placeText
            quiet: true
            font.pixelSize: Theme.tiny
        }
        NameLabel {
            id: who
            visible: !cells.narrow
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s2
            width: Math.min(implicitWidth, parent.width * 0.5)
            text: row.unitsSummary
            quiet: true
            font.pixelSize: Theme.tiny
        }
    }

    Loader {
        anchors.fill: parent
        active: row.folded && row.hovered
        sourceComponent: Hint {
            x: row.width + Theme.s1
            y: Theme.s2
            text: row.title + (row.dueAt > 0 ? "  ·  " + Format.left(row.dueAt, Clock.now) : "")
            visible: true
        }
    }
}
