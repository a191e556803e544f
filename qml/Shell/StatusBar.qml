// The head of the window: whose hall, what time, is the link there, what waits, what rings, who am I.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Capability
import Chengyun.Link

Rectangle {
    id: bar

    required property Seat seat
    readonly property Session session: seat.session
    readonly property Outbox outbox: seat.outbox
    /// For items of the parts.
    readonly property alias leftSlot: leftSlot
    readonly property alias rightSlot: rightSlot
    signal lockWanted

    /// As of the clock's last tick: the window is not drawn once more for it.
    property int latencyMs: -1

    implicitHeight: Theme.headHeight
    color: Theme.surface

    Connections {
        target: Clock
        function onNowChanged(): void {
            bar.latencyMs = bar.session.latencyMs;
        }
    }
    Row {
        id: leftSlot
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(20)
        height: parent.height
        spacing: Theme.s3
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "logo"
            size: Theme.px(24)
            color: Theme.accent
        }
        Label {
            height: parent.height
            text: qsTr("Chengyun")
            strong: true
            font.pixelSize: Theme.large
        }
        Rule {
            vertical: true
            visible: bar.seat.districtName.length > 0
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.s4
        }
        NameLabel {
            height: parent.height
            width: Math.min(implicitWidth, bar.width * 0.2)
            text: bar.seat.districtName
            font.pixelSize: Theme.body
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        height: parent.height
        spacing: Theme.s1

        Label {
            height: parent.height
            text: Format.clockSeconds(Clock.now)
            strong: true
            font.pixelSize: Theme.large
        }
        Item {
            height: parent.height
            width: day.width
            Column {
                id: day
                anchors.verticalCenter: parent.verticalCenter
                leftPadding: Theme.s1
                rightPadding: Theme.s2
                Label {
                    text: Local.day(Local.zone, Clock.minute, bar.seat.language)
                    quiet: true
                    font.pixelSize: zone.visible ? Theme.tiny : Theme.small
                }
                // Whose time it is, where this machine's is another.
                Label {
                    id: zone
                    visible: text.length > 0
                    text: Local.difference(Local.zone, Clock.minute)
                    color: Theme.accent
                    font.pixelSize: Theme.tiny
                }
            }
            HoverHandler {
                id: overDay
                enabled: zone.visible
            }
            Loader {
                anchors.fill: parent
                active: overDay.hovered
                sourceComponent: Hint {
                    text: qsTr("All times are the hall's (%1); this machine shows others.").arg(Local.zone)
                    visible: true
                }
            }
        }
        Rule {
            vertical: true
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.s4
        }
        Button {
            id: linkButton
            anchors.verticalCenter: parent.verticalCenter
            flat: true
            implicitWidth: implicitContentWidth + leftPadding + rightPadding
            hint: bar.session.online ? qsTr("Connected to %1").arg(bar.session.hubUrl) : qsTr("The hub does not answer")
            text: !bar.session.online ? qsTr("offline") : bar.latencyMs >= 0 ? qsTr("%1 ms").arg(bar.latencyMs) : qsTr("connected")
            onClicked: bar.seat.goSystem("link")
            contentItem: Item {
                // Room for a slow link: the clock does not move with the figure.
                implicitWidth: Math.max(linkRow.implicitWidth, Theme.px(74))
                Row {
                    id: linkRow
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.s1 + Theme.s1 / 2
                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.s2
                        height: Theme.s2
                        radius: width / 2
                        color: bar.session.online ? Theme.done : "transparent"
                        border.color: bar.session.online ? Theme.done : Theme.late
                        border.width: Theme.px(2)
                    }
                    Label {
                        text: linkButton.text
                        color: bar.session.online ? Theme.quiet : Theme.late
                        Accessible.ignored: true
                    }
                }
            }
        }
        Button {
            anchors.verticalCenter: parent.verticalCenter
            flat: true
            hint: bar.outbox.others > 0 ? qsTr("What has not reached the hub yet; %n command(s) of another account or for another hub address wait here too", "", bar.outbox.others) : qsTr("What has not reached the hub yet")
            text: (bar.outbox.failed > 0 ? qsTr("Waiting %1 · failed %2").arg(bar.outbox.waiting).arg(bar.outbox.failed) : qsTr("Waiting %1").arg(bar.outbox.waiting)) + (bar.outbox.others > 0 ? qsTr(" · others' %1").arg(bar.outbox.others) : "")
            grave: bar.outbox.failed > 0
            implicitWidth: Math.max(Theme.px(84), implicitContentWidth + leftPadding + rightPadding)
            onClicked: bar.seat.goSystem("link")
        }
        Row {
            id: rightSlot
            height: parent.height
            spacing: parent.spacing
        }
        Button {
            id: person
            anchors.verticalCenter: parent.verticalCenter
            flat: true
            icon.name: "user"
            text: bar.session.displayName
            hint: bar.session.roleName
            onClicked: (personMenu.get() as Menu).popup(person, 0, person.height + Theme.s1)
            Later {
                id: personMenu
                Menu {
                    MenuItem {
                        icon.name: "user"
                        text: qsTr("Account")
                        onTriggered: bar.seat.goSystem("account")
                    }
                    MenuItem {
                        icon.name: "language"
                        text: bar.seat.language === "en" ? "中文" : "English"
                        onTriggered: bar.seat.languageWanted(bar.seat.language === "en" ? "zh_CN" : "en")
                    }
                    MenuItem {
                        icon.name: Theme.dark ? "sun" : "moon"
                        text: Theme.dark ? qsTr("Light theme") : qsTr("Dark theme")
                        onTriggered: bar.seat.darkWanted(!Theme.dark)
                    }
                    MenuItem {
                        icon.name: "lock"
                        text: qsTr("Lock the seat")
                        onTriggered: bar.lockWanted()
                    }
                    MenuItem {
                        icon.name: "logout"
                        text: qsTr("Sign out")
                        onTriggered: bar.session.signOut()
                    }
                }
            }
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
