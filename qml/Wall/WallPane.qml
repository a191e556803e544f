// One pane of a wall: what its kind makes of it, with a line that says what it is, how long it stays, and
// how old it is while the hub is away.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

Rectangle {
    id: frame

    required property PaneRegistry registry
    required property string kind
    required property var content
    /// Milliseconds; 0: it stays.
    required property double until
    /// Since when the hub has been away, ms; 0 while it is there.
    required property double offlineSince
    readonly property PaneKind paneKind: registry.kind(kind)
    /// Somebody at a seat moves its view here, where the kind can be moved: `handOptions` says how it stands.
    property bool inHand: false
    readonly property bool movable: shown?.handOptions !== undefined
    readonly property var handOptions: shown?.handOptions ?? null
    /// What the kind has made, and of which kind.
    property var shown: null
    property PaneKind madeOf: null
    readonly property bool settled: shown?.settled ?? true
    readonly property bool stale: offlineSince > 0 && !(paneKind?.ownAge ?? false)

    readonly property string asOf: stale ? qsTr("as of %1").arg(Format.moment(offlineSince, Clock.minute)) : ""

    function make(): void {
        if (frame.madeOf === frame.paneKind)
            return;
        frame.madeOf = frame.paneKind;
        frame.shown?.destroy();
        frame.shown = frame.paneKind?.component.createObject(slot, {
            "width": Qt.binding(() => slot.width),
            "height": Qt.binding(() => slot.height),
            "content": Qt.binding(() => frame.content),
            "stale": Qt.binding(() => frame.stale)
        }) ?? null;
    }
    Binding {
        when: frame.movable
        target: frame.shown
        property: "inHand"
        value: frame.inHand
    }
    onPaneKindChanged: make()
    Component.onCompleted: make()

    color: Theme.surface
    clip: true
    Accessible.role: Accessible.Grouping
    Accessible.name: caption.text

    Rectangle {
        id: head
        visible: frame.paneKind?.captioned ?? false
        width: parent.width
        height: visible ? Theme.px(32) : 0
        color: Theme.raised
        Icon {
            id: mark
            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            name: frame.paneKind?.icon ?? ""
            size: Theme.px(16)
        }
        Label {
            id: caption
            anchors.left: mark.right
            anchors.leftMargin: Theme.s2
            anchors.right: side.left
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            text: frame.paneKind?.captionOf(frame.content) ?? frame.content.title ?? ""
            strong: true
            font.pixelSize: Theme.body
        }
        Row {
            id: side
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2
            Label {
                visible: frame.stale
                anchors.verticalCenter: parent.verticalCenter
                text: frame.asOf
                color: Theme.late
            }
            Label {
                visible: frame.until > 0
                anchors.verticalCenter: parent.verticalCenter
                text: frame.until > 0 ? Format.left(Math.max(frame.until, Clock.minute), Clock.minute) : ""
                quiet: true
            }
        }
    }
    Item {
        id: slot
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
    }
    // Of a newer console's kinds the words are shown.
    Label {
        visible: frame.paneKind === null
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s3
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: frame.content.title?.length > 0 ? frame.content.title : Format.fill(qsTr("This console does not know how to show “%1”."), [frame.kind])
        font.pixelSize: Theme.large
    }
    Rectangle {
        visible: frame.stale && !head.visible
        anchors.right: parent.right
        anchors.top: slot.top
        anchors.margins: Theme.s2
        width: age.implicitWidth + 2 * Theme.s2
        height: Theme.px(26)
        radius: Theme.radius
        color: Theme.captionGround
        Label {
            id: age
            anchors.centerIn: parent
            text: frame.asOf
            color: Theme.late
        }
    }
}
