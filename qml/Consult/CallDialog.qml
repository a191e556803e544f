// A new room, the room of an order, or more people for a room. For an order Enter calls at once.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property ConsultCapability consult
    property string order: ""
    property string room: "" ///< where people are called into one that is there
    property string kind: "standing"
    property string problem: ""
    readonly property bool isNew: room.length === 0
    readonly property real starts: kind === "planned" ? consult.commands.momentOf(time.text) : 0
    /// The room that was made, or into which somebody was called.
    signal made(string room)

    function begin(order: string, room: string, kind: string): void {
        dialog.order = order;
        dialog.room = room;
        dialog.kind = kind;
        dialog.problem = "";
        name.text = order.length > 0 ? dialog.consult.titleFor(order) : "";
        time.text = "";
        people.search.clear();
        dialog.consult.proposal.begin(order, room);
        dialog.open();
        if (dialog.isNew && order.length === 0)
            name.forceActiveFocus();
        else if (order.length === 0)
            people.search.forceActiveFocus();
        else
            form.forceActiveFocus();
    }

    title: !isNew ? qsTr("Call more people") : order.length > 0 ? qsTr("Consultation about the order") : qsTr("New consultation room")
    acceptText: dialog.consult.proposal.chosen > 0 ? qsTr("Call %n people", "", dialog.consult.proposal.chosen) : qsTr("Make the room")
    acceptEnabled: !dialog.consult.proposal.busy && (isNew ? name.text.trim().length > 0 && (kind !== "planned" || starts > 0) : dialog.consult.proposal.chosen > 0)
    onSubmitted: {
        const call = dialog.consult.proposal.call();
        const commands = dialog.consult.commands;
        const room = dialog.isNew ? commands.make(dialog.kind, name.text, dialog.order, "", dialog.starts, call) : commands.callMembers(dialog.room, call) ? dialog.room : "";
        if (room.length > 0) {
            dialog.close();
            dialog.made(room);
        } else {
            dialog.problem = commands.failureText;
        }
    }
    contentItem: FocusScope {
        id: form
        implicitHeight: column.implicitHeight
        Keys.onReturnPressed: dialog.submit()
        Keys.onEnterPressed: dialog.submit()
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Segments {
                visible: dialog.isNew && dialog.order.length === 0
                current: dialog.kind
                entries: [
                    {
                        "key": "standing",
                        "text": qsTr("Standing")
                    },
                    {
                        "key": "planned",
                        "text": qsTr("Planned")
                    }
                ]
                onPicked: key => dialog.kind = key
            }
            FormField {
                visible: dialog.isNew
                width: parent.width
                label: qsTr("Title")
                required: true
                TextField {
                    id: name
                    width: parent.width
                    maximumLength: 100
                    Accessible.name: qsTr("Title")
                }
            }
            FormField {
                visible: dialog.isNew && dialog.kind === "planned"
                width: parent.width
                label: qsTr("Begins")
                required: true
                problem: time.text.length > 0 && dialog.starts === 0 ? qsTr("A time to come, like 14:30 or 2026-12-24 14:30") : ""
                note: dialog.starts > 0 ? Format.minute(dialog.starts) : qsTr("A time to come, like 14:30 or 2026-12-24 14:30")
                TextField {
                    id: time
                    width: Theme.px(220)
                    iconName: "clock"
                    Accessible.name: qsTr("Begins")
                }
            }
            CallPanel {
                id: people
                width: parent.width
                proposal: dialog.consult.proposal
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: dialog.problem
                color: Theme.late
                wrapMode: Text.Wrap
            }
        }
    }
}
