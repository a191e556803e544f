// The screen of duty: one of its views, chosen at its head. At the right of the head each view puts what
// can be done with the whole of it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: screen

    required property list<DutyTab> tabs
    property string tab: ""
    signal tabPicked(string tab)

    Rectangle {
        id: head
        width: parent.width
        height: Theme.px(48)
        color: Theme.surface
        Segments {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            entries: screen.tabs.map(tab => ({
                        "key": tab.name,
                        "text": tab.title,
                        "count": tab.count,
                        "alert": tab.alert
                    }))
            current: screen.tab
            onPicked: key => screen.tabPicked(key)
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    Repeater {
        model: screen.tabs
        Loader {
            id: view
            required property DutyTab modelData
            readonly property bool shown: screen.tab === modelData.name
            property bool wasShown: shown
            onShownChanged: if (shown)
                wasShown = true
            active: wasShown
            visible: shown
            focus: shown
            x: 0
            y: head.height
            width: screen.width
            height: screen.height - head.height
            sourceComponent: modelData.component
            onLoaded: modelData.item = view.item as Item
        }
    }
}
