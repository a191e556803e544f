// What draws a cell of a Table that is more than text.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    property var value
    property var row
}
