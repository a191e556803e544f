// A place on the Earth as the product stores and sends it.
#pragma once

#include <boost/describe/class.hpp>

namespace chengyun {

/// WGS-84 degrees (EPSG:4326, longitude first).
struct Place {
    double lon = 0;
    double lat = 0;
    bool operator==(const Place&) const = default;
};
BOOST_DESCRIBE_STRUCT(Place, (), (lon, lat))

/// West, south, east, north in WGS-84 degrees; never crosses the antimeridian.
struct Box {
    double west = 0, south = 0, east = 0, north = 0;
    bool operator==(const Box&) const = default;
    [[nodiscard]] bool contains(Place p) const {
        return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
    }
};
BOOST_DESCRIBE_STRUCT(Box, (), (west, south, east, north))

/// False for values outside the globe and for (0, 0), which in data means "not known".
[[nodiscard]] bool is_plausible(Place place);

/// Great-circle distance in metres on the mean sphere (within 0.5 % of the ellipsoid).
[[nodiscard]] double distance_m(Place a, Place b);

} // namespace chengyun
