// A seat as its parts see it: who sits there, which screen is shown, and how one part asks for something
// of another without knowing it. The workstation gives it its looks.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Controls
import Chengyun.Link
import Chengyun.Map

FocusScope {
    id: seat

    required property Session session
    required property HubClock clock
    required property Outbox outbox
    required property Photos photos
    required property TileServer tiles
    required property MapFeed mapFeed
    /// The settings of this seat: sizes, looks.
    required property url settingsFile
    /// Of Capability; each has a part.
    required property var capabilities
    property string language: "zh_CN"
    // Slots for items of the parts: the one map with its own, the head of the window after its title and
    // before who is signed in, and what is said for a while above the foot.
    property MapScreen map: null
    property Item headLeft: null
    property Item headRight: null
    property Item notices: null

    property string screen: "map"
    property string systemPage: "link"
    property var parts: [] ///< of Part, in the order of the capabilities
    property var sideOwners: [] ///< of Part: those that show something at the right of the map, the last above
    readonly property Item sideOwner: sideOwners[sideOwners.length - 1] ?? null
    property list<Page> ownPages
    property list<Command> ownCommands
    property Component ownPictures: null
    property list<Picture> pictures ///< once they have been made
    readonly property var pages: seat.byRank(seat.gathered("pages", seat.ownPages))
    readonly property var commands: seat.gathered("commands", seat.ownCommands)
    readonly property var thingActions: seat.gathered("thingActions", [])
    readonly property string districtName: seat.parts.map(part => part.districtName).find(name => name.length > 0) ?? ""

    /// Somebody has opened this; for whom it is news that it is seen.
    signal opened(string kind, string id)
    signal said(string text, bool failed)
    signal copyWanted(string text)
    signal languageWanted(string language)
    signal darkWanted(bool dark)
    signal scaleWanted(int percent)
    signal lockAfterWanted(int minutes)

    /// What the parts declare in a list property, one after another, and then the seat's own.
    function gathered(property: string, own: var): var {
        return [].concat(...seat.parts.map(part => Array.from(part[property])), Array.from(own));
    }
    /// Those with the same rank stay in their order, which sort() of the engine does not keep.
    function byRank(list: var): var {
        const placed = list.map((item, at) => ({
                    "item": item,
                    "at": at
                }));
        return placed.sort((a, b) => a.item.rank - b.item.rank || a.at - b.at).map(one => one.item);
    }
    /// The last first: what came later lies above.
    function topmostFirst(): var {
        return seat.parts.slice().reverse();
    }
    function part(name: string): Item {
        return seat.parts.find(part => part.name === name) ?? null;
    }
    function go(screen: string): void {
        if (seat.pages.some(page => page.name === screen))
            seat.screen = screen;
    }
    /// The slot at the right of the map is one part's at a time: of the part that has asked for it last.
    function takeSide(part: Item, wanted: bool): void {
        const others = seat.sideOwners.filter(other => other !== part);
        seat.sideOwners = wanted ? others.concat([part]) : others;
    }
    function goSystem(page: string): void {
        seat.systemPage = page;
        seat.screen = "system";
    }
    /// Shows it: keys go over a list, and nobody has opened it yet.
    function look(kind: string, id: string): void {
        seat.parts.some(part => part.open(kind, id));
    }
    function open(kind: string, id: string): void {
        if (seat.parts.some(part => part.open(kind, id)))
            seat.opened(kind, id);
    }
    function show(kind: string, id: string): void {
        if (seat.parts.some(part => part.show(kind, id)))
            seat.opened(kind, id);
    }
    /// Runs a command by its name, with an argument that its declaration names.
    function run(name: string, argument: var): void {
        if (name.startsWith("go."))
            seat.go(name.slice(3));
        else
            seat.commands.find(command => command.name === name)?.run(argument);
    }
    /// What can be done with things, {kind, id, name} each, as entries of a menu: {action, kind, id, text}. An
    /// entry tells the name of its thing where that is given.
    function actionsOn(things: var): var {
        const entriesOf = thing => seat.thingActions.filter(action => action.enabled && action.takes(thing.kind, thing.id)).map(action => ({
                    "action": action,
                    "kind": thing.kind,
                    "id": thing.id,
                    "text": Format.joined([action.text, thing.name ?? ""])
                }));
        return [].concat(...Array.from(things).map(entriesOf));
    }
    /// Opens a menu of that, at a point of an item, where there is something in it.
    function offer(things: var, from: Item, at: point): void {
        const entries = seat.actionsOn(things);
        if (entries.length === 0)
            return;
        const menu = thingMenu.get() as ThingMenu;
        menu.entries = entries;
        menu.popup(from, at.x, at.y);
    }
    /// What a text of the command bar says to be done, as Part.aim.
    function aim(text: string): var {
        for (const part of seat.parts) {
            const aim = part.aim(text);
            if (aim)
                return aim;
        }
        return null;
    }
    function chosen(kind: string): string {
        return seat.parts.map(part => part.chosen(kind)).find(id => id.length > 0) ?? "";
    }
    /// What "here" means: the place of what is written, else of what is looked at, else null.
    function place(): var {
        const parts = seat.topmostFirst();
        return parts.map(part => part.placeWritten()).find(place => place) ?? parts.map(part => part.placeShown()).find(place => place) ?? null;
    }
    /// Where the hall works: of the first parts that know enough places.
    function places(): var {
        const enough = 5;
        const found = [];
        for (const part of seat.parts)
            if (found.length < enough)
                found.push(...part.places());
        return found;
    }
    function acknowledge(): bool {
        return seat.parts.some(part => part.acknowledge());
    }
    /// Esc: one step, nothing lost.
    function back(): void {
        const parts = seat.topmostFirst();
        if (seat.screen === "map" && (seat.map.back() || parts.some(part => part.closeOver()) || seat.map.closeThings()))
            return;
        if (!parts.some(part => part.back()))
            seat.screen = "map";
    }
    /// The map with nothing over it or beside it.
    function home(): void {
        seat.screen = "map";
        while (seat.map.back() || seat.map.closeThings() || seat.parts.some(part => part.closeOver() || part.back())) {}
    }
    /// For `./dev screens`.
    function makePictures(): void {
        const of = [seat, ...seat.parts].map(part => part === seat ? seat.ownPictures : part.pictures).filter(component => component);
        seat.pictures = seat.byRank([].concat(...of.map(component => Array.from(component.createObject(seat).pictures))));
    }
    function sentText(kind: string): string {
        return seat.parts.map(part => part.sentText(kind)).find(text => text.length > 0) ?? "";
    }
    function isSilent(kind: string): bool {
        return seat.parts.some(part => part.isSilent(kind));
    }
    function isWritable(kind: string): bool {
        return seat.parts.some(part => part.isWritable(kind));
    }
    /// What the hub did not take is written again by the part whose it is.
    function writeAgain(kind: string, key: string): void {
        seat.parts.find(part => part.isWritable(kind))?.writeAgain(kind, key);
    }
    function say(text: string, failed: bool): void {
        seat.said(text, failed);
    }
    function copy(text: string): void {
        seat.copyWanted(text);
        seat.say(qsTr("Copied: paste it into a spreadsheet or a message."), false);
    }

    Later {
        id: thingMenu
        ThingMenu {}
    }
    function makeParts(): void {
        const made = [];
        for (const capability of seat.capabilities) {
            const module = capability.name[0].toUpperCase() + capability.name.slice(1);
            const component = Qt.createComponent("Chengyun." + module, module + "Part", Component.PreferSynchronous, seat);
            const part = component.status === Component.Ready ? component.createObject(seat, {
                "seat": seat,
                "name": capability.name,
                [capability.name]: capability
            }) : null;
            if (part) {
                made.push(part);
                continue;
            }
            console.error(component.errorString()); // the others work without it
            seat.say(qsTr("A part of the program is missing: %1").arg(module), true);
        }
        seat.parts = made;
        seat.map.home();
    }
    Component.onCompleted: makeParts()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape) {
            seat.back();
            event.accepted = true;
            return;
        }
        // Macro keyboards and input methods send keys of number 0.
        const plain = event.modifiers === Qt.NoModifier && event.key !== 0;
        const command = plain ? seat.commands.find(command => command.key === event.key && command.enabled) : undefined;
        if (command) {
            command.run(undefined);
            event.accepted = true;
        }
    }
}
