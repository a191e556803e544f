// One thing found.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    required property int index
    required property string kind
    required property string kindName
    required property string targetId
    required property string title
    required property string subtitle
    required property var model
    readonly property string keys: model.shortcut
    required property string level
    readonly property string stratum: model.layer

    implicitHeight: Theme.px(44)
    ruled: false
    text: title + ", " + kindName

    Icon {
        id: symbol
        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        name: row.model.icon
        color: row.kind === "command" ? Theme.accent : row.stratum.length > 0 ? Theme.layerColor(row.stratum) : Theme.quiet
    }
    Column {
        anchors.left: symbol.right
        anchors.leftMargin: Theme.s3
        anchors.right: side.left
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        NameLabel {
            width: parent.width
            text: row.title
        }
        NameLabel {
            visible: text.length > 0
            width: parent.width
            text: row.subtitle
            quiet: true
            font.pixelSize: Theme.tiny
        }
    }
    Row {
        id: side
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        LevelBadge {
            anchors.verticalCenter: parent.verticalCenter
            level: row.level.length > 0 ? row.level : "none"
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: row.keys.length > 0 ? row.keys : row.kindName
            quiet: true
            font.pixelSize: Theme.tiny
        }
    }
}
