// Puts the window back where it was, unless that screen is gone.
pragma ComponentBehavior: Bound
import QtQuick
import QtCore

QtObject {
    id: keeper

    required property Window window
    required property url location
    property bool enabled: true

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

    /// True when enough of the rectangle is on some screen to take hold of the window.
    function visibleSomewhere(x: int, y: int, width: int, height: int): bool {
        for (const s of Application.screens) {
            const w = Math.min(x + width, s.virtualX + s.width) - Math.max(x, s.virtualX);
            const h = Math.min(y + height, s.virtualY + s.height) - Math.max(y, s.virtualY);
            if (w >= 200 && h >= 120)
                return true;
        }
        return false;
    }
    function restore(): void {
        const screen = Application.screens[0];
        if (keeper.enabled && settings.width >= keeper.window.minimumWidth && settings.height >= keeper.window.minimumHeight && visibleSomewhere(settings.x, settings.y, settings.width, settings.height)) {
            keeper.window.x = settings.x;
            keeper.window.y = settings.y;
            keeper.window.width = Math.min(settings.width, screen.desktopAvailableWidth);
            keeper.window.height = Math.min(settings.height, screen.desktopAvailableHeight);
        } else {
            keeper.window.width = Math.min(1920, screen.width);
            keeper.window.height = Math.min(1080, screen.height);
        }
        if (keeper.enabled && settings.maximized)
            keeper.window.showMaximized();
        else
            keeper.window.show();
    }
    function store(): void {
        if (!keeper.enabled)
            return;
        settings.maximized = keeper.window.visibility === Window.Maximized || keeper.window.visibility === Window.FullScreen;
        if (!settings.maximized) {
            settings.x = keeper.window.x;
            settings.y = keeper.window.y;
            settings.width = keeper.window.width;
            settings.height = keeper.window.height;
        }
    }
}
