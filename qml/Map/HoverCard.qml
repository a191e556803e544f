// What is under the pointer, in two lines beside it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Rectangle {
    id: card

    required property mapHit hit
    required property point at
    required property size bounds
    /// What the pin under the pointer stands for ("Order").
    property string pinTitle: ""

    readonly property var layerNames: [qsTr("Risk"), qsTr("Supply"), qsTr("Rescue force"), qsTr("Shelter"), qsTr("Camera")]
    readonly property var stateNames: [qsTr("available"), qsTr("in use"), qsTr("out of service")]
    readonly property var levelNames: ["", "I", "II", "III", "IV"]
    readonly property bool isCluster: hit.kind === MapHit.Cluster
    readonly property bool isPin: hit.kind === MapHit.Pin
    readonly property string heading: isCluster ? qsTr("%n resource(s)", "", hit.count) : hit.name
    readonly property string details: {
        if (isCluster)
            return hit.stack ? qsTr("all at one place: click for the list") : "";
        if (isPin) {
            const said = [pinTitle, hit.level > 0 ? qsTr("level %1").arg(levelNames[hit.level]) : "", hit.latePin ? qsTr("late") : "", hit.count > 1 ? qsTr("%n more here", "", hit.count - 1) : ""];
            return said.filter(part => part.length > 0).join(" · ");
        }
        const sent = hit.state === 1 && hit.layer === 2 ? qsTr("committed") : stateNames[hit.state] ?? "";
        const parts = [layerNames[hit.layer] ?? "", sent];
        if (hit.level > 0)
            parts.push(qsTr("level %1").arg(levelNames[hit.level]));
        return parts.join(" · ");
    }

    /// The same, to be read aloud.
    readonly property string words: details.length > 0 ? heading + ", " + details : heading

    readonly property real wantedX: at.x + Theme.px(22)
    x: Math.round(wantedX + width > bounds.width - Theme.s2 ? at.x - Theme.px(22) - width : wantedX)
    y: Math.round(Math.min(Math.max(Theme.s2, at.y - height / 2), bounds.height - height - Theme.s2))
    width: Math.min(Theme.px(320), body.implicitWidth + 2 * Theme.s3)
    height: body.implicitHeight + 2 * Theme.s2
    radius: Theme.radius
    color: Theme.raised
    border.color: Theme.line
    border.width: Theme.hair
    Accessible.ignored: true

    Column {
        id: body
        x: Theme.s3
        y: Theme.s2
        width: Math.min(implicitWidth, Theme.px(320) - 2 * Theme.s3)
        spacing: Theme.px(3)

        Text {
            width: Math.min(implicitWidth, Theme.px(320) - 2 * Theme.s3)
            text: card.heading
            color: Theme.text
            font.family: Theme.family
            font.pixelSize: Theme.body
            font.weight: Font.Medium
            textFormat: Text.PlainText
            elide: Text.ElideRight
        }
        Text {
            visible: text.length > 0
            text: card.details
            color: card.isPin && card.hit.latePin ? Theme.late : Theme.quiet
            font.family: Theme.family
            font.pixelSize: Theme.small
            textFormat: Text.PlainText
        }
        Repeater {
            model: card.isCluster ? card.hit.byLayer.length : 0
            Row {
                id: share
                required property int index
                visible: card.isCluster && card.hit.byLayer[index] > 0
                height: visible ? Theme.px(22) : 0
                spacing: Theme.s2
                SymbolIcon {
                    width: Theme.px(20)
                    height: Theme.px(20)
                    symbolLayer: share.index
                    dark: Theme.dark
                    anchors.verticalCenter: parent.verticalCenter
                }
                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    text: card.layerNames[share.index] ?? ""
                    color: Theme.quiet
                    font.family: Theme.family
                    font.pixelSize: Theme.small
                    textFormat: Text.PlainText
                }
                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    text: card.isCluster ? Number(card.hit.byLayer[share.index] ?? 0).toLocaleString(Qt.locale(), "f", 0) : ""
                    color: Theme.text
                    font.family: Theme.family
                    font.pixelSize: Theme.small
                    font.features: {
                        "tnum": 1
                    }
                    textFormat: Text.PlainText
                }
            }
        }
    }
}
