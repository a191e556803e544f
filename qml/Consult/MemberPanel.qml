// Who belongs to the room and what has become of the call; what the chair can do with each.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: panel

    required property ConsultCapability consult
    readonly property bool chairing: consult.card.isChair ?? false
    signal done(bool taken)

    color: Theme.surface

    ListView {
        id: list
        anchors.fill: parent
        clip: true
        model: panel.consult.members
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Members")
        delegate: RowBase {
            id: row
            required property string member
            required property string name
            required property string post
            required property string state
            required property string stateText
            required property bool chair
            required property bool own
            width: ListView.view.width
            implicitHeight: Theme.px(48)
            rowKey: member
            leftPadding: Theme.s3
            rightPadding: Theme.s2
            text: Format.joined([name, post, stateText])
            contentItem: Item {
                NameLabel {
                    anchors.left: parent.left
                    anchors.right: acts.left
                    anchors.rightMargin: Theme.s1
                    y: Theme.s1
                    text: row.own ? Format.joined([row.name, qsTr("you")]) : row.name
                    strong: row.state === "in" || row.state === "waiting"
                }
                NameLabel {
                    anchors.left: parent.left
                    anchors.right: acts.left
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.s1
                    text: Format.joined([row.chair ? qsTr("chair") : "", row.stateText, row.post])
                    color: row.state === "in" ? Theme.done : row.state === "waiting" ? Theme.accent : row.state === "declined" || row.state === "removed" ? Theme.late : Theme.quiet
                    font.pixelSize: Theme.tiny
                }
                Row {
                    id: acts
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    visible: panel.chairing && !row.own
                    IconButton {
                        visible: row.state === "waiting"
                        icon.name: "check"
                        tint: Theme.accent
                        text: qsTr("Let in")
                        onClicked: panel.done(panel.consult.commands.letIn(panel.consult.room, row.member))
                    }
                    IconButton {
                        visible: row.state === "in"
                        icon.name: "chair"
                        text: qsTr("Hand the chair on")
                        onClicked: panel.done(panel.consult.commands.handOver(panel.consult.room, row.member))
                    }
                    IconButton {
                        visible: row.state === "declined" || row.state === "left" || row.state === "removed"
                        icon.name: "phone"
                        text: qsTr("Call again")
                        onClicked: panel.done(panel.consult.commands.callMembers(panel.consult.room, [
                            {
                                "id": row.member,
                                "kind": row.kind,
                                "post": row.post
                            }
                        ]))
                    }
                    IconButton {
                        visible: row.state !== "removed"
                        icon.name: "close"
                        text: row.state === "waiting" ? qsTr("Turn away") : row.state === "called" || row.state === "accepted" ? qsTr("Take the call back") : qsTr("Remove")
                        onClicked: panel.done(panel.consult.commands.remove(panel.consult.room, row.member))
                    }
                }
            }
            required property string kind
        }
    }
}
