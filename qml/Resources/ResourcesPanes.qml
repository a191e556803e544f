// What resources give a wall: the map with all that stands on it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability

Panes {
    id: panes

    required property ResourcesCapability resources

    PaneKind {
        id: mapKind
        name: "map"
        title: qsTr("Map")
        icon: "map"
        rank: 0
        component: Component {
            MapPane {
                registry: panes.registry
                district: panes.resources.district
            }
        }
        function offers(text: string): var {
            const view = panes.registry.mapView();
            const whole = {
                "content": mapKind.content("", ""),
                "title": qsTr("All of where the hall works"),
                "note": qsTr("Map")
            };
            if (!view)
                return [whole];
            const content = mapKind.content("", "");
            content.options = view;
            return [
                {
                    "content": content,
                    "title": qsTr("What the map of this seat shows now"),
                    "note": qsTr("Map")
                },
                whole];
        }
    }
}
