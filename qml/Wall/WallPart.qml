// What the walls give a seat: the page on which they are fed, and the way onto a wall from everywhere else.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability
import Chengyun.Controls

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
    thingActions: ThingAction {
        icon: "wall"
        text: qsTr("Onto the wall …")
        enabled: part.usable
        onTriggered: (kind, id) => part.put([
                {
                    "kind": kind,
                    "id": id
                }
            ])
        function takes(kind: string, id: string): bool {
            registry.make();
            return registry.contentOf(kind, id) !== null;
        }
    }
    commands: Command {
        // What is chosen at the seat.
        name: "wall.put"
        title: part.usable ? qsTr("Onto the wall …") : ""
        words: "shangping sp daping dp touping tp wall 上屏 大屏 投屏"
        enabled: part.usable
        onRun: part.put(part.chosenThings())
    }
    pictures: WallSeatPictures {
        seatPart: part
    }

    function chosenThings(): var {
        return ["order", "resource"].map(kind => ({
                    "kind": kind,
                    "id": part.seat.chosen(kind)
                }));
    }
    /// The first of things that can stand on a wall, or null.
    function contentOf(things: var): var {
        registry.make();
        return things.map(thing => registry.contentOf(thing.kind, thing.id)).find(content => content) ?? null;
    }
    function put(things: var): void {
        if (!part.usable)
            return;
        const content = part.contentOf(things);
        if (!content) {
            part.seat.go("wall");
            return;
        }
        part.dialog = part.dialog ?? dialogOf.createObject(part) as OntoWallDialog;
        part.dialog.begin(content);
    }
    /// "墙 1 左上": which pane, and what of what is found goes there.
    function aim(text: string): var {
        const aim = part.usable ? part.wall.aims.read(text) : ({});
        if (aim.rest === undefined)
            return null;
        registry.make();
        const chosen = aim.rest.length === 0 ? part.contentOf(part.chosenThings()) : null;
        const first = chosen ? [
            {
                "kind": registry.kind(chosen.kind),
                "content": chosen,
                "title": chosen.title,
                "note": qsTr("Chosen at this seat")
            }
        ] : [];
        const found = first.concat(registry.find(aim.rest));
        const there = aim.content?.kind !== undefined;
        aimed.wall = aim.wall ?? "";
        aimed.screen = aim.screen ?? "";
        aimed.cell = aim.cell ?? 0;
        return {
            "icon": "wall",
            "text": aim.wall === undefined ? aim.problem : Format.joined([aim.wallName, aim.across ? qsTr("Across the wall") : Format.fill(qsTr("Screen %1"), [aim.screen]), qsTr("Pane %1").arg(aim.cell + 1), aim.minutes > 0 ? Format.span(aim.minutes * 60000) : ""]),
            "note": there ? Format.fill(qsTr("In the place of: %1"), [registry.kind(aim.content.kind)?.captionOf(aim.content) ?? aim.content.kind]) : qsTr("Nothing stands there yet."),
            "problem": aim.locked ? Format.fill(qsTr("Locked by %1: nothing on this wall moves until it is unlocked."), [aim.lockedBy]) : aim.problem.length > 0 ? qsTr("Nothing is put up.") : "",
            "act": qsTr("put up there"),
            "picture": aimPicture,
            "rows": found.map(one => ({
                        "title": one.title,
                        "subtitle": one.note,
                        "kindName": one.kind.title,
                        "icon": one.kind.icon
                    })),
            "run": row => {
                if (aim.wall === undefined)
                    part.seat.say(aim.problem, true);
                else if (!part.wall.commands.putUp(aim.wall, aim.screen, aim.cell, found[row].content, aim.minutes))
                    part.seat.say(part.wall.commands.failureText, true);
            }
        };
    }
    /// On the page of the walls one sees it.
    function isSilent(kind: string): bool {
        return kind.startsWith("wall.") && kind !== "wall.keep_preset" && part.seat.screen === "wall";
    }
    function back(): bool {
        return part.seat.screen === "wall" && (part.page?.endBegun() ?? false);
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
    QtObject {
        id: aimed
        property string wall: ""
        property string screen: ""
        property int cell: 0
    }
    Component {
        id: aimPicture
        WallMiniature {
            enabled: false
            registry: registry
            screen: aimed.screen
            cell: aimed.cell
            board: WallModel {
                store: part.wall.store
                wall: aimed.wall
                cells: true
            }
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
