// The symbol of a layer, in the colour the map gives it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Icon {
    property string layer: ""

    name: layer === "office" || layer.length === 0 ? "users" : layer
    color: Theme.layerColor(layer)
}
