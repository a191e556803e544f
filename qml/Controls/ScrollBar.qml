pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.ScrollBar {
    id: control

    implicitWidth: Theme.s2
    implicitHeight: Theme.s2
    padding: Theme.s1 / 2
    minimumSize: 0.08
    visible: policy === T.ScrollBar.AlwaysOn || (policy === T.ScrollBar.AsNeeded && size < 1.0)

    contentItem: Rectangle {
        implicitWidth: Theme.s1
        implicitHeight: Theme.s1
        radius: width / 2
        color: control.pressed ? Theme.quiet : Theme.faint
        opacity: control.active || control.hovered ? 0.9 : 0.4
    }
}
