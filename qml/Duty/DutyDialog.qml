// Says who is on duty and switches the mode. Everybody sees it at once and it stands in the journal.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property DutyState duty
    property bool emergency: false
    /// What was looked at when the dialog was filled.
    property bool emergencyBefore: false
    property real version: -1
    readonly property bool switches: emergency !== emergencyBefore
    readonly property bool outdated: version !== duty.version

    /// What was typed and left by Esc is still there, unless somebody else has been at it since.
    function begin(): void {
        if (dialog.outdated)
            dialog.fill();
        duty.forgetFailure();
        dialog.open();
        commander.forceActiveFocus();
    }
    function fill(): void {
        dialog.version = duty.version;
        dialog.emergency = duty.emergency;
        dialog.emergencyBefore = duty.emergency;
        commander.text = duty.commander;
        leader.text = duty.shiftLeader;
        reason.clear();
    }

    title: qsTr("Duty and mode")
    acceptText: !switches ? qsTr("Save") : emergency ? qsTr("Switch to emergency") : qsTr("Back to normal")
    acceptEnabled: !outdated && (!switches || reason.text.trim().length > 0)
    busy: duty.keeping
    onSubmitted: if (duty.set(emergency, commander.text, leader.text, switches ? reason.text : "", version) && !duty.keeping)
        dialog.leave()
    function leave(): void {
        dialog.version = -1; // taken: the next one begins with what is
        dialog.close();
    }
    Connections {
        target: dialog.duty
        function onSettled(kept: bool): void {
            if (kept)
                dialog.leave();
        }
    }

    contentItem: Item {
        implicitHeight: column.implicitHeight
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Row {
                visible: dialog.opened && dialog.outdated
                spacing: Theme.s2
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("Somebody else has just changed this.")
                    color: Theme.late
                    Accessible.role: Accessible.AlertMessage
                }
                Button {
                    text: qsTr("Show the current entry")
                    onClicked: dialog.fill()
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Commander")
                problem: dialog.duty.failureField === "commander" ? dialog.duty.failureText : ""
                TextField {
                    id: commander
                    width: parent.width
                    iconName: "user"
                    maximumLength: Limits.name
                    readOnly: dialog.busy // what is typed now would not go with it
                    Accessible.name: qsTr("Commander")
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Shift leader")
                problem: dialog.duty.failureField === "shift_leader" ? dialog.duty.failureText : ""
                TextField {
                    id: leader
                    width: parent.width
                    iconName: "user"
                    maximumLength: Limits.name
                    readOnly: dialog.busy
                    Accessible.name: qsTr("Shift leader")
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Mode")
                Segments {
                    height: Theme.px(28)
                    entries: [
                        {
                            "key": "peace",
                            "text": qsTr("Normal")
                        },
                        {
                            "key": "emergency",
                            "text": qsTr("Emergency")
                        }
                    ]
                    current: dialog.emergency ? "emergency" : "peace"
                    onPicked: key => dialog.emergency = key === "emergency"
                }
            }
            FormField {
                visible: dialog.switches
                width: parent.width
                label: qsTr("Reason")
                required: true
                problem: dialog.duty.failureField === "reason" ? dialog.duty.failureText : ""
                TextArea {
                    id: reason
                    width: parent.width
                    readOnly: dialog.busy
                    placeholderText: qsTr("Every seat is told at once; it stands in the journal")
                }
            }
            Label {
                visible: text.length > 0 && dialog.duty.failureField.length === 0
                width: parent.width
                text: dialog.duty.failureText
                color: Theme.late
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
