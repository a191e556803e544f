// One thing that happened, with its words and photos.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link

Item {
    id: row

    required property int index
    required property double time
    required property string title
    required property string text
    required property string actor
    required property string symbol
    required property bool urgent
    required property var photos
    required property double doneAt
    required property Photos photoStore
    property bool last: false
    signal photoOpened(url address)
    signal clipOpened(url address)

    implicitHeight: column.implicitHeight + Theme.s3
    Accessible.role: Accessible.ListItem
    Accessible.name: Format.full(time) + " " + title + " " + text

    readonly property color tone: urgent ? Theme.late : ["close", "verify", "complete"].includes(symbol) ? Theme.done : symbol === "issue" ? Theme.accent : Theme.quiet

    Rectangle {
        visible: !row.last
        x: Theme.px(11)
        y: Theme.s6
        width: Theme.hair
        height: row.height - Theme.s6
        color: Theme.line
    }
    Rectangle {
        width: Theme.px(23)
        height: Theme.px(23)
        radius: width / 2
        color: Theme.raised
        border.color: row.tone
        border.width: Theme.hair
        Icon {
            anchors.centerIn: parent
            name: ({
                    "issue": "send",
                    "step": "arrow-right",
                    "report": "report",
                    "alarm": "remind",
                    "return": "return",
                    "withdraw": "withdraw",
                    "reassign": "swap",
                    "rework": "rework",
                    "verify": "verify",
                    "complete": "complete",
                    "close": "archive"
                })[row.symbol] ?? "info"
            size: Theme.px(13)
            color: row.tone
        }
    }
    Column {
        id: column
        x: Theme.s8
        width: parent.width - x
        spacing: Theme.s1 / 2
        Item {
            width: parent.width
            height: Theme.px(22)
            NameLabel {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - stamp.width - Theme.s2
                text: row.title
                color: row.urgent ? Theme.late : Theme.text
            }
            Label {
                id: stamp
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: Format.exactly(row.time, Clock.minute)
                quiet: true
                font.pixelSize: Theme.tiny
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: row.text
            quiet: true
            wrapMode: Text.Wrap
            font.pixelSize: Theme.tiny
            elide: Text.ElideNone
        }
        Label {
            visible: row.doneAt > 0
            width: parent.width
            text: qsTr("Done %1, arrived later").arg(Format.exactly(row.doneAt, Clock.minute))
            quiet: true
            font.pixelSize: Theme.tiny
        }
        PhotoStrip {
            visible: row.photos.length > 0
            width: parent.width
            photos: row.photoStore
            ids: row.photos
            onOpened: address => row.photoOpened(address)
            onClipOpened: address => row.clipOpened(address)
        }
        Label {
            text: row.actor
            visible: text.length > 0
            color: Theme.faint
            font.pixelSize: Theme.tiny
        }
    }
}
