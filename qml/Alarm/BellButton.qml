// The bell in the status bar with the count of what nobody has taken note of.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

T.Button {
    id: control

    required property AlarmBell bell

    implicitWidth: row.implicitWidth + 2 * Theme.s2
    implicitHeight: Theme.controlHeight
    hoverEnabled: true
    focusPolicy: Qt.TabFocus // not by a click: Space would press it again
    text: qsTr("Alarms")
    Accessible.name: qsTr("Alarms: %1 not taken note of").arg(bell.unacknowledged)

    readonly property color ink: bell.urgent ? Theme.late : bell.unacknowledged > 0 ? Theme.accent : Theme.quiet

    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.s1
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: control.bell.muted || !control.bell.soundAvailable ? "bell-off" : "bell"
                color: control.ink
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: control.bell.unacknowledged
                color: control.ink
                strong: control.bell.unacknowledged > 0
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.bell.urgent ? Theme.lateSoft : control.down || control.hovered ? Theme.raised : "transparent"
        border.width: control.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.accent
    }
    Loader {
        anchors.fill: parent
        active: control.hovered
        sourceComponent: Hint {
            text: control.text
            visible: true
        }
    }
}
