// Where a place is, in words: from the nearest thing that people know.
#pragma once

#include "core/geo/place.h"

#include <QString>

namespace chengyun::console {

class ResourceStore;

/// "300 m northeast of 汉阳大道易涝点", or "at …" within 30 m. Cameras and what people move count
/// only where nothing else is near, and nothing does beyond 3 km: then it is the coordinates, in
/// the hall's system. Looks through all resources.
[[nodiscard]] QString placeWords(const ResourceStore& resources, Place place);

/// The way from one place to another in eighths of a circle: 0 north, 1 northeast … 7 northwest.
[[nodiscard]] int directionOf(Place from, Place to);

} // namespace chengyun::console
