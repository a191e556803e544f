// Which crew works which turn on the first days of what is laid out.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: preview

    /// As DutyBook and RotaLayout say them.
    property var pattern: null
    property var days: []
    readonly property real headWidth: Theme.px(110)
    readonly property real columnWidth: Math.max(Theme.px(40), (width - headWidth) / Math.max(1, days.length))

    clip: true
    Row {
        x: preview.headWidth
        Repeater {
            model: preview.days
            Label {
                required property var modelData
                width: preview.columnWidth
                height: Theme.s5
                horizontalAlignment: Text.AlignHCenter
                text: modelData.day.slice(3)
                quiet: true
                font.pixelSize: Theme.tiny
            }
        }
    }
    Column {
        y: Theme.s5
        Repeater {
            model: preview.pattern?.turns ?? []
            Row {
                id: turn
                required property var modelData
                required property int index
                Label {
                    width: preview.headWidth
                    height: Theme.px(26)
                    text: turn.modelData.name
                    font.pixelSize: Theme.tiny
                }
                Repeater {
                    model: preview.days
                    Rectangle {
                        id: cell
                        required property var modelData
                        readonly property string crew: modelData.turns[turn.index] ?? ""
                        width: preview.columnWidth
                        height: Theme.px(26)
                        color: crew.length > 0 ? Theme.raised : "transparent"
                        border.width: Theme.hair
                        border.color: Theme.line
                        Label {
                            anchors.fill: parent
                            anchors.margins: Theme.px(2)
                            horizontalAlignment: Text.AlignHCenter
                            text: cell.crew.replace(/^\S+ /, "")
                            font.pixelSize: Theme.tiny
                        }
                    }
                }
            }
        }
    }
}
