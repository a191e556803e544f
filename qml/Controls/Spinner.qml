// Something is under way.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Item {
    id: spinner

    property bool running: visible

    implicitWidth: Theme.s5
    implicitHeight: Theme.s5
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Working")

    Icon {
        anchors.centerIn: parent
        name: "refresh"
        size: spinner.width
        color: Theme.accent
        RotationAnimator on rotation {
            running: spinner.running
            from: 0
            to: 360
            duration: 1000
            loops: Animation.Infinite
        }
    }
}
