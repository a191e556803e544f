// Chooses one of the four levels; arrows move it, as in any group of choices.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Row {
    id: picker

    property string level: "IV"
    readonly property var levels: ["I", "II", "III", "IV"]
    signal picked(string level)

    spacing: Theme.s1
    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Level")
    Keys.onLeftPressed: picker.step(-1)
    Keys.onRightPressed: picker.step(1)

    function step(by: int): void {
        const next = Math.max(0, Math.min(3, picker.levels.indexOf(picker.level) + by));
        picker.picked(picker.levels[next]);
    }

    Repeater {
        model: picker.levels
        Rectangle {
            id: choice
            required property string modelData
            required property int index
            readonly property bool current: picker.level === modelData
            width: Theme.px(52)
            height: Theme.controlHeight
            radius: Theme.radius
            color: current ? Theme.levelColor(modelData) : Theme.ground
            border.width: picker.activeFocus && current ? Theme.focusWidth : Theme.hair
            border.color: picker.activeFocus && current ? Theme.text : current ? color : Theme.line
            Accessible.role: Accessible.RadioButton
            Accessible.name: qsTr("Level %1").arg(modelData)
            Accessible.checkable: true
            Accessible.checked: current
            Accessible.onPressAction: picker.picked(modelData)
            Accessible.onToggleAction: picker.picked(modelData)
            Row {
                anchors.centerIn: parent
                spacing: Theme.s1
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "level-" + (choice.index + 1)
                    size: Theme.px(12)
                    color: choice.current ? Theme.levelInk : Theme.levelColor(choice.modelData)
                }
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: choice.modelData
                    color: choice.current ? Theme.levelInk : Theme.text
                    strong: choice.current
                    Accessible.ignored: true
                }
            }
            TapHandler {
                onTapped: picker.picked(choice.modelData)
            }
            HoverHandler {
                cursorShape: Qt.PointingHandCursor
            }
        }
    }
}
