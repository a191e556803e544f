// The system screen: its pages at the left, the chosen one beside them.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: page

    property var pages: [] ///< with name, title, icon, badge, grave and component
    property string current: ""
    readonly property var chosen: page.pages.find(one => one.name === page.current) ?? page.pages[0] ?? null
    signal picked(string name)

    function step(by: int): void {
        const to = page.pages[page.pages.indexOf(page.chosen) + by];
        if (to)
            page.picked(to.name);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    ListView {
        id: parts
        width: Theme.px(220)
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s3
        focus: true
        interactive: false
        activeFocusOnTab: true
        // Only a key or a click chooses: a list made anew begins at its first row, and would leave the page.
        keyNavigationEnabled: false
        currentIndex: page.pages.indexOf(page.chosen)
        Keys.onUpPressed: page.step(-1)
        Keys.onDownPressed: page.step(1)
        spacing: Theme.s1 / 2
        Accessible.role: Accessible.PageTabList
        Accessible.name: qsTr("Parts of the system screen")
        model: page.pages
        delegate: RowBase {
            id: entry
            required property var modelData
            required property int index
            width: parts.width
            implicitHeight: Theme.px(40)
            ruled: false
            current: page.chosen === modelData
            text: modelData.title
            Accessible.role: Accessible.PageTab
            onClicked: page.picked(modelData.name)
            Icon {
                x: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                name: entry.modelData.icon
                color: entry.current ? Theme.accent : Theme.quiet
            }
            Label {
                x: Theme.px(40)
                anchors.verticalCenter: parent.verticalCenter
                text: entry.text
                strong: entry.current
            }
            Tag {
                visible: entry.modelData.badge > 0
                anchors.right: parent.right
                anchors.rightMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                text: String(entry.modelData.badge)
                tone: entry.modelData.grave ? Theme.late : Theme.accent
            }
        }
    }
    Rule {
        id: edge
        vertical: true
        anchors.left: parts.right
        anchors.leftMargin: Theme.s3
        height: parent.height
    }
    Loader {
        anchors.left: edge.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s4
        sourceComponent: page.chosen ? page.chosen.component : null
    }
}
