// One recipient of an order: how far, how long, and what can be done about it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: card

    required property int index
    required property string assignmentId
    required property string unit
    required property string unitName
    required property string unitArea
    required property string contactName
    required property string contactPhone
    required property string role
    required property string roleName
    property string phase: ""
    required property string stateName
    required property double dueAt
    required property string dueKindName
    required property bool late
    required property string escalation
    required property string escalationName
    required property string lastReport
    required property string clearReason
    required property int reminders
    required property var progress
    required property bool open
    required property var acts
    required property string pending
    property bool expanded: false
    /// Whether one may ask for an address that signs the team's phone in.
    property bool linkable: false
    signal toggled
    signal act(string act, bool onBehalf)
    signal phoneLinkWanted

    implicitHeight: column.implicitHeight + 2 * Theme.s2
    radius: Theme.radius
    color: hover.hovered || expanded ? Theme.raised : Theme.ground
    border.width: activeFocus ? Theme.focusWidth : Theme.hair
    border.color: activeFocus ? Theme.accent : late && open ? Qt.alpha(Theme.late, 0.6) : Theme.line
    opacity: open || phase === "verified" ? 1 : 0.6
    activeFocusOnTab: true
    Accessible.role: Accessible.ListItem
    Accessible.name: Format.fill(qsTr("%1, %2, %3"), [unitName, roleName, stateName])
    Accessible.onPressAction: card.toggled()
    Keys.onReturnPressed: card.toggled()
    Keys.onEnterPressed: card.toggled()
    Keys.onSpacePressed: card.toggled()

    HoverHandler {
        id: hover
        cursorShape: Qt.PointingHandCursor
    }
    TapHandler {
        onTapped: card.toggled()
    }

    Column {
        id: column
        x: Theme.s3
        y: Theme.s2
        width: parent.width - 2 * Theme.s3
        spacing: Theme.px(6)

        Item {
            width: parent.width
            height: Theme.s5
            Label {
                id: nameLabel
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, parent.width - stateTag.width - roleTag.width - Theme.s4)
                text: card.unitName
                strong: true
            }
            Tag {
                id: roleTag
                anchors.left: nameLabel.right
                anchors.leftMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                text: card.roleName
                tone: card.role === "lead" ? Theme.accent : Theme.quiet
            }
            StateTag {
                id: stateTag
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                phase: card.phase
                text: card.stateName
            }
        }
        Item {
            width: parent.width
            height: Theme.s4
            ProgressSteps {
                width: parent.width * 0.42
                anchors.verticalCenter: parent.verticalCenter
                shares: card.progress
                late: card.late
                dead: !card.open && card.phase !== "verified"
            }
            Row {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s1
                visible: card.open
                Icon {
                    visible: card.pending.length > 0
                    anchors.verticalCenter: parent.verticalCenter
                    name: "hourglass"
                    size: Theme.px(14)
                    color: Theme.late
                }
                Label {
                    text: card.dueAt > 0 ? card.dueKindName : ""
                    quiet: true
                    font.pixelSize: Theme.tiny
                }
                CountDown {
                    due: card.dueAt
                }
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: card.open || card.phase === "verified" ? card.lastReport : card.clearReason
            quiet: true
            wrapMode: Text.Wrap
            maximumLineCount: card.expanded ? 6 : 1
            font.pixelSize: Theme.tiny
        }
        Row {
            spacing: Theme.s2
            visible: card.expanded || card.escalation === "L2" || card.escalation === "L3"
            Tag {
                visible: card.escalation !== "none" && card.escalation.length > 0
                iconName: "warning"
                text: card.escalationName
                tone: Theme.late
            }
            Tag {
                visible: card.expanded && card.reminders > 0
                text: qsTr("reminded %n time(s)", "", card.reminders)
            }
        }
        Row {
            visible: card.expanded && (card.contactName.length > 0 || card.contactPhone.length > 0 || card.linkable)
            spacing: Theme.s2
            Icon {
                name: "phone"
                size: Theme.px(14)
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                visible: text.trim().length > 0
                anchors.verticalCenter: parent.verticalCenter
                text: card.contactName + "  " + card.contactPhone
                font.pixelSize: Theme.tiny
            }
            IconButton {
                visible: card.linkable
                anchors.verticalCenter: parent.verticalCenter
                implicitHeight: Theme.s6
                icon.name: "link"
                iconSize: Theme.px(14)
                text: qsTr("Sign the unit's phone in")
                onClicked: card.phoneLinkWanted()
            }
        }
        // Made when it is wanted: an order may have two hundred recipients.
        Loader {
            active: card.expanded && card.acts.length > 0
            visible: active
            width: parent.width
            sourceComponent: ActMenu {
                acts: card.acts
                pending: card.pending
                onChosen: (act, onBehalf) => card.act(act, onBehalf)
            }
        }
    }
}
