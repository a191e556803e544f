// The one map with what belongs beside it. Capabilities put their items into its slots: at the left, at
// the right (`sideSlot`), below, over it, and into its upper left corner.
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import QtPositioning
import QtCore
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: screen

    required property TileServer tiles
    required property MapFeed mapFeed
    /// The settings of the account that is shown, for where the map stands, and of the seat, for the
    /// sizes of the slots.
    required property url ownSettings
    required property url location
    property string language: "zh_CN"
    property var layers: [] ///< of MapLayer
    property var actions: [] ///< of MapAction
    property var selectionActions: [] ///< of SelectionAction
    readonly property alias leftSlot: leftSlot
    readonly property alias sideSlot: sideSlot
    readonly property alias belowSlot: belowSlot
    readonly property alias cornerSlot: cornerSlot
    /// What stands here covers the map only where it is.
    readonly property alias overSlot: overSlot
    readonly property real overTop: layerPanel.y + layerPanel.height + Theme.s3
    /// What is below the map, with the plates at its lower edge: what is said in passing stands above.
    readonly property real belowHeight: belowSlot.height + belowEdge.height + Theme.px(32)
    /// Where the list of things leaves room for others at the left.
    readonly property real overLeft: Theme.s3 + (thingsPanel.visible ? thingsPanel.width + Theme.s2 : 0)
    /// For MapAnchor items: they stand beside their places, above all symbols.
    readonly property Item anchorSlot: hallMap.anchorSlot
    /// What stands at one place, or is chosen; shown in a list at the left of the map.
    readonly property alias things: mapThings
    property bool thingsShown: false
    /// Another list stands at the left of the map; that of things comes back after it.
    property bool leftTaken: false
    readonly property alias hall: hallMap
    readonly property alias points: hallMap.pointLayer
    property alias selectedIds: hallMap.selectedIds
    property alias circleCenter: hallMap.circleCenter
    property alias circleMetres: hallMap.circleMetres
    /// On a narrow screen the right slot is there only while something is shown in it.
    property bool sideWanted: false
    readonly property bool sideShown: !narrow || sideWanted
    /// The width of the right slot, also while it is not there.
    readonly property real sideWidth: Math.min(Theme.px(sizes.detail), width * 0.4)
    readonly property bool narrow: width < Theme.px(1500) - Theme.railWidth
    /// Hardly a map would be left beside both panels.
    readonly property bool cramped: width - sideWidth - Theme.px(sizes.queueNarrow) < Theme.px(560)
    readonly property bool leftFolded: cramped ? !unfolded : folded
    property bool folded: false
    property bool unfolded: false ///< on a cramped screen
    readonly property bool picking: picked !== null
    property string pickText: ""
    property var picked: null
    signal clicked(string kind, string id)
    /// The list of things is to be seen.
    signal thingsWanted
    /// A click on bare map that is not picked.
    signal placeClicked
    signal copyWanted(string text)
    signal said(string text, bool failed)

    /// Where the hall works, as points of longitude and latitude; the window knows.
    function places(): var {
        return [];
    }
    /// What can be done with things, {kind, id, name} each: entries {action, kind, id, text} of a menu; the window
    /// knows.
    function actionsOn(things: var): var {
        return [];
    }
    function foldLeft(folded: bool): void {
        if (screen.cramped)
            screen.unfolded = !folded;
        else
            screen.folded = folded;
    }
    /// The next click on the map says a place: `done(lon, lat)`. `text` asks for it.
    function pick(text: string, done: var): void {
        screen.pickText = text;
        screen.picked = done;
    }
    function endPick(): void {
        screen.picked = null;
    }
    /// The map itself takes the keys, not what had them within this screen.
    function focusMap(): void {
        hallMap.forceActiveFocus();
    }
    function centre(): var {
        return hallMap.map ? hallMap.map.center : QtPositioning.coordinate();
    }
    function centreOn(lon: real, lat: real, zoom: real): void {
        if (hallMap.map)
            hallMap.goTo(QtPositioning.coordinate(lat, lon), Math.max(hallMap.map.zoomLevel, zoom));
    }
    function whole(): var {
        return hallMap.reachOf(screen.places());
    }
    /// What is seen now, for another map: the place in its middle, and how far in a map of `span` is. Null
    /// before there is a map.
    function viewed(): var {
        return hallMap.map ? {
            "lon": hallMap.map.center.longitude.toFixed(5),
            "lat": hallMap.map.center.latitude.toFixed(5),
            "zoom": hallMap.map.zoomLevel.toFixed(2),
            "span": String(Math.round(hallMap.width)),
            "layers": String(hallMap.pointLayer.layers)
        } : null;
    }
    function showWhole(): void {
        const found = screen.whole();
        if (found && hallMap.map)
            hallMap.showBox(found.most);
    }
    function showBox(box: geoRectangle): void {
        hallMap.showBox(box);
    }
    /// The hall is another district's now: goes there, unless it is in view.
    function follow(): void {
        const found = screen.atHome ? screen.whole() : null;
        if (found && hallMap.map && !found.most.contains(hallMap.map.center))
            hallMap.showBox(found.most);
    }
    /// Where one was last time, when the hall still works there; else all of it.
    function home(): void {
        const found = screen.whole();
        if (!found || !hallMap.map)
            return;
        screen.atHome = true;
        const last = QtPositioning.coordinate(view.lat, view.lon);
        if (view.zoom > 0 && found.reach.contains(last))
            hallMap.goTo(last, view.zoom);
        else
            hallMap.showBox(found.most);
    }
    /// What can be done at a place, with the map as it is seen now, and with the first things that stand there:
    /// {icon, text, enabled, act()} each.
    function entriesAt(place: geoCoordinate, ids: list<string>): var {
        const most = 4;
        pointed.list(ids);
        const things = [
            {
                "kind": "map",
                "id": "",
                "name": qsTr("this view")
            }
        ];
        for (let row = 0; row < Math.min(pointed.count, most); ++row)
            things.push({
                "kind": pointed.kindAt(row),
                "id": pointed.idAt(row),
                "name": pointed.data(pointed.index(row, 0), MapThings.NameRole)
            });
        pointed.clear();
        const ofPlace = screen.actions.map(action => ({
                    "icon": action.icon,
                    "text": action.text,
                    "enabled": action.enabled,
                    "act": () => action.triggered(place.longitude, place.latitude)
                }));
        return ofPlace.concat(screen.actionsOn(things).map(one => ({
                    "icon": one.action.icon,
                    "text": one.text,
                    "enabled": true,
                    "act": () => one.action.triggered(one.kind, one.id)
                })));
    }
    /// Lists what stands at a place.
    function listThings(ids: list<string>): void {
        mapThings.list(ids);
        screen.showThings();
        (thingsPanel.get() as ThingsPanel).focusList();
    }
    function showThings(): void {
        screen.thingsShown = mapThings.total > 0;
        screen.thingsWanted();
        if (mapThings.leftOut > 0)
            screen.said(qsTr("Too many: the list holds the first %1. Zoom in and choose fewer.").arg(mapThings.total), true);
    }
    /// Nothing is chosen or listed any more; false when nothing was.
    function closeThings(): bool {
        if (!screen.thingsShown)
            return false;
        if (thingsPanel.activeFocus)
            hallMap.forceActiveFocus();
        screen.thingsShown = false;
        mapThings.clear();
        return true;
    }
    /// Everything that the map shows is chosen.
    function chooseSeen(): void {
        hallMap.chooseSeen();
    }
    /// Goes through the symbols by keys.
    function ringSymbols(): void {
        hallMap.ring();
    }
    /// Goes one step back; false when there is nothing to go back from.
    function back(): bool {
        if (contextMenu.made?.visible)
            contextMenu.made.close();
        else if (screen.picking)
            screen.endPick();
        else
            return false;
        return true;
    }

    // The view that this account had last time, taken up again when it lies in this district.
    Settings {
        id: view
        location: screen.ownSettings
        category: "map"
        property real lon: 0
        property real lat: 0
        property real zoom: 0
        property string source: ""
    }
    property bool atHome: false
    /// There are places now, or others.
    function takePlaces(): void {
        if (!screen.atHome)
            Qt.callLater(screen.home);
    }
    Component.onCompleted: home()
    Component.onDestruction: if (atHome && hallMap.map) {
        view.lon = hallMap.map.center.longitude;
        view.lat = hallMap.map.center.latitude;
        view.zoom = hallMap.map.zoomLevel;
    }
    Settings {
        id: sizes
        location: screen.location
        category: "panels"
        property int queue: 348
        property int queueNarrow: 280
        property int detail: 396
        property int chart: 132
    }

    MapThings {
        id: pointed
        feed: screen.mapFeed
    }
    MapThings {
        id: mapThings
        feed: screen.mapFeed
        onListed: if (total === 0)
            screen.closeThings()
    }
    onLanguageChanged: Qt.callLater(mapThings.renewWords)

    Item {
        id: leftSlot
        width: children.length === 0 ? 0 : screen.leftFolded ? Theme.px(64) : Theme.px(screen.narrow ? sizes.queueNarrow : sizes.queue)
        height: parent.height
    }
    SplitHandle {
        id: leftEdge
        anchors.left: leftSlot.right
        height: parent.height
        enabled: !screen.leftFolded
        name: qsTr("Width of the left panel")
        size: screen.narrow ? sizes.queueNarrow : sizes.queue
        minimum: screen.narrow ? 240 : 280
        maximum: screen.narrow ? 360 : 520
        onResized: size => {
            if (screen.narrow)
                sizes.queueNarrow = size;
            else
                sizes.queue = size;
        }
    }

    Item {
        id: middle
        anchors.left: leftEdge.right
        anchors.right: rightEdge.left
        height: parent.height
        clip: true

        HallMap {
            id: hallMap
            width: parent.width
            anchors.top: parent.top
            anchors.bottom: belowEdge.top
            tiles: screen.tiles
            feed: screen.mapFeed
            language: screen.language === "en" ? "en" : "zh"
            sourceName: view.source
            onSourcePicked: name => view.source = name
            focus: true
            layers: screen.layers
            onClicked: (kind, id) => screen.clicked(kind, id)
            chosenIds: mapThings.chosen
            onListWanted: ids => screen.listThings(ids)
            onChoiceToggled: ids => {
                mapThings.toggle(ids);
                screen.showThings();
            }
            onChoiceAdded: ids => {
                if (ids.length === 0)
                    screen.said(qsTr("Nothing to choose lies there."), false);
                mapThings.choose(ids);
                screen.showThings();
            }
            onPlacePicked: place => {
                if (!screen.picking) {
                    // What has been chosen stays until Esc: a click beside it is soon made.
                    if (mapThings.chosen.length === 0)
                        screen.closeThings();
                    screen.placeClicked();
                    return;
                }
                const done = screen.picked;
                screen.endPick();
                done(place.longitude, place.latitude);
            }
            onContextRequested: (place, ids, at) => {
                contextMenu.place = place;
                contextMenu.ids = ids;
                contextMenu.entries = screen.entriesAt(place, ids);
                (contextMenu.get() as Menu).popup(hallMap, at.x, at.y);
            }
            onWholeWanted: screen.showWhole()
        }
        Later {
            id: contextMenu
            property geoCoordinate place
            property list<string> ids
            property var entries: []
            readonly property Menu made: item as Menu
            Menu {
                id: menu
                implicitWidth: Theme.px(240)
                Instantiator {
                    model: contextMenu.entries
                    delegate: MenuItem {
                        required property var modelData
                        enabled: modelData.enabled
                        icon.name: modelData.icon
                        text: modelData.text
                        onTriggered: modelData.act()
                    }
                    onObjectAdded: (index, object) => menu.insertItem(index, object)
                    onObjectRemoved: (index, object) => menu.removeItem(object)
                }
                MenuItem {
                    visible: contextMenu.ids.length > 0
                    icon.name: "list"
                    text: qsTr("List what is here (%1)").arg(contextMenu.ids.length)
                    onTriggered: screen.listThings(contextMenu.ids)
                }
                MenuItem {
                    visible: contextMenu.ids.length > 0
                    icon.name: "check"
                    text: mapThings.chosen.length > 0 && mapThings.areChosen(contextMenu.ids) ? qsTr("Take out of what is chosen") : qsTr("Choose")
                    onTriggered: {
                        mapThings.toggle(contextMenu.ids);
                        screen.showThings();
                    }
                }
                MenuItem {
                    icon.name: "copy"
                    text: qsTr("Copy the coordinates")
                    onTriggered: {
                        screen.copyWanted(contextMenu.place.longitude.toFixed(6) + "," + contextMenu.place.latitude.toFixed(6));
                        screen.said(qsTr("Coordinates copied (WGS-84)."), false);
                    }
                }
            }
        }

        Item {
            id: cornerSlot
            x: Theme.s3
            y: Theme.s3
            width: children.length === 0 ? 0 : Math.min(Theme.px(280), middle.width * 0.3)
            height: Theme.px(36)
        }
        LayerPanel {
            id: layerPanel
            anchors.left: cornerSlot.right
            anchors.leftMargin: cornerSlot.width > 0 ? Theme.s2 : 0
            y: Theme.s3
            room: middle.width - x - Theme.s3
            layers: screen.layers
        }

        Rectangle {
            visible: screen.picking
            anchors.horizontalCenter: parent.horizontalCenter
            y: screen.overTop
            width: pickWords.implicitWidth + Theme.s6
            height: Theme.px(36)
            radius: Theme.radius
            color: Theme.accent
            Label {
                id: pickWords
                anchors.centerIn: parent
                text: screen.pickText
                color: Theme.accentInk
            }
        }

        Item {
            id: overSlot
            anchors.fill: hallMap
        }
        Later {
            id: thingsPanel
            wanted: screen.thingsShown
            visible: screen.thingsShown && !screen.leftTaken
            x: Theme.s3
            y: screen.overTop
            width: Math.min(Theme.px(360), hallMap.width - 2 * Theme.s3)
            height: Math.min(implicitHeight, hallMap.height - y - Theme.s3)
            ThingsPanel {
                things: mapThings
                layers: screen.layers
                actions: screen.selectionActions
                onOpened: (kind, id) => screen.clicked(kind, id)
                onCopyWanted: text => screen.copyWanted(text)
                onSaid: (text, failed) => screen.said(text, failed)
                onClosed: screen.closeThings()
            }
        }

        SplitHandle {
            id: belowEdge
            anchors.bottom: belowSlot.top
            width: parent.width
            visible: belowSlot.height > 0
            height: visible ? implicitHeight : 0
            horizontal: true
            direction: -1
            name: qsTr("Height of the lower panel")
            size: sizes.chart
            minimum: 96
            maximum: 320
            onResized: size => sizes.chart = size
        }
        Item {
            id: belowSlot
            anchors.bottom: parent.bottom
            width: parent.width
            height: children.length === 0 ? 0 : Theme.px(sizes.chart)
        }
    }

    SplitHandle {
        id: rightEdge
        anchors.right: sideSlot.left
        height: parent.height
        visible: screen.sideShown
        width: visible ? implicitWidth : 0
        direction: -1
        name: qsTr("Width of the right panel")
        size: sizes.detail
        minimum: 360
        maximum: 640
        onResized: size => sizes.detail = size
    }
    Item {
        id: sideSlot
        anchors.right: parent.right
        height: parent.height
        width: screen.sideShown ? screen.sideWidth : 0
        visible: screen.sideShown
    }
}
