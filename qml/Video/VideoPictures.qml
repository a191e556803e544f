// Pictures of video.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart
    readonly property Seat seat: seatPart.seat

    Picture {
        name: "camera"
        rank: 100
        moving: true
        settled: walk.seatPart.popup.item?.settled ?? false
        onEntered: {
            walk.seat.home();
            const camera = walk.seatPart.video.cameras.idAt(0);
            walk.seat.show("resource", camera);
            walk.seatPart.camera = camera;
        }
        onLeft: walk.seat.home()
    }
    Picture {
        name: "cameras-broken"
        rank: 100
        onEntered: walk.seat.goSystem("cameras")
    }
    Picture {
        name: "video"
        rank: 100
        moving: true
        settled: (walk.seatPart.wall?.settled ?? 0) >= 4
        onEntered: walk.seat.go("video")
    }
}
