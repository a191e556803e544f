// Language, theme and size of this seat, and what capabilities let one set.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: page

    property string language: "zh_CN"
    property int scalePercent: 0
    property int lockMinutes: 0
    property var settings: [] ///< Components of further rows
    /// Sentences about maps that are not offered.
    property list<string> leftOutMaps: []
    signal languageWanted(string language)
    signal darkWanted(bool dark)
    signal scaleWanted(int percent)
    signal lockAfterWanted(int minutes)

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
                label: qsTr("Lock by itself")
                note: qsTr("After so long without a key or the pointer; Ctrl+L locks at once")
                Repeater {
                    model: [0, 5, 15, 30, 60]
                    Chip {
                        required property int modelData
                        text: modelData === 0 ? qsTr("Never") : qsTr("%1 min").arg(modelData)
                        checkable: false
                        checked: page.lockMinutes === modelData
                        onClicked: page.lockAfterWanted(modelData)
                    }
                }
            }
            Repeater {
                model: page.settings
                Loader {
                    required property Component modelData
                    width: column.width
                    sourceComponent: modelData
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
