// One of resources/icons in a colour.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Image {
    property string name: ""
    property color color: Theme.quiet
    property int size: Theme.icon

    width: size
    height: size
    sourceSize: Qt.size(Math.ceil(size * Screen.devicePixelRatio), Math.ceil(size * Screen.devicePixelRatio))
    source: name.length > 0 ? "image://icon/" + name + "/" + color.toString().slice(-6) : ""
    fillMode: Image.PreserveAspectFit
    asynchronous: false
    Accessible.ignored: true
}
