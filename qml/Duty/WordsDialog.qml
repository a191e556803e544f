// Asks for words, for whatever takes some: a reason, a matter, an answer. What was typed and left by Esc
// is still there when the same is asked again.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property DutyCommands commands
    property var question: ({})
    property string problem: ""

    /// {title, label, accept, note, required, most, run: text → taken}
    function ask(question: var): void {
        if (dialog.question.title !== question.title)
            words.clear();
        dialog.question = question;
        dialog.problem = "";
        dialog.open();
        words.forceActiveFocus();
    }

    title: question.title ?? ""
    acceptText: question.accept ?? ""
    acceptEnabled: !(question.required ?? false) || words.text.trim().length > 0
    onSubmitted: {
        if (dialog.question.run(words.text)) {
            words.clear();
            dialog.close();
        } else {
            dialog.problem = dialog.commands.failureText;
        }
    }
    contentItem: Item {
        implicitHeight: field.implicitHeight
        FormField {
            id: field
            width: parent.width
            label: dialog.question.label ?? ""
            note: dialog.question.note ?? ""
            required: dialog.question.required ?? false
            problem: dialog.problem
            TextArea {
                id: words
                width: parent.width
                implicitHeight: Theme.px(96)
                wrong: dialog.problem.length > 0
                Accessible.name: dialog.question.label ?? ""
            }
        }
    }
}
