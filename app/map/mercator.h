// Spherical Web Mercator, the plane on which tiles, points and outlines meet.
#pragma once

#include "core/geo/place.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chengyun::console {

/// A point of the Web Mercator square: x grows east, y grows south, both 0…1.
struct World {
    double x = 0;
    double y = 0;
    bool operator==(const World&) const = default;
};

/// An axis-parallel box of the square; empty while left > right.
struct WorldBox {
    double left = 1, top = 1, right = 0, bottom = 0;

    [[nodiscard]] bool empty() const { return left > right || top > bottom; }
    [[nodiscard]] bool intersects(const WorldBox& o) const {
        return left <= o.right && o.left <= right && top <= o.bottom && o.top <= bottom;
    }
    [[nodiscard]] bool contains(World p) const {
        return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
    }
    void include(World p) {
        if (empty()) {
            left = right = p.x;
            top = bottom = p.y;
            return;
        }
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    [[nodiscard]] WorldBox grown(double by) const {
        return {left - by, top - by, right + by, bottom + by};
    }
};

/// The latitude where the square ends.
inline constexpr double max_mercator_latitude = 85.05112877980659;
/// Logical pixels of the whole world at zoom 0, as Qt Location counts zoom.
inline constexpr double world_px_at_zoom_0 = 256;
inline constexpr double earth_circumference_m = 40075016.68557849;

[[nodiscard]] inline World world_of(Place place) {
    const double lat = std::clamp(place.lat, -max_mercator_latitude, max_mercator_latitude);
    const double s = std::sin(lat * std::numbers::pi / 180);
    return {place.lon / 360 + 0.5, 0.5 - std::log((1 + s) / (1 - s)) / (4 * std::numbers::pi)};
}

[[nodiscard]] inline Place place_of(World world) {
    const double n = std::numbers::pi * (1 - 2 * world.y);
    return {world.x * 360 - 180, std::atan(std::sinh(n)) * 180 / std::numbers::pi};
}

/// Logical pixels of the whole world at a zoom.
[[nodiscard]] inline double world_px(double zoom) {
    return world_px_at_zoom_0 * std::exp2(zoom);
}

/// Metres on the ground that one logical pixel covers at a latitude and zoom.
[[nodiscard]] inline double metres_per_px(double latitude, double zoom) {
    return earth_circumference_m * std::cos(latitude * std::numbers::pi / 180) / world_px(zoom);
}

} // namespace chengyun::console
