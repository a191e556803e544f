// What a capability's QML module gives a seat. Chengyun.NAME has a NAMEPart that declares it; the seat
// makes one for each capability of the hall and sets `seat` and the capability, under its own name.
//
// Items that are always there are made here with a slot of the seat as parent (`seat.map.overSlot`,
// `seat.headLeft` …); Connections just stand in the part, dialogs and menus in a Later.
import QtQuick
import Chengyun.Map

Item {
    id: part

    required property Seat seat
    required property string name ///< of its capability

    property list<Page> pages
    property list<Command> commands
    property list<MapLayer> mapLayers
    property list<MapAction> mapActions
    /// What can be done with what is chosen on the map (`seat.map.things.chosen`).
    property list<SelectionAction> selectionActions
    /// What can be done with things of all parts.
    property list<ThingAction> thingActions
    property list<SystemPage> systemPages
    /// Rows of the page "This seat".
    property list<Component> settings
    /// Pictures, made only for `./dev screens`; and whether what it shows at first is there.
    property Component pictures: null
    property bool loaded: true

    /// Ids that the map marks.
    property list<string> selectedIds
    /// Something of this part is to be shown at the right of the map. It is seen while `hasSide`: the last
    /// part that asked has the slot.
    property bool sideShown: false
    readonly property bool hasSide: seat.sideOwner === part
    onSideShownChanged: part.seat.takeSide(part, part.sideShown)
    /// How much of this part waits for somebody to take note of it: shown on a locked seat, without what
    /// it is.
    property int ringing: 0
    /// The name of the district, from the part that knows areas.
    property string districtName: ""

    /// `places()` gives others now.
    signal placesChanged
    onPlacesChanged: part.seat.map.takePlaces()

    /// Brings what it is asked for into view, on whatever screen was shown; false when it is none of its
    /// kinds.
    function open(kind: string, id: string): bool {
        return false;
    }
    /// The same, and moves the map there.
    function show(kind: string, id: string): bool {
        return part.open(kind, id);
    }
    /// The id of what is chosen of this kind, or nothing.
    function chosen(kind: string): string {
        return "";
    }
    /// What a text of the command bar says to be done with what it finds: {icon, text: what and where, note,
    /// problem: why it cannot be done now, act: what Enter does, picture: a Component, rows: of {title, subtitle,
    /// kindName, icon}, run(row)}; null when it says nothing of this part.
    function aim(text: string): var {
        return null;
    }
    /// Where the hall works, as far as this part knows.
    function places(): list<point> {
        return [];
    }
    /// The place of what somebody writes here, as {lon, lat, address}, or null; and of what is looked at.
    function placeWritten(): var {
        return null;
    }
    function placeShown(): var {
        return null;
    }
    /// Space: true when there was something of its own to acknowledge.
    function acknowledge(): bool {
        return false;
    }
    /// Esc: closes what lies over the map; then, when nothing does, goes one step back. False when there
    /// is nothing.
    function closeOver(): bool {
        return false;
    }
    function back(): bool {
        return false;
    }
    /// What is said when the hub has carried out a command of this kind; empty: the usual.
    function sentText(kind: string): string {
        return "";
    }
    /// Nothing is said when the hub has carried out a command of this kind: one sees it anyway.
    function isSilent(kind: string): bool {
        return false;
    }
    /// A command of this kind that the hub did not take can be written again.
    function isWritable(kind: string): bool {
        return false;
    }
    function writeAgain(kind: string, key: string): void {
    }
}
