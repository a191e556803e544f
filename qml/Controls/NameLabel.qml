// A name in the room that there is. Its beginning and its end stay, because names of one kind differ in
// either; the whole name is told on hover.
pragma ComponentBehavior: Bound
import QtQuick

Label {
    id: name

    elide: Text.ElideMiddle

    HoverHandler {
        id: hover
        enabled: name.truncated
    }
    Loader {
        anchors.fill: parent
        active: hover.hovered && name.truncated
        sourceComponent: Hint {
            text: name.text
            visible: true
        }
    }
}
