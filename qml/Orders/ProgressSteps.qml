// How far an assignment is, as four steps: acknowledged, on the way, on the spot, completed.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Row {
    id: steps

    property real progress: 0
    property bool dead: false
    readonly property var marks: [0.25, 0.4, 0.6, 0.85]

    spacing: Theme.s1 / 2
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Progress %1 %").arg(Math.round(progress * 100))

    Repeater {
        model: steps.marks
        Rectangle {
            required property real modelData
            width: (steps.width - 3 * steps.spacing) / 4
            height: Theme.s1
            radius: Theme.s1 / 2
            color: steps.progress >= modelData && !steps.dead ? (steps.progress >= 0.85 ? Theme.done : Theme.accent) : Theme.line
        }
    }
}
