// The screens that exist.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: rail

    property string screen: "map"
    property var pages: [] ///< of Page
    signal picked(string screen)

    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Screens")

    component Entry: NavButton {
        required property var modelData
        icon.name: modelData.icon
        text: modelData.title
        count: modelData.badge
    }

    Column {
        width: parent.width
        Repeater {
            model: rail.pages.filter(page => !page.apart)
            Entry {
                checked: rail.screen === modelData.name
                onClicked: rail.picked(modelData.name)
            }
        }
    }
    Column {
        anchors.bottom: parent.bottom
        width: parent.width
        Repeater {
            model: rail.pages.filter(page => page.apart)
            Entry {
                checked: rail.screen === modelData.name
                onClicked: rail.picked(modelData.name)
            }
        }
    }
    Rule {
        vertical: true
        anchors.right: parent.right
        height: parent.height
    }
}
