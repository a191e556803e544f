// Pictures of the proposal and of the page of the rules.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart
    readonly property Seat seat: seatPart.seat

    Picture {
        name: "linkage-rules"
        rank: 46
        onEntered: walk.seat.goSystem("linkage")
        onLeft: walk.seat.home()
    }
}
