// Supervision orders on a wall: those that await a reply first.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

FittedList {
    id: pane

    required property var content
    required property bool stale
    required property SupervisionListModel supervisions
    readonly property bool settled: true

    name: qsTr("Supervision")
    emptyText: qsTr("Nothing is under supervision.")
    model: pane.supervisions
    delegate: Item {
        id: row
        required property string unitName
        required property string levelName
        required property string orderTitle
        required property string stateName
        required property double deadline
        required property bool late
        required property var model
        readonly property bool waiting: model.state === "open"
        width: pane.cellWidth
        height: pane.rowHeight

        Rectangle {
            width: Theme.s1
            height: parent.height - Theme.hair
            color: row.waiting && row.late ? Theme.late : row.waiting ? Theme.accent : Theme.line
        }
        NameLabel {
            id: unit
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.right: side.left
            anchors.rightMargin: Theme.s2
            y: Theme.s2
            text: Format.joined([row.levelName, row.unitName])
            strong: row.waiting
        }
        NameLabel {
            anchors.left: unit.left
            anchors.right: side.left
            anchors.rightMargin: Theme.s2
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s2
            text: row.orderTitle
            quiet: true
            font.pixelSize: Theme.tiny
        }
        Column {
            id: side
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            Label {
                anchors.right: parent.right
                text: row.stateName
                quiet: true
                font.pixelSize: Theme.tiny
            }
            CountDown {
                anchors.right: parent.right
                visible: row.waiting
                due: row.deadline
            }
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
            opacity: 0.6
        }
    }
}
