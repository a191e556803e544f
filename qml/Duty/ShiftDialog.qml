// One shift of the rota: its times, its person and backup, and what is wrong with it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property RotaBoard board
    required property RotaPeople people
    property string shift: ""
    property var card: ({})
    readonly property bool editable: card.editable ?? false
    readonly property int startMinute: dialog.minutes(start.text)
    readonly property int endMinute: {
        const typed = dialog.minutes(end.text);
        return typed < 0 ? -1 : typed + 1440 * (dialog.days + (typed <= dialog.startMinute ? 1 : 0));
    }
    property int days: 0 ///< whole days between its beginning and its end

    function begin(shift: string): void {
        dialog.shift = shift;
        dialog.fill();
        dialog.open();
        start.forceActiveFocus();
        start.selectAll();
    }
    function fill(): void {
        dialog.card = dialog.board.shiftCard(dialog.shift);
        if (dialog.card.shift === undefined) {
            dialog.close();
            return;
        }
        dialog.days = Math.floor(dialog.card.end / 1440) - (dialog.card.end % 1440 <= dialog.card.start ? 1 : 0);
        start.text = dialog.clock(dialog.card.start);
        end.text = dialog.clock(dialog.card.end % 1440);
    }
    function clock(minute: int): string {
        return String(Math.floor(minute / 60)).padStart(2, "0") + ":" + String(minute % 60).padStart(2, "0");
    }
    function minutes(text: string): int {
        const parts = /^(\d{1,2}):?(\d{2})$/.exec(text.trim());
        return parts && Number(parts[1]) < 24 && Number(parts[2]) < 60 ? Number(parts[1]) * 60 + Number(parts[2]) : -1;
    }

    title: card.postName !== undefined ? card.postName + "  " + card.date : ""
    acceptText: qsTr("Take over")
    acceptEnabled: editable && startMinute >= 0 && endMinute >= 0
    onSubmitted: {
        const dayStart = dialog.card.from - dialog.card.start * 60000;
        const from = dayStart + dialog.startMinute * 60000, to = dayStart + dialog.endMinute * 60000;
        if ((from === dialog.card.from && to === dialog.card.to) || dialog.board.setTimes(dialog.shift, from, to))
            dialog.close();
    }
    Connections {
        target: dialog.board
        enabled: dialog.visible
        function onRefreshed(): void {
            const typed = [start.text, end.text];
            dialog.card = dialog.board.shiftCard(dialog.shift);
            if (dialog.card.shift === undefined)
                dialog.close();
            [start.text, end.text] = typed;
        }
    }
    contentItem: Item {
        implicitHeight: column.implicitHeight
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Row {
                width: parent.width
                spacing: Theme.s3
                FormField {
                    width: (column.width - Theme.s3) / 2
                    label: qsTr("From")
                    problem: dialog.startMinute < 0 ? qsTr("A time like 08:30") : ""
                    TextField {
                        id: start
                        width: parent.width
                        readOnly: !dialog.editable
                        iconName: "clock"
                        Accessible.name: qsTr("From")
                    }
                }
                FormField {
                    width: (column.width - Theme.s3) / 2
                    label: dialog.endMinute > 1440 ? qsTr("To, on the next day") : qsTr("To")
                    problem: dialog.endMinute < 0 ? qsTr("A time like 08:30") : ""
                    TextField {
                        id: end
                        width: parent.width
                        readOnly: !dialog.editable
                        iconName: "clock"
                        Accessible.name: qsTr("To")
                    }
                }
            }
            Row {
                width: parent.width
                spacing: Theme.s3
                FormField {
                    width: (column.width - Theme.s3) / 2
                    label: qsTr("Person")
                    PersonBox {
                        width: parent.width
                        enabled: dialog.editable
                        people: dialog.people
                        person: dialog.card.person ?? ""
                        name: dialog.card.personName ?? ""
                        emptyText: qsTr("open")
                        onOpening: dialog.people.chooseFor(dialog.shift)
                        onPicked: person => dialog.board.assign(dialog.shift, person)
                    }
                }
                FormField {
                    width: (column.width - Theme.s3) / 2
                    label: qsTr("Backup")
                    PersonBox {
                        width: parent.width
                        enabled: dialog.editable
                        people: dialog.people
                        person: dialog.card.backup ?? ""
                        name: dialog.card.backupName ?? ""
                        onOpening: dialog.people.chooseFor(dialog.shift)
                        onPicked: person => dialog.board.setBackup(dialog.shift, person)
                    }
                }
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: dialog.card.problems ?? ""
                color: Theme.late
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            Label {
                visible: dialog.card.conflict ?? false
                width: parent.width
                text: Format.fill(qsTr("Another planner has written meanwhile: %1"), [dialog.card.theirs ?? ""])
                color: Theme.late
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            Label {
                visible: !dialog.editable
                width: parent.width
                text: qsTr("It has begun, or another unit plans this post.")
                quiet: true
                wrapMode: Text.Wrap
            }
        }
    }
}
