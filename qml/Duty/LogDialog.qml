// Writes into the log, from every screen: F9, words, Ctrl+Enter. The kinds have keys of their own.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

Dialog {
    id: dialog

    required property DutyCapability duty
    required property Seat seat
    readonly property LogModel log: duty.records.log
    property string kind: "call_in"
    property string order: ""
    property string corrects: ""
    property string problem: ""
    property string problemField: ""
    property string sending: ""
    readonly property var kindOf: log.kinds.find(each => each.key === dialog.kind) ?? ({})

    /// `kind`: "" is the one of the last time. What was typed and left by Esc is still there.
    function begin(kind: string): void {
        if (!dialog.log.mayWrite) {
            dialog.seat.say(qsTr("Only those who are on duty write into the log: check in first."), true);
            return;
        }
        if (dialog.corrects.length > 0)
            dialog.clear();
        if (kind.length > 0)
            dialog.kind = kind;
        const chosen = dialog.seat.chosen("order");
        dialog.order = chosen;
        dialog.show();
    }
    function correct(id: string): void {
        const entry = dialog.log.entry(id);
        dialog.clear();
        dialog.corrects = id;
        dialog.kind = entry.kind ?? "note";
        dialog.order = entry.order ?? "";
        words.text = entry.text ?? "";
        other.text = entry.with ?? "";
        phone.text = entry.phone ?? "";
        dialog.show();
    }
    function show(): void {
        dialog.problem = "";
        dialog.problemField = "";
        dialog.open();
        words.forceActiveFocus();
    }
    function clear(): void {
        words.clear();
        other.clear();
        phone.clear();
        minutes.value = 0;
        stands.checked = false;
        dialog.corrects = "";
    }

    title: corrects.length > 0 ? qsTr("Correct an entry of the log") : qsTr("Write into the log")
    acceptText: qsTr("Write")
    acceptEnabled: words.text.trim().length > 0
    busy: sending.length > 0
    width: Math.min(Theme.px(680), parent ? parent.width - 2 * Theme.s6 : Theme.px(680))
    onSubmitted: {
        dialog.sending = dialog.log.write({
            "kind": dialog.kind,
            "text": words.text,
            "time": minutes.value > 0 ? Clock.now - minutes.value * 60000 : 0,
            "with": other.text,
            "phone": phone.text,
            "order": tied.visible && tied.checked ? dialog.order : "",
            "corrects": dialog.corrects,
            "stands": stands.checked
        });
        dialog.problem = dialog.sending.length > 0 ? "" : dialog.duty.commands.failureText;
        dialog.problemField = dialog.sending.length > 0 ? "" : dialog.duty.commands.failureField;
    }
    Connections {
        target: dialog.duty.commands
        function onSettled(subject: string, kept: bool): void {
            if (dialog.sending !== subject)
                return;
            dialog.sending = "";
            if (kept) {
                dialog.clear();
                dialog.close();
            } else if (dialog.visible) {
                dialog.problem = dialog.duty.commands.failureText;
            } else {
                dialog.seat.say(dialog.duty.commands.failureText, true);
            }
        }
    }
    Instantiator {
        model: dialog.log.kinds
        delegate: Shortcut {
            required property var modelData
            required property int index
            sequence: "Alt+" + (index + 1)
            enabled: dialog.asking
            onActivated: dialog.kind = modelData.key
        }
    }

    contentItem: Item {
        implicitHeight: column.implicitHeight
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Flow {
                width: parent.width
                spacing: Theme.s1
                Repeater {
                    model: dialog.log.kinds
                    Chip {
                        required property var modelData
                        required property int index
                        text: modelData.text
                        hint: "Alt+" + (index + 1)
                        checkable: false
                        checked: dialog.kind === modelData.key
                        onClicked: dialog.kind = modelData.key
                    }
                }
            }
            FormField {
                width: parent.width
                label: qsTr("What happened, what was said")
                required: true
                problem: dialog.problemField === "with" || dialog.problemField === "phone" ? "" : dialog.problem
                TextArea {
                    id: words
                    width: parent.width
                    implicitHeight: Theme.px(112)
                    readOnly: dialog.busy // what is typed now would not go with it
                    wrong: dialog.problem.length > 0
                    Accessible.name: qsTr("What happened, what was said")
                }
            }
            Row {
                visible: dialog.kindOf.talks ?? false
                width: parent.width
                spacing: Theme.s3
                FormField {
                    width: (parent.width - Theme.s3) / 2
                    label: dialog.kind === "call_in" ? qsTr("Who called") : dialog.kind === "call_out" ? qsTr("Who was called") : qsTr("Who came")
                    problem: dialog.problemField === "with" ? dialog.problem : ""
                    TextField {
                        id: other
                        width: parent.width
                        iconName: "user"
                        maximumLength: Limits.name
                        readOnly: dialog.busy
                        Accessible.name: qsTr("The other's name")
                    }
                }
                FormField {
                    width: (parent.width - Theme.s3) / 2
                    label: qsTr("Telephone number")
                    problem: dialog.problemField === "phone" ? dialog.problem : ""
                    TextField {
                        id: phone
                        width: parent.width
                        iconName: "phone"
                        maximumLength: Limits.phone
                        readOnly: dialog.busy
                        inputMethodHints: Qt.ImhDialableCharactersOnly
                        Accessible.name: qsTr("Telephone number")
                    }
                }
            }
            Row {
                spacing: Theme.s4
                height: Theme.controlHeight
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("When")
                    quiet: true
                }
                SpinBox {
                    id: minutes
                    from: 0
                    to: 10080
                    stepSize: 5
                    suffix: qsTr("min ago")
                    implicitWidth: Theme.px(136)
                    Accessible.name: qsTr("How many minutes ago it happened")
                }
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: minutes.value === 0 ? qsTr("just now") : ""
                    quiet: true
                }
            }
            CheckBox {
                id: tied
                visible: dialog.order.length > 0
                checked: true
                text: qsTr("It is about the order that is chosen")
            }
            CheckBox {
                id: stands
                visible: dialog.kindOf.stands ?? false
                text: qsTr("Stands on every handover sheet until somebody settles it")
            }
        }
    }
}
