// Qt Location's map over one source of the tile server. A source cannot be changed in a living map, so
// HallMap makes a new one for each.
import QtQuick
import QtLocation
import QtPositioning
import Chengyun.Style

Map {
    id: view

    required property string repository
    required property string cacheFolder
    required property int lowestZoom
    property geoCoordinate circleCenter
    property real circleMetres: 0

    plugin: Plugin {
        name: "osm"
        // Everything comes from our own server; what it says about its providers too.
        PluginParameter {
            name: "osm.mapping.providersrepository.address"
            value: view.repository
        }
        PluginParameter {
            name: "osm.mapping.cache.directory"
            value: view.cacheFolder
        }
        // The server keeps tiles itself; here only what is on the screen and about it.
        PluginParameter {
            name: "osm.mapping.cache.disk.size"
            value: 0
        }
        PluginParameter {
            name: "osm.mapping.cache.memory.cost_strategy"
            value: "bytesize"
        }
        PluginParameter {
            name: "osm.mapping.cache.memory.size"
            value: 33554432
        }
        PluginParameter {
            name: "osm.mapping.cache.texture.cost_strategy"
            value: "bytesize"
        }
        PluginParameter {
            name: "osm.mapping.cache.texture.size"
            value: 134217728
        }
        PluginParameter {
            name: "osm.mapping.prefetching_style"
            value: "TwoNeighbourLayers"
        }
    }
    color: Theme.ground
    copyrightsVisible: false
    minimumZoomLevel: lowestZoom
    // A source's last tiles are enlarged further, so that symbols can still be told apart.
    maximumZoomLevel: 20
    maximumTilt: 0

    MapCircle {
        visible: view.circleMetres > 0 && view.circleCenter.isValid
        center: view.circleCenter.isValid ? view.circleCenter : QtPositioning.coordinate(0, 0)
        radius: Math.max(1, view.circleMetres)
        color: Qt.alpha(Theme.accent, 0.07)
        border.color: Qt.alpha(Theme.accent, 0.8)
        border.width: Theme.focusWidth
    }
}
