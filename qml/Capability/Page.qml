// A screen of its own with a place on the rail. It is made when it is first looked at.
import QtQuick

QtObject {
    /// "orders": Seat.screen while it is shown.
    required property string name
    required property string title
    required property string icon
    /// A number on the rail for what waits there; 0 shows none.
    property int badge: 0
    /// Where it stands on the rail; those with the same rank stand in the order of the capabilities.
    property int rank: 50
    /// At the lower end of the rail.
    property bool apart: false
    /// How the command bar calls going there, and further words it is found by.
    property string goTitle: ""
    property string words: ""
    /// Empty for what the window itself always shows.
    property Component component: null
    /// What was made of it, once it has been looked at.
    property Item item: null
}
