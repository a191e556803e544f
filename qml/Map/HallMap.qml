// The one map: a source of the tile server, areas, points and orders over it, and what a person does
// with them. docs/map.md says how a screen embeds it.
pragma ComponentBehavior: Bound
import QtQuick
import QtLocation
import QtPositioning
import Chengyun.Style

FocusScope {
    id: hall

    required property TileServer tiles
    required property MapFeed feed
    /// The name of the source that is shown; none: the embedded map, with names in `language`
    /// and in the theme's colours.
    property string sourceName: ""
    property string language: "zh"
    readonly property int source: {
        const named = tiles.sources.findIndex(s => s.name === hall.sourceName);
        return named >= 0 ? named : Math.max(0, tiles.sources.findIndex(s => s.language === hall.language && s.dark === Theme.dark));
    }
    /// Where it starts; afterwards `map` says where it is.
    property geoCoordinate startCenter: QtPositioning.coordinate(30.56, 114.05)
    property real startZoom: 11.2
    /// A circle of this many metres about a place; none while 0.
    property geoCoordinate circleCenter
    property real circleMetres: 0

    property var layers: [] ///< of MapLayer: what pins are called and mean
    readonly property Map map: mapLoader.item as Map
    property alias pointLayer: points
    property alias selectedIds: points.selectedIds
    property alias areasShown: areas.visible
    property bool furnitureShown: true
    property alias legendShown: furniture.legendShown
    /// What is anchored to places, above the symbols: MapAnchor items.
    property alias anchored: anchorLayer.data

    signal placePicked(geoCoordinate place)
    /// A symbol or pin, by the kind and id of what it stands for.
    signal clicked(string kind, string id)
    /// A click on symbols that lie on the very same place.
    signal severalClicked(list<string> ids, point at)
    signal contextRequested(geoCoordinate place, list<string> ids, point at)
    signal selectionBoxed(list<string> ids)
    /// All of where the hall works is to be seen.
    signal wholeWanted
    /// Another base map is wanted; "" is the embedded one.
    signal sourcePicked(string name)

    readonly property var sourceInfo: tiles.sources[source]

    /// Goes to a place; zooms in when farther out than `zoom`.
    function goTo(place: geoCoordinate, zoom: real): void {
        if (!hall.map || !place.isValid)
            return;
        hall.map.center = place;
        if (hall.map.zoomLevel < zoom)
            hall.map.zoomLevel = zoom;
    }
    /// Shows a box with a margin about it, no nearer than street level.
    function showBox(box: geoRectangle): void {
        if (!hall.map || !box.isValid)
            return;
        hall.map.fitViewportToGeoShape(box, Theme.px(90));
        if (hall.map.zoomLevel > 18.5)
            hall.map.zoomLevel = 18.5;
    }
    function northUp(): void {
        if (hall.map)
            hall.map.bearing = 0;
    }

    focus: true
    Accessible.role: Accessible.Canvas
    Accessible.name: qsTr("Map")

    // By what the new map is made from, which follows `source`: a map that is made while this still
    // says the old source shows the old one for ever.
    onSourceInfoChanged: {
        // The next map starts where this one is.
        if (hall.map) {
            const zoom = hall.map.zoomLevel;
            hall.startCenter = hall.map.center;
            hall.startZoom = zoom;
        }
        mapLoader.active = false;
        mapLoader.active = true;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Loader {
        id: mapLoader
        anchors.fill: parent
        sourceComponent: BaseMapView {
            repository: hall.sourceInfo.repository
            cacheFolder: hall.sourceInfo.cache
            lowestZoom: hall.sourceInfo.minimumZoom
            Component.onCompleted: {
                zoomLevel = hall.startZoom;
                center = hall.startCenter;
            }
        }
    }
    Binding {
        target: hall.map
        property: "circleCenter"
        value: hall.circleCenter
    }
    Binding {
        target: hall.map
        property: "circleMetres"
        value: hall.circleMetres
    }

    AreaLayer {
        id: areas
        anchors.fill: parent
        feed: hall.feed
        center: points.center
        zoomLevel: points.zoomLevel
        bearing: points.bearing
        textScale: Theme.scale
        dark: Theme.dark
    }
    PointLayer {
        id: points
        anchors.fill: parent
        feed: hall.feed
        center: hall.map ? hall.map.center : hall.startCenter
        zoomLevel: hall.map ? hall.map.zoomLevel : hall.startZoom
        bearing: hall.map ? hall.map.bearing : 0
        symbolScale: Theme.scale
        dark: Theme.dark
        // What is under a resting pointer changes when the map moves below it.
        onViewChanged: {
            if (gestures.hovering)
                points.hover(gestures.pointer);
        }
    }

    MapGestures {
        id: gestures
        anchors.fill: parent
        map: hall.map
        onPointerChanged: {
            if (hovering)
                points.hover(pointer);
        }
        onHoveringChanged: {
            if (!hovering)
                points.leave();
        }
        onClicked: at => {
            hall.forceActiveFocus();
            const found = points.hit(at);
            switch (found.kind) {
            case MapHit.Cluster:
                hall.showBox(found.extent);
                break;
            case MapHit.Pin:
                hall.clicked(found.pinKind, found.id);
                break;
            case MapHit.Resource:
                if (found.ids.length > 1)
                    hall.severalClicked(found.ids, at);
                else
                    hall.clicked("resource", found.id);
                break;
            default:
                hall.placePicked(points.toPlace(at));
            }
        }
        onContextRequested: at => {
            hall.forceActiveFocus();
            const found = points.hit(at);
            const exact = found.kind === MapHit.Resource || found.kind === MapHit.Pin;
            hall.contextRequested(exact ? found.place : points.toPlace(at), found.ids, at);
        }
        onBoxed: box => hall.selectionBoxed(points.idsInRect(box))
    }
    Rectangle {
        visible: gestures.box.width > 0
        x: gestures.box.x
        y: gestures.box.y
        width: gestures.box.width
        height: gestures.box.height
        color: Qt.alpha(Theme.accent, 0.12)
        border.color: Theme.accent
        border.width: Theme.hair
    }
    Item {
        id: anchorLayer
        anchors.fill: parent
    }

    HoverCard {
        hit: points.hovered
        at: gestures.pointer
        pinTitle: hall.layers.find(layer => layer.name === points.hovered.pinKind)?.pinTitle ?? ""
        visible: gestures.hovering && points.hovered.kind !== MapHit.Nothing
        bounds: Qt.size(hall.width, hall.height)
    }
    MapFurniture {
        id: furniture
        anchors.fill: parent
        visible: hall.furnitureShown
        map: hall.map
        points: hall.pointLayer
        layers: hall.layers
        attribution: hall.sourceInfo.attribution
        pointer: gestures.pointer
        pointing: gestures.hovering
        onZoomWanted: steps => gestures.zoomBy(steps, Qt.point(hall.width / 2, hall.height / 2))
        onNorthWanted: hall.northUp()
        onWholeWanted: hall.wholeWanted()
        sources: hall.tiles.sources.filter(s => s.language.length === 0)
        sourceName: hall.sourceInfo.language.length > 0 ? "" : hall.sourceInfo.name
        onSourceWanted: name => hall.sourcePicked(name)
    }

    Keys.onPressed: event => {
        const step = Theme.px(120);
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_Left:
            gestures.panBy(-step, 0);
            break;
        case Qt.Key_Right:
            gestures.panBy(step, 0);
            break;
        case Qt.Key_Up:
            gestures.panBy(0, -step);
            break;
        case Qt.Key_Down:
            gestures.panBy(0, step);
            break;
        case Qt.Key_Plus:
        case Qt.Key_Equal:
            gestures.zoomBy(0.5, Qt.point(hall.width / 2, hall.height / 2));
            break;
        case Qt.Key_Minus:
            gestures.zoomBy(-0.5, Qt.point(hall.width / 2, hall.height / 2));
            break;
        case Qt.Key_Home:
            hall.wholeWanted();
            break;
        case Qt.Key_N:
            if (event.modifiers !== Qt.NoModifier) {
                event.accepted = false;
                break;
            }
            hall.northUp();
            break;
        case Qt.Key_Menu:
            hall.contextRequested(points.center, [], Qt.point(hall.width / 2, hall.height / 2));
            break;
        default:
            event.accepted = false;
        }
    }
}
