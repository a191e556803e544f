// Pictures of the frame: the map and the system screen.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property Seat seat
    required property LockPage lockPage
    readonly property bool loaded: seat.session.online && seat.parts.every(part => part.loaded)

    Picture {
        name: "map"
        rank: 0
        settled: walk.loaded
        onEntered: {
            walk.seat.home();
            walk.seat.map.showWhole();
        }
    }
    Picture {
        name: "map-legend"
        rank: 0
        settled: walk.loaded
        onEntered: {
            walk.seat.home();
            walk.seat.map.hall.legendShown = true;
        }
        onLeft: walk.seat.map.hall.legendShown = false
    }
    Picture {
        name: "locked"
        rank: 120
        onEntered: walk.lockPage.open()
        onLeft: walk.lockPage.close()
    }
    Picture {
        name: "system-link"
        rank: 110
        onEntered: walk.seat.goSystem("link")
    }
    Picture {
        name: "system-look"
        rank: 110
        onEntered: walk.seat.goSystem("look")
    }
    Picture {
        name: "system-account"
        rank: 110
        onEntered: walk.seat.goSystem("account")
    }
    Picture {
        name: "system-about"
        rank: 110
        onEntered: walk.seat.goSystem("about")
    }
}
