// Above the foot: what is proposed for a wall, with the screen that it goes onto; or else what is linked, with
// the way back. It goes away by its cross.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: bar

    required property LinkageCapability linkage
    property bool usable: false
    readonly property bool proposing: linkage.proposal.about.length > 0
    readonly property var linked: linkage.store.linked[0] ?? null
    /// The screen that was chosen last, by its place among all; the last one until then.
    property int chosen: -1
    readonly property var screens: linkage.screens
    readonly property int at: chosen >= 0 && chosen < screens.length ? chosen : screens.length - 1
    readonly property var screen: screens[at] ?? null
    property bool hidden: false
    signal putUp
    signal giveBack(linked: var)
    signal rulesWanted

    visible: usable && (proposing || (linked !== null && !hidden))
    width: row.implicitWidth + Theme.s3 + Theme.s2
    height: Theme.px(48)
    radius: Theme.radius
    color: Theme.raised
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    Shield {}
    Connections {
        target: bar.linkage.store
        function onLinkedChanged(): void {
            bar.hidden = false;
        }
    }
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
            width: Math.min(implicitWidth, Theme.px(280))
            text: bar.proposing ? bar.linkage.proposal.title : bar.linked?.title ?? ""
            strong: true
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            quiet: true
            text: bar.proposing ? qsTr("Cameras around it: %1").arg(bar.linkage.proposal.cameras) : Format.fill(qsTr("stands on %1"), [Format.joined([bar.linked?.wallName ?? "", bar.linked?.screen ?? ""])])
        }
        ComboBox {
            visible: bar.proposing
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(180)
            model: bar.screens
            textRole: "text"
            currentIndex: bar.at
            onActivated: index => bar.chosen = index
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
