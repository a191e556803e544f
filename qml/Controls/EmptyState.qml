// An empty list: what it is empty of, and what would fill it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Column {
    id: empty

    property string iconName: "list"
    property string title: ""
    property string text: ""
    property string actionText: ""
    signal action

    spacing: Theme.s2
    padding: Theme.s4

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        name: empty.iconName
        size: Theme.px(32)
        color: Theme.faint
    }
    Label {
        width: empty.width - 2 * empty.padding
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
        wrapMode: Text.Wrap
        font.pixelSize: Theme.body
    }
    Label {
        visible: text.length > 0
        width: empty.width - 2 * empty.padding
        horizontalAlignment: Text.AlignHCenter
        text: empty.text
        wrapMode: Text.Wrap
        quiet: true
    }
    Button {
        visible: empty.actionText.length > 0
        anchors.horizontalCenter: parent.horizontalCenter
        text: empty.actionText
        onClicked: empty.action()
    }
}
