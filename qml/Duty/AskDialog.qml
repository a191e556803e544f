// Asks for an exchange of shifts, or for leave.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property DutyCapability duty
    readonly property RequestListModel requests: duty.records.requests
    property string kind: "exchange"
    property string problem: ""
    property string sending: ""
    property var own: []
    property var others: []
    property var returns: []
    readonly property bool exchange: kind === "exchange"

    function begin(kind: string): void {
        dialog.kind = kind;
        dialog.problem = "";
        dialog.own = dialog.requests.ownShifts();
        shift.currentIndex = dialog.own.length > 0 ? 0 : -1;
        dialog.fillOthers();
        if (first.text.length === 0) {
            first.text = dialog.duty.roster.dayText(1);
            last.text = first.text;
        }
        dialog.open();
        reason.forceActiveFocus();
    }
    function fillOthers(): void {
        dialog.others = dialog.requests.othersFor(dialog.own[shift.currentIndex]?.id ?? "");
        other.currentIndex = dialog.others.length > 0 ? 0 : -1;
        dialog.fillReturns();
    }
    function fillReturns(): void {
        const person = dialog.others[other.currentIndex]?.id ?? "";
        dialog.returns = [
            {
                "id": "",
                "text": qsTr("nothing in return")
            },
            ...dialog.requests.shiftsOf(person)];
        inReturn.currentIndex = 0;
    }

    title: exchange ? qsTr("Ask for an exchange") : qsTr("Ask for leave")
    acceptText: qsTr("Ask")
    acceptEnabled: reason.text.trim().length > 0 && (!exchange || (shift.currentIndex >= 0 && other.currentIndex >= 0))
    busy: sending.length > 0
    onSubmitted: {
        dialog.sending = dialog.exchange ? dialog.requests.askExchange(dialog.own[shift.currentIndex].id, dialog.others[other.currentIndex].id, dialog.returns[inReturn.currentIndex].id, reason.text) : dialog.requests.askLeave(first.text, last.text, reason.text);
        dialog.problem = dialog.sending.length > 0 ? "" : dialog.duty.commands.failureText;
    }
    Connections {
        target: dialog.duty.commands
        function onSettled(subject: string, kept: bool): void {
            if (dialog.sending !== subject)
                return;
            dialog.sending = "";
            dialog.problem = kept ? "" : dialog.duty.commands.failureText;
            if (kept) {
                reason.clear();
                dialog.close();
            }
        }
    }

    contentItem: Item {
        implicitHeight: column.implicitHeight
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            FormField {
                visible: dialog.exchange
                width: parent.width
                label: qsTr("My shift")
                required: true
                note: dialog.own.length === 0 ? qsTr("No shift of yours is still to come, as far as this seat has looked. Look at the month in the rota first.") : ""
                ComboBox {
                    id: shift
                    width: parent.width
                    enabled: dialog.own.length > 0
                    textRole: "text"
                    valueRole: "id"
                    model: dialog.own
                    onActivated: dialog.fillOthers()
                    Accessible.name: qsTr("My shift")
                }
            }
            FormField {
                visible: dialog.exchange
                width: parent.width
                label: qsTr("Who takes it")
                required: true
                ComboBox {
                    id: other
                    width: parent.width
                    enabled: dialog.others.length > 0
                    textRole: "text"
                    valueRole: "id"
                    model: dialog.others
                    onActivated: dialog.fillReturns()
                    Accessible.name: qsTr("Who takes it")
                }
            }
            FormField {
                visible: dialog.exchange
                width: parent.width
                label: qsTr("What I take in return")
                ComboBox {
                    id: inReturn
                    width: parent.width
                    textRole: "text"
                    valueRole: "id"
                    model: dialog.returns
                    Accessible.name: qsTr("What I take in return")
                }
            }
            Row {
                visible: !dialog.exchange
                width: parent.width
                spacing: Theme.s3
                FormField {
                    width: (parent.width - Theme.s3) / 2
                    label: qsTr("First day")
                    required: true
                    TextField {
                        id: first
                        width: parent.width
                        maximumLength: 10
                        wrong: !/^\d{4}-\d{2}-\d{2}$/.test(text)
                        Accessible.name: qsTr("First day")
                    }
                }
                FormField {
                    width: (parent.width - Theme.s3) / 2
                    label: qsTr("Last day")
                    required: true
                    TextField {
                        id: last
                        width: parent.width
                        maximumLength: 10
                        wrong: !/^\d{4}-\d{2}-\d{2}$/.test(text) || text < first.text
                        Accessible.name: qsTr("Last day")
                    }
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Why")
                required: true
                problem: dialog.problem
                note: dialog.exchange ? qsTr("The other agrees first; then it is approved, and both shifts change.") : qsTr("Approved leave changes no shift: those that it overlaps become problems of the rota.")
                TextArea {
                    id: reason
                    width: parent.width
                    readOnly: dialog.busy // what is typed now would not go with it
                    wrong: dialog.problem.length > 0
                    Accessible.name: qsTr("Why")
                }
            }
        }
    }
}
