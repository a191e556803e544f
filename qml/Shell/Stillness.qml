// Whether the window is at rest: it is drawn no more often than the clock asks for, but for a frame or two
// in between.
import QtQuick

QtObject {
    id: stillness

    required property var window ///< of QQuickWindow; null until there is one
    property bool still: false

    /// Between two frames, in ms: below the second of the clock and above what moves.
    readonly property int shortest: 700
    property real last: 0
    property int slow: 0 ///< frames in a row that came after a rest
    property int quick: 0 ///< those that did not

    readonly property Connections frames: Connections {
        target: stillness.window
        function onFrameSwapped(): void {
            const now = Date.now();
            const rested = now - stillness.last >= stillness.shortest;
            stillness.last = now;
            stillness.slow = rested ? stillness.slow + 1 : 0;
            stillness.quick = rested ? 0 : stillness.quick + 1;
            // Each change has the window drawn once or twice by itself.
            if (stillness.quick > 3)
                stillness.still = false;
            else if (stillness.slow > 2)
                stillness.still = true;
        }
    }
}
