// Pictures of the search.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart

    Picture {
        name: "command-bar"
        rank: 50
        settled: walk.seatPart.search.commands.count > 0
        onEntered: {
            walk.seatPart.seat.home();
            walk.seatPart.begin();
            walk.seatPart.search.commands.text = "zl";
        }
        onLeft: walk.seatPart.palette.get().close()
    }
}
