// What a wall's machine runs: a window for each screen that it shows, of one hall.
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Link

Instantiator {
    id: program

    required property var hall
    required property WallSeat wallSeat
    required property string machine
    /// Screens of the wall, from 0, each on the output of this machine with the same number; none: all of the
    /// wall in one window.
    required property list<int> shown
    /// Where that one window is; empty: it fills an output.
    required property rect place
    readonly property Session session: hall.session
    readonly property WallCapability wall: hall.wall
    readonly property WallWindow first: count > 0 ? objectAt(0) as WallWindow : null

    readonly property HallTime time: HallTime {
        clock: program.hall.clock
    }
    readonly property PaneRegistry registry: PaneRegistry {
        session: program.session
        tiles: program.hall.tiles
        mapFeed: program.hall.mapFeed
        capabilities: program.hall.capabilities
        language: program.hall.languages.current
    }
    readonly property WallModel board: WallModel {
        store: program.wall.store
        wall: program.wall.own
        hands: program.wall.hands
    }
    readonly property Binding watching: Binding {
        target: program.wall.hands
        property: "walls"
        value: program.wall.own.length > 0 ? [program.wall.own] : []
    }
    // A wall is looked at in a dim hall.
    readonly property Binding dark: Binding {
        target: Theme
        property: "dark"
        value: true
    }
    readonly property Binding scale: Binding {
        target: Theme
        property: "scale"
        value: program.first?.scale ?? 1
    }

    Component.onCompleted: registry.make()
    model: Math.max(1, shown.length)
    delegate: WallWindow {
        id: window
        required property int index
        readonly property var output: Application.screens[program.shown[index] ?? 0] ?? Application.screens[0]
        session: program.session
        wallSeat: program.wallSeat
        board: program.board
        registry: program.registry
        machine: program.machine
        wallScreen: program.shown[index] ?? -1
        Component.onCompleted: {
            if (program.place.width > 0) {
                // Side by side where there are several.
                window.x = program.place.x + window.index * program.place.width;
                window.y = program.place.y;
                window.width = program.place.width;
                window.height = program.place.height;
                window.show();
                return;
            }
            window.screen = window.output;
            window.x = window.output.virtualX;
            window.y = window.output.virtualY;
            window.width = window.output.width;
            window.height = window.output.height;
            window.showFullScreen();
        }
    }
}
