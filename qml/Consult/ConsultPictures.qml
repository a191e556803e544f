// Pictures of the rooms.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart
    readonly property Seat seat: seatPart.seat
    function look(part: string): void {
        walk.seat.go("consult");
        const rooms = walk.seatPart.consult.rooms;
        for (let row = 0; row < rooms.count; ++row)
            if (rooms.data(rooms.index(row, 0), 258).includes(part))
                walk.seatPart.consult.room = rooms.at(row);
    }

    Picture {
        name: "consult-call"
        rank: 44
        onEntered: {
            walk.seat.home();
            walk.seatPart.banner.later = "";
        }
    }
    Picture {
        name: "consult-room"
        rank: 44
        onEntered: walk.look("")
    }
    Picture {
        name: "consult-new"
        rank: 44
        onEntered: {
            walk.seat.go("consult");
            walk.seatPart.make("", "planned");
        }
        onLeft: walk.seatPart.dialog.get().close()
    }
}
