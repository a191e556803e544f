// A cell of a wall in its small picture: what stands there, who put it up and when, and how long it stays.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

Rectangle {
    id: card

    required property PaneRegistry registry
    required property string screen
    required property int cell
    required property string kind
    required property var content
    required property string byName
    required property double at
    required property double until
    required property bool across
    property bool current: false
    property bool focused: false
    readonly property bool empty: kind.length === 0
    readonly property PaneKind paneKind: empty ? null : registry.kind(kind)
    readonly property string caption: empty ? qsTr("Empty") : paneKind?.captionOf(content) ?? (content.title.length > 0 ? content.title : kind)
    readonly property string told: {
        if (card.empty)
            return "";
        const left = card.until > 0 ? Format.left(Math.max(card.until, Clock.minute), Clock.minute) : "";
        return Format.joined([card.byName, Format.ago(card.at, Clock.minute), left]);
    }
    readonly property bool roomy: width > Theme.px(96) && height > Theme.px(52)
    signal picked

    color: empty ? (across ? "transparent" : Theme.ground) : across ? Theme.raised : Theme.surface
    border.width: current ? Theme.focusWidth : Theme.hair
    border.color: current ? (focused ? Theme.accent : Qt.alpha(Theme.accent, 0.6)) : Theme.line
    Accessible.role: Accessible.Button
    Accessible.name: Format.joined([across ? qsTr("Across the wall") : qsTr("Screen %1").arg(screen), qsTr("Pane %1").arg(cell + 1), caption, told])
    Accessible.selected: current
    Accessible.onPressAction: card.picked()

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s1
        spacing: Theme.s1 / 2
        Icon {
            visible: !card.empty && card.height > Theme.px(24)
            anchors.horizontalCenter: parent.horizontalCenter
            name: card.paneKind?.icon ?? "info"
            size: Math.min(Theme.px(20), card.height * 0.4)
            color: card.current ? Theme.accent : Theme.quiet
        }
        Label {
            visible: card.roomy
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.caption
            quiet: card.empty
            font.pixelSize: Theme.tiny
            Accessible.ignored: true
        }
        Label {
            visible: card.roomy && card.height > Theme.px(72) && text.length > 0
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.told
            quiet: true
            font.pixelSize: Theme.tiny
            Accessible.ignored: true
        }
    }
    HoverHandler {
        id: hover
    }
    Loader {
        anchors.fill: parent
        active: hover.hovered && !card.empty
        sourceComponent: Hint {
            text: card.caption + (card.told.length > 0 ? "\n" + card.told : "")
            visible: true
        }
    }
}
