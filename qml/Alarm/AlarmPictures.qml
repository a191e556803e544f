// Pictures of the bell.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart

    Picture {
        name: "alarms"
        rank: 80
        onEntered: walk.seatPart.list.get().open()
        onLeft: walk.seatPart.list.get().close()
    }
}
