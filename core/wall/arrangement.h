// Screens of one size in rows and columns, with the same gap between all of them: how most walls
// hang.
#pragma once

#include "core/wall/wall.h"

namespace chengyun {

struct Arrangement {
    std::int64_t across = 1; ///< screens side by side, and one below another: 1 … most_wall_screens
    std::int64_t down = 1;
    std::int64_t width = 1920; ///< of each, in pixels
    std::int64_t height = 1080;
    std::int64_t gap = 0; ///< of the bezels, in pixels
    bool operator==(const Arrangement&) const = default;
};

/// From left to right, from the top down. They keep the names that `before` has in this order, so
/// that what stands on them stays; others are named by number. check(Wall) says whether a wall may
/// have so many of such a size.
[[nodiscard]] std::vector<WallScreen> arranged(const Arrangement& arrangement,
                                               const std::vector<WallScreen>& before);

/// Nothing for screens that hang otherwise.
[[nodiscard]] std::optional<Arrangement> arrangement_of(const std::vector<WallScreen>& screens);

} // namespace chengyun
