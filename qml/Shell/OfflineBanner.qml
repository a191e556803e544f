// The hub is away: what that means, and how much waits. A state, not an error.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link

Rectangle {
    id: banner

    required property Session session
    required property Outbox outbox
    signal outboxWanted

    color: Theme.lateSoft
    implicitHeight: Theme.footHeight
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Shield {}
    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "offline"
            size: Theme.px(16)
            color: Theme.late
        }
        NameLabel {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, banner.width - buttons.width - Theme.px(72))
            text: {
                if (banner.session.needsUpdate)
                    return qsTr("The hub is newer than this console, which must be updated: everything last known stays on screen, and what you do now waits.");
                const since = qsTr("No link to the hub for %1: everything last known stays on screen.").arg(Format.span(Clock.minute - banner.session.offlineSince));
                return banner.outbox.waiting > 0 ? since + " " + qsTr("%n command(s) wait and are sent when it returns.", "", banner.outbox.waiting) : since + " " + qsTr("What you do now waits and is sent when it returns.");
            }
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
    Row {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1
        Button {
            implicitHeight: Theme.px(22)
            leftPadding: Theme.s2
            rightPadding: Theme.s2
            visible: banner.outbox.count > 0
            text: qsTr("View outbox")
            onClicked: banner.outboxWanted()
        }
        Button {
            implicitHeight: Theme.px(22)
            leftPadding: Theme.s2
            rightPadding: Theme.s2
            icon.name: "refresh"
            text: qsTr("Try now")
            onClicked: banner.session.retry()
        }
    }
    Rule {
        anchors.top: parent.top
        width: parent.width
    }
}
