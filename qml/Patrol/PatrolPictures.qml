// Pictures of camera patrol.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart
    readonly property Seat seat: seatPart.seat

    Picture {
        name: "patrol"
        rank: 100
        moving: true
        settled: walk.seatPart.page?.settled ?? false
        onEntered: walk.seat.go("patrol")
    }
    Picture {
        name: "patrol-group"
        rank: 100
        moving: true
        settled: walk.seatPart.page?.settled ?? false
        onEntered: {
            walk.seat.go("patrol");
            walk.seatPart.page.dialog.begin("");
        }
        onLeft: walk.seatPart.page.dialog.close()
    }
    Picture {
        name: "patrol-duty"
        rank: 100
        moving: true
        settled: walk.seatPart.page?.pictured ?? false
        onEntered: {
            walk.seat.go("patrol");
            walk.seatPart.page.beginDuty();
        }
        onLeft: walk.seatPart.page.endDuty()
    }
    Picture {
        name: "patrol-records"
        rank: 100
        moving: true
        settled: !(walk.seatPart.patrol.records.asking)
        onEntered: {
            walk.seat.go("patrol");
            walk.seatPart.page.records.begin();
        }
        onLeft: walk.seatPart.page.records.close()
    }
}
