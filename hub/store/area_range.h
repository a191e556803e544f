// Areas below an area, as a range of codes that an index can answer.
#pragma once

#include <string>
#include <string_view>

namespace chengyun::hub {

/// Both ends included. Same meaning as core's area_contains for 12-digit codes.
struct AreaRange {
    std::string first, last;
};

[[nodiscard]] inline AreaRange area_range(std::string_view code12) {
    std::size_t digits = 12;
    for (const std::size_t shorter : {9U, 6U, 4U, 2U})
        if (code12.size() == 12 && code12.find_first_not_of('0', shorter) == std::string_view::npos)
            digits = shorter;
    AreaRange range{std::string(code12), std::string(code12.substr(0, digits))};
    range.last.resize(12, '9');
    return range;
}

} // namespace chengyun::hub
