// Pictures of a wall, for `./dev screens`.
import QtQuick
import Chengyun.Capability

QtObject {
    id: walk

    /// Null while nothing is shown.
    required property WallSurface surface
    readonly property bool settled: surface?.settled ?? false
    readonly property list<Picture> pictures: [
        Picture {
            name: "wall"
            moving: true
            settled: walk.settled
        },
        Picture {
            name: "wall-offline"
            moving: true
            offline: true
            settled: walk.settled
        }
    ]

    function makePictures(): void {
    }
}
