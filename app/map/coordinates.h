// Between the map's plane and QML's places.
#pragma once

#include "app/map/mercator.h"

#include <QGeoCoordinate>

namespace chengyun::console {

[[nodiscard]] inline QGeoCoordinate coordinate_of(World at) {
    const Place place = place_of(at);
    return {place.lat, place.lon};
}

} // namespace chengyun::console
