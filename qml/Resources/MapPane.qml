// The map on a wall: the view that was put up, what it follows, or all of where the hall works.
pragma ComponentBehavior: Bound
import QtQuick
import QtPositioning
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Map

Item {
    id: pane

    required property var content
    required property bool stale
    required property PaneRegistry registry
    required property HallDistrict district
    readonly property bool settled: hall.map !== null && placed && !hall.pointLayer.busy
    /// A view has been taken up.
    property bool placed: false
    /// A hand at a seat moves this view here.
    property bool inHand: false
    /// The view as it stands, for the content. A hand's view comes before what the content follows.
    readonly property var handOptions: hall.map ? ({
            "lat": hall.map.center.latitude.toFixed(6),
            "lon": hall.map.center.longitude.toFixed(6),
            "zoom": hall.map.zoomLevel.toFixed(3),
            "span": Math.round(pane.width).toString(),
            "moved": "1"
        }) : null
    readonly property string followed: content.options?.moved === "1" ? "" : content.subject

    /// A view that was put up from a map of another width shows as much of the land.
    function zoomOf(options: var): real {
        const zoom = Number(options.zoom ?? 14), span = Number(options.span ?? 0);
        const wider = span > 0 && pane.width > 0 ? Math.log2(pane.width / span) : 0;
        return Math.max(3, Math.min(19, zoom + wider));
    }
    function take(): void {
        if (!hall.map || pane.width <= 0 || (pane.inHand && pane.placed))
            return;
        const options = pane.content.options ?? {};
        if (options.layers !== undefined)
            hall.pointLayer.layers = Number(options.layers);
        const followed = pane.followed.length > 0 ? pane.registry.mapFeed.placeOf(pane.followed) : QtPositioning.coordinate();
        const lon = Number(options.lon), lat = Number(options.lat);
        if (followed.isValid) {
            hall.map.center = followed;
            hall.map.zoomLevel = pane.zoomOf(options);
        } else if (options.lon !== undefined && isFinite(lon) && isFinite(lat)) {
            hall.map.center = QtPositioning.coordinate(lat, lon);
            hall.map.zoomLevel = pane.zoomOf(options);
        } else {
            const whole = hall.reachOf(pane.district.places());
            if (!whole)
                return;
            hall.showBox(whole.most);
        }
        pane.placed = true;
    }
    onContentChanged: Qt.callLater(pane.take)
    onWidthChanged: Qt.callLater(pane.take)
    onHeightChanged: Qt.callLater(pane.take)
    Connections {
        target: pane.registry.mapFeed
        function onPointsChanged(): void {
            Qt.callLater(pane.take);
        }
        function onPinsChanged(): void {
            if (pane.followed.length > 0)
                Qt.callLater(pane.take);
        }
    }

    HallMap {
        id: hall
        anchors.fill: parent
        enabled: pane.inHand // a wall has no pointer
        tiles: pane.registry.tiles
        feed: pane.registry.mapFeed
        language: pane.registry.language === "en" ? "en" : "zh"
        furnitureShown: false
        selectedIds: pane.followed.length > 0 ? [pane.followed] : []
        onMapChanged: Qt.callLater(pane.take)
    }
    Text {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s1
        text: hall.sourceInfo?.attribution ?? ""
        textFormat: Text.PlainText
        color: Theme.quiet
        font.pixelSize: Math.round(Theme.tiny * 0.7)
    }
}
