// The menu of a right click on things: what can be done with each.
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import Chengyun.Style
import Chengyun.Controls

Menu {
    id: menu

    /// {action, kind, id, text}
    property var entries: []

    implicitWidth: Theme.px(260)
    Instantiator {
        model: menu.entries
        delegate: MenuItem {
            required property var modelData
            implicitWidth: Theme.px(252)
            icon.name: modelData.action.icon
            text: modelData.text
            onTriggered: modelData.action.triggered(modelData.kind, modelData.id)
        }
        onObjectAdded: (index, object) => menu.insertItem(index, object)
        onObjectRemoved: (index, object) => menu.removeItem(object)
    }
}
