// Which layers the map shows, with how many there are of each.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: panel

    property var layers: [] ///< of MapLayer
    /// The room there is. Names are read most: where they do not all fit, the numbers go into the hints, and then
    /// the chips stand in several rows.
    property real room: 0
    readonly property bool narrow: names.implicitWidth + Theme.s2 > room

    implicitWidth: flow.width + Theme.s2
    implicitHeight: flow.implicitHeight + Theme.s2
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.line
    border.width: Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Layers")
    Shield {}

    // What names with their numbers take, whether they are shown or not.
    Row {
        id: names
        visible: false
        spacing: Theme.s1
        Repeater {
            model: panel.layers
            Chip {
                required property var modelData
                icon.name: modelData.icon
                text: modelData.title
                count: modelData.count
            }
        }
    }
    Flow {
        id: flow
        anchors.centerIn: parent
        width: panel.narrow ? panel.room - Theme.s2 : names.implicitWidth
        spacing: Theme.s1
        Repeater {
            model: panel.layers
            Chip {
                required property var modelData
                icon.name: modelData.icon
                text: modelData.title
                count: panel.narrow ? -1 : modelData.count
                hint: panel.narrow && modelData.count >= 0 ? modelData.title + " " + modelData.count : ""
                checkable: false
                checked: modelData.shown
                Accessible.name: modelData.count >= 0 ? modelData.title + " " + modelData.count : modelData.title
                onClicked: modelData.toggled()
            }
        }
    }
}
