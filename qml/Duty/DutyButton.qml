// The hall's mode and who leads it, for the head of the window. Peace is quiet; an emergency is seen
// from the other end of the hall.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Button {
    id: button

    required property DutyState duty
    required property OnDutyModel onDuty
    /// What was typed counts where nobody has set up posts.
    readonly property string commander: onDuty.known ? onDuty.commander : duty.commander
    readonly property string shiftLeader: onDuty.known ? onDuty.shiftLeader : duty.shiftLeader
    property bool namesShown: true
    property real mostForNames: Theme.px(320)
    readonly property string names: {
        const parts = [];
        if (button.commander.length > 0)
            parts.push(Format.fill(qsTr("Commander %1"), [button.commander]));
        if (button.shiftLeader.length > 0)
            parts.push(Format.fill(qsTr("Shift leader %1"), [button.shiftLeader]));
        return parts.length > 0 ? parts.join(" / ") : qsTr("Nobody is entered as on duty");
    }
    readonly property string modeText: duty.emergency ? qsTr("Emergency") : qsTr("Normal")

    flat: true
    visible: duty.known
    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    text: modeText + " · " + names
    hint: {
        let told = names;
        if (duty.modeSince > 0) {
            const since = Format.moment(duty.modeSince, Clock.now);
            told += (told.length > 0 ? "\n" : "") + Format.fill(qsTr("Since %1: %2"), [since, duty.modeReason]);
        }
        return told;
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.s2
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: mode.implicitWidth + 2 * Theme.s2
                height: Theme.s6
                radius: Theme.radius
                color: button.duty.emergency ? Theme.late : "transparent"
                border.width: Theme.hair
                border.color: button.duty.emergency ? Theme.late : Theme.line
                Label {
                    id: mode
                    anchors.centerIn: parent
                    text: button.modeText
                    strong: button.duty.emergency
                    color: button.duty.emergency ? Theme.lateInk : Theme.text
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
            }
            Label {
                visible: button.namesShown
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, button.mostForNames)
                text: button.names
                quiet: true
                Accessible.ignored: true
            }
            Tag {
                visible: button.onDuty.lateCount > 0
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("%n missing", "", button.onDuty.lateCount)
                tone: Theme.late
                iconName: "warning"
            }
            Tag {
                visible: button.onDuty.lateCount === 0 && button.onDuty.ownToCheckIn.shift !== undefined
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Check in")
                tone: Theme.accent
                iconName: "check"
            }
            Spinner {
                visible: button.duty.pending
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
