// Holds items beside a place of the map, above all symbols. For the selected few only: each is moved
// by itself whenever the map moves.
import QtQuick
import QtPositioning

Item {
    id: anchor

    required property PointLayer points
    required property geoCoordinate place

    readonly property point position: {
        if (!place.isValid)
            return Qt.point(-10000, -10000); // and nothing to work out while the map moves
        // Named so that the place on the screen is worked out anew whenever one of them changes.
        const seen = [points.center, points.zoomLevel, points.bearing, points.width, points.height];
        return seen.length > 0 ? points.toItem(place) : Qt.point(0, 0);
    }

    x: Math.round(position.x)
    y: Math.round(position.y)
    visible: place.isValid
}
