// A hairline between two parts.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Rectangle {
    property bool vertical: false

    implicitWidth: vertical ? Theme.hair : 0
    implicitHeight: vertical ? 0 : Theme.hair
    color: Theme.line
    Accessible.ignored: true
}
