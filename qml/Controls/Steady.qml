// Keeps what lies under the pointer there: when something above it in a scrolled column grows or goes, the column is
// scrolled along.
import QtQuick

HoverHandler {
    id: steady

    required property Flickable flick
    required property Column column
    property Item under: null
    property real at: 0

    function look(): void {
        const point = steady.column.mapFromItem(null, steady.point.scenePosition.x, steady.point.scenePosition.y);
        steady.under = steady.hovered ? steady.column.childAt(point.x, point.y) : null;
        steady.at = steady.under?.y ?? 0;
    }
    function follow(): void {
        if (!steady.under || steady.under.y === steady.at)
            return;
        const end = Math.max(0, steady.flick.contentHeight - steady.flick.height);
        const wanted = steady.flick.contentY + steady.under.y - steady.at;
        steady.at = steady.under.y;
        steady.flick.contentY = Math.max(0, Math.min(end, wanted));
    }
    onPointChanged: look()
    onHoveredChanged: look()
    readonly property Connections scrolled: Connections {
        target: steady.flick
        function onContentYChanged(): void {
            steady.look();
        }
    }
    readonly property Connections placed: Connections {
        target: steady.column
        function onPositioningComplete(): void {
            steady.follow();
        }
    }
}
