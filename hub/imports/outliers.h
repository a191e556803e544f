// Places that lie far from the rest of their file.
#pragma once

#include "core/geo/place.h"

#include <cstddef>
#include <span>
#include <vector>

namespace chengyun::hub {

/// The middle of a set of places and how far they usually are from it, so that a few wrong ones
/// (in another country, at the pole) do not move either.
struct Spread {
    Place middle;         ///< medians of longitude and latitude
    double typical_m = 0; ///< median distance from the middle
    double scatter_m = 0; ///< 1.4826 · median absolute deviation of the distances
    std::size_t places = 0;

    [[nodiscard]] static Spread of(std::span<const Place> places);
    /// Beyond this distance a place is far; infinite where there are too few places to judge.
    [[nodiscard]] double far_m() const;
};

/// Positions in `places` of those farther from the middle than typical + 4 scatters, with no other
/// place within half the typical distance: far from the rest and alone, so that a distant town,
/// whose places keep each other company, is not doubted. docs/import.md says why.
[[nodiscard]] std::vector<std::size_t> far_from_rest(std::span<const Place> places,
                                                     const Spread& spread);

} // namespace chengyun::hub
