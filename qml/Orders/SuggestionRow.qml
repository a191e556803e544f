// A unit that could be sent: what it is, how far, how busy.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    required property int index
    required property string unit
    required property string name
    required property string apart
    required property string kindName
    required property string areaName
    required property string distanceText
    required property string gate
    required property string gateText
    required property bool suitable
    required property bool chosen
    property bool ticked: false
    /// Two of one name are told apart by what stands behind it.
    readonly property string fullName: Format.joined([name, apart])
    signal picked

    implicitHeight: Theme.px(44)
    enabled: gate !== "block" && !chosen
    text: Format.fill(qsTr("%1, %2, %3"), [row.fullName, kindName, distanceText])
    onClicked: row.picked()

    NameLabel {
        id: nameLabel
        x: Theme.s2
        y: Theme.px(5)
        width: parent.width - distance.width - mark.width - 4 * Theme.s2
        text: row.fullName
        color: row.enabled ? Theme.text : Theme.faint
    }
    NameLabel {
        x: Theme.s2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s1
        width: parent.width - distance.width - mark.width - 4 * Theme.s2
        text: Format.joined([row.kindName, row.gateText.length > 0 ? row.gateText : row.areaName])
        color: row.gate === "open" ? Theme.quiet : Theme.late
        font.pixelSize: Theme.tiny
    }
    Label {
        id: distance
        anchors.right: mark.left
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        text: row.distanceText
        quiet: true
        font.pixelSize: Theme.tiny
    }
    Icon {
        id: mark
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        name: row.chosen || row.ticked ? "check" : row.gate === "block" ? "close" : "plus"
        size: Theme.px(16)
        color: row.chosen || row.ticked ? Theme.accent : row.suitable ? Theme.text : Theme.quiet
    }
}
