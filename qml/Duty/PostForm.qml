// The form of a post.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Column {
    id: form

    required property var units
    required property DutyCommands commands
    property var filled: ({})
    readonly property bool editable: filled.editable ?? false
    readonly property bool complete: editable && name.text.trim().length > 0
    readonly property real half: (width - Theme.s3) / 2
    readonly property var kinds: [
        {
            "key": "leader",
            "text": qsTr("Leader on duty")
        },
        {
            "key": "commander",
            "text": qsTr("Commander")
        },
        {
            "key": "shift_leader",
            "text": qsTr("Shift leader")
        },
        {
            "key": "dispatcher",
            "text": qsTr("Dispatcher")
        },
        {
            "key": "liaison",
            "text": qsTr("Liaison")
        }
    ]
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

    function fill(card: var): void {
        form.filled = card;
        name.text = card.name;
        kind.currentIndex = form.kinds.findIndex(k => k.key === card.kind);
        unit.currentIndex = Math.max(0, form.units.findIndex(u => u.unit === card.unit));
        qualification.text = card.qualification;
        people.value = card.people;
        days.currentIndex = form.dayChoices.findIndex(d => d.key === card.days);
        fromHour.text = form.clock(card.from_minute);
        untilHour.text = form.clock(card.until_minute % 1440); // of the next day, as it is typed
        rest.value = Math.round(card.rest_minutes / 60);
        grace.value = card.grace_minutes;
        hands.checked = card.hands_over;
        closed.checked = card.closed;
    }
    function clock(minute: int): string {
        return String(Math.floor(minute / 60)).padStart(2, "0") + ":" + String(minute % 60).padStart(2, "0");
    }
    function minutes(text: string, otherwise: int): int {
        const parts = /^(\d{1,2}):?(\d{2})$/.exec(text.trim());
        return parts ? Number(parts[1]) * 60 + Number(parts[2]) : otherwise;
    }
    function card(): var {
        const from = form.minutes(fromHour.text, form.filled.from_minute);
        let until = form.minutes(untilHour.text, form.filled.until_minute);
        if (until <= from)
            until += 1440;
        return Object.assign({}, form.filled, {
            "name": name.text,
            "kind": form.kinds[kind.currentIndex].key,
            "unit": form.units[unit.currentIndex]?.unit ?? form.filled.unit,
            "qualification": qualification.text,
            "people": people.value,
            "days": form.dayChoices[days.currentIndex].key,
            "from_minute": from,
            "until_minute": until,
            "rest_minutes": rest.value * 60,
            "grace_minutes": grace.value,
            "hands_over": hands.checked,
            "closed": closed.checked
        });
    }
    function problemOf(field: string): string {
        return form.commands.failureField === field ? form.commands.failureText : "";
    }

    enabled: editable
    spacing: Theme.s3
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
            label: qsTr("Kind of post")
            ComboBox {
                id: kind
                width: parent.width
                model: form.kinds
                textRole: "text"
            }
        }
    }
    Row {
        spacing: Theme.s3
        FormField {
            width: form.half
            label: qsTr("Planned by")
            ComboBox {
                id: unit
                width: parent.width
                model: form.units
                textRole: "name"
            }
        }
        FormField {
            width: form.half
            label: qsTr("Qualification that it takes")
            problem: form.problemOf("qualification")
            TextField {
                id: qualification
                width: parent.width
                maximumLength: Limits.code
                placeholderText: qsTr("none")
                Accessible.name: qsTr("Qualification that it takes")
            }
        }
    }
    Row {
        spacing: Theme.s3
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
        FormField {
            width: form.half
            label: qsTr("People at the same time")
            SpinBox {
                id: people
                from: 1
                to: 50
            }
        }
    }
    Row {
        spacing: Theme.s3
        FormField {
            width: form.half
            label: qsTr("Manned from")
            problem: form.problemOf("from_minute")
            TextField {
                id: fromHour
                width: parent.width
                Accessible.name: qsTr("Manned from")
            }
        }
        FormField {
            width: form.half
            label: qsTr("Manned until")
            problem: form.problemOf("until_minute")
            TextField {
                id: untilHour
                width: parent.width
                Accessible.name: qsTr("Manned until")
            }
        }
    }
    Row {
        spacing: Theme.s3
        FormField {
            width: form.half
            label: qsTr("Rest between two shifts, at least")
            SpinBox {
                id: rest
                from: 0
                to: 168
                suffix: qsTr("h")
            }
        }
        FormField {
            width: form.half
            label: qsTr("Grace time for checking in")
            SpinBox {
                id: grace
                from: 0
                to: 1440
                suffix: qsTr("min")
            }
        }
    }
    CheckBox {
        id: hands
        text: qsTr("Its shifts end with a handover")
    }
    CheckBox {
        id: closed
        text: qsTr("Not manned any more")
    }
}
