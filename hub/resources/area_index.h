// Which area a place lies in.
#pragma once

#include "core/area/area.h"

#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// Built once from a set of areas, then only read: any thread.
class AreaIndex {
public:
    explicit AreaIndex(const std::vector<Area>& areas);

    /// Is there an area of this 12-digit code?
    [[nodiscard]] bool knows(std::string_view code) const;
    /// AreaService::containing says how.
    [[nodiscard]] std::string containing(Place place) const;
    /// Nothing says that the place is not in `scope` (empty: everywhere). Borders decide where the
    /// scope, or an area below it, has them: the place lies within, or it lies in nobody else's
    /// area and within a kilometre of the box around them, because quays, bridges and gaps between
    /// simplified borders are nobody's. A scope without borders is known by its centre, or a
    /// centre below it: at most 20 km away, and not within the borders of an area that is not
    /// around it. Of a scope without either nothing is known.
    [[nodiscard]] bool may_lie_in(std::string_view scope, Place place) const;

private:
    struct Shape {
        std::string code;
        Box box;
        std::vector<std::vector<Place>> rings;
        [[nodiscard]] bool contains(Place place) const;
    };
    struct Centre {
        std::string code;
        Place place;
    };
    /// The finest that the place lies within, or null.
    [[nodiscard]] const Shape* shape_at(Place place) const;

    std::vector<std::string> codes_; ///< sorted
    std::vector<Shape> shapes_;      ///< finest level first
    std::vector<Centre> centres_;
    AreaLevel finest_centre_ = AreaLevel::city; ///< of them
};

} // namespace chengyun::hub
