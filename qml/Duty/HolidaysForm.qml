// The form of a year's holidays. The notice that announces them can be pasted as it is.
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
    readonly property bool complete: editable && rows.count > 0
    /// What became of a text that was pasted.
    property string pasted: ""

    function fill(card: var): void {
        form.pasted = "";
        form.show(card);
    }
    function show(card: var): void {
        form.filled = card;
        year.text = card.year;
        source.text = card.source;
        rows.clear();
        for (const holiday of card.holidays)
            rows.append(holiday);
        makeUp.text = card.make_up;
    }
    /// A notice of the State Council fills the form.
    function paste(text: string): void {
        const card = form.plans.noticeCard(text);
        if (card.year === undefined) {
            form.pasted = qsTr("That is no notice of holidays: nothing was filled in");
            return;
        }
        form.show(card);
        form.pasted = Format.fill(qsTr("Filled in from the notice of %1. It does not say which days of Spring Festival, Qingming, Dragon Boat and Mid-Autumn the law names: please add them"), [card.year]);
    }
    function card(): var {
        const holidays = [];
        for (let i = 0; i < rows.count; ++i) {
            const row = rows.get(i);
            holidays.push({
                "name": row.name,
                "first": row.first,
                "last": row.last,
                "statutory": row.statutory
            });
        }
        return Object.assign({}, form.filled, {
            "year": year.text.trim(),
            "source": source.text,
            "holidays": holidays,
            "make_up": makeUp.text
        });
    }
    function problemOf(field: string): string {
        return form.commands.failureField.startsWith(field) ? form.commands.failureText : "";
    }

    enabled: editable
    spacing: Theme.s3
    ListModel {
        id: rows
    }
    TextEdit {
        id: clipboard
        visible: false
        textFormat: TextEdit.PlainText
    }
    Row {
        spacing: Theme.s3
        Button {
            icon.name: "return"
            text: qsTr("Fill in from the notice that is copied")
            onClicked: {
                clipboard.text = "";
                clipboard.paste();
                form.paste(clipboard.text);
                clipboard.text = "";
            }
        }
        Label {
            width: form.width - x
            anchors.verticalCenter: parent.verticalCenter
            text: form.pasted
            quiet: true
            font.pixelSize: Theme.tiny
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
    Row {
        spacing: Theme.s3
        FormField {
            width: Theme.px(110)
            label: qsTr("Year")
            required: true
            problem: form.problemOf("year")
            TextField {
                id: year
                width: parent.width
                enabled: form.filled.fresh ?? false
                maximumLength: 4
                inputMethodHints: Qt.ImhDigitsOnly
                Accessible.name: qsTr("Year")
            }
        }
        FormField {
            width: form.width - Theme.px(110) - Theme.s3
            label: qsTr("Where it is written")
            problem: form.problemOf("source")
            TextField {
                id: source
                width: parent.width
                maximumLength: Limits.address
                Accessible.name: qsTr("Where it is written")
            }
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Days off: name, first day, last day, those that the law names")
        problem: form.problemOf("holidays")
        Column {
            width: parent.width
            spacing: Theme.s1
            Repeater {
                model: rows
                Row {
                    id: row
                    required property int index
                    required property string name
                    required property string first
                    required property string last
                    required property string statutory
                    spacing: Theme.s2
                    TextField {
                        width: Theme.px(110)
                        maximumLength: Limits.name
                        text: row.name
                        Accessible.name: Format.fill(qsTr("Name of holiday %1"), [row.index + 1])
                        onTextEdited: rows.setProperty(row.index, "name", text)
                    }
                    TextField {
                        width: Theme.px(104)
                        text: row.first
                        Accessible.name: Format.fill(qsTr("First day of %1"), [row.name])
                        onTextEdited: rows.setProperty(row.index, "first", text)
                    }
                    TextField {
                        width: Theme.px(104)
                        text: row.last
                        Accessible.name: Format.fill(qsTr("Last day of %1"), [row.name])
                        onTextEdited: rows.setProperty(row.index, "last", text)
                    }
                    TextField {
                        width: form.width - x - remove.width - Theme.s2
                        text: row.statutory
                        Accessible.name: Format.fill(qsTr("Days of %1 that the law names"), [row.name])
                        onTextEdited: rows.setProperty(row.index, "statutory", text)
                    }
                    IconButton {
                        id: remove
                        icon.name: "close"
                        text: Format.fill(qsTr("Take %1 out"), [row.name])
                        onClicked: rows.remove(row.index)
                    }
                }
            }
            Button {
                flat: true
                icon.name: "plus"
                text: qsTr("Another holiday")
                enabled: rows.count < 50
                onClicked: rows.append({
                    "name": "",
                    "first": "",
                    "last": "",
                    "statutory": ""
                })
            }
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Saturdays and Sundays on which people work")
        note: qsTr("Several are parted by commas; the year need not be typed: 2-14, 2-28")
        problem: form.problemOf("make_up_days")
        TextField {
            id: makeUp
            width: parent.width
            Accessible.name: qsTr("Saturdays and Sundays on which people work")
        }
    }
}
