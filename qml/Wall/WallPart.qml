// What the walls give a seat: the page on which they are fed, and the way onto a wall from everywhere else.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability

Part {
    id: part

    required property WallCapability wall
    readonly property WallScreen page: wallPage.item as WallScreen
    /// Made when somebody first puts something up from elsewhere.
    property OntoWallDialog dialog: null
    readonly property bool usable: wall.mayFeed && wall.store.walls.length > 0

    pages: Page {
        id: wallPage
        name: "wall"
        title: qsTr("Wall")
        icon: "wall"
        rank: 20
        goTitle: qsTr("Go to the wall")
        words: "daping dp shangping sp wall screen 大屏 上屏"
        component: WallScreen {
            focus: true
            wall: part.wall
            registry: registry
            outbox: part.seat.outbox
            onSaid: (text, failed) => part.seat.say(text, failed)
        }
    }
    commands: Command {
        // {thing, id}: a thing of a seat (Seat.open); else what is chosen there.
        name: "wall.put"
        title: part.usable ? qsTr("Onto the wall …") : ""
        words: "shangping sp daping dp touping tp wall 上屏 大屏 投屏"
        enabled: part.usable
        onRun: what => part.put(what)
    }
    pictures: WallSeatPictures {
        seatPart: part
    }

    function put(what: var): void {
        registry.make();
        const named = what?.thing ? [what] : ["order", "resource"].map(thing => ({
                    "thing": thing,
                    "id": part.seat.chosen(thing)
                }));
        const content = named.map(one => registry.contentOf(one.thing, one.id)).find(found => found);
        if (!part.usable)
            return;
        if (!content) {
            part.seat.go("wall");
            return;
        }
        part.dialog = part.dialog ?? dialogOf.createObject(part) as OntoWallDialog;
        part.dialog.begin(content);
    }
    function isSilent(kind: string): bool {
        return kind.startsWith("wall.") && kind !== "wall.keep_preset";
    }
    function back(): bool {
        return part.seat.screen === "wall" && (part.page?.endSwap() ?? false);
    }

    PaneRegistry {
        id: registry
        session: part.seat.session
        tiles: part.seat.tiles
        mapFeed: part.seat.mapFeed
        capabilities: part.seat.capabilities
        language: part.seat.language
        function mapView(): var {
            return part.seat.map.viewed();
        }
    }
    Component {
        id: dialogOf
        OntoWallDialog {
            wall: part.wall
            registry: registry
        }
    }
}
