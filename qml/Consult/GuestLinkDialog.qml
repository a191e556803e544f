// A one-time link for a guest without an account: first who it is for, then the address, which is shown once.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property GuestLink link
    property string room: ""
    readonly property bool made: link.address.length > 0
    signal copyWanted(string text)

    function begin(room: string): void {
        dialog.room = room;
        name.text = "";
        link.forget();
        dialog.open();
        name.forceActiveFocus();
    }

    title: qsTr("A guest by a link")
    acceptText: made ? qsTr("Copy the link") : qsTr("Make the link")
    rejectText: made ? qsTr("Close") : qsTr("Cancel")
    acceptEnabled: made || (name.text.trim().length > 0 && !link.busy)
    busy: link.busy
    onSubmitted: {
        if (dialog.made)
            dialog.copyWanted(dialog.link.address);
        else
            dialog.link.invite(dialog.room, name.text);
    }
    onClosed: link.forget()

    contentItem: Item {
        implicitHeight: column.implicitHeight
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Label {
                width: parent.width
                text: qsTr("A guest needs no account: the link is opened in a browser, and the guest waits in the lobby until you let in. A guest sees this room and nothing else of the hall.")
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                quiet: true
            }
            TextField {
                id: name
                width: parent.width
                visible: !dialog.made
                maximumLength: 60
                placeholderText: qsTr("Name or office of the guest")
                Accessible.name: qsTr("Name or office of the guest")
            }
            TextField {
                width: parent.width
                visible: dialog.made
                readOnly: true
                text: dialog.link.address
                Accessible.name: qsTr("One-time link")
                onVisibleChanged: if (visible) {
                    forceActiveFocus();
                    selectAll();
                }
            }
            Label {
                width: parent.width
                visible: dialog.made
                text: Format.fill(qsTr("For %1. Works once, until %2."), [dialog.link.name, Format.moment(dialog.link.expires, Clock.now)])
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                quiet: true
            }
            Label {
                width: parent.width
                visible: dialog.link.problem.length > 0
                text: dialog.link.problem
                color: Theme.late
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Accessible.role: Accessible.AlertMessage
            }
            Spinner {
                visible: dialog.link.busy
                anchors.horizontalCenter: parent.horizontalCenter
            }
        }
    }
}
