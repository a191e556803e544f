// An icon button that stands on the map itself.
import QtQuick
import Chengyun.Style
import Chengyun.Controls

IconButton {
    id: button
    focusPolicy: Qt.NoFocus
    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.hover : button.hovered ? Theme.raised : Theme.surface
        border.color: Theme.line
        border.width: Theme.hair
    }
}
