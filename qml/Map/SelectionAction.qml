// What can be done with what is chosen on the map, as a button of its list.
import QtQuick

QtObject {
    property string text: ""
    property string icon: ""
    property bool enabled: true
    /// What it leaves out of what is chosen, in words.
    property string note: ""
    signal triggered
}
