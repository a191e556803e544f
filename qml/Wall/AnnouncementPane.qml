// An announcement on a wall, in the colour of its level where it has one.
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: pane

    required property var content
    required property bool stale
    readonly property bool settled: true
    readonly property string level: content.options?.level ?? ""

    Rectangle {
        id: band
        visible: pane.level.length > 0
        width: visible ? Theme.s4 : 0
        height: parent.height
        color: Theme.levelColor(pane.level)
    }
    LevelBadge {
        id: badge
        visible: pane.level.length > 0
        anchors.left: band.right
        anchors.leftMargin: Theme.s4
        y: Theme.s3
        level: pane.level.length > 0 ? pane.level : "none"
    }
    Text {
        anchors.left: band.right
        anchors.right: parent.right
        anchors.top: badge.visible ? badge.bottom : parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s4
        text: pane.content.text
        textFormat: Text.PlainText
        color: Theme.text
        font.weight: Font.Bold
        font.pixelSize: Math.max(1, Math.min(Theme.px(64), height))
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        wrapMode: Text.Wrap
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
