// Pictures of orders.
import QtQuick
import Chengyun.Capability
import Chengyun.Controls

Pictures {
    id: walk

    required property var seatPart
    readonly property OrdersCapability orders: seatPart.orders
    readonly property Seat seat: seatPart.seat
    readonly property bool fetched: seatPart.loaded && !orders.timeline.loading

    property FilteredList queue: FilteredList {
        list: walk.orders.queue
    }
    property FilteredList board: FilteredList {
        list: walk.orders.board
    }
    /// The first row that passes; null without one.
    function first(rows: FilteredList, passes: var): var {
        for (let row = 0; row < rows.count; ++row) {
            const values = rows.valuesAt(row);
            if (passes(values))
                return values;
        }
        return null;
    }
    /// An order on which something has happened.
    function look(): void {
        walk.seat.home();
        const found = walk.first(walk.queue, o => o.unitCount >= 2 && o.hasPlace && o.acknowledgedCount >= 1) ?? walk.first(walk.queue, o => true);
        walk.seat.show("order", found?.orderId ?? "");
    }
    function openAssignment(): var {
        return walk.first(walk.board, a => a.open) ?? ({});
    }

    Picture {
        name: "map-order"
        rank: 10
        settled: walk.fetched
        onEntered: walk.look()
    }
    Picture {
        name: "new-order"
        rank: 30
        onEntered: {
            walk.seat.home();
            const about = walk.first(walk.queue, o => walk.orders.store.card(o.orderId).resource.length > 0);
            walk.seat.show("resource", about ? walk.orders.store.card(about.orderId).resource : "");
            walk.seat.run("order.new", undefined);
            const draft = walk.orders.draft;
            if (draft.templates.length > 0)
                draft.applyTemplate(draft.templates[0].key);
            draft.takeSuggestions(3);
        }
        onLeft: {
            walk.orders.draft.putAside();
            walk.seatPart.undoBar.fresh = false;
            walk.seat.home();
        }
    }
    Picture {
        name: "orders"
        rank: 40
        settled: walk.fetched
        onEntered: {
            walk.look();
            walk.seat.go("orders");
            walk.seatPart.boardShown = "orders";
        }
    }
    Picture {
        name: "supervisions"
        rank: 40
        settled: walk.fetched
        onEntered: walk.seatPart.boardShown = "supervisions"
        onLeft: walk.seatPart.boardShown = "orders"
    }
    Picture {
        name: "supervise"
        rank: 40
        settled: walk.fetched
        onEntered: {
            walk.look();
            const assignment = walk.openAssignment();
            walk.seatPart.actDialog.get().ask("supervise", assignment.assignmentId ?? "", assignment.unitName ?? "", false);
        }
        onLeft: walk.seatPart.actDialog.get().close()
    }
    Picture {
        name: "report"
        rank: 40
        settled: walk.fetched
        onEntered: {
            const assignment = walk.openAssignment();
            walk.seatPart.actDialog.get().ask("report", assignment.assignmentId ?? "", assignment.unitName ?? "", true);
        }
        onLeft: walk.seatPart.actDialog.get().close()
    }
    Picture {
        name: "phone-link"
        rank: 60
        settled: walk.orders.phoneLink.address.length > 0
        onEntered: {
            walk.look();
            const assignment = walk.openAssignment();
            walk.seatPart.phoneLinkDialog.get().begin(assignment.unit ?? "", assignment.unitName ?? "");
        }
        onLeft: walk.seatPart.phoneLinkDialog.get().close()
    }
    Picture {
        name: "offline"
        rank: 120
        offline: true
        onEntered: walk.look()
        onLeft: walk.seat.home()
    }
    Picture {
        name: "light"
        rank: 130
        settled: walk.fetched
        onEntered: {
            walk.look();
            walk.seat.darkWanted(false);
        }
        onLeft: {
            walk.seat.darkWanted(true);
            walk.seat.home();
        }
    }
    Picture {
        name: "attach"
        rank: 100
        onEntered: {
            walk.seat.home();
            const place = walk.seat.place();
            walk.seat.run("order.attach", {
                "title": qsTr("Snapshot"),
                "lon": place?.lon ?? 114.03,
                "lat": place?.lat ?? 30.58,
                "toFile": () => {}
            });
        }
        onLeft: walk.seatPart.attachDialog.item.close()
    }
}
