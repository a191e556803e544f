// The link to the hub and what waits for it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link

Item {
    id: page

    required property Session session
    required property Outbox outbox
    /// Whether a command of this kind can be written again.
    function isWritable(kind: string): bool {
        return false;
    }
    signal writeAgain(string kind, string key)
    signal copyWanted(string text)

    function copyRows(): void {
        const rows = [[qsTr("Command"), qsTr("Made"), qsTr("State"), qsTr("Reason")]];
        for (let row = 0; row < filtered.count; ++row) {
            const c = filtered.valuesAt(row);
            rows.push([c.title, Format.full(c.created), c.stateName, c.failure]);
        }
        page.copyWanted(filtered.tabText(rows));
    }
    FilteredList {
        id: filtered
        list: page.outbox
        text: filter.text
        textRoles: ["title", "stateName", "failure"]
    }

    component Fact: Column {
        property alias label: key.text
        property alias text: value.text
        property alias tone: value.color
        spacing: Theme.s1
        Label {
            id: key
            quiet: true
            font.pixelSize: Theme.tiny
        }
        Label {
            id: value
            font.pixelSize: Theme.large
        }
    }

    Panel {
        id: link
        width: parent.width
        height: Theme.px(132)
        title: qsTr("Link to the hub")
        actions: Button {
            visible: !page.session.online
            icon.name: "refresh"
            text: qsTr("Try now")
            onClicked: page.session.retry()
        }
        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(48)
            Fact {
                label: qsTr("State")
                text: page.session.online ? qsTr("Connected") : qsTr("Offline for %1").arg(Format.span(Clock.minute - page.session.offlineSince))
                tone: page.session.online ? Theme.done : Theme.late
            }
            Fact {
                label: qsTr("Hub")
                text: page.session.hubUrl
            }
            Fact {
                label: qsTr("Round trip")
                text: page.session.latencyMs >= 0 ? qsTr("%1 ms").arg(page.session.latencyMs) : "—"
            }
            Fact {
                label: qsTr("Hub's clock against this machine's")
                text: qsTr("%1 s").arg((page.session.clockOffsetMs / 1000).toFixed(2))
            }
        }
    }
    Panel {
        id: box
        anchors.top: link.bottom
        anchors.topMargin: Theme.s3
        anchors.bottom: parent.bottom
        width: parent.width
        title: qsTr("Waiting to be sent")
        padding: 0
        actions: [
            SearchField {
                id: filter
                visible: page.outbox.count > 0
                width: Theme.px(200)
                placeholderText: qsTr("Filter")
            },
            IconButton {
                visible: page.outbox.count > 0
                icon.name: "copy"
                text: qsTr("Copy the list")
                onClicked: page.copyRows()
            },
            Button {
                visible: page.outbox.waiting > 0
                icon.name: "send"
                text: qsTr("Send now")
                onClicked: page.outbox.retryNow()
            },
            ConfirmButton {
                visible: page.outbox.failed > 0
                label: qsTr("Remove all that failed")
                onConfirmed: page.outbox.dismissAll()
            }
        ]
        Column {
            id: notes
            x: Theme.s3
            width: parent.width - 2 * Theme.s3
            Label {
                visible: text.length > 0
                width: parent.width
                text: page.outbox.trouble
                color: Theme.late
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            Label {
                visible: page.outbox.others > 0
                width: parent.width
                bottomPadding: Theme.s2
                text: qsTr("%n command(s) of another account or for another hub address wait on this seat. They go when that account signs in here at that address.", "", page.outbox.others)
                color: Theme.accent
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            Repeater {
                model: page.outbox.elsewhere
                Item {
                    id: elsewhere
                    required property var modelData
                    width: notes.width
                    height: Theme.px(40)
                    Label {
                        anchors.left: parent.left
                        anchors.right: away.left
                        anchors.rightMargin: Theme.s2
                        anchors.verticalCenter: parent.verticalCenter
                        text: Format.fill(qsTr("Yours, for %1: %2"), [elsewhere.modelData.hub, elsewhere.modelData.title])
                    }
                    ConfirmButton {
                        id: away
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        icon.name: "trash"
                        label: qsTr("Stop sending")
                        question: elsewhere.modelData.attempts > 0 ? qsTr("It may have been carried out. Really?") : qsTr("Really?")
                        onConfirmed: page.outbox.giveUp(elsewhere.modelData.key)
                    }
                }
            }
        }
        ListView {
            id: list
            anchors.top: notes.bottom
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            model: filtered
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Waiting to be sent")
            T.ScrollBar.vertical: ScrollBar {}
            delegate: OutboxRow {
                width: list.width
                onGiveUp: page.outbox.giveUp(key)
                onDismiss: page.outbox.dismiss(key)
                writable: page.isWritable(kind)
                onWriteAgain: page.writeAgain(kind, key)
                onCopyWanted: page.copyWanted(words)
            }
            EmptyState {
                anchors.centerIn: parent
                width: Theme.px(420)
                visible: list.count === 0
                iconName: "send"
                title: filter.text.length > 0 ? qsTr("Nothing matches what is typed") : page.outbox.others > 0 ? qsTr("Nothing of yours waits") : qsTr("Nothing waits")
                text: filter.text.length > 0 ? "" : qsTr("What is done while the hub is away waits here, is sent exactly once when it returns, and expires in plain sight.")
            }
        }
    }
}
