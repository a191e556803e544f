// What stands on a wall, or on the part of it that one window shows.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

Item {
    id: surface

    required property WallModel model
    required property PaneRegistry registry
    required property double offlineSince
    /// The part of the wall that is shown, in its pixels.
    required property rect part
    /// Pixels here for a pixel of the wall.
    readonly property real factor: part.width > 0 && part.height > 0 ? Math.min(width / part.width, height / part.height) : 1
    readonly property real offsetX: (width - part.width * factor) / 2
    readonly property real offsetY: (height - part.height * factor) / 2
    /// All that the panes here show is there.
    readonly property bool settled: panes.count > 0 && unsettled === 0
    property int unsettled: 0

    Repeater {
        id: panes
        model: surface.model
        Loader {
            id: place
            required property string kind
            required property var content
            required property rect box
            required property double until
            required property bool across
            readonly property bool unsettled: active && !((item as WallPane)?.settled ?? false)
            // Another window shows what lies outside.
            active: box.x < surface.part.x + surface.part.width && box.x + box.width > surface.part.x && box.y < surface.part.y + surface.part.height && box.y + box.height > surface.part.y
            x: Math.round(surface.offsetX + (box.x - surface.part.x) * surface.factor) + Theme.hair
            y: Math.round(surface.offsetY + (box.y - surface.part.y) * surface.factor) + Theme.hair
            z: across ? 1 : 0
            width: Math.max(1, Math.round(box.width * surface.factor) - 2 * Theme.hair)
            height: Math.max(1, Math.round(box.height * surface.factor) - 2 * Theme.hair)
            onUnsettledChanged: surface.unsettled += unsettled ? 1 : -1
            Component.onDestruction: if (unsettled)
                surface.unsettled -= 1
            sourceComponent: WallPane {
                registry: surface.registry
                kind: place.kind
                content: place.content
                until: place.until
                offlineSince: surface.offlineSince
            }
        }
    }
    HandMarks {
        anchors.fill: parent
        z: 2
        hands: surface.model.hands
        wall: surface.model.wall
        origin: Qt.point(surface.offsetX - surface.part.x * surface.factor, surface.offsetY - surface.part.y * surface.factor)
        factor: surface.factor
        size: Theme.px(18)
    }
    Label {
        visible: panes.count === 0
        anchors.centerIn: parent
        text: surface.model.name
        color: Theme.line
        font.pixelSize: Theme.huge
    }
}
