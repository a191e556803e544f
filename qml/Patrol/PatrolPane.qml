// A group of cameras on a wall.
import QtQuick

PatrolView {
    id: pane

    required property var content
    /// The pictures do not come from the hub: each says itself how old it is.
    required property bool stale

    group: content.subject
}
