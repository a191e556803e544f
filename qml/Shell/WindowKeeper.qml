// Puts the window back where it was, on the screen where it was, unless that screen is gone.
pragma ComponentBehavior: Bound
import QtQuick
import QtCore

QtObject {
    id: keeper

    required property Window window
    required property url location
    property bool enabled: true
    /// What there is to put it on, the main one first: {virtualX, virtualY, width, height,
    /// desktopAvailableWidth, desktopAvailableHeight}.
    property var screens: Application.screens

    /// Where the window stands when it does not fill its screen.
    readonly property Settings settings: Settings {
        id: settings
        location: keeper.location
        category: "window"
        property int x: -1
        property int y: -1
        property int width: 0
        property int height: 0
        property bool maximized: true
    }

    /// The screen that shows most of the rectangle, when that is enough to take hold of a window; else null.
    function screenOf(x: int, y: int, width: int, height: int): var {
        let best = null, most = 0;
        for (const s of keeper.screens) {
            const w = Math.min(x + width, s.virtualX + s.width) - Math.max(x, s.virtualX);
            const h = Math.min(y + height, s.virtualY + s.height) - Math.max(y, s.virtualY);
            if (w >= 200 && h >= 120 && w * h > most) {
                best = s;
                most = w * h;
            }
        }
        return best;
    }
    function screenOfSettings(): var {
        return keeper.screenOf(settings.x, settings.y, settings.width, settings.height);
    }
    function restore(): void {
        const before = keeper.enabled && settings.width >= keeper.window.minimumWidth && settings.height >= keeper.window.minimumHeight ? keeper.screenOfSettings() : null;
        const screen = before ?? keeper.screens[0];
        if (before) {
            keeper.window.x = settings.x;
            keeper.window.y = settings.y;
        }
        // One that stood across several screens does so again.
        keeper.window.width = before ? Math.min(settings.width, screen.desktopAvailableWidth) : Math.min(1920, screen.width);
        keeper.window.height = before ? Math.min(settings.height, screen.desktopAvailableHeight) : Math.min(1080, screen.height);
        if (keeper.enabled && settings.maximized)
            keeper.window.showMaximized();
        else
            keeper.window.show();
    }
    function store(): void {
        const window = keeper.window;
        const fills = window.visibility === Window.Maximized || window.visibility === Window.FullScreen;
        if (keeper.enabled)
            keeper.keep(fills, window.x, window.y, window.width, window.height);
    }
    /// `fills`: the rectangle is all of a screen.
    function keep(fills: bool, x: int, y: int, width: int, height: int): void {
        settings.maximized = fills;
        if (!fills) {
            settings.x = x;
            settings.y = y;
            settings.width = width;
            settings.height = height;
            return;
        }
        // Where it stood before stays known, but on this screen, which it is to fill again.
        const here = keeper.screenOf(x, y, width, height);
        const before = keeper.screenOfSettings();
        if (!here || before && before.virtualX === here.virtualX && before.virtualY === here.virtualY)
            return;
        settings.width = Math.min(settings.width > 0 ? settings.width : 1920, here.width);
        settings.height = Math.min(settings.height > 0 ? settings.height : 1080, here.height);
        settings.x = here.virtualX + Math.round((here.width - settings.width) / 2);
        settings.y = here.virtualY + Math.round((here.height - settings.height) / 2);
    }
}
