#include "core/geo/datum.h"

#include <cmath>
#include <numbers>

namespace chengyun {

namespace {

using std::numbers::pi;

// Krasovsky 1940, on which the offset is defined.
constexpr double semi_major_m = 6378245.0;
constexpr double eccentricity_squared = 0.00669342162296594323;

bool in_offset_region(Place p) {
    return p.lon >= 72.004 && p.lon <= 137.8347 && p.lat >= 0.8293 && p.lat <= 55.8271;
}

double short_waves(double along) {
    return (20.0 * std::sin(6.0 * along * pi) + 20.0 * std::sin(2.0 * along * pi)) * 2.0 / 3.0;
}

double north_metres(double x, double y) {
    double m = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y +
               0.2 * std::sqrt(std::abs(x)) + short_waves(x);
    m += (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0;
    m += (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
    return m;
}

double east_metres(double x, double y) {
    double m = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) +
               short_waves(x);
    m += (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0;
    m += (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
    return m;
}

/// The offset formula without its region, which is what can be inverted.
Place with_offset(Place wgs84) {
    const double x = wgs84.lon - 105.0;
    const double y = wgs84.lat - 35.0;
    const double phi = wgs84.lat / 180.0 * pi;
    const double w = 1.0 - eccentricity_squared * std::sin(phi) * std::sin(phi);
    const double meridian = semi_major_m * (1.0 - eccentricity_squared) / (w * std::sqrt(w));
    const double parallel = semi_major_m / std::sqrt(w) * std::cos(phi);
    return {wgs84.lon + east_metres(x, y) * 180.0 / (parallel * pi),
            wgs84.lat + north_metres(x, y) * 180.0 / (meridian * pi)};
}

/// Solves forward(p) = target. Both offsets change slowly (their derivative stays below 0.01), so
/// each round takes two digits off the error; 1e-11 degrees are a micrometre.
template <class Forward>
Place inverse_of(Forward forward, Place target, Place start) {
    Place p = start;
    for (int round = 0; round < 30; ++round) {
        const Place there = forward(p);
        const double dlon = there.lon - target.lon;
        const double dlat = there.lat - target.lat;
        p.lon -= dlon;
        p.lat -= dlat;
        if (std::abs(dlon) < 1e-11 && std::abs(dlat) < 1e-11)
            break;
    }
    return p;
}

} // namespace

Place gcj02_from_wgs84(Place wgs84) {
    return in_offset_region(wgs84) ? with_offset(wgs84) : wgs84;
}

Place wgs84_from_gcj02(Place gcj02) {
    if (!in_offset_region(gcj02) && !in_offset_region({gcj02.lon - 0.02, gcj02.lat - 0.02}) &&
        !in_offset_region({gcj02.lon + 0.02, gcj02.lat + 0.02}))
        return gcj02;
    // On the region's rim a GCJ-02 place can have two origins, one on each side. The inner one is
    // taken: that is the one whose maps are offset.
    const Place inside = inverse_of(with_offset, gcj02, gcj02);
    return in_offset_region(inside) ? inside : gcj02;
}

Place bd09_from_gcj02(Place gcj02) {
    constexpr double k = pi * 3000.0 / 180.0;
    const double z = std::hypot(gcj02.lon, gcj02.lat) + 0.00002 * std::sin(gcj02.lat * k);
    const double theta = std::atan2(gcj02.lat, gcj02.lon) + 0.000003 * std::cos(gcj02.lon * k);
    return {z * std::cos(theta) + 0.0065, z * std::sin(theta) + 0.006};
}

Place gcj02_from_bd09(Place bd09) {
    return inverse_of(bd09_from_gcj02, bd09, {bd09.lon - 0.0065, bd09.lat - 0.006});
}

Place bd09_from_wgs84(Place wgs84) {
    return bd09_from_gcj02(gcj02_from_wgs84(wgs84));
}

Place wgs84_from_bd09(Place bd09) {
    return wgs84_from_gcj02(gcj02_from_bd09(bd09));
}

} // namespace chengyun
