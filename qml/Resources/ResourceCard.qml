// One resource beside the map: what it is, whom to call, and what to do from here.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: panel

    required property ResourceStore store
    property string resource: ""
    property bool mayIssue: true
    property var card: ({})
    readonly property bool has: card.id !== undefined
    signal newOrder(string resource)
    signal aroundWanted(real lon, real lat, string address)
    signal cameraWanted(string resource)
    signal centreWanted(real lon, real lat)
    signal closed

    function refresh(): void {
        panel.card = panel.resource.length > 0 ? panel.store.card(panel.resource) : ({});
    }
    onResourceChanged: refresh()
    Connections {
        target: panel.store
        function onReloaded(): void {
            panel.refresh();
        }
        function onLanguageChanged(): void {
            panel.refresh();
        }
        function onChanged(): void {
            panel.refresh();
        }
    }

    implicitWidth: Theme.px(336)
    implicitHeight: column.implicitHeight + 2 * Theme.s3
    color: Theme.surface
    radius: Theme.radius
    border.color: Theme.line
    border.width: Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: card.name ?? ""
    // The map below must not take what is meant for the card.
    Shield {}

    component Fact: Item {
        property alias label: key.text
        property alias text: words.text
        width: parent ? parent.width : 0
        height: words.text.length > 0 ? Math.max(key.height, words.implicitHeight) : 0
        visible: height > 0
        Label {
            id: key
            width: Theme.px(76)
            quiet: true
            font.pixelSize: Theme.tiny
            height: Theme.px(19)
        }
        Label {
            id: words
            x: Theme.px(80)
            width: parent.width - x
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }

    Column {
        id: column
        x: Theme.s3
        y: Theme.s3
        width: parent.width - 2 * Theme.s3
        spacing: Theme.px(6)

        Item {
            width: parent.width
            height: Math.max(Theme.s6, nameLabel.implicitHeight)
            LayerIcon {
                id: symbol
                of: panel.card.layer ?? ""
                size: Theme.iconLarge
            }
            Label {
                id: nameLabel
                anchors.left: symbol.right
                anchors.leftMargin: Theme.s2
                anchors.right: closer.left
                text: panel.card.name ?? ""
                strong: true
                font.pixelSize: Theme.body
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
            IconButton {
                id: closer
                anchors.right: parent.right
                implicitWidth: Theme.s6
                implicitHeight: Theme.s6
                iconSize: Theme.px(14)
                icon.name: "close"
                text: qsTr("Close")
                key: "Esc"
                onClicked: panel.closed()
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s1
            Tag {
                text: [panel.card.layerName ?? "", panel.card.kindName ?? ""].filter(s => s.length > 0).join(" · ")
            }
            LevelBadge {
                level: panel.card.level ?? "none"
            }
            Tag {
                text: panel.card.stateName ?? ""
                tone: panel.card.state === "available" ? Theme.done : panel.card.state === "committed" ? Theme.accent : Theme.late
            }
            Tag {
                visible: (panel.card.flags ?? []).length > 0
                iconName: "warning"
                text: qsTr("Place in doubt")
                tone: Theme.late
            }
        }
        Fact {
            label: qsTr("Capacity")
            text: panel.card.capacityText ?? ""
        }
        Fact {
            label: qsTr("Area")
            text: panel.card.areaName ?? ""
        }
        Fact {
            label: qsTr("Address")
            text: panel.card.address ?? ""
        }
        Fact {
            label: qsTr("Contact")
            text: [panel.card.contactName ?? "", panel.card.contactPhone ?? ""].filter(s => s.length > 0).join("  ")
        }
        Fact {
            label: qsTr("Streams")
            text: (panel.card.stream ?? "").length === 0 ? "" : panel.card.streamSub.length > 0 ? qsTr("Main and sub stream") : qsTr("Main stream only")
        }
        Fact {
            label: qsTr("Code")
            text: panel.card.code ?? ""
        }
        Repeater {
            model: (panel.card.attributes ?? []).slice(0, 4)
            Fact {
                required property var modelData
                label: modelData.name
                text: modelData.value
            }
        }
        Fact {
            label: qsTr("Updated")
            text: (panel.card.updated ?? 0) > 0 ? Format.ago(panel.card.updated, Clock.minute) : ""
        }
        Flow {
            width: parent.width
            spacing: Theme.s1
            topPadding: Theme.s1
            Button {
                visible: panel.mayIssue && panel.card.layer !== "camera"
                primary: true
                icon.name: "send"
                text: qsTr("New order")
                onClicked: panel.newOrder(panel.resource)
            }
            Button {
                visible: (panel.card.stream ?? "").length > 0
                primary: true
                icon.name: "play"
                text: qsTr("Watch")
                onClicked: panel.cameraWanted(panel.resource)
            }
            Button {
                visible: panel.has
                icon.name: "around"
                text: qsTr("Around here")
                onClicked: panel.aroundWanted(panel.card.lon, panel.card.lat, panel.card.address ?? "")
            }
            Button {
                visible: panel.has
                icon.name: "target"
                text: qsTr("Centre")
                onClicked: panel.centreWanted(panel.card.lon, panel.card.lat)
            }
        }
    }
}
