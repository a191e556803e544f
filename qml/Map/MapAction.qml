// What can be done at a place of the map, in the menu of a right click.
import QtQuick

QtObject {
    property string text: ""
    property string icon: ""
    property bool enabled: true
    signal triggered(real lon, real lat)
}
