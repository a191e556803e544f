// One shift of who is on duty: the person, how to reach him, and what can be done about it here.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Column {
    id: item

    /// As OnDutyModel says it.
    required property var shift
    property bool next: false
    /// A command about it waits for the hub.
    property bool pending: false
    signal checkInWanted(string shift, string from)
    signal standInWanted(string shift, string person)
    signal closeWanted(string shift)
    signal copyWanted(string text)

    readonly property string personName: shift.personName.length > 0 ? shift.personName : qsTr("Nobody")

    spacing: Theme.s1

    Item {
        width: item.width
        height: Theme.px(28)
        Row {
            id: left
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2
            Label {
                visible: item.next
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Next")
                quiet: true
                font.pixelSize: Theme.tiny
            }
            NameLabel {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, Theme.px(120))
                text: item.personName
                strong: !item.next
                font.pixelSize: item.next ? Theme.small : Theme.body
                color: item.shift.late || item.shift.personName.length === 0 ? Theme.late : item.next ? Theme.quiet : Theme.text
            }
            PhoneNumber {
                anchors.verticalCenter: parent.verticalCenter
                number: item.shift.phone
                of: item.shift.personName
                onDialled: number => item.copyWanted(number)
            }
        }
        Row {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: item.next ? item.shift.day + "  " + item.shift.time : item.shift.time
                quiet: true
            }
            Tag {
                visible: !item.next && item.shift.personName.length > 0
                anchors.verticalCenter: parent.verticalCenter
                text: item.shift.checkedIn ? qsTr("on duty") : item.shift.late ? qsTr("has not come") : qsTr("not checked in")
                tone: item.shift.checkedIn ? Theme.done : item.shift.late ? Theme.late : Theme.quiet
                iconName: item.shift.checkedIn ? "check" : item.shift.late ? "warning" : ""
            }
            Spinner {
                visible: item.pending
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    Label {
        visible: item.shift.insteadOf.length > 0 || (!item.next && item.shift.backupName.length > 0 && !item.shift.late)
        width: item.width
        text: item.shift.insteadOf.length > 0 ? Format.fill(qsTr("Stands in for %1"), [item.shift.insteadOf]) : Format.fill(qsTr("Backup: %1"), [item.shift.backupName])
        quiet: true
        font.pixelSize: Theme.tiny
    }
    // A proposal is one click away; the telephone comes first.
    Flow {
        visible: !item.next && item.shift.late && item.shift.standIns.length > 0
        width: item.width
        spacing: Theme.s2
        Label {
            height: Theme.controlHeight
            text: qsTr("Stands in:")
            quiet: true
        }
        Repeater {
            model: item.shift.late ? item.shift.standIns.slice(0, 3) : []
            Button {
                required property var modelData
                required property int index
                primary: index === 0
                enabled: !item.pending
                text: modelData.name
                hint: modelData.phone
                onClicked: item.standInWanted(item.shift.shift, modelData.person)
            }
        }
    }
    Row {
        visible: item.shift.mayCheckIn || (item.shift.mayClose && !item.next)
        spacing: Theme.s2
        Button {
            visible: item.shift.mayCheckIn
            primary: item.shift.own
            icon.name: item.shift.own ? "check" : "phone"
            enabled: !item.pending
            text: item.shift.own ? qsTr("Check in") : qsTr("Has reported by telephone")
            onClicked: item.checkInWanted(item.shift.shift, item.shift.own ? "seat" : "telephone")
        }
        ConfirmButton {
            visible: item.shift.mayClose && !item.next
            enabled: !item.pending && !item.shift.closeWaits
            label: qsTr("Close the shift")
            hint: item.shift.closeWaits ? qsTr("Its handover has to be accepted first") : ""
            onConfirmed: item.closeWanted(item.shift.shift)
        }
    }
}
