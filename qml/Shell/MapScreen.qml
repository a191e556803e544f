// The one map with what belongs beside it: the queue at the left, the order or the form at the right,
// the load of the last day below.
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import QtPositioning
import QtCore
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link
import Chengyun.Resources
import Chengyun.Orders
import Chengyun.Search
import Chengyun.Map
import Chengyun.Charts

FocusScope {
    id: screen

    required property TileServer tiles
    required property MapFeed mapFeed
    required property ResourceStore resources
    required property ResourceListModel resourceList
    required property CameraStreams streams
    required property AroundModel around
    required property CommandBar mapSearch
    required property OrderStore orders
    required property OrderListModel queue
    required property OrderDraft draft
    required property OrderLoad load
    required property Session session
    required property url location
    readonly property alias side: rightSlot
    property string language: "zh_CN"
    property string currentOrder: ""
    readonly property bool rightShown: !narrow || formShown || currentOrder.length > 0
    property bool formShown: false
    property bool picking: false
    property bool aroundShown: false
    property string resource: ""
    property string camera: ""
    readonly property bool narrow: width < Theme.px(1500) - Theme.railWidth
    readonly property bool queueFolded: narrow ? !unfolded : folded
    property bool folded: false
    property bool unfolded: false ///< on a narrow screen
    readonly property alias hall: hallMap
    readonly property alias cameraSettled: cameraPopup.settled
    signal orderPicked(string order)
    signal newOrderAt(real lon, real lat)
    signal newOrderFor(string resource)
    signal newOrderUnits(var units, real lon, real lat, string address)
    signal newOrderWanted
    signal copyWanted(string text)
    signal said(string text, bool failed)

    function copied(text: string): void {
        screen.copyWanted(text);
        screen.said(qsTr("Copied: paste it into a spreadsheet or a message."), false);
    }
    function centreOn(lon: real, lat: real, zoom: real): void {
        if (hallMap.map)
            hallMap.goTo(QtPositioning.coordinate(lat, lon), Math.max(hallMap.map.zoomLevel, zoom));
    }
    function centreOnResource(id: string): void {
        const card = screen.resources.card(id);
        if (card.id !== undefined)
            screen.centreOn(card.lon, card.lat, 14);
    }
    /// What is around a place; `address` says where that is, when somebody knows.
    function lookAround(lon: real, lat: real, address: string): void {
        screen.aroundAddress = address;
        screen.resource = "";
        screen.around.look(lon, lat, screen.around.radiusKm);
        screen.aroundShown = true;
        screen.centreOn(lon, lat, 13);
        aroundPanel.focusList();
    }
    function lookAroundCentre(): void {
        if (hallMap.map)
            screen.lookAround(hallMap.map.center.longitude, hallMap.map.center.latitude, "");
    }
    /// The ticks were for an order that has been issued.
    function chooseNone(): void {
        screen.around.selectAll(false);
    }
    function closeAround(): void {
        screen.aroundShown = false;
        screen.around.clear();
    }
    /// Where the hall works: where its open orders are, else where most of its resources are; a few that
    /// stand far away do not count. Resources of other places may have been imported beside its own.
    /// Null before there are any.
    function whole(): var {
        const lons = [], lats = [];
        for (const place of screen.orders.openPlaces()) {
            lons.push(place.x);
            lats.push(place.y);
        }
        if (lons.length < 5) {
            const step = Math.max(1, Math.floor(screen.resourceList.count / 200));
            for (let row = 0; row < screen.resourceList.count; row += step) {
                const card = screen.resources.card(screen.resourceList.idAt(row));
                lons.push(card.lon);
                lats.push(card.lat);
            }
        }
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
    function showWhole(): void {
        const found = screen.whole();
        if (found && hallMap.map)
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
    function focusSearch(): void {
        find.begin();
    }
    /// Goes one step back; false when there is nothing to go back from.
    function back(): bool {
        if (contextMenu.visible)
            contextMenu.close();
        else if (screen.picking)
            screen.picking = false;
        else if (screen.camera.length > 0)
            screen.camera = "";
        else if (screen.aroundShown)
            screen.closeAround();
        else if (screen.resource.length > 0)
            screen.resource = "";
        else
            return false;
        return true;
    }

    // The view that this account had last time, taken up again when it lies in this district.
    Settings {
        id: view
        location: screen.session.ownSettings
        category: "map"
        property real lon: 0
        property real lat: 0
        property real zoom: 0
        property string source: ""
    }
    property bool atHome: false
    property string aroundAddress: ""
    Component.onCompleted: home()
    Component.onDestruction: if (atHome && hallMap.map) {
        view.lon = hallMap.map.center.longitude;
        view.lat = hallMap.map.center.latitude;
        view.zoom = hallMap.map.zoomLevel;
    }
    Connections {
        target: screen.resources
        function onCountChanged(): void {
            if (!screen.atHome)
                Qt.callLater(screen.home);
        }
    }
    Settings {
        id: sizes
        location: screen.location
        category: "panels"
        property int queue: 348
        property int detail: 396
        property int chart: 132
    }

    QueuePanel {
        id: queuePanel
        width: screen.queueFolded ? Theme.px(64) : Theme.px(sizes.queue)
        height: parent.height
        queue: screen.queue
        currentOrder: screen.currentOrder
        folded: screen.queueFolded
        mayIssue: screen.session.mayIssueOrders
        onFoldWanted: folded => {
            if (screen.narrow)
                screen.unfolded = !folded;
            else
                screen.folded = folded;
        }
        onPicked: order => screen.orderPicked(order)
        onNewOrder: screen.newOrderWanted()
        onCopyWanted: text => screen.copied(text)
    }
    SplitHandle {
        id: leftEdge
        anchors.left: queuePanel.right
        height: parent.height
        enabled: !screen.queueFolded
        name: qsTr("Width of the queue")
        size: sizes.queue
        minimum: 280
        maximum: 520
        onResized: size => sizes.queue = size
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
            anchors.bottom: chartEdge.top
            tiles: screen.tiles
            feed: screen.mapFeed
            language: screen.language === "en" ? "en" : "zh"
            sourceName: view.source
            onSourcePicked: name => view.source = name
            focus: true
            selectedIds: [screen.currentOrder, screen.resource].filter(id => id.length > 0)
            onClicked: (kind, id) => {
                if (kind === "order") {
                    screen.orderPicked(id);
                    return;
                }
                screen.resource = id;
                // A camera is clicked to be looked through.
                if (screen.resources.card(id).layer === "camera")
                    screen.camera = id;
            }
            onSeveralClicked: (ids, at) => {
                several.ids = ids.filter(id => screen.resources.card(id).id !== undefined).slice(0, 12);
                several.popup(hallMap, at.x, at.y);
            }
            circleCenter: screen.aroundShown ? QtPositioning.coordinate(screen.around.lat, screen.around.lon) : QtPositioning.coordinate()
            circleMetres: screen.aroundShown ? screen.around.radiusKm * 1000 : 0
            onPlacePicked: place => {
                if (screen.picking) {
                    screen.draft.setPlace(place.longitude, place.latitude);
                    screen.picking = false;
                } else {
                    screen.resource = "";
                }
            }
            onContextRequested: (place, ids, at) => {
                contextMenu.place = place;
                contextMenu.popup(hallMap, at.x, at.y);
            }
            onSelectionBoxed: ids => screen.boxed(ids)
            onWholeWanted: screen.showWhole()
        }
        Menu {
            id: several
            property var ids: []
            implicitWidth: Theme.px(260)
            Instantiator {
                model: several.ids
                delegate: MenuItem {
                    required property string modelData
                    readonly property var card: screen.resources.card(modelData)
                    icon.name: card.layer ?? ""
                    text: card.name ?? ""
                    onTriggered: screen.resource = modelData
                }
                onObjectAdded: (index, object) => several.insertItem(index, object)
                onObjectRemoved: (index, object) => several.removeItem(object)
            }
        }
        Menu {
            id: contextMenu
            property geoCoordinate place
            implicitWidth: Theme.px(240)
            MenuItem {
                enabled: screen.session.mayIssueOrders
                icon.name: "send"
                text: screen.formShown ? qsTr("Move the new order here") : qsTr("New order here")
                onTriggered: screen.newOrderAt(contextMenu.place.longitude, contextMenu.place.latitude)
            }
            MenuItem {
                icon.name: "users"
                text: qsTr("What is around here")
                onTriggered: screen.lookAround(contextMenu.place.longitude, contextMenu.place.latitude, "")
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

        FindField {
            id: find
            x: Theme.s3
            y: Theme.s3
            width: Math.min(Theme.px(280), middle.width * 0.3)
            bar: screen.mapSearch
        }
        LayerPanel {
            id: layerPanel
            anchors.left: find.right
            anchors.leftMargin: Theme.s2
            y: Theme.s3
            narrow: middle.width - find.width - Theme.px(40) < Theme.px(660)
            layers: hallMap.pointLayer.layers
            orders: !hallMap.pointLayer.hiddenPins.includes("order")
            counts: hallMap.pointLayer.counts
            onLayersWanted: layers => hallMap.pointLayer.layers = layers
            onOrdersWanted: shown => hallMap.pointLayer.hiddenPins = shown ? [] : ["order"]
        }

        Rectangle {
            visible: screen.picking
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.px(60)
            width: pickWords.implicitWidth + Theme.s6
            height: Theme.px(36)
            radius: Theme.radius
            color: Theme.accent
            Label {
                id: pickWords
                anchors.centerIn: parent
                text: qsTr("Click where the order's place is. Esc leaves it as it was.")
                color: Theme.accentInk
            }
        }

        Column {
            x: Theme.s3
            y: Theme.px(60)
            spacing: Theme.s2
            ResourceCard {
                visible: screen.resource.length > 0 && has && !screen.aroundShown
                width: Theme.px(336)
                store: screen.resources
                resource: screen.resource
                mayIssue: screen.session.mayIssueOrders
                onNewOrder: resource => screen.newOrderFor(resource)
                onAroundWanted: (lon, lat, address) => screen.lookAround(lon, lat, address)
                onCentreWanted: (lon, lat) => screen.centreOn(lon, lat, 15)
                onCameraWanted: resource => screen.camera = resource
                onClosed: screen.resource = ""
            }
        }
        AroundPanel {
            id: aroundPanel
            visible: screen.aroundShown
            x: Theme.s3
            y: Theme.px(60)
            width: Math.min(Theme.px(440), middle.width - 2 * Theme.s3)
            height: hallMap.height - y - Theme.s3
            around: screen.around
            mayIssue: screen.session.mayIssueOrders
            onDispatch: (units, lon, lat) => screen.newOrderUnits(units, lon, lat, screen.aroundAddress)
            onPicked: item => {
                const card = screen.resources.card(item);
                if (card.id !== undefined)
                    screen.centreOn(card.lon, card.lat, 0);
            }
            onCopyWanted: text => screen.copied(text)
            onSaid: (text, failed) => screen.said(text, failed)
            onClosed: screen.closeAround()
        }
        CameraPopup {
            id: cameraPopup
            visible: screen.camera.length > 0
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            y: Theme.px(60)
            streams: screen.streams
            camera: screen.camera
            onClosed: screen.camera = ""
        }

        SplitHandle {
            id: chartEdge
            anchors.bottom: chart.top
            width: parent.width
            horizontal: true
            direction: -1
            name: qsTr("Height of the chart")
            size: sizes.chart
            minimum: 96
            maximum: 320
            onResized: size => sizes.chart = size
        }
        Rectangle {
            id: chart
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.px(sizes.chart)
            color: Theme.surface
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
                    text: qsTr("open %1").arg(screen.load.openNow)
                    color: Theme.accent
                    font.pixelSize: Theme.tiny
                }
                Label {
                    height: parent.height
                    text: qsTr("new in the last hour %1").arg(screen.load.freshLastHour)
                    color: Theme.text // as in the plot, which has no room for a legend
                    font.pixelSize: Theme.tiny
                }
                Label {
                    height: parent.height
                    text: qsTr("late %1").arg(screen.load.lateNow)
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
                times: screen.load.times
                open: screen.load.open
                fresh: screen.load.fresh
                late: screen.load.late
                ground: Theme.surface
                line: Theme.line
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
    }

    SplitHandle {
        id: rightEdge
        anchors.right: rightSlot.left
        height: parent.height
        visible: screen.rightShown
        width: visible ? implicitWidth : 0
        direction: -1
        name: qsTr("Width of the detail")
        size: sizes.detail
        minimum: 360
        maximum: 640
        onResized: size => sizes.detail = size
    }
    Item {
        id: rightSlot
        anchors.right: parent.right
        height: parent.height
        width: screen.rightShown ? Math.min(Theme.px(sizes.detail), screen.width * 0.4) : 0
        visible: screen.rightShown
    }

    /// Resources in a box drawn with Shift become the selection one can dispatch from.
    function boxed(ids: list<string>): void {
        const units = [];
        let lon = 0, lat = 0, n = 0;
        for (const id of ids) {
            const card = screen.resources.card(id);
            if (card.id === undefined)
                continue;
            lon += card.lon;
            lat += card.lat;
            n += 1;
            if (card.unit.length > 0)
                units.push(card.unit);
        }
        if (units.length === 0) {
            screen.said(qsTr("Nobody in the box can be sent an order."), true);
            return;
        }
        if (units.length > 200) {
            screen.said(qsTr("%n unit(s) in the box are too many for one order; at most 200.", "", units.length), true);
            return;
        }
        screen.newOrderUnits(units, lon / n, lat / n, "");
    }
}
