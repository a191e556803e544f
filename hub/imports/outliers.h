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
    /// Beyond this distance from the middle a place is far; infinite where there are too few places
    /// to judge. Tells a place whose coordinates were exchanged from one where they were not.
    [[nodiscard]] double far_m() const;
    /// A place with no other within this distance stands apart from the rest.
    [[nodiscard]] double apart_m() const;
};

/// Positions in `places` of those with no other place within half the typical distance from the
/// middle, whichever way they lie: in the sea before the coast as well as in another country.
/// Places of a distant town keep each other company and are not doubted. None of fewer than 20
/// places. docs/import.md says why. At most 124 pairs a place are compared, however they lie;
/// `compared` is told how many.
[[nodiscard]] std::vector<std::size_t>
far_from_rest(std::span<const Place> places, const Spread& spread, std::size_t* compared = nullptr);

} // namespace chengyun::hub
