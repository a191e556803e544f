// The kinds of panes of a capability: Chengyun.NAME has a NAMEPanes where Capability.hasPanes. Both a wall
// and a seat make them, each without a part of the other.
import QtQuick

QtObject {
    /// What all panes may ask of the program.
    required property PaneRegistry registry

    default property list<PaneKind> kinds
}
