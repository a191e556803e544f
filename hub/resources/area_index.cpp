#include "hub/resources/area_index.h"

#include <algorithm>
#include <limits>

namespace chengyun::hub {

namespace {

constexpr double nearest_limit_m = 20'000;

[[nodiscard]] Box box_of(const std::vector<std::vector<Place>>& rings) {
    constexpr double far = std::numeric_limits<double>::max();
    Box box{far, far, -far, -far};
    for (const auto& ring : rings)
        for (const auto& p : ring) {
            box.west = std::min(box.west, p.lon);
            box.south = std::min(box.south, p.lat);
            box.east = std::max(box.east, p.lon);
            box.north = std::max(box.north, p.lat);
        }
    return box;
}

} // namespace

AreaIndex::AreaIndex(const std::vector<Area>& areas) {
    for (const auto& area : areas)
        if (!area.rings.empty())
            shapes_.push_back({area.code, box_of(area.rings), area.rings});
    std::ranges::stable_sort(shapes_, std::ranges::greater{}, [](const Shape& shape) {
        return area_level(shape.code); // community is the greatest
    });
    if (!shapes_.empty())
        return;
    for (const auto& area : areas)
        if (area.centre)
            centres_.push_back({area.code, *area.centre});
    if (centres_.empty())
        return;
    const auto level_of = [](const Centre& centre) { return area_level(centre.code); };
    const auto finest = level_of(*std::ranges::max_element(centres_, {}, level_of));
    std::erase_if(centres_, [&](const Centre& centre) { return level_of(centre) != finest; });
}

bool AreaIndex::Shape::contains(Place place) const {
    if (!box.contains(place))
        return false;
    // Even-odd over all rings together, so that holes and islands need no order.
    bool inside = false;
    for (const auto& ring : rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const auto& a = ring[i];
            const auto& b = ring[j];
            if ((a.lat > place.lat) != (b.lat > place.lat) &&
                place.lon < (b.lon - a.lon) * (place.lat - a.lat) / (b.lat - a.lat) + a.lon)
                inside = !inside;
        }
    return inside;
}

std::string AreaIndex::containing(Place place) const {
    for (const auto& shape : shapes_)
        if (shape.contains(place))
            return shape.code;
    const Centre* nearest = nullptr;
    double best = nearest_limit_m;
    for (const auto& centre : centres_)
        if (const double distance = distance_m(place, centre.place); distance <= best) {
            best = distance;
            nearest = &centre;
        }
    return nearest ? nearest->code : std::string();
}

} // namespace chengyun::hub
