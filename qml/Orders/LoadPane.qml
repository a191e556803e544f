// The load of the last 24 hours on a wall.
import QtQuick

LoadChart {
    required property var content
    required property bool stale
    readonly property bool settled: true
}
