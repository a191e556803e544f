// Which layers the map shows, with how many there are of each.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: panel

    /// One bit a layer, in the order of the rows.
    property int layers: 31
    property bool orders: true
    property list<int> counts: []
    signal layersWanted(int layers)
    signal ordersWanted(bool shown)

    readonly property var rows: [
        {
            "key": "risk",
            "name": qsTr("Risks")
        },
        {
            "key": "supply",
            "name": qsTr("Supplies")
        },
        {
            "key": "rescue_force",
            "name": qsTr("Rescue forces")
        },
        {
            "key": "shelter",
            "name": qsTr("Shelters")
        },
        {
            "key": "camera",
            "name": qsTr("Cameras")
        }
    ]

    implicitWidth: row.implicitWidth + Theme.s2
    implicitHeight: Theme.px(36)
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.line
    border.width: Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Layers")
    Shield {}

    property bool narrow: false

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.s1
        Repeater {
            model: panel.rows
            Chip {
                required property var modelData
                required property int index
                icon.name: modelData.key
                text: panel.narrow ? "" : modelData.name
                count: index < panel.counts.length ? panel.counts[index] : -1
                hint: modelData.name
                checkable: false
                checked: (panel.layers & (1 << index)) !== 0
                Accessible.name: modelData.name
                onClicked: panel.layersWanted(panel.layers ^ (1 << index))
            }
        }
        Chip {
            icon.name: "orders"
            text: panel.narrow ? "" : qsTr("Orders")
            hint: qsTr("Orders")
            checkable: false
            checked: panel.orders
            onClicked: panel.ordersWanted(!panel.orders)
        }
    }
}
