// One column of a Table.
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    property string role: ""
    property string title: ""
    /// Logical pixels; 0 shares what is left.
    property int width: 0
    property int minimum: 80
    property bool sortable: true
    property bool right: false
    property bool strong: false
    property bool quiet: false
    /// Says a value in words: (value, row) → string. Without it the value itself is shown.
    property var say: null
    /// The same for copying, where the cell is drawn or counts down.
    property var plain: null
    /// Draws the cell instead of text; it gets `value` and `row`.
    property Component delegate: null
    property bool shown: true
}
