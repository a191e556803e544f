// Pointer, touch and wheel over the map. It moves the map itself and reports the rest.
import QtQuick
import QtLocation
import QtPositioning

Item {
    id: gestures

    /// The map that is moved; may be null while sources change.
    property Map map: null
    /// Shift-drag being drawn, in item pixels; empty when there is none.
    property rect box: Qt.rect(0, 0, 0, 0)
    readonly property bool hovering: hoverHandler.hovered && !drag.active && !boxDrag.active
    readonly property point pointer: hoverHandler.point.position
    readonly property bool moving: drag.active || pinch.active

    signal clicked(point at, int modifiers)
    signal contextRequested(point at)
    signal boxed(rect box)

    function zoomBy(steps: real, at: point) {
        if (!gestures.map)
            return;
        const under = gestures.map.toCoordinate(at, false);
        gestures.map.zoomLevel = Math.min(gestures.map.maximumZoomLevel, Math.max(gestures.map.minimumZoomLevel, gestures.map.zoomLevel + steps));
        gestures.map.alignCoordinateToPoint(under, at);
    }

    function panBy(dx: real, dy: real) {
        if (gestures.map)
            gestures.map.pan(dx, dy);
    }

    HoverHandler {
        id: hoverHandler
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad | PointerDevice.Stylus
        cursorShape: drag.active ? Qt.ClosedHandCursor : undefined
    }

    DragHandler {
        id: drag
        property geoCoordinate held
        target: null
        acceptedModifiers: Qt.NoModifier
        dragThreshold: 4
        onActiveChanged: {
            if (active && gestures.map)
                held = gestures.map.toCoordinate(centroid.pressPosition, false);
        }
        onCentroidChanged: {
            if (active && gestures.map && held.isValid)
                gestures.map.alignCoordinateToPoint(held, centroid.position);
        }
    }

    DragHandler {
        id: boxDrag
        target: null
        acceptedModifiers: Qt.ShiftModifier
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad | PointerDevice.Stylus
        dragThreshold: 4
        onCentroidChanged: {
            if (!active)
                return;
            const a = centroid.pressPosition;
            const b = centroid.position;
            gestures.box = Qt.rect(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(a.x - b.x), Math.abs(a.y - b.y));
        }
        onActiveChanged: {
            if (active)
                return;
            // A copy: what a property of a value type gives follows the property.
            const drawn = Qt.rect(gestures.box.x, gestures.box.y, gestures.box.width, gestures.box.height);
            gestures.box = Qt.rect(0, 0, 0, 0);
            if (drawn.width > 2 && drawn.height > 2)
                gestures.boxed(drawn);
        }
    }

    PinchHandler {
        id: pinch
        property geoCoordinate held
        property real zoomAtStart: 0
        property real bearingAtStart: 0
        target: null
        onActiveChanged: {
            if (!active || !gestures.map)
                return;
            held = gestures.map.toCoordinate(centroid.position, false);
            zoomAtStart = gestures.map.zoomLevel;
            bearingAtStart = gestures.map.bearing;
        }
        onActiveScaleChanged: {
            if (!active || !gestures.map)
                return;
            gestures.map.zoomLevel = zoomAtStart + Math.log2(activeScale);
            gestures.map.alignCoordinateToPoint(held, centroid.position);
        }
        onActiveRotationChanged: {
            // A hand is never quite steady: the map turns only when it is meant to.
            if (active && gestures.map && Math.abs(activeRotation) > 12)
                gestures.map.bearing = bearingAtStart - activeRotation;
        }
    }

    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => gestures.zoomBy(event.angleDelta.y / 240, Qt.point(event.x, event.y))
    }

    TapHandler {
        id: leftTap

        acceptedButtons: Qt.LeftButton
        acceptedModifiers: Qt.KeyboardModifierMask
        gesturePolicy: TapHandler.DragThreshold
        // The event point knows no keys, the handler's own point does.
        onSingleTapped: eventPoint => gestures.clicked(eventPoint.position, leftTap.point.modifiers)
        onDoubleTapped: point => gestures.zoomBy(1, point.position)
        onLongPressed: gestures.contextRequested(point.position)
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad | PointerDevice.Stylus
        onTapped: point => gestures.contextRequested(point.position)
    }
}
