// Registers the types of app/map under Chengyun.Map, so that QML knows their names, properties and
// enumerators. C++ makes the objects and hands them over. Layers of the map are made in QML.
#pragma once

#include "app/map/area_layer.h"
#include "app/map/map_feed.h"
#include "app/map/map_hit.h"
#include "app/map/map_things.h"
#include "app/map/point_layer.h"
#include "app/map/symbol_icon.h"
#include "app/map/tile_server.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct AreaLayerType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::AreaLayer)
    QML_NAMED_ELEMENT(AreaLayer)
};

struct MapFeedType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::MapFeed)
    QML_NAMED_ELEMENT(MapFeed)
};

struct MapHitType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::MapHit)
    QML_VALUE_TYPE(mapHit)
};

/// The enumerators of MapHit, as MapHit.Resource and so on.
namespace map_hit_names {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(chengyun::console::MapHit)
QML_NAMED_ELEMENT(MapHit)
} // namespace map_hit_names

struct MapThingsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::MapThings)
    QML_NAMED_ELEMENT(MapThings)
};

struct PointLayerType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::PointLayer)
    QML_NAMED_ELEMENT(PointLayer)
};

struct SymbolIconType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::SymbolIcon)
    QML_NAMED_ELEMENT(SymbolIcon)
};

struct TileServerType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::TileServer)
    QML_NAMED_ELEMENT(TileServer)
    QML_UNCREATABLE("main.cpp makes it")
};

} // namespace chengyun::console
