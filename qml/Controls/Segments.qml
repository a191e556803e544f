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
        model: segments.entries
        Chip {
            required property var modelData
            text: modelData.text
            count: modelData.count ?? -1
            alert: modelData.alert ?? false
            checkable: false
            checked: segments.current === modelData.key
            onClicked: segments.picked(modelData.key)
        }
    }
}
