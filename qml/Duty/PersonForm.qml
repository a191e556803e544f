// The form of a person on duty.
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

    function fill(card: var): void {
        form.filled = card;
        name.text = card.name;
        unit.currentIndex = Math.max(0, form.units.findIndex(u => u.unit === card.unit));
        phones.text = card.phones.join(", ");
        qualifications.text = card.qualifications.join(", ");
        account.text = card.account;
        plan.checked = card.mayPlan;
        approve.checked = card.mayApprove;
        active.checked = card.active;
    }
    function listOf(text: string): list<string> {
        return text.split(/[,，、;；]/).map(part => part.trim()).filter(part => part.length > 0);
    }
    function card(): var {
        return Object.assign({}, form.filled, {
            "name": name.text,
            "unit": form.units[unit.currentIndex]?.unit ?? form.filled.unit,
            "phones": form.listOf(phones.text),
            "qualifications": form.listOf(qualifications.text),
            "account": account.text,
            "mayPlan": plan.checked,
            "mayApprove": approve.checked,
            "active": active.checked
        });
    }
    function problemOf(field: string): string {
        return form.commands.failureField.startsWith(field) ? form.commands.failureText : "";
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
            label: qsTr("Unit")
            problem: form.problemOf("unit")
            ComboBox {
                id: unit
                width: parent.width
                model: form.units
                textRole: "name"
            }
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Telephone numbers")
        note: qsTr("Several are parted by commas; the first one is dialled")
        problem: form.problemOf("phones")
        TextField {
            id: phones
            width: parent.width
            iconName: "phone"
            Accessible.name: qsTr("Telephone numbers")
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Qualifications")
        note: qsTr("As posts ask for them, parted by commas")
        problem: form.problemOf("qualifications")
        TextField {
            id: qualifications
            width: parent.width
            Accessible.name: qsTr("Qualifications")
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Account by which this person checks in")
        note: qsTr("The name with which this person signs in")
        problem: form.problemOf("account")
        TextField {
            id: account
            width: parent.width
            iconName: "key"
            enabled: form.filled.rightsEditable ?? false
            Accessible.name: qsTr("Account by which this person checks in")
        }
    }
    CheckBox {
        id: plan
        enabled: form.filled.rightsEditable ?? false
        text: qsTr("May plan the rota of this unit")
    }
    CheckBox {
        id: approve
        enabled: form.filled.rightsEditable ?? false
        text: qsTr("May approve exchange and leave")
    }
    CheckBox {
        id: active
        text: qsTr("Does duty")
    }
}
