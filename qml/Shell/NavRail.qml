// The screens that exist. With many of them the entries become shorter, and then those above scroll.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: rail

    property string screen: "map"
    property var pages: [] ///< of Page
    readonly property int entryHeight: Math.max(Theme.px(46), Math.min(Theme.px(60), Math.floor(height / Math.max(1, pages.length))))
    signal picked(string screen)

    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Screens")

    component Entry: NavButton {
        required property var modelData
        implicitHeight: rail.entryHeight
        icon.name: modelData.icon
        text: modelData.title
        count: modelData.badge
        checked: rail.screen === modelData.name
        onClicked: rail.picked(modelData.name)
    }

    Flickable {
        id: flick
        anchors.top: parent.top
        anchors.bottom: lower.top
        width: parent.width
        contentHeight: upper.height
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        function reveal(entry: Item): void {
            flick.contentY = Math.max(entry.y + entry.height - flick.height, Math.min(flick.contentY, entry.y));
        }
        Column {
            id: upper
            width: parent.width
            Repeater {
                model: rail.pages.filter(page => !page.apart)
                Entry {
                    onActiveFocusChanged: if (activeFocus)
                        flick.reveal(this)
                    onCheckedChanged: if (checked)
                        flick.reveal(this)
                }
            }
        }
    }
    Column {
        id: lower
        anchors.bottom: parent.bottom
        width: parent.width
        Repeater {
            model: rail.pages.filter(page => page.apart)
            Entry {}
        }
    }
    Rule {
        vertical: true
        anchors.right: parent.right
        height: parent.height
    }
}
