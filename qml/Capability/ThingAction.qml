// What can be done with a thing of a seat, wherever it is shown: its menus and buttons offer it and do not know
// whose it is. A thing is {kind, id}, as Seat.open takes them, or a list or view by its name alone
// ("supervision", "load", "map"), with no id.
import QtQuick

QtObject {
    required property string text
    required property string icon
    property bool enabled: true
    signal triggered(string kind, string id)

    /// Asked when a menu is opened or a thing is chosen.
    function takes(kind: string, id: string): bool {
        return true;
    }
}
