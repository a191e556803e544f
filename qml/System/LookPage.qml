// Language, theme, size and sound of this seat.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Alarm

Item {
    id: page

    required property AlarmBell bell
    property string language: "zh_CN"
    property int scalePercent: 0
    /// Sentences about maps that are not offered.
    property list<string> leftOutMaps: []
    signal languageWanted(string language)
    signal darkWanted(bool dark)
    signal scaleWanted(int percent)

    component Choice: Item {
        id: choice
        property string label: ""
        property string note: ""
        default property alias content: slot.data
        width: parent ? parent.width : 0
        height: Theme.px(64)
        Label {
            y: Theme.s3
            text: choice.label
        }
        Label {
            y: Theme.px(34)
            text: choice.note
            quiet: true
            font.pixelSize: Theme.tiny
        }
        Row {
            id: slot
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
            opacity: 0.6
        }
    }

    Panel {
        width: Math.min(parent.width, Theme.px(760))
        height: column.implicitHeight + Theme.px(56)
        title: qsTr("This seat")
        Column {
            id: column
            width: parent.width
            Choice {
                label: qsTr("Language")
                note: qsTr("At once, without a restart")
                Chip {
                    text: "中文"
                    checkable: false
                    checked: page.language === "zh_CN"
                    onClicked: page.languageWanted("zh_CN")
                }
                Chip {
                    text: "English"
                    checkable: false
                    checked: page.language === "en"
                    onClicked: page.languageWanted("en")
                }
            }
            Choice {
                label: qsTr("Theme")
                note: qsTr("Dark for the hall, light for the consultation room")
                Chip {
                    icon.name: "moon"
                    text: qsTr("Dark")
                    checkable: false
                    checked: Theme.dark
                    onClicked: page.darkWanted(true)
                }
                Chip {
                    icon.name: "sun"
                    text: qsTr("Light")
                    checkable: false
                    checked: !Theme.dark
                    onClicked: page.darkWanted(false)
                }
            }
            Choice {
                label: qsTr("Size of text and controls")
                note: qsTr("Automatic follows the height of the screen")
                Repeater {
                    model: [0, 100, 125, 150, 200]
                    Chip {
                        required property int modelData
                        text: modelData === 0 ? qsTr("Automatic") : modelData + " %"
                        checkable: false
                        checked: page.scalePercent === modelData
                        onClicked: page.scaleWanted(modelData)
                    }
                }
            }
            Choice {
                label: qsTr("Alarm sound")
                note: page.bell.soundAvailable ? qsTr("Repeats until somebody takes note") : page.bell.soundNote
                Button {
                    enabled: page.bell.soundAvailable
                    icon.name: "play"
                    text: qsTr("Try it")
                    onClicked: page.bell.test()
                }
                Chip {
                    anchors.verticalCenter: parent.verticalCenter
                    icon.name: "bell"
                    text: qsTr("On")
                    checkable: false
                    checked: !page.bell.muted
                    onClicked: page.bell.muted = false
                }
                Chip {
                    anchors.verticalCenter: parent.verticalCenter
                    icon.name: "bell-off"
                    text: qsTr("Off")
                    checkable: false
                    checked: page.bell.muted
                    onClicked: page.bell.muted = true
                }
            }
            Column {
                width: parent.width
                topPadding: Theme.s3
                spacing: Theme.s1
                visible: page.leftOutMaps.length > 0
                Label {
                    text: qsTr("Maps that are left out")
                }
                Repeater {
                    model: page.leftOutMaps
                    Label {
                        required property string modelData
                        width: parent.width
                        text: modelData
                        color: Theme.late
                        font.pixelSize: Theme.small
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                    }
                }
                Label {
                    width: parent.width
                    text: qsTr("Put them right in the file of further maps and start the seat again; everything else works without them.")
                    quiet: true
                    font.pixelSize: Theme.tiny
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
            }
        }
    }
}
