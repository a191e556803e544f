// What is proposed for a wall, with the screen that it goes onto; or else what is linked, with the way back. It
// goes away by its cross.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: bar

    required property LinkageCapability linkage
    property bool wanted: false
    /// As wide as it may be: the name gives way.
    property real room: Theme.px(640)
    readonly property bool proposing: linkage.proposal.about.length > 0
    /// What was linked last, as LinkageStore.linked has it, or null.
    property var linked: null
    /// Another thing is linked, or on another screen: who has closed the bar sees it again.
    readonly property string news: linked ? [linked.wall, linked.screen, linked.title].join(" ") : ""
    onNewsChanged: hidden = false
    /// The screen that it goes onto, by its place among all.
    property int at: -1
    property bool hidden: false
    /// What all but the name takes.
    readonly property real rest: row.children.reduce((sum, child) => child === heading || !child.visible ? sum : sum + child.width + row.spacing, Theme.s3 + Theme.s2)
    signal picked(int at)
    signal putUp
    signal giveBack(linked: var)
    signal rulesWanted

    visible: wanted && (proposing || (linked !== null && !hidden))
    width: row.implicitWidth + Theme.s3 + Theme.s2
    height: Theme.px(48)
    radius: Theme.radius
    color: Theme.raised
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    Shield {}
    Row {
        id: row
        x: Theme.s3
        height: parent.height
        spacing: Theme.s2
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "wall"
            size: Theme.px(18)
        }
        NameLabel {
            id: heading
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Theme.px(280), Math.max(Theme.px(56), bar.room - bar.rest))
            text: bar.proposing ? bar.linkage.proposal.title : bar.linked?.title ?? ""
            strong: true
        }
        NameLabel {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Theme.px(240))
            quiet: true
            text: bar.proposing ? qsTr("Cameras: %1").arg(bar.linkage.proposal.cameras) : Format.fill(qsTr("stands on %1"), [Format.joined([bar.linked?.wallName ?? "", bar.linked?.screen ?? ""])])
        }
        ComboBox {
            visible: bar.proposing
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(112)
            model: bar.linkage.screens
            textRole: "text"
            currentIndex: bar.at
            onActivated: index => bar.picked(index)
            Accessible.name: Format.joined([qsTr("Screen"), displayText])
        }
        Button {
            visible: bar.proposing
            anchors.verticalCenter: parent.verticalCenter
            primary: true
            text: qsTr("Put up")
            key: "F8"
            onClicked: bar.putUp()
        }
        Button {
            visible: !bar.proposing
            anchors.verticalCenter: parent.verticalCenter
            icon.name: "undo"
            text: qsTr("Back")
            hint: qsTr("The screen shows again what stood there before")
            key: "Shift+F8"
            onClicked: bar.giveBack(bar.linked)
        }
        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            icon.name: "system"
            text: qsTr("Linkage and its rules")
            onClicked: bar.rulesWanted()
        }
        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            icon.name: "close"
            text: qsTr("Not now")
            onClicked: {
                if (bar.proposing)
                    bar.linkage.proposal.dismiss();
                else
                    bar.hidden = true;
            }
        }
    }
}
