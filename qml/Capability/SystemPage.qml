// A page of the system screen.
import QtQuick

QtObject {
    required property string name
    required property string title
    required property string icon
    /// A number beside it; 0 shows none.
    property int badge: 0
    /// The number says that something is wrong.
    property bool grave: false
    required property Component component
}
