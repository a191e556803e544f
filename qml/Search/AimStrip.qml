// Above what is found: what will be done with it, and where.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: strip

    /// As Part.aim; null: nothing is said, and the strip is not there.
    required property var aim
    readonly property bool possible: (aim?.problem ?? "").length === 0

    visible: aim !== null
    height: visible ? Theme.px(88) : 0
    color: Theme.raised
    Accessible.role: Accessible.StaticText
    Accessible.name: Format.joined([words.text, note.text])

    Icon {
        id: mark
        x: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        name: strip.possible ? strip.aim?.icon ?? "" : "warning"
        size: Theme.iconLarge
        color: strip.possible ? Theme.accent : Theme.late
    }
    Column {
        anchors.left: mark.right
        anchors.leftMargin: Theme.s3
        anchors.right: picture.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1
        NameLabel {
            id: words
            width: parent.width
            text: strip.aim?.text ?? ""
            strong: true
            Accessible.ignored: true
        }
        Label {
            id: note
            width: parent.width
            text: strip.possible ? strip.aim?.note ?? "" : strip.aim.problem
            quiet: strip.possible
            color: strip.possible ? Theme.quiet : Theme.late
            font.pixelSize: Theme.tiny
            wrapMode: Text.Wrap
            maximumLineCount: 2
            Accessible.ignored: true
        }
    }
    Loader {
        id: picture
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        width: active ? Theme.px(200) : 0
        height: strip.height - 2 * Theme.s2
        active: strip.aim?.picture !== undefined && strip.possible
        sourceComponent: strip.aim?.picture ?? null
    }
}
