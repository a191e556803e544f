// A title on a wall: one line, as large as there is room for.
import QtQuick
import Chengyun.Style

Item {
    id: pane

    required property var content
    required property bool stale
    readonly property bool settled: true

    Text {
        anchors.fill: parent
        anchors.margins: Theme.s3
        text: pane.content.title
        textFormat: Text.PlainText
        color: Theme.text
        font.weight: Font.Bold
        font.pixelSize: Math.max(1, height)
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
}
