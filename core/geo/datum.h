// The three datums of Chinese map data: WGS-84, GCJ-02 (the offset national system of public maps)
// and BD-09 (Baidu's offset on top of it).
#pragma once

#include "core/geo/place.h"

namespace chengyun {

/// Outside 72.004–137.8347 E, 0.8293–55.8271 N GCJ-02 is the identity.
[[nodiscard]] Place gcj02_from_wgs84(Place wgs84);
/// Inverse by fixed-point iteration, at most 1 mm from the exact inverse.
[[nodiscard]] Place wgs84_from_gcj02(Place gcj02);
[[nodiscard]] Place bd09_from_gcj02(Place gcj02);
/// Inverse at most 1 mm from the exact one.
[[nodiscard]] Place gcj02_from_bd09(Place bd09);
[[nodiscard]] Place bd09_from_wgs84(Place wgs84);
[[nodiscard]] Place wgs84_from_bd09(Place bd09);

} // namespace chengyun
