// What duty gives a wall: the time, the mode and who is on duty.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability

Panes {
    id: panes

    required property DutyCapability duty

    PaneKind {
        name: "duty"
        title: qsTr("Time and duty")
        icon: "clock"
        rank: 30
        component: Component {
            DutyPane {
                duty: panes.duty.state
                onDuty: panes.duty.onDuty
            }
        }
    }
}
