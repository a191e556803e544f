// Something to be set at this seat: what it is called and what it does, with its controls at the right.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Item {
    id: choice

    property string label: ""
    property string note: ""
    default property alias content: slot.data
    width: parent ? parent.width : 0
    implicitHeight: Theme.px(64)
    Label {
        y: Theme.s3
        text: choice.label
    }
    Label {
        y: Theme.px(34)
        text: choice.note
        quiet: true
        font.pixelSize: Theme.tiny
    }
    Row {
        id: slot
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
        opacity: 0.6
    }
}
