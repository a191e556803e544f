// The form of a pattern: the shifts of a day, and the order in which a crew goes through them.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Column {
    id: form

    required property PlanBook plans
    required property DutyCommands commands
    property var filled: ({})
    readonly property bool editable: filled.editable ?? false
    readonly property bool complete: editable && name.text.trim().length > 0 && order.text.trim().length > 0
    readonly property real half: (width - Theme.s3) / 2
    readonly property var dayChoices: [
        {
            "key": "every",
            "text": qsTr("Every day")
        },
        {
            "key": "working",
            "text": qsTr("Working days")
        },
        {
            "key": "off",
            "text": qsTr("Days off")
        }
    ]
    /// Grows with each edit, for the words under the order.
    property int edits: 0

    function fill(card: var): void {
        form.filled = card;
        name.text = card.name;
        days.currentIndex = Math.max(0, form.dayChoices.findIndex(d => d.key === card.days));
        turns.clear();
        for (const turn of card.turns)
            turns.append(turn);
        order.text = card.order;
        stagger.value = card.stagger;
        form.edits++;
    }
    function card(): var {
        const rows = [];
        for (let i = 0; i < turns.count; ++i) {
            const turn = turns.get(i);
            rows.push({
                "name": turn.name,
                "from": turn.from,
                "until": turn.until
            });
        }
        return Object.assign({}, form.filled, {
            "name": name.text,
            "days": form.dayChoices[days.currentIndex].key,
            "turns": rows,
            "order": order.text,
            "stagger": stagger.value
        });
    }
    function problemOf(field: string): string {
        return form.commands.failureField.startsWith(field) ? form.commands.failureText : "";
    }

    enabled: editable
    spacing: Theme.s3
    ListModel {
        id: turns
    }
    Row {
        spacing: Theme.s3
        FormField {
            width: form.half
            label: qsTr("Name")
            required: true
            problem: form.problemOf("name")
            TextField {
                id: name
                width: parent.width
                maximumLength: Limits.name
                Accessible.name: qsTr("Name")
            }
        }
        FormField {
            width: form.half
            label: qsTr("Manned on")
            ComboBox {
                id: days
                width: parent.width
                model: form.dayChoices
                textRole: "text"
            }
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Shifts of a day: name, from, until")
        problem: form.problemOf("turns")
        Column {
            width: parent.width
            spacing: Theme.s1
            Repeater {
                model: turns
                Row {
                    id: row
                    required property int index
                    required property string name
                    required property string from
                    required property string until
                    spacing: Theme.s2
                    Label {
                        width: Theme.px(20)
                        height: Theme.controlHeight
                        verticalAlignment: Text.AlignVCenter
                        text: row.index + 1
                        quiet: true
                    }
                    TextField {
                        width: Theme.px(180)
                        maximumLength: Limits.name
                        text: row.name
                        Accessible.name: Format.fill(qsTr("Name of shift %1"), [row.index + 1])
                        onTextEdited: {
                            turns.setProperty(row.index, "name", text);
                            form.edits++;
                        }
                    }
                    TextField {
                        width: Theme.px(90)
                        text: row.from
                        Accessible.name: Format.fill(qsTr("Beginning of shift %1"), [row.index + 1])
                        onTextEdited: turns.setProperty(row.index, "from", text)
                    }
                    TextField {
                        width: Theme.px(90)
                        text: row.until
                        Accessible.name: Format.fill(qsTr("End of shift %1"), [row.index + 1])
                        onTextEdited: turns.setProperty(row.index, "until", text)
                    }
                    IconButton {
                        icon.name: "close"
                        enabled: turns.count > 1
                        text: Format.fill(qsTr("Take shift %1 out"), [row.index + 1])
                        onClicked: {
                            turns.remove(row.index);
                            form.edits++;
                        }
                    }
                }
            }
            Button {
                flat: true
                icon.name: "plus"
                text: qsTr("Another shift")
                enabled: turns.count < 12
                onClicked: turns.append({
                    "name": "",
                    "from": turns.count > 0 ? turns.get(turns.count - 1).until : "08:30",
                    "until": "20:30"
                })
            }
        }
    }
    FormField {
        width: parent.width
        label: qsTr("What a crew does day by day, until it begins again")
        required: true
        note: form.edits >= 0 && order.text.trim().length > 0 ? form.plans.cycleText(form.card()) : qsTr("Numbers of shifts, and - for a day off: 1 1 2 2 - -")
        problem: form.problemOf("cycle")
        TextField {
            id: order
            width: parent.width
            Accessible.name: qsTr("What a crew does day by day, until it begins again")
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Each crew is so many days behind the one before")
        problem: form.problemOf("stagger")
        SpinBox {
            id: stagger
            from: 1
            to: 366
        }
    }
}
