// The place of the consultations: the rooms at the left, one of them beside.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

FocusScope {
    id: screen

    required property ConsultCapability consult
    required property PaneRegistry registry
    property bool stale: false
    readonly property alias room: roomView
    readonly property alias list: list
    signal newWanted
    signal callWanted(string room)
    signal said(string text, bool failed)
    signal orderWanted(string order)
    signal copyWanted(string text)

    Rectangle {
        id: left
        width: Math.min(Theme.px(300), parent.width * 0.28)
        height: parent.height
        color: Theme.surface
        Item {
            id: head
            width: parent.width
            height: Theme.px(48)
            Label {
                x: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Consultations")
                strong: true
                font.pixelSize: Theme.large
            }
            IconButton {
                visible: screen.consult.mayMake
                anchors.right: parent.right
                anchors.rightMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                icon.name: "plus"
                text: qsTr("New consultation room")
                onClicked: screen.newWanted()
            }
        }
        ListView {
            id: list
            anchors.top: head.bottom
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            focus: true
            activeFocusOnTab: true
            model: screen.consult.rooms
            currentIndex: count > 0 ? screen.consult.rooms.rowOf(screen.consult.room) : -1
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Consultations")
            function step(by: int): void {
                const at = screen.consult.rooms.rowOf(screen.consult.room);
                const to = screen.consult.rooms.at(Math.max(0, Math.min(list.count - 1, at + by)));
                if (to.length > 0)
                    screen.consult.room = to;
            }
            Keys.onUpPressed: list.step(-1)
            Keys.onDownPressed: list.step(1)
            Keys.onReturnPressed: roomView.enter()
            Keys.onEnterPressed: roomView.enter()
            delegate: RoomRow {
                width: ListView.view.width
                current: room === screen.consult.room
                onClicked: {
                    screen.consult.room = room;
                    list.forceActiveFocus();
                }
            }
            EmptyState {
                visible: list.count === 0
                width: parent.width
                iconName: "consult"
                title: qsTr("No consultations")
                text: screen.consult.mayMake ? qsTr("Make a standing room for the hall, or open the room of an order by F7.") : qsTr("Rooms that you are called to stand here.")
                actionText: screen.consult.mayMake ? qsTr("New consultation room") : ""
                onAction: screen.newWanted()
            }
        }
        Rectangle {
            anchors.right: parent.right
            width: Theme.hair
            height: parent.height
            color: Theme.line
        }
    }
    ConsultRoom {
        id: roomView
        visible: known
        anchors.left: left.right
        anchors.right: parent.right
        height: parent.height
        consult: screen.consult
        registry: screen.registry
        stale: screen.stale
        onCallWanted: screen.callWanted(screen.consult.room)
        onSaid: (text, failed) => screen.said(text, failed)
        onCopyWanted: text => screen.copyWanted(text)
        onOrderWanted: order => screen.orderWanted(order)
    }
    EmptyState {
        visible: !roomView.known && list.count > 0
        anchors.centerIn: roomView
        width: Theme.px(360)
        iconName: "consult"
        title: qsTr("Choose a room")
    }
}
