// What of the map belongs into an account's hall; the hub's area scope as the console knows it.
#pragma once

#include "core/area/area.h"

#include <string>
#include <string_view>

namespace chengyun::console {

/// The hub tells of a value that moves from one area to another in both: whoever is left behind
/// drops it by this. Units of orders one sees stay, wherever they lie.
struct Scope {
    std::string area; ///< empty: everywhere
    std::string unit; ///< the account's own, which stays wherever it lies

    [[nodiscard]] bool holds(std::string_view place) const { return area_contains(area, place); }
    bool operator==(const Scope&) const = default;
};

} // namespace chengyun::console
