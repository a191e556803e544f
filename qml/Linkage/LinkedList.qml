// What is linked now, a row each, with the way back.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Column {
    id: list

    required property LinkageCapability linkage
    signal backWanted(linked: var)

    spacing: Theme.s1
    Label {
        text: qsTr("On the walls now")
        strong: true
        Accessible.role: Accessible.Heading
    }
    Label {
        visible: list.linkage.store.linked.length === 0
        width: parent.width
        wrapMode: Text.Wrap
        quiet: true
        text: qsTr("Nothing is linked. An order or a risk that is selected is put up with F8.")
    }
    Repeater {
        model: list.linkage.store.linked
        Item {
            id: row
            required property var modelData
            width: list.width
            height: Theme.px(48)
            Column {
                anchors.left: parent.left
                anchors.right: back.left
                anchors.rightMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                NameLabel {
                    width: parent.width
                    text: row.modelData.title
                }
                Label {
                    width: parent.width
                    elide: Text.ElideRight
                    quiet: true
                    font.pixelSize: Theme.tiny
                    text: Format.joined([row.modelData.wallName, row.modelData.screen, row.modelData.byName, row.modelData.waiting > 0 ? qsTr("%n more wait(s)", "", row.modelData.waiting) : ""])
                }
            }
            Button {
                id: back
                visible: list.linkage.mayFeed
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                icon.name: "undo"
                text: qsTr("Back")
                hint: qsTr("The screen shows again what stood there before")
                onClicked: list.backWanted(row.modelData)
            }
        }
    }
}
