// A surface with a heading and, at its right, what one can do with the whole.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Rectangle {
    id: panel

    property string title: ""
    property alias actions: actionRow.data
    default property alias content: body.data
    property int padding: Theme.s3

    color: Theme.surface
    radius: Theme.radius
    border.color: Theme.line
    border.width: Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    Item {
        id: head
        visible: panel.title.length > 0
        width: parent.width
        height: visible ? Theme.px(40) : 0
        Label {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.right: actionRow.left
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            text: panel.title
            strong: true
            font.pixelSize: Theme.body
        }
        Row {
            id: actionRow
            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
        }
    }
    Item {
        id: body
        anchors.top: head.bottom
        anchors.topMargin: head.visible ? 0 : panel.padding
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: panel.padding
        anchors.rightMargin: panel.padding
        anchors.bottomMargin: panel.padding
    }
}
