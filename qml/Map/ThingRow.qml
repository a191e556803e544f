// One thing of the map in its list: whether it is chosen, its symbol, what it is and where.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    required property int index
    required property string thingId
    required property string thingKind
    required property string name
    required property string kindName
    required property string where
    required property int symbolLayer
    required property string resourceKind
    required property int symbolState
    required property int level
    required property bool chosen
    signal chosenWanted(bool chosen)

    implicitHeight: Theme.px(44)
    text: [name, kindName, where].filter(part => part.length > 0).join(", ")
    Accessible.role: Accessible.ListItem
    Accessible.checkable: true
    Accessible.checked: chosen

    CheckBox {
        id: tick
        x: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        checked: row.chosen
        nextCheckState: () => checkState // follows the model alone
        focusPolicy: Qt.NoFocus
        onClicked: row.chosenWanted(!row.chosen)
        Accessible.name: Format.fill(qsTr("Choose %1"), [row.name])
    }
    SymbolIcon {
        id: symbol
        anchors.left: tick.right
        anchors.leftMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(28)
        height: Theme.px(28)
        symbolLayer: row.symbolLayer
        kind: row.resourceKind
        state: row.symbolState
        level: row.level
        dark: Theme.dark
    }
    Label {
        anchors.left: symbol.right
        anchors.leftMargin: Theme.s2
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        y: Theme.px(5)
        text: row.name
        elide: Text.ElideMiddle // names often differ at their end
    }
    Label {
        anchors.left: symbol.right
        anchors.leftMargin: Theme.s2
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(5)
        text: Format.joined([row.kindName, row.where])
        quiet: true
        font.pixelSize: Theme.tiny
    }
}
