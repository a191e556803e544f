// A dark page that says why a wall shows nothing, and what to do.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: notice

    property string title: ""
    property string text: ""
    /// What to type where.
    property string command: ""

    color: "black"

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.s6, Theme.px(760))
        spacing: Theme.s4
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: notice.title
            color: Theme.quiet
            strong: true
            font.pixelSize: Theme.title
            Accessible.role: Accessible.Heading
        }
        Label {
            visible: text.length > 0
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: notice.text
            quiet: true
            font.pixelSize: Theme.large
        }
        Label {
            visible: text.length > 0
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WrapAnywhere
            text: notice.command
            quiet: true
            font.family: "monospace"
            font.pixelSize: Theme.body
        }
    }
}
