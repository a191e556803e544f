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
        /// Of the seat's map: the view that it has now.
        function contentOf(thing: string, id: string): var {
            const view = thing === "map" && id.length === 0 ? panes.registry.mapView() : null;
            return view ? Object.assign(mapKind.content("", ""), {
                "options": view
            }) : null;
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
            return [
                {
                    "content": mapKind.contentOf("map", ""),
                    "title": qsTr("What the map of this seat shows now"),
                    "note": qsTr("Map")
                },
                whole];
        }
    }
}
