// Something to be done about an alarm, in its row; it keeps its place where it cannot be done.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

IconButton {
    property bool shown: true

    implicitWidth: Theme.px(28)
    implicitHeight: Theme.s6
    iconSize: Theme.px(16)
    enabled: shown
    opacity: shown ? 1 : 0
    Accessible.ignored: !shown
}
