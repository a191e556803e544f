// A one-time address for a team's phone: shown to whoever asked, and forgotten when it is closed.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property PhoneLink link
    signal copyWanted(string text)

    function begin(unit: string, unitName: string): void {
        link.make(unit, unitName);
        dialog.open();
    }

    title: Format.fill(qsTr("Phone of %1"), [link.name])
    acceptText: qsTr("Copy the link")
    rejectText: qsTr("Close")
    acceptEnabled: link.address.length > 0
    busy: link.busy
    onSubmitted: copyWanted(link.address)
    onClosed: link.forget()

    contentItem: Item {
        implicitHeight: column.implicitHeight
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Label {
                width: parent.width
                text: qsTr("Send this one-time link to the unit. Opened on a phone it signs in as the unit, without a password.")
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                quiet: true
            }
            TextField {
                id: address
                width: parent.width
                visible: dialog.link.address.length > 0
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
                visible: dialog.link.address.length > 0
                text: Format.fill(qsTr("Works once, until %1. Links made for this unit before no longer do."), [Format.moment(dialog.link.expires, Clock.now)])
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
