// Which layers the map shows, with how many there are of each.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: panel

    property var layers: [] ///< of MapLayer
    /// The room there is. Chips that do not fit with their names show icons and numbers only.
    property real room: 0
    readonly property bool narrow: names.implicitWidth + Theme.s2 > room

    implicitWidth: row.implicitWidth + Theme.s2
    implicitHeight: Theme.px(36)
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.line
    border.width: Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Layers")
    Shield {}

    // What the names take, whether they are shown or not.
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
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.s1
        Repeater {
            model: panel.layers
            Chip {
                required property var modelData
                icon.name: modelData.icon
                text: panel.narrow ? "" : modelData.title
                count: modelData.count
                hint: modelData.title
                checkable: false
                checked: modelData.shown
                Accessible.name: modelData.title
                onClicked: modelData.toggled()
            }
        }
    }
}
