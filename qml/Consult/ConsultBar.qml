// What one does in the room: own microphone and camera, views, and what the chair can do with the whole.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: bar

    required property ConsultCapability consult
    property string view: "grid"
    property string beside: ""
    property bool big: false
    readonly property Conference conference: consult.desk.conference
    readonly property bool seated: consult.desk.phase === ConsultDesk.Seated && consult.desk.room === consult.room
    readonly property bool chairing: consult.card.isChair ?? false
    signal viewPicked(string view)
    signal besidePicked(string beside)
    signal callWanted
    signal guestWanted
    signal done(bool taken)

    height: Theme.px(48)
    color: Theme.surface

    function faultText(fault: int): string {
        return fault === Conference.Missing ? qsTr("this machine has none") : fault === Conference.Failed ? qsTr("it does not work; another program may have it") : "";
    }

    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        Button {
            visible: bar.seated
            icon.name: bar.conference.microphone ? "microphone" : "microphone-off"
            text: qsTr("Microphone")
            key: "M"
            primary: bar.conference.microphone
            hint: bar.faultText(bar.conference.microphoneFault)
            grave: bar.conference.microphone && bar.conference.microphoneFault !== Conference.None
            onClicked: bar.conference.microphone = !bar.conference.microphone
        }
        Button {
            visible: bar.seated
            icon.name: bar.conference.camera ? "video" : "video-off"
            text: qsTr("Camera")
            key: "V"
            primary: bar.conference.camera
            hint: bar.faultText(bar.conference.cameraFault)
            grave: bar.conference.camera && bar.conference.cameraFault !== Conference.None
            onClicked: bar.conference.camera = !bar.conference.camera
        }
        Segments {
            anchors.verticalCenter: parent.verticalCenter
            current: bar.view
            entries: [
                {
                    "key": "grid",
                    "text": qsTr("Grid")
                },
                {
                    "key": "speaker",
                    "text": qsTr("Speaker")
                }
            ]
            onPicked: key => bar.viewPicked(key)
        }
        Segments {
            anchors.verticalCenter: parent.verticalCenter
            current: bar.beside
            entries: (bar.consult.card.order ?? "").length > 0 ? [
                {
                    "key": "map",
                    "text": qsTr("Map")
                },
                {
                    "key": "order",
                    "text": qsTr("Order")
                }
            ] : [
                {
                    "key": "map",
                    "text": qsTr("Map")
                }
            ]
            onPicked: key => bar.besidePicked(bar.beside === key ? "" : key)
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        IconButton {
            visible: bar.chairing
            icon.name: "lock"
            checked: bar.consult.card.locked ?? false
            text: checked ? qsTr("Unlock the room") : qsTr("Lock the room: nobody else enters")
            onClicked: bar.done(bar.consult.commands.setLocked(bar.consult.room, !checked))
        }
        IconButton {
            visible: bar.chairing && !bar.big
            icon.name: "plus"
            text: qsTr("Call more people")
            onClicked: bar.callWanted()
        }
        IconButton {
            visible: bar.chairing && !bar.big && !(bar.consult.card.locked ?? false)
            icon.name: "link"
            text: qsTr("Invite a guest by a link …")
            onClicked: bar.guestWanted()
        }
        Button {
            visible: bar.seated || (bar.consult.desk.phase !== ConsultDesk.Out && bar.consult.desk.room === bar.consult.room)
            icon.name: "logout"
            text: qsTr("Leave")
            onClicked: bar.consult.desk.leave()
        }
        ConfirmButton {
            visible: bar.consult.card.mayEnd ?? false
            label: qsTr("End for all")
            onConfirmed: bar.done(bar.consult.commands.end(bar.consult.room))
        }
    }
}
