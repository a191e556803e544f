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
    /// Columns of rank 0 stay. Of the others those with the highest rank go first where the room is short: what is
    /// read most goes last.
    property int rank: 0
}
