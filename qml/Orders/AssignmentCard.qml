// One recipient of an order: how far, how long, and what can be done about it. Its height follows from whether it is
// expanded and from nothing that happens: the buttons of the cards below stay where they are.
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
            NameLabel {
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
                width: parent.width * 0.3
                anchors.verticalCenter: parent.verticalCenter
                shares: card.progress
                late: card.late
                dead: !card.open && card.phase !== "verified"
            }
            Tag {
                visible: card.escalation !== "none" && card.escalation.length > 0 && (card.expanded || card.escalation === "L2" || card.escalation === "L3")
                x: parent.width * 0.3 + Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                iconName: "warning"
                text: card.escalationName
                tone: Theme.late
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
            id: words
            width: parent.width
            // One line, two in a card that is expanded, whether there are words or not.
            height: (card.expanded ? 2 : 1) * Theme.px(17)
            verticalAlignment: Text.AlignTop
            text: !card.open && card.phase !== "verified" ? card.clearReason : card.lastReport.length > 0 ? card.lastReport : qsTr("No report yet")
            quiet: true
            wrapMode: Text.Wrap
            maximumLineCount: card.expanded ? 2 : 1
            font.pixelSize: Theme.tiny
            HoverHandler {
                id: overWords
                enabled: words.truncated
            }
            Loader {
                anchors.fill: parent
                active: overWords.hovered
                sourceComponent: Hint {
                    text: words.text
                    visible: true
                }
            }
        }
        Item {
            visible: card.expanded
            width: parent.width
            height: Theme.s6
            Row {
                id: contact
                height: parent.height
                spacing: Theme.s2
                visible: card.contactName.length > 0 || card.contactPhone.length > 0 || card.linkable
                Icon {
                    name: "phone"
                    size: Theme.px(14)
                    anchors.verticalCenter: parent.verticalCenter
                }
                NameLabel {
                    visible: text.trim().length > 0
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, column.width * 0.55)
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
            Tag {
                visible: card.reminders > 0
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("reminded %n time(s)", "", card.reminders)
            }
        }
        // Made when it is wanted: an order may have two hundred recipients. The room that its buttons once took
        // stays theirs until the card is folded.
        Loader {
            id: menu
            property real most: 0
            active: card.expanded && (card.acts.length > 0 || most > 0)
            visible: active
            width: parent.width
            height: Math.max(most, implicitHeight)
            onWidthChanged: most = 0
            onActiveChanged: if (!active)
                most = 0
            sourceComponent: ActMenu {
                width: menu.width
                onPositioningComplete: if (width > 0)
                    menu.most = Math.max(menu.most, implicitHeight)
                acts: card.acts
                pending: card.pending
                onChosen: (act, onBehalf) => card.act(act, onBehalf)
            }
        }
    }
}
