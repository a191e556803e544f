// A list that nobody scrolls: as many whole rows as there is room for, in columns, and how many more there
// are.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Item {
    id: list

    property alias model: grid.model
    property alias delegate: grid.delegate
    property alias cellWidth: grid.cellWidth
    property int rowHeight: Theme.rowHeight
    /// A row is at least so wide, where there is room for one.
    property int columnWidth: Theme.px(420)
    property string emptyText: ""
    property string name: ""
    readonly property int columns: Math.max(1, Math.floor(width / columnWidth))
    readonly property bool allFit: grid.count <= columns * Math.floor(height / rowHeight)
    readonly property int rows: Math.max(1, Math.floor((allFit ? height : height - more.height) / rowHeight))

    Accessible.role: Accessible.List
    Accessible.name: name

    GridView {
        id: grid
        width: parent.width
        height: list.rows * list.rowHeight
        clip: true
        interactive: false
        flow: GridView.FlowTopToBottom
        cellWidth: Math.floor(list.width / list.columns)
        cellHeight: list.rowHeight
    }
    Label {
        id: more
        visible: !list.allFit
        anchors.top: grid.bottom
        x: Theme.s3
        height: Theme.px(28)
        text: qsTr("and %n more", "", Math.max(0, grid.count - list.columns * list.rows))
        quiet: true
    }
    Label {
        visible: grid.count === 0 && list.emptyText.length > 0
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s3
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: list.emptyText
        quiet: true
        font.pixelSize: Theme.body
    }
}
