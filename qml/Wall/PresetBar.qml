// The presets of a wall: each puts up all that it holds at a stroke.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Flow {
    id: bar

    required property WallModel board
    property bool mayChange: true
    signal picked(string preset)
    signal keepWanted
    signal removeWanted(string preset, string name)

    spacing: Theme.s1
    Label {
        height: Theme.px(28)
        text: qsTr("Presets")
        quiet: true
        rightPadding: Theme.s2
    }
    Repeater {
        model: bar.board.presets
        Chip {
            id: chip
            required property var modelData
            checkable: false
            enabled: bar.mayChange
            checked: bar.board.preset === modelData.id
            icon.name: modelData.mode === "emergency" ? "warning" : modelData.mode === "peace" ? "sun" : "template"
            text: modelData.key.length > 0 ? modelData.name + "  " + modelData.key.toUpperCase() : modelData.name
            hint: modelData.mode === "emergency" ? qsTr("Stands for the hall's emergency mode") : modelData.mode === "peace" ? qsTr("Stands for the hall's normal mode") : ""
            onClicked: bar.picked(modelData.id)
            TapHandler {
                acceptedButtons: Qt.RightButton
                onTapped: menu.popup()
            }
            Keys.onMenuPressed: menu.popup()
            Keys.onDeletePressed: bar.removeWanted(chip.modelData.id, chip.modelData.name)
            Menu {
                id: menu
                MenuItem {
                    icon.name: "wall"
                    text: qsTr("Put up")
                    onTriggered: bar.picked(chip.modelData.id)
                }
                MenuItem {
                    icon.name: "trash"
                    text: qsTr("Remove the preset …")
                    onTriggered: bar.removeWanted(chip.modelData.id, chip.modelData.name)
                }
            }
        }
    }
    Chip {
        visible: bar.mayChange
        checkable: false
        icon.name: "plus"
        text: qsTr("Keep what stands here …")
        onClicked: bar.keepWanted()
    }
}
