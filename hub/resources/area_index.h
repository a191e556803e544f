// Which area a place lies in.
#pragma once

#include "core/area/area.h"

#include <string>
#include <vector>

namespace chengyun::hub {

/// Built once from a set of areas, then only read: any thread.
class AreaIndex {
public:
    explicit AreaIndex(const std::vector<Area>& areas);

    /// AreaService::containing says how.
    [[nodiscard]] std::string containing(Place place) const;

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
    std::vector<Shape> shapes_; ///< finest level first
    std::vector<Centre>
        centres_; ///< of the finest level that has any; only when there are no shapes
};

} // namespace chengyun::hub
