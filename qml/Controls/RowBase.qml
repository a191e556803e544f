// The ground of a row in a list: hover, selection, focus.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.ItemDelegate {
    id: row

    property bool current: false
    property bool ruled: true
    /// What the row stands for, where a list needs to know it.
    property string rowKey: ""

    implicitHeight: Theme.rowHeight
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    // What the list does with a key comes first: the row would take Space for a click.
    Keys.forwardTo: ListView.view ? [ListView.view] : []
    Accessible.name: text
    Accessible.selected: current
    Accessible.onPressAction: row.click()

    background: Rectangle {
        color: row.current ? Theme.accentSoft : row.hovered ? Theme.raised : "transparent"
        Rule {
            visible: row.ruled
            anchors.bottom: parent.bottom
            width: parent.width
            opacity: 0.6
        }
        Rectangle {
            visible: row.current && row.ListView.view !== null && (row.ListView.view as ListView).activeFocus
            anchors.fill: parent
            color: "transparent"
            border.color: Theme.accent
            border.width: Theme.hair
        }
    }
}
