// A layer of the map, as a chip that shows and hides it.
import QtQuick

QtObject {
    required property string name
    required property string title
    property string icon: name
    /// How many there are; −1 says nothing.
    property int count: -1
    property bool shown: true
    /// Where it stands among the layers; those with the same rank stand in the order of the capabilities.
    property int rank: 50
    /// For a layer of pins: one of them, in words ("Order").
    property string pinTitle: ""
    /// What a pin's looks mean, for the legend: nobody has taken note, under way, late.
    property list<string> pinStates
    signal toggled
}
