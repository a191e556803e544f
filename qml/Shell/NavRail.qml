// The screens that exist.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: rail

    property string screen: "map"
    property int lateCount: 0
    property int failedCount: 0
    property bool video: true
    readonly property var screens: [
        {
            "key": "map",
            "name": qsTr("Map"),
            "icon": "map"
        },
        {
            "key": "video",
            "name": qsTr("Video"),
            "icon": "video"
        },
        {
            "key": "orders",
            "name": qsTr("Orders"),
            "icon": "orders"
        },
        {
            "key": "resources",
            "name": qsTr("Resources"),
            "icon": "list"
        }
    ]
    signal picked(string screen)

    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Screens")

    Column {
        width: parent.width
        Repeater {
            model: rail.screens
            NavButton {
                required property var modelData
                required property int index
                visible: modelData.key !== "video" || rail.video
                icon.name: modelData.icon
                text: modelData.name
                count: modelData.key === "orders" ? rail.lateCount : 0
                checked: rail.screen === modelData.key
                onClicked: rail.picked(modelData.key)
            }
        }
    }
    NavButton {
        anchors.bottom: parent.bottom
        icon.name: "system"
        text: qsTr("System")
        count: rail.failedCount
        checked: rail.screen === "system"
        onClicked: rail.picked("system")
    }
    Rule {
        vertical: true
        anchors.right: parent.right
        height: parent.height
    }
}
