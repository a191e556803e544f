#include "core/geo/place.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chengyun {

namespace {

constexpr double mean_radius_m = 6371008.8; // IUGG mean radius R1

double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}

} // namespace

bool is_plausible(Place place) {
    if (!std::isfinite(place.lon) || !std::isfinite(place.lat))
        return false;
    if (std::abs(place.lon) > 180.0 || std::abs(place.lat) > 90.0)
        return false;
    return place.lon != 0.0 || place.lat != 0.0;
}

double distance_m(Place a, Place b) {
    // Haversine: exact for the small distances that dispatching is about.
    const double dlat = std::sin(radians(b.lat - a.lat) / 2);
    const double dlon = std::sin(radians(b.lon - a.lon) / 2);
    const double h =
        dlat * dlat + std::cos(radians(a.lat)) * std::cos(radians(b.lat)) * dlon * dlon;
    return 2 * mean_radius_m * std::asin(std::sqrt(std::clamp(h, 0.0, 1.0)));
}

} // namespace chengyun
