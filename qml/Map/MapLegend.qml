// What the symbols mean: shape and colour are the layer, filling is the state, the chip is the level.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Rectangle {
    id: legend

    readonly property var layerNames: [qsTr("Risk"), qsTr("Supply"), qsTr("Rescue force"), qsTr("Shelter"), qsTr("Camera")]
    readonly property var stateNames: [qsTr("available"), qsTr("committed, in use"), qsTr("out of service")]
    property var layers: [] ///< of MapLayer: what pins mean

    implicitWidth: body.implicitWidth + 2 * Theme.s3
    implicitHeight: body.implicitHeight + 2 * Theme.s3
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.line
    border.width: Theme.hair
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Legend")

    component Words: Text {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text
        font.family: Theme.family
        font.pixelSize: Theme.small
        textFormat: Text.PlainText
    }
    component Entry: Row {
        id: entry
        property alias symbol: icon
        property string words
        spacing: Theme.s2
        SymbolIcon {
            id: icon
            dark: Theme.dark
            width: Theme.px(24)
            height: Theme.px(24)
        }
        Words {
            text: entry.words
        }
    }

    Column {
        id: body
        x: Theme.s3
        y: Theme.s3
        spacing: Theme.s1
        Repeater {
            model: legend.layerNames
            Entry {
                required property int index
                required property string modelData
                symbol.symbolLayer: index
                words: modelData
            }
        }
        Item {
            width: 1
            height: Theme.s1
        }
        Row {
            spacing: Theme.s2
            Rectangle {
                width: Theme.px(24)
                height: Theme.px(24)
                radius: width / 2
                color: Theme.surface
                border.width: Theme.px(3)
                border.color: Theme.layerColor("rescue_force")
                Text {
                    anchors.centerIn: parent
                    text: "9"
                    color: Theme.text
                    font.family: Theme.family
                    font.pixelSize: Theme.tiny
                    Accessible.ignored: true
                }
            }
            Words {
                text: qsTr("So many close together")
            }
        }
        Item {
            width: 1
            height: Theme.s1
        }
        Repeater {
            model: legend.stateNames
            Entry {
                required property int index
                required property string modelData
                symbol.symbolLayer: 2
                symbol.state: index
                words: modelData
            }
        }
        Item {
            width: 1
            height: Theme.s1
        }
        Repeater {
            // Each layer's pins in the states that it names, active first.
            model: [].concat(...legend.layers.map(layer => Array.from(layer.pinStates).map((words, state) => ({
                            "words": words,
                            "state": state
                        }))))
            Entry {
                required property var modelData
                symbol.symbolLayer: -1
                symbol.state: modelData.state
                symbol.level: 2
                words: modelData.words
            }
        }
    }
}
