// What a rule would have shown in the last days.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Column {
    id: view

    required property LinkageTrial trial
    readonly property int most: 200 // rows
    readonly property int never: trial.items.filter(item => item.shown === 0).length

    spacing: Theme.s1
    Label {
        visible: text.length > 0
        width: parent.width
        wrapMode: Text.Wrap
        text: view.trial.failureText
        color: Theme.late
        Accessible.role: Accessible.AlertMessage
    }
    Label {
        visible: view.trial.answered
        width: parent.width
        wrapMode: Text.Wrap
        strong: true
        text: {
            const count = view.trial.items.length;
            if (count === 0)
                return Format.fill(qsTr("Since %1 it would have shown nothing."), [Format.minute(view.trial.since)]);
            const shown = Format.fill(qsTr("Since %1 it would have put up %n order(s).", "", count), [Format.minute(view.trial.since)]);
            return view.never === 0 ? shown : shown + " " + qsTr("%n of them would not have had a turn.", "", view.never);
        }
    }
    Label {
        visible: view.trial.cut
        width: parent.width
        wrapMode: Text.Wrap
        quiet: true
        text: qsTr("So much has happened that only the newest part was looked at.")
    }
    Repeater {
        model: view.trial.items.slice(-view.most)
        Item {
            id: row
            required property var modelData
            readonly property bool shown: modelData.shown > 0
            width: view.width
            height: Theme.px(44)
            Accessible.role: Accessible.ListItem
            Accessible.name: Format.joined([when.text, row.modelData.title, how.text])
            Label {
                id: when
                width: Theme.px(136)
                anchors.verticalCenter: parent.verticalCenter
                quiet: true
                text: Format.minute(row.modelData.at)
                Accessible.ignored: true
            }
            LevelBadge {
                id: badge
                anchors.left: when.right
                anchors.verticalCenter: parent.verticalCenter
                level: row.modelData.level
            }
            Column {
                anchors.left: when.right
                anchors.leftMargin: badge.implicitWidth + Theme.s2
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                NameLabel {
                    width: parent.width
                    text: row.modelData.title
                    Accessible.ignored: true
                }
                Label {
                    id: how
                    width: parent.width
                    elide: Text.ElideRight
                    font.pixelSize: Theme.tiny
                    quiet: true
                    Accessible.ignored: true
                    text: {
                        const gave = row.modelData.gaveWayTo;
                        if (!row.shown)
                            return Format.fill(qsTr("never shown: %1 stood there"), [gave]);
                        const stood = qsTr("stood for %1").arg(Format.span(row.modelData.seconds * 1000));
                        return Format.joined([stood, gave.length > 0 ? Format.fill(qsTr("gave way to %1, or waited for it"), [gave]) : ""]);
                    }
                }
            }
        }
    }
    Label {
        visible: view.trial.items.length > view.most
        width: parent.width
        wrapMode: Text.Wrap
        quiet: true
        text: qsTr("The newest %1 are listed.").arg(view.most)
    }
}
