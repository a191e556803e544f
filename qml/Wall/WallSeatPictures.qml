// Pictures of the page on which the walls are fed.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart
    readonly property Seat seat: seatPart.seat

    Picture {
        name: "wall-page"
        rank: 45
        settled: (walk.seatPart.page?.miniature.row ?? -1) >= 0 || walk.seatPart.wall.store.walls.length === 0
        onEntered: walk.seat.go("wall")
    }
    Picture {
        name: "wall-put-up"
        rank: 45
        settled: (walk.seatPart.page?.putUpPanel.offers.length ?? 0) > 0
        onEntered: {
            walk.seat.go("wall");
            walk.seatPart.page.putUpPanel.kind = "camera";
        }
    }
    Picture {
        name: "wall-preset"
        rank: 45
        onEntered: {
            walk.seat.go("wall");
            walk.seatPart.page.presetDialog.begin();
        }
        onLeft: walk.seatPart.page.presetDialog.close()
    }
}
