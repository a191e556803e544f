// Administrative areas by the 12-digit statistical code: 6 digits district, 3 street, 3 community.
#pragma once

#include "core/geo/place.h"
#include "core/result.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun {

enum class AreaLevel { city, district, street, community };
BOOST_DESCRIBE_ENUM(AreaLevel, city, district, street, community)

/// Pads a 4-, 6-, 9- or 12-digit code with zeros to 12 digits; fails with invalid_field otherwise.
[[nodiscard]] Result<std::string> full_area_code(std::string_view code);
/// Level by trailing zeros of a 12-digit code.
[[nodiscard]] AreaLevel area_level(std::string_view code12);
/// The 12-digit code one level up; empty for a city.
[[nodiscard]] std::string parent_area(std::string_view code12);
/// True when `inner` lies in `outer` or is it. An empty `outer` is everywhere; an empty `inner`
/// lies only in everywhere.
[[nodiscard]] bool area_contains(std::string_view outer, std::string_view inner);

struct Area {
    std::string code; ///< 12 digits
    std::string name;
    std::string parent; ///< 12 digits, or empty
    AreaLevel level = AreaLevel::community;
    std::optional<Place> centre;
    /// Outer and inner rings of all polygons, WGS-84, closed; even-odd rule.
    std::vector<std::vector<Place>> rings;
    std::optional<std::int64_t> population;
    std::string initials; ///< pinyin initials for search, lower case

    bool operator==(const Area&) const = default;
};
BOOST_DESCRIBE_STRUCT(Area, (), (code, name, parent, level, centre, rings, population, initials))

} // namespace chengyun
