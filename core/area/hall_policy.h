// What all seats of a hall say alike: by which clock, and in which coordinates.
#pragma once

#include <boost/describe/class.hpp>

#include <array>
#include <string>
#include <string_view>

namespace chengyun {

/// How coordinates are shown. On the wire they are WGS-84 always. CGCS2000 differs from it by less
/// than a metre.
inline constexpr std::array<std::string_view, 4> shown_coordinates{"WGS-84", "CGCS2000", "GCJ-02",
                                                                   "BD-09"};

struct HallPolicy {
    std::string zone;                   ///< IANA name ("Asia/Shanghai"); empty: not known
    std::string coordinates = "WGS-84"; ///< one of shown_coordinates
    bool operator==(const HallPolicy&) const = default;
};
BOOST_DESCRIBE_STRUCT(HallPolicy, (), (zone, coordinates))

} // namespace chengyun
