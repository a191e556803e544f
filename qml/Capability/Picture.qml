// A picture that `./dev screens` takes: how to come to it, and how to leave it behind as it was.
import QtQuick

QtObject {
    required property string name
    /// Pictures are taken by rank; those with the same rank in the order of the capabilities.
    property int rank: 50
    /// All that it shows is there.
    property bool settled: true
    /// The line to the hub is cut while it is taken.
    property bool offline: false
    /// It never comes to rest (video).
    property bool moving: false
    signal entered
    signal left
}
