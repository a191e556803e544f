// Open, new and late orders of the last 24 hours, under the map.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Charts

Rectangle {
    id: chart

    required property OrderLoad load
    required property OrderCounts counts
    /// What can be done with the chart, at a point of it.
    signal menuWanted(point at)

    color: Theme.surface

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: point => chart.menuWanted(Qt.point(point.position.x, point.position.y))
    }
    Row {
        id: chartHead
        x: Theme.s3
        y: Theme.s1
        height: Theme.px(22)
        spacing: Theme.s4
        Label {
            height: parent.height
            text: qsTr("Last 24 hours")
            quiet: true
            strong: true
            font.pixelSize: Theme.tiny
        }
        Label {
            height: parent.height
            text: qsTr("open %1").arg(chart.counts.all)
            color: Theme.accent
            font.pixelSize: Theme.tiny
        }
        Label {
            height: parent.height
            text: qsTr("new in the last hour %1").arg(chart.load.freshLastHour)
            color: Theme.text // as in the plot, which has no room for a legend
            font.pixelSize: Theme.tiny
        }
        Label {
            height: parent.height
            text: qsTr("late %1").arg(chart.counts.late)
            color: Theme.late
            font.pixelSize: Theme.tiny
        }
    }
    LoadPlot {
        anchors.top: chartHead.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.s1
        anchors.rightMargin: Theme.s2
        anchors.bottomMargin: Theme.s1
        times: chart.load.times
        open: chart.load.open
        fresh: chart.load.fresh
        late: chart.load.late
        ground: Theme.surface
        line: Theme.line
        zone: Local.zone
        text: Theme.quiet
        fontFamily: Theme.family
        fontSize: Theme.px(11)
        openColor: Theme.accent
        freshColor: Theme.text
        lateColor: Theme.late
        openLabel: qsTr("open")
        freshLabel: qsTr("new")
        lateLabel: qsTr("late")
        Accessible.role: Accessible.Chart
        Accessible.name: qsTr("Open, new and late orders of the last 24 hours")
    }
}
