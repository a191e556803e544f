// Whether the bell is heard at this seat.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Controls

Choice {
    id: choice

    required property AlarmBell bell

    label: qsTr("Alarm sound")
    note: choice.bell.soundAvailable ? qsTr("Repeats until somebody takes note") : choice.bell.soundNote
    Button {
        enabled: choice.bell.soundAvailable
        icon.name: "play"
        text: qsTr("Try it")
        onClicked: choice.bell.test()
    }
    Chip {
        anchors.verticalCenter: parent.verticalCenter
        icon.name: "bell"
        text: qsTr("On")
        checkable: false
        checked: !choice.bell.muted
        onClicked: choice.bell.muted = false
    }
    Chip {
        anchors.verticalCenter: parent.verticalCenter
        icon.name: "bell-off"
        text: qsTr("Off")
        checkable: false
        checked: choice.bell.muted
        onClicked: choice.bell.muted = true
    }
}
