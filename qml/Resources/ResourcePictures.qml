// Pictures of resources.
import QtQuick
import Chengyun.Capability
import Chengyun.Controls

Pictures {
    id: walk

    required property var seatPart
    readonly property Seat seat: seatPart.seat

    property FilteredList list: FilteredList {
        list: walk.seatPart.resources.list
    }
    /// The first resource of a layer on the map; `needed` names a role that must not be empty.
    function look(layer: string, needed: string): void {
        walk.seat.home();
        for (let row = 0; row < walk.list.count; ++row) {
            const values = walk.list.valuesAt(row);
            if (values.layer === layer && (needed.length === 0 || values[needed].length > 0)) {
                walk.seat.show("resource", values.resourceId);
                return;
            }
        }
    }

    Picture {
        name: "map-shelter"
        rank: 20
        settled: walk.seatPart.loaded
        onEntered: walk.look("shelter", "unit")
    }
    Picture {
        name: "map-area"
        rank: 20
        settled: walk.seatPart.loaded && !walk.seatPart.outlines.awaited
        onEntered: {
            walk.seat.home();
            const street = walk.seatPart.store.areaChoices().find(area => area.level === "street");
            if (street)
                walk.seat.show("area", street.code);
        }
        onLeft: walk.seat.home()
    }
    Picture {
        name: "around-here"
        rank: 20
        settled: walk.seatPart.loaded
        onEntered: {
            walk.look("shelter", "unit");
            walk.seat.run("around", undefined);
        }
        onLeft: walk.seat.home()
    }
    Picture {
        name: "map-chosen"
        rank: 20
        settled: walk.seatPart.loaded
        onEntered: {
            walk.look("shelter", "unit");
            walk.seat.map.chooseSeen();
        }
        onLeft: walk.seat.home()
    }
    Picture {
        name: "resources"
        rank: 90
        onEntered: walk.seat.go("resources")
    }
}
