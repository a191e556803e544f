// Says who is on duty and switches the mode. Everybody sees it at once and it stands in the journal.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property DutyState duty
    property bool emergency: false
    readonly property bool switches: emergency !== duty.emergency

    function begin(): void {
        dialog.emergency = duty.emergency;
        commander.text = duty.commander;
        leader.text = duty.shiftLeader;
        reason.clear();
        dialog.open();
        commander.forceActiveFocus();
    }

    title: qsTr("Duty and mode")
    acceptText: !switches ? qsTr("Save") : emergency ? qsTr("Switch to emergency") : qsTr("Switch to peace")
    acceptEnabled: !switches || reason.text.trim().length > 0
    onSubmitted: if (duty.set(emergency, commander.text, leader.text, switches ? reason.text : ""))
        dialog.close()

    contentItem: Item {
        implicitHeight: column.implicitHeight
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            FormField {
                width: parent.width
                label: qsTr("Commander")
                problem: dialog.duty.failureField === "commander" ? dialog.duty.failureText : ""
                TextField {
                    id: commander
                    width: parent.width
                    iconName: "user"
                    maximumLength: 200
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
                    maximumLength: 200
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
                            "text": qsTr("Peace")
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
