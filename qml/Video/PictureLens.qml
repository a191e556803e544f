// Which part of a picture is seen: enlarged at the pointer by the wheel, moved by a drag, whole again by a
// double click. It lies over the picture, which takes its `magnifier` as transform.
import QtQuick

Item {
    id: lens

    /// The picture as it stands without enlargement, in the middle of this item.
    required property size picture
    readonly property real most: 8
    /// 1: all of it is seen.
    property real factor: 1
    /// What stands in the middle: 0 … 1 across and down the picture.
    property point centre: Qt.point(0.5, 0.5)
    readonly property Matrix4x4 magnifier: Matrix4x4 {
        matrix: Qt.matrix4x4(lens.factor, 0, 0, (0.5 - lens.centre.x * lens.factor) * lens.picture.width, 0, lens.factor, 0, (0.5 - lens.centre.y * lens.factor) * lens.picture.height, 0, 0, 1, 0, 0, 0, 0, 1)
    }

    function within(at: real, half: real): real {
        return Math.max(half, Math.min(1 - half, at));
    }
    /// Takes what is out of range as the nearest that is not; what is no number as the whole picture.
    function look(factor: real, x: real, y: real): void {
        const taken = isFinite(factor) ? Math.max(1, Math.min(lens.most, factor)) : 1;
        const half = 0.5 / taken;
        lens.factor = taken;
        lens.centre = Qt.point(lens.within(isFinite(x) ? x : 0.5, half), lens.within(isFinite(y) ? y : 0.5, half));
    }
    /// What is under `at` stays there.
    function zoomBy(steps: real, at: point): void {
        if (lens.picture.width <= 0 || lens.picture.height <= 0)
            return;
        const dx = (at.x - lens.width / 2) / lens.picture.width, dy = (at.y - lens.height / 2) / lens.picture.height;
        const under = Qt.point(lens.centre.x + dx / lens.factor, lens.centre.y + dy / lens.factor);
        const factor = Math.max(1, Math.min(lens.most, lens.factor * Math.pow(1.25, steps)));
        lens.look(factor, under.x - dx / factor, under.y - dy / factor);
    }

    WheelHandler {
        enabled: lens.enabled
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => lens.zoomBy(event.angleDelta.y / 120, Qt.point(event.x, event.y))
    }
    DragHandler {
        id: drag
        property point from
        target: null
        enabled: lens.enabled && lens.factor > 1
        onActiveChanged: if (active)
            from = lens.centre
        onTranslationChanged: if (active)
            lens.look(lens.factor, from.x - translation.x / lens.picture.width / lens.factor, from.y - translation.y / lens.picture.height / lens.factor)
    }
    TapHandler {
        enabled: lens.enabled
        gesturePolicy: TapHandler.DragThreshold
        onDoubleTapped: lens.look(1, 0.5, 0.5)
    }
}
