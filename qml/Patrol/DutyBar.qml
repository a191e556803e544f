// Going through the cameras of a group on duty: what is said of the present one, and how far one is.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: bar

    required property PatrolDuty duty
    /// The camera that is to be looked at is seen, with its picture.
    required property bool pictured
    required property bool mayIssueOrders
    signal seenWanted
    signal orderWanted
    signal endWanted

    implicitHeight: Theme.px(48)
    color: Theme.accentSoft
    Accessible.role: Accessible.Grouping
    Accessible.name: progress.text

    Label {
        id: progress
        anchors.left: parent.left
        anchors.leftMargin: Theme.s3
        anchors.right: tools.left
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        text: qsTr("On duty: %1 of %2 confirmed").arg(bar.duty.seen).arg(bar.duty.count)
        strong: true
    }
    Row {
        id: tools
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1
        Button {
            primary: true
            enabled: bar.pictured
            icon.name: "check"
            text: bar.duty.said ? qsTr("On") : qsTr("Seen, nothing")
            key: "⏎"
            onClicked: bar.seenWanted()
        }
        Button {
            visible: bar.mayIssueOrders
            enabled: !bar.duty.said
            icon.name: "send"
            text: qsTr("Raise an order")
            key: "O"
            onClicked: bar.orderWanted()
        }
        IconButton {
            icon.name: "chevron-left"
            text: qsTr("The camera before")
            key: "←"
            onClicked: bar.duty.step(-1)
        }
        IconButton {
            icon.name: "chevron-right"
            text: qsTr("The next camera, without confirming this one")
            key: "→"
            onClicked: bar.duty.step(1)
        }
        IconButton {
            icon.name: "close"
            text: qsTr("End the round")
            key: "Esc"
            onClicked: bar.endWanted()
        }
    }
}
