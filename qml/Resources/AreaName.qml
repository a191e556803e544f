// The name of the chosen area on the map, at its middle, with what lets it go. While the map moves it stays
// within what is seen of the area.
pragma ComponentBehavior: Bound
import QtQuick
import QtPositioning
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Map

Rectangle {
    id: plate

    required property AreaOutlines outlines
    required property PointLayer points
    /// What is above belongs to others.
    property real upperEdge: 0
    signal cleared

    readonly property string name: outlines.chosenName
    readonly property geoCoordinate middle: outlines.chosenCentre
    readonly property geoRectangle box: outlines.chosenBox
    /// On the map; null when nothing of the area is seen.
    readonly property var spot: {
        // Named so that it is worked out anew whenever one of them changes.
        const moved = [points.center, points.zoomLevel, points.bearing, points.width, points.height];
        if (plate.name.length === 0 || !plate.middle.isValid || moved.length === 0)
            return null;
        const at = plate.points.toItem(plate.middle);
        const corners = plate.box.isValid ? [plate.box.topLeft, plate.box.topRight, plate.box.bottomLeft, plate.box.bottomRight].map(corner => plate.points.toItem(corner)) : [at];
        const xs = corners.map(corner => corner.x), ys = corners.map(corner => corner.y);
        const left = Math.max(0, Math.min(...xs)), right = Math.min(plate.points.width, Math.max(...xs));
        const upper = Math.max(0, Math.min(...ys)), lower = Math.min(plate.points.height, Math.max(...ys));
        return left > right || upper > lower ? null : Qt.point(plate.within(at.x, left, right), plate.within(at.y, upper, lower));
    }

    function within(value: real, least: real, most: real): real {
        return Math.max(least, Math.min(most, value));
    }

    visible: spot !== null
    x: spot ? within(Math.round(spot.x - width / 2), Theme.s3, parent.width - width - Theme.s3) : 0
    y: spot ? within(Math.round(spot.y - height / 2), plate.upperEdge, parent.height - height - Theme.s5) : 0
    width: row.width + Theme.s3
    height: Theme.controlHeight
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.accent
    border.width: Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: Format.fill(qsTr("Chosen area: %1"), [plate.name])
    Shield {}

    Row {
        id: row
        x: Theme.s3
        height: parent.height
        NameLabel {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Theme.px(320))
            text: plate.name
            strong: true
        }
        IconButton {
            icon.name: "close"
            text: qsTr("Let the area go")
            key: "Esc"
            onClicked: plate.cleared()
        }
    }
}
