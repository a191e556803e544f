// Pictures of duty.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart

    Picture {
        name: "duty"
        rank: 70
        onEntered: walk.seatPart.dialog.begin()
        onLeft: walk.seatPart.dialog.close()
    }
}
