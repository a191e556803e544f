// The head of the window: whose hall, what time, is the link there, what waits, what rings, who am I.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link
import Chengyun.Alarm
import Chengyun.Duty

Rectangle {
    id: bar

    required property Session session
    required property Outbox outbox
    required property AlarmBell bell
    required property DutyState duty
    property string districtName: ""
    property string language: "zh_CN"
    signal commandBarWanted
    signal linkWanted
    signal picked(string kind, string id)
    signal accountWanted
    signal dutyWanted
    signal copyWanted(string text)
    signal signOut
    signal languageWanted(string language)
    signal darkWanted(bool dark)

    function showAlarms(): void {
        alarms.open();
    }
    readonly property bool alarmsOpen: alarms.opened
    function closeAlarms(): void {
        alarms.close();
    }

    implicitHeight: Theme.headHeight
    color: Theme.surface

    Row {
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
            visible: bar.districtName.length > 0
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.s4
        }
        Label {
            height: parent.height
            width: Math.min(implicitWidth, bar.width * 0.2)
            text: bar.districtName
            font.pixelSize: Theme.body
        }
        DutyButton {
            anchors.verticalCenter: parent.verticalCenter
            duty: bar.duty
            namesShown: bar.width >= Theme.px(1300)
            mostForNames: bar.width * 0.19
            onClicked: bar.dutyWanted()
        }
        Button {
            id: finder
            anchors.verticalCenter: parent.verticalCenter
            visible: bar.width > Theme.px(1100)
            implicitHeight: Theme.px(30)
            icon.name: "search"
            text: qsTr("Search or run")
            key: "Ctrl+K"
            onClicked: bar.commandBarWanted()
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        height: parent.height
        spacing: Theme.s1

        Label {
            height: parent.height
            text: Qt.formatDateTime(new Date(Clock.now), "HH:mm:ss")
            strong: true
            font.pixelSize: Theme.large
        }
        Label {
            height: parent.height
            leftPadding: Theme.s1
            rightPadding: Theme.s2
            text: new Date(Clock.now).toLocaleString(Qt.locale(bar.language), bar.language === "en" ? "ddd d MMM" : "M月d日 ddd")
            quiet: true
        }
        Rule {
            vertical: true
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.s4
        }
        Button {
            anchors.verticalCenter: parent.verticalCenter
            flat: true
            implicitWidth: implicitContentWidth + leftPadding + rightPadding
            hint: bar.session.online ? qsTr("Connected to %1").arg(bar.session.hubUrl) : qsTr("The hub does not answer")
            text: bar.session.online ? (bar.session.latencyMs >= 0 ? qsTr("%1 ms").arg(bar.session.latencyMs) : qsTr("connected")) : qsTr("offline")
            icon.name: bar.session.online ? "level-4" : "offline"
            onClicked: bar.linkWanted()
            contentItem: Item {
                implicitWidth: linkRow.implicitWidth
                Row {
                    id: linkRow
                    anchors.centerIn: parent
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
                        text: bar.session.online ? (bar.session.latencyMs >= 0 ? qsTr("%1 ms").arg(bar.session.latencyMs) : qsTr("connected")) : qsTr("offline")
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
            onClicked: bar.linkWanted()
        }
        BellButton {
            id: bellButton
            anchors.verticalCenter: parent.verticalCenter
            bell: bar.bell
            onClicked: alarms.opened ? alarms.close() : alarms.open()
            AlarmPanel {
                id: alarms
                x: bellButton.width - width
                y: bellButton.height + Theme.s2
                bell: bar.bell
                onPicked: (kind, id) => bar.picked(kind, id)
                onCopyWanted: text => bar.copyWanted(text)
            }
        }
        Button {
            id: person
            anchors.verticalCenter: parent.verticalCenter
            flat: true
            icon.name: "user"
            text: bar.session.displayName
            hint: bar.session.roleName
            onClicked: personMenu.popup(person, 0, person.height + Theme.s1)
            Menu {
                id: personMenu
                MenuItem {
                    icon.name: "user"
                    text: qsTr("Account")
                    onTriggered: bar.accountWanted()
                }
                MenuItem {
                    icon.name: "language"
                    text: bar.language === "en" ? "中文" : "English"
                    onTriggered: bar.languageWanted(bar.language === "en" ? "zh_CN" : "en")
                }
                MenuItem {
                    icon.name: Theme.dark ? "sun" : "moon"
                    text: Theme.dark ? qsTr("Light theme") : qsTr("Dark theme")
                    onTriggered: bar.darkWanted(!Theme.dark)
                }
                MenuItem {
                    icon.name: "logout"
                    text: qsTr("Sign out")
                    onTriggered: bar.signOut()
                }
            }
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
