// Which of several resources at the very same place is meant.
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import Chengyun.Style
import Chengyun.Controls

Menu {
    id: several

    required property ResourceStore store
    property var ids: []
    signal picked(string resource)

    implicitWidth: Theme.px(260)
    Instantiator {
        model: several.ids
        delegate: MenuItem {
            required property string modelData
            readonly property var card: several.store.card(modelData)
            icon.name: card.layer ?? ""
            text: card.name ?? ""
            onTriggered: several.picked(modelData)
        }
        onObjectAdded: (index, object) => several.insertItem(index, object)
        onObjectRemoved: (index, object) => several.removeItem(object)
    }
}
