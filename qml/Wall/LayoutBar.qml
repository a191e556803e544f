// How the chosen screen of a wall is divided: into equal panes, or freely.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Flow {
    id: bar

    required property WallModel board
    required property list<string> names
    required property string screen ///< "*": what lies across the wall
    property bool mayChange: true
    signal picked(string layout)
    /// It is to be drawn.
    signal drawWanted(string screen)

    spacing: Theme.s1
    Accessible.role: Accessible.Grouping
    Accessible.name: label.text

    readonly property string layoutName: board.screens.find(one => one.name === bar.screen)?.layout ?? ""

    Label {
        id: label
        height: Theme.px(28)
        rightPadding: Theme.s2
        text: bar.screen === "*" ? qsTr("Across the wall") : Format.fill(qsTr("Panes of screen %1"), [bar.screen])
        quiet: true
    }
    Repeater {
        model: bar.names
        Chip {
            required property string modelData
            checkable: false
            enabled: bar.mayChange && bar.screen !== "*"
            checked: bar.layoutName === modelData
            text: modelData
            onClicked: bar.picked(modelData)
        }
    }
    Chip {
        checkable: false
        enabled: bar.mayChange && bar.screen !== "*"
        checked: bar.layoutName === "free"
        icon.name: "edit"
        text: qsTr("Free …")
        hint: qsTr("Draw the panes of this screen")
        onClicked: bar.drawWanted(bar.screen)
    }
    Chip {
        checkable: false
        enabled: bar.mayChange
        checked: bar.screen === "*"
        icon.name: "expand"
        text: qsTr("Across the wall …")
        hint: qsTr("Draw panes over all screens, above what stands on each")
        onClicked: bar.drawWanted("*")
    }
}
