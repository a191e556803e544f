// One of a few views of the same thing: entries are {key, text, count?, alert?}.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Row {
    id: segments

    property var entries: []
    property string current: ""
    signal picked(string key)

    spacing: Theme.s1
    Accessible.role: Accessible.PageTabList

    Repeater {
        // By number: a count that changes makes no chip anew, one of which may be pressed right now.
        model: segments.entries.length
        Chip {
            required property int index
            readonly property var entry: segments.entries[index] ?? ({
                    "key": "",
                    "text": ""
                })
            text: entry.text
            count: entry.count ?? -1
            alert: entry.alert ?? false
            checkable: false
            checked: segments.current === entry.key
            onClicked: segments.picked(entry.key)
        }
    }
}
