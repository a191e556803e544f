// A call that waits for an answer of this seat: over whatever is shown.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: banner

    required property ConsultCapability consult
    readonly property var call: consult.rooms.call
    readonly property bool wanted: call.room !== undefined && !call.later
    /// What the window leaves it.
    property real space: Theme.px(640)
    signal accepted(string room)
    signal declined(string room)

    visible: wanted
    width: Math.min(space, Theme.px(680))
    height: visible ? Theme.px(56) : 0
    color: Theme.lateSoft
    border.color: Theme.late
    border.width: Theme.hair
    radius: Theme.radius
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Icon {
        id: sign
        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        name: "consult"
        color: Theme.late
        size: Theme.iconLarge
    }
    Column {
        anchors.left: sign.right
        anchors.leftMargin: Theme.s2
        anchors.right: acts.left
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        NameLabel {
            id: words
            width: parent.width
            text: Format.fill(qsTr("You are called: %1"), [banner.call.title ?? ""])
            strong: true
        }
        Label {
            width: parent.width
            text: Format.joined([banner.call.kindText ?? "", banner.call.chairName ?? "", Format.ago(banner.call.since ?? 0, Clock.now)])
            quiet: true
            font.pixelSize: Theme.tiny
        }
    }
    Row {
        id: acts
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        Button {
            text: qsTr("Accept")
            key: "F10"
            primary: true
            onClicked: banner.accepted(banner.call.room)
        }
        Button {
            text: qsTr("Decline")
            onClicked: banner.declined(banner.call.room)
        }
        Button {
            text: qsTr("Later")
            onClicked: banner.consult.rooms.putOff(banner.call.room)
        }
    }
}
