// The one map. See docs/map.md for how a screen embeds it.
pragma ComponentBehavior: Bound
import QtQuick
import QtLocation
import QtPositioning
import Chengyun.Style

FocusScope {
    id: hall

    required property TileServer tiles
    required property MapFeed feed
    property int source: 0
    /// Where it starts; afterwards `map` says where it is.
    property geoCoordinate startCenter: QtPositioning.coordinate(30.56, 114.05)
    property real startZoom: 11.2

    readonly property Map map: mapLoader.item as Map
    property alias pointLayer: points
    property alias selectedIds: points.selectedIds

    signal placePicked(geoCoordinate place)
    signal resourceClicked(string id)
    signal orderClicked(string id)
    signal contextRequested(geoCoordinate place, list<string> ids, point at)
    signal selectionBoxed(list<string> ids)

    readonly property var sourceInfo: tiles.sources[Math.min(source, tiles.sources.length - 1)]

    Loader {
        id: mapLoader
        anchors.fill: parent
        sourceComponent: BaseMapView {
            repository: hall.sourceInfo.repository
            cacheFolder: hall.sourceInfo.cache
            lowestZoom: hall.sourceInfo.minimumZoom
            highestZoom: hall.sourceInfo.maximumZoom
            center: hall.startCenter
            zoomLevel: hall.startZoom
        }
    }

    PointLayer {
        id: points
        anchors.fill: parent
        feed: hall.feed
        center: hall.map ? hall.map.center : hall.startCenter
        zoomLevel: hall.map ? hall.map.zoomLevel : hall.startZoom
        bearing: hall.map ? hall.map.bearing : 0
        symbolScale: Theme.scale
    }

    MapGestures {
        anchors.fill: parent
        map: hall.map
    }
}
