// What resources give a seat: their table, the card of one and what is around a place over the map, and
// the layers of points.
pragma ComponentBehavior: Bound
import QtQuick
import QtPositioning
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls
import Chengyun.Map

Part {
    id: part

    required property ResourcesCapability resources
    readonly property ResourceStore store: resources.store
    readonly property AreaOutlines outlines: resources.outlines
    readonly property MapScreen map: seat.map
    /// The resource that is looked at.
    property string current: ""
    property bool aroundShown: false
    property string aroundAddress: ""
    /// The map goes to the chosen area as soon as the hub has said where that is.
    property bool areaSought: false

    /// A layer of points, by its bit in PointLayer.layers.
    component PointsLayer: MapLayer {
        required property PointLayer points
        required property int bit
        count: points.counts[bit] ?? -1
        shown: (points.layers & (1 << bit)) !== 0
        rank: 10
        onToggled: points.layers ^= 1 << bit
    }

    districtName: resources.district.name
    selectedIds: current.length > 0 ? [current] : []
    pages: Page {
        name: "resources"
        title: qsTr("Resources")
        icon: "list"
        rank: 80
        goTitle: qsTr("Go to resources")
        words: "ziyuan zy table 资源"
        component: ResourceTable {
            focus: true
            resources: part.resources.list
            store: part.store
            current: part.current
            onPicked: resource => part.current = resource
            onActivated: resource => part.seat.show("resource", resource)
            onCopyWanted: text => part.seat.copyWanted(text)
            onSaid: (text, failed) => part.seat.say(text, failed)
        }
    }
    commands: Command {
        // {lon, lat, address}: around that place, else around what is written or looked at.
        name: "around"
        title: qsTr("Who and what is around here")
        words: "zhoubian fenxi zbfx fujin nearest 周边 附近"
        sequence: "F6"
        hint: qsTr("units nearby")
        onRun: place => part.lookAround(place ?? part.seat.place())
    }
    mapLayers: [
        PointsLayer {
            name: "risk"
            title: qsTr("Risks")
            bit: 0
            points: part.map.points
        },
        PointsLayer {
            name: "supply"
            title: qsTr("Supplies")
            bit: 1
            points: part.map.points
        },
        PointsLayer {
            name: "rescue_force"
            title: qsTr("Rescue forces")
            bit: 2
            points: part.map.points
        },
        PointsLayer {
            name: "shelter"
            title: qsTr("Shelters")
            bit: 3
            points: part.map.points
        },
        PointsLayer {
            name: "camera"
            title: qsTr("Cameras")
            bit: 4
            points: part.map.points
        }
    ]
    mapActions: MapAction {
        icon: "around"
        text: qsTr("What is around here")
        onTriggered: (lon, lat) => part.lookAround({
                "lon": lon,
                "lat": lat
            })
    }
    selectionActions: SelectionAction {
        readonly property var receivers: part.store.receivers(part.map.things.chosen)
        readonly property int unitCount: receivers.units.length
        icon: "send"
        text: unitCount > 0 ? qsTr("New order to %n unit(s)", "", unitCount) : qsTr("Choose whom to send an order")
        enabled: part.seat.session.mayIssueOrders && unitCount > 0
        note: unitCount > 0 && receivers.others > 0 ? qsTr("%n of what is chosen cannot be sent an order.", "", receivers.others) : ""
        onTriggered: part.orderTo(receivers)
    }
    loaded: store.count > 0 && outlines.complete
    pictures: ResourcePictures {
        seatPart: part
    }

    function open(kind: string, id: string): bool {
        if (kind !== "resource")
            return false;
        part.seat.go("map");
        part.current = id;
        return true;
    }
    function show(kind: string, id: string): bool {
        if (kind !== "resource" && kind !== "unit" && kind !== "area")
            return false;
        part.seat.screen = "map";
        if (kind === "resource")
            part.showResource(id);
        else if (kind === "unit")
            part.showUnit(part.store.unitCard(id));
        else
            part.showArea(id);
        return true;
    }
    function showResource(id: string): void {
        part.current = id;
        const card = part.store.card(id);
        if (card.id !== undefined)
            part.map.centreOn(card.lon, card.lat, 14);
    }
    /// Outlines the area, and goes to it.
    function showArea(code: string): void {
        part.current = "";
        part.outlines.chosen = code;
        part.areaSought = !part.goToChosenArea();
        if (part.areaSought && !part.outlines.awaited)
            part.endSeeking();
    }
    /// False when it is not known where that is.
    function goToChosenArea(): bool {
        const box = part.outlines.boxOf(part.outlines.chosen);
        const centre = part.outlines.centreOf(part.outlines.chosen);
        if (box.isValid)
            part.map.showBox(box);
        else if (centre.isValid)
            part.map.centreOn(centre.longitude, centre.latitude, 13);
        return centre.isValid;
    }
    function endSeeking(): void {
        part.areaSought = false;
        if (!part.goToChosenArea())
            part.seat.say(Format.fill(qsTr("It is not known where %1 lies."), [part.store.nameOfArea(part.outlines.chosen)]), true);
    }
    /// A unit without a place of its own is looked for where its area is.
    function showUnit(unit: var): void {
        if (unit.resource && unit.resource.length > 0)
            part.showResource(unit.resource);
        else if (unit.hasPlace)
            part.map.centreOn(unit.lon, unit.lat, 14);
        else if (unit.areaName) {
            part.seat.say(Format.fill(qsTr("No position of %1 is known: the map shows its area, %2."), [unit.name, unit.areaName]), false);
            part.showArea(unit.area);
        } else
            part.seat.say(qsTr("This unit has no known position."), true);
    }
    function chosen(kind: string): string {
        return kind === "resource" ? part.current : "";
    }
    function places(): list<point> {
        return part.resources.district.places();
    }
    function placeShown(): var {
        if (part.current.length === 0)
            return null;
        const card = part.store.card(part.current);
        return {
            "lon": card.lon,
            "lat": card.lat,
            "address": card.address ?? ""
        };
    }
    function closeOver(): bool {
        if (part.aroundShown)
            part.closeAround();
        else if (part.current.length > 0)
            part.current = "";
        else if (part.outlines.chosen.length > 0)
            part.outlines.chosen = "";
        else
            return false;
        return true;
    }

    /// What is around {lon, lat, address}; null is the middle of the map. The address says where that is,
    /// when somebody knows.
    function lookAround(place: var): void {
        part.seat.screen = "map";
        if (!place) {
            const centre = part.map.centre();
            if (!centre.isValid)
                return;
            place = {
                "lon": centre.longitude,
                "lat": centre.latitude
            };
        }
        const around = part.resources.around;
        part.aroundAddress = place.address ?? "";
        part.current = "";
        around.look(place.lon, place.lat, around.radiusKm);
        part.aroundShown = true;
        part.map.centreOn(place.lon, place.lat, 13);
        (aroundPanel.get() as AroundPanel).focusList();
    }
    function closeAround(): void {
        part.aroundShown = false;
        part.resources.around.clear();
    }
    /// A new order to those of what is chosen who can receive one.
    function orderTo(receivers: var): void {
        part.seat.run("order.new", {
            "units": receivers.units,
            "lon": receivers.lon,
            "lat": receivers.lat,
            "address": ""
        });
    }
    Connections {
        target: part.store
        function onCountChanged(): void {
            part.placesChanged();
        }
    }
    Connections {
        target: part.resources.district
        function onCodeChanged(): void {
            Qt.callLater(part.map.follow);
        }
    }
    Connections {
        target: part.outlines
        function onAwaitedChanged(): void {
            if (part.areaSought && !part.outlines.awaited)
                part.endSeeking();
        }
    }
    Connections {
        target: part.map
        function onPlaceClicked(): void {
            part.current = "";
            part.outlines.chosen = "";
        }
        function onThingsWanted(): void {
            part.closeAround();
        }
    }
    Binding {
        target: part.map
        property: "circleCenter"
        value: part.aroundShown ? QtPositioning.coordinate(part.resources.around.lat, part.resources.around.lon) : QtPositioning.coordinate()
    }
    Binding {
        target: part.map
        property: "leftTaken"
        value: part.aroundShown
    }
    Binding {
        target: part.map
        property: "circleMetres"
        value: part.aroundShown ? part.resources.around.radiusKm * 1000 : 0
    }

    AreaName {
        parent: part.map.overSlot
        upperEdge: part.map.overTop
        outlines: part.outlines
        points: part.map.points
        onCleared: part.outlines.chosen = ""
    }
    Later {
        parent: part.map.overSlot
        wanted: part.current.length > 0
        x: part.map.overLeft
        y: part.map.overTop
        width: Theme.px(336)
        ResourceCard {
            visible: part.current.length > 0 && has && !part.aroundShown
            store: part.store
            resource: part.current
            mayIssue: part.seat.session.mayIssueOrders
            onNewOrder: resource => part.seat.run("order.new", {
                "resource": resource
            })
            onAroundWanted: (lon, lat, address) => part.lookAround({
                    "lon": lon,
                    "lat": lat,
                    "address": address
                })
            onCentreWanted: (lon, lat) => part.map.centreOn(lon, lat, 15)
            onCameraWanted: resource => part.seat.run("camera.watch", {
                "resource": resource
            })
            onClosed: part.current = ""
        }
    }
    Later {
        id: aroundPanel
        parent: part.map.overSlot
        wanted: part.aroundShown
        visible: wanted
        x: Theme.s3
        y: part.map.overTop
        width: Math.min(Theme.px(440), part.map.overSlot.width - 2 * Theme.s3)
        height: part.map.overSlot.height - y - Theme.s3
        AroundPanel {
            around: part.resources.around
            mayIssue: part.seat.session.mayIssueOrders
            onDispatch: (units, lon, lat) => part.seat.run("order.new", {
                "units": units,
                "lon": lon,
                "lat": lat,
                "address": part.aroundAddress
            })
            onPicked: item => {
                const card = part.store.card(item);
                if (card.id !== undefined)
                    part.map.centreOn(card.lon, card.lat, 0);
            }
            onCopyWanted: text => part.seat.copy(text)
            onSaid: (text, failed) => part.seat.say(text, failed)
            onClosed: part.closeAround()
        }
    }
}
