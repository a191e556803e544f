// One recipient of the order being written.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: row

    required property int index
    required property string unit
    required property string name
    required property string apart
    required property string kindName
    required property string distanceText
    required property bool lead
    required property int openAssignments
    /// Two of one name are told apart by what stands behind it.
    readonly property string fullName: Format.joined([name, apart])
    signal removed
    signal promoted

    implicitHeight: Theme.px(36)
    radius: Theme.radius
    color: Theme.ground
    border.color: lead ? Qt.alpha(Theme.accent, 0.6) : Theme.line
    border.width: Theme.hair
    Accessible.role: Accessible.ListItem
    Accessible.name: lead ? Format.fill(qsTr("%1, lead"), [fullName]) : fullName

    NameLabel {
        anchors.left: parent.left
        anchors.leftMargin: Theme.s2
        anchors.right: tags.left
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        text: row.fullName
        strong: row.lead
    }
    Row {
        id: tags
        anchors.right: parent.right
        anchors.rightMargin: Theme.s1 / 2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: row.distanceText
            quiet: true
            font.pixelSize: Theme.tiny
        }
        Tag {
            visible: row.openAssignments > 0
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%n open", "", row.openAssignments)
            tone: Theme.late
        }
        Chip {
            anchors.verticalCenter: parent.verticalCenter
            implicitHeight: Theme.s6
            font.pixelSize: Theme.tiny
            text: row.lead ? qsTr("Lead") : qsTr("Assisting")
            checkable: false
            checked: row.lead
            hint: row.lead ? "" : qsTr("Make it the lead")
            onClicked: row.promoted()
        }
        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: Theme.px(28)
            implicitHeight: Theme.px(28)
            iconSize: Theme.px(14)
            icon.name: "close"
            text: qsTr("Leave out")
            onClicked: row.removed()
        }
    }
}
