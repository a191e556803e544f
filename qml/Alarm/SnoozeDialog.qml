// Puts an alarm off for a while, for all seats: for how long, and why.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property AlarmBell bell
    property list<string> ids
    property int minutes: 15
    property string problem: ""

    function ask(ids: list<string>, title: string): void {
        dialog.ids = ids;
        dialog.title = Format.fill(qsTr("Put off: %1"), [title]);
        dialog.problem = "";
        reason.clear();
        dialog.open();
        reason.forceActiveFocus();
    }

    acceptText: qsTr("Put off")
    acceptEnabled: reason.text.trim().length > 0
    onSubmitted: {
        if (dialog.bell.snooze(dialog.ids, dialog.minutes, reason.text))
            dialog.close();
        else
            dialog.problem = dialog.bell.failureText();
    }
    contentItem: Column {
        spacing: Theme.s3
        FormField {
            width: parent.width
            label: qsTr("For")
            note: qsTr("It rings again at %1, on all seats.").arg(Format.moment(Clock.minute + dialog.minutes * 60000, Clock.minute))
            Row {
                spacing: Theme.s1
                Repeater {
                    model: [15, 30, 60, 240]
                    Chip {
                        required property int modelData
                        text: Format.span(modelData * 60000)
                        checkable: false
                        checked: dialog.minutes === modelData
                        onClicked: dialog.minutes = modelData
                    }
                }
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Reason")
            required: true
            problem: dialog.problem
            TextField {
                id: reason
                width: parent.width
                maximumLength: Limits.title
                wrong: dialog.problem.length > 0
                Accessible.name: qsTr("Reason")
                onAccepted: dialog.submit()
            }
        }
    }
}
