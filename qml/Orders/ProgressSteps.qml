// How far an order or an assignment is, as four steps: acknowledged, on the way, on the spot, completed.
// Each step is filled by the share of units that has taken it, so that a full bar means that all have.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Row {
    id: steps

    /// The share of units that has taken each step, 0 to 1.
    property var shares: [0, 0, 0, 0]
    property bool dead: false
    /// The next deadline is over: the first step that is not full is marked.
    property bool late: false
    readonly property int next: shares.findIndex(share => share < 1)

    spacing: Theme.s1 / 2
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Acknowledged %1 %, completed %2 %").arg(Math.round(100 * shares[0])).arg(Math.round(100 * shares[3]))

    Repeater {
        model: 4
        Rectangle {
            id: step
            required property int index
            readonly property real share: steps.dead ? 0 : (steps.shares[index] ?? 0)
            width: (steps.width - 3 * steps.spacing) / 4
            height: Theme.s1
            radius: Theme.s1 / 2
            color: steps.late && !steps.dead && index === steps.next ? Theme.late : Theme.line
            Rectangle {
                width: parent.width * step.share
                height: parent.height
                radius: parent.radius
                color: steps.next < 0 ? Theme.done : Theme.accent
            }
        }
    }
}
