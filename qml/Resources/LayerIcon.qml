// The symbol of a layer, in the colour the map gives it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Icon {
    property string of: ""

    name: of === "office" || of.length === 0 ? "users" : of
    color: Theme.layerColor(of)
}
