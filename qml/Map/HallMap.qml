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
    property alias chosenIds: points.chosenIds
    property alias areasShown: areas.visible
    property bool furnitureShown: true
    property alias legendShown: furniture.legendShown
    /// What is anchored to places, above the symbols: MapAnchor items.
    property alias anchored: anchorLayer.data
    readonly property alias anchorSlot: anchorLayer

    signal placePicked(geoCoordinate place)
    /// A symbol or pin, by the kind and id of what it stands for.
    signal clicked(string kind, string id)
    /// A list is wanted of what stands at one place and no zoom can part.
    signal listWanted(list<string> ids)
    signal contextRequested(geoCoordinate place, list<string> ids, point at)
    /// These are chosen, with what is chosen already; or, when they are, no more.
    signal choiceToggled(list<string> ids)
    signal choiceAdded(list<string> ids)
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
    /// Where the hall works, by points of longitude and latitude: `most` of them, for a few that stand far away
    /// do not count (resources of other places may have been imported beside its own), and the `reach` of all.
    /// Null before there are any.
    function reachOf(places: var): var {
        const lons = places.map(place => place.x), lats = places.map(place => place.y);
        if (lons.length === 0)
            return null;
        lons.sort((a, b) => a - b);
        lats.sort((a, b) => a - b);
        const low = Math.floor(lons.length * 0.04), high = lons.length - 1 - low;
        // A little beyond what counts, so that nothing of it is cut at the edges.
        const east = (lons[high] - lons[low]) * 0.06, north = (lats[high] - lats[low]) * 0.06;
        return {
            "reach": QtPositioning.rectangle(QtPositioning.coordinate(lats[lats.length - 1], lons[0]), QtPositioning.coordinate(lats[0], lons[lons.length - 1])),
            "most": QtPositioning.rectangle(QtPositioning.coordinate(lats[high] + north, lons[low] - east), QtPositioning.coordinate(lats[low] - north, lons[high] + east))
        };
    }
    /// What a click on something does, or Return, which lists a cluster rather than going nearer.
    function open(found: mapHit, at: point, listing: bool): void {
        switch (found.kind) {
        case MapHit.Cluster:
            if (found.stack || listing) {
                hall.listWanted(points.hitIds(at));
                break;
            }
            hall.showBox(found.extent);
            // Its points may fill the map already.
            if (hall.map && hall.map.zoomLevel < found.expandZoom) {
                hall.map.center = found.place;
                hall.map.zoomLevel = found.expandZoom;
            }
            break;
        case MapHit.Pin:
            if (found.count > 1)
                hall.listWanted(points.hitIds(at));
            else
                hall.clicked(found.pinKind, found.id);
            break;
        case MapHit.Resource:
            hall.clicked("resource", found.id);
            break;
        }
    }
    function pinTitleOf(kind: string): string {
        return hall.layers.find(layer => layer.name === kind)?.pinTitle ?? "";
    }
    function sayRinged(): void {
        if (ringCard.visible)
            hall.Accessible.announce(ringCard.words);
    }
    function askContext(at: point): void {
        const found = points.hit(at);
        const exact = found.kind === MapHit.Resource || found.kind === MapHit.Pin;
        hall.contextRequested(exact ? found.place : points.toPlace(at), points.idsAt(at), at);
    }
    /// Everything that is shown within the map's edges.
    function chooseSeen(): void {
        hall.choiceAdded(points.idsInRect(Qt.rect(0, 0, hall.width, hall.height)));
    }
    /// Begins to go from symbol to symbol by keys.
    function ring(): void {
        hall.forceActiveFocus();
        points.moveRing(0, 0);
    }
    /// Ctrl and an arrow: to the next symbol that way; the arrow alone, or where there is none, moves
    /// the map.
    function step(dx: int, dy: int, ringing: bool): void {
        if (!ringing || !points.moveRing(dx, dy))
            gestures.panBy(dx * Theme.px(120), dy * Theme.px(120));
    }
    function northUp(): void {
        if (hall.map)
            hall.map.bearing = 0;
    }

    focus: true
    Accessible.role: Accessible.Canvas
    Accessible.name: qsTr("Map")
    Accessible.description: ringCard.visible ? ringCard.words : ""

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
        onClicked: (at, modifiers) => {
            hall.forceActiveFocus();
            points.dropRing();
            const found = points.hit(at);
            if (found.kind === MapHit.Nothing)
                hall.placePicked(points.toPlace(at));
            else if (modifiers & (Qt.ControlModifier | Qt.ShiftModifier))
                hall.choiceToggled(points.hitIds(at));
            else
                hall.open(found, at, false);
        }
        onContextRequested: at => {
            hall.forceActiveFocus();
            points.dropRing();
            hall.askContext(at);
        }
        onBoxed: box => hall.choiceAdded(points.idsInRect(box))
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
    MapAnchor {
        id: ringAnchor
        points: hall.pointLayer
        place: points.ringed.place
        Rectangle {
            readonly property real half: Theme.px(points.ringed.kind === MapHit.Cluster ? 30 : 21)
            x: -half
            y: (points.ringed.kind === MapHit.Pin ? -Theme.px(24) : 0) - half
            width: 2 * half
            height: width
            radius: half
            visible: hall.activeFocus
            color: "transparent"
            border.color: Theme.text
            border.width: Theme.focusWidth
        }
    }

    HoverCard {
        id: ringCard
        hit: points.ringed
        at: ringAnchor.position
        pinTitle: hall.pinTitleOf(hit.pinKind)
        visible: hall.activeFocus && hit.kind !== MapHit.Nothing
        bounds: Qt.size(hall.width, hall.height)
    }
    Connections {
        target: points
        function onRingedChanged(): void {
            Qt.callLater(hall.sayRinged); // the card's words follow
        }
    }
    HoverCard {
        hit: points.hovered
        at: gestures.pointer
        pinTitle: hall.pinTitleOf(hit.pinKind)
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
        const ringed = points.ringed.kind !== MapHit.Nothing;
        const ctrl = (event.modifiers & Qt.ControlModifier) !== 0;
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_Left:
            hall.step(-1, 0, ctrl);
            break;
        case Qt.Key_Right:
            hall.step(1, 0, ctrl);
            break;
        case Qt.Key_Up:
            hall.step(0, -1, ctrl);
            break;
        case Qt.Key_Down:
            hall.step(0, 1, ctrl);
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            if (ctrl)
                event.accepted = false;
            else if (!ringed)
                hall.ring();
            else if (event.modifiers & Qt.ShiftModifier)
                hall.choiceToggled(points.hitIds(points.ringedAt()));
            else
                hall.open(points.ringed, points.ringedAt(), true);
            break;
        case Qt.Key_A:
            event.accepted = ctrl;
            if (event.accepted)
                hall.chooseSeen();
            break;
        case Qt.Key_Escape:
            event.accepted = ringed;
            points.dropRing();
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
            hall.askContext(ringed ? points.ringedAt() : Qt.point(hall.width / 2, hall.height / 2));
            break;
        default:
            event.accepted = false;
        }
    }
}
