// What camera patrol gives a wall: groups of cameras.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability

Panes {
    id: panes

    required property PatrolCapability patrol

    PaneKind {
        id: patrolKind
        name: "patrol"
        title: qsTr("Camera patrol")
        icon: "patrol"
        rank: 11
        captioned: false
        ownAge: true
        searched: true
        component: Component {
            PatrolPane {
                patrol: panes.patrol
            }
        }
        function offers(text: string): var {
            return panes.patrol.store.matching(text).map(group => ({
                        "content": patrolKind.content(group.id, group.name),
                        "title": group.name,
                        "note": qsTr("%n camera(s)", "", group.count)
                    }));
        }
        function contentOf(thing: string, id: string): var {
            const name = thing === "patrol" ? panes.patrol.store.nameOf(id) : "";
            return name.length > 0 ? patrolKind.content(id, name) : null;
        }
    }
}
