// What is said of maps that are not offered: something about their file, key or settings is wrong.
import QtQuick
import Chengyun.Controls

QtObject {
    id: maps

    required property TileServer tiles
    /// One sentence each, in the language of the screen.
    readonly property list<string> lines: maps.tiles.leftOut.map(entry => maps.line(entry))

    function reason(entry: var): string {
        switch (entry.kind) {
        case "not_found":
            return entry.field === "key_file" ? qsTr("its key file cannot be read.") : qsTr("its file is not there.");
        case "unavailable":
        case "wrong_type":
            return Format.fill(qsTr("its file cannot be used (%1)."), [entry.detail]);
        case "unknown_field":
            return Format.fill(qsTr("“%1” is no setting of a map."), [entry.field]);
        case "missing_field":
            return Format.fill(qsTr("“%1” is missing."), [entry.field]);
        case "conflict":
            return qsTr("another map has this name.");
        default:
            return Format.fill(qsTr("“%1” cannot have this value (%2)."), [entry.field, entry.detail]);
        }
    }
    function line(entry: var): string {
        if (entry.name.length > 0)
            return Format.fill(qsTr("The map “%1” is left out: %2"), [entry.name, maps.reason(entry)]);
        if (entry.kind === "not_found")
            return Format.fill(qsTr("Further maps are left out: their file cannot be read (%1)."), [entry.detail]);
        if (entry.kind === "malformed")
            return Format.fill(qsTr("Further maps are left out: their file is no TOML (%1)."), [entry.detail]);
        return Format.fill(qsTr("“%1” in the file of further maps is left out: it is no map."), [entry.field]);
    }
}
