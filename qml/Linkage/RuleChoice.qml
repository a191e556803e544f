// A field of a rule that is one of several: entries are {key, text}.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Controls

FormField {
    id: field

    property var entries: []
    property string current: ""
    signal picked(string key)

    ComboBox {
        width: field.width
        model: field.entries
        textRole: "text"
        // Empty where what was chosen is there no more.
        currentIndex: field.entries.findIndex(entry => entry.key === field.current)
        onActivated: index => field.picked(field.entries[index].key)
    }
}
