#include "hub/resources/area_index.h"

#include <algorithm>
#include <limits>

namespace chengyun::hub {

namespace {

constexpr double nearest_limit_m = 20'000;
/// How far from the borders a place may be that lies in no area.
constexpr double border_slack_m = 1'000;

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

/// Not across the 180th meridian, where no area of ours lies.
[[nodiscard]] bool is_near(const Box& box, Place place) {
    const Place nearest{std::clamp(place.lon, box.west, box.east),
                        std::clamp(place.lat, box.south, box.north)};
    return distance_m(place, nearest) <= border_slack_m;
}

} // namespace

AreaIndex::AreaIndex(const std::vector<Area>& areas) {
    for (const auto& area : areas) {
        codes_.push_back(area.code);
        if (!area.rings.empty())
            shapes_.push_back({area.code, box_of(area.rings), area.rings});
        if (area.centre) {
            centres_.push_back({area.code, *area.centre});
            finest_centre_ = std::max(finest_centre_, area_level(area.code));
        }
    }
    std::ranges::sort(codes_);
    std::ranges::stable_sort(shapes_, std::ranges::greater{}, [](const Shape& shape) {
        return area_level(shape.code); // community is the greatest
    });
}

bool AreaIndex::knows(std::string_view code) const {
    return std::ranges::binary_search(codes_, code);
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

const AreaIndex::Shape* AreaIndex::shape_at(Place place) const {
    const auto found =
        std::ranges::find_if(shapes_, [&](const Shape& shape) { return shape.contains(place); });
    return found == shapes_.end() ? nullptr : &*found;
}

std::string AreaIndex::containing(Place place) const {
    if (const auto* shape = shape_at(place))
        return shape->code;
    if (!shapes_.empty())
        return {};
    const Centre* nearest = nullptr;
    double best = nearest_limit_m;
    for (const auto& centre : centres_) {
        if (area_level(centre.code) != finest_centre_)
            continue;
        if (const double distance = distance_m(place, centre.place); distance <= best) {
            best = distance;
            nearest = &centre;
        }
    }
    return nearest ? nearest->code : std::string();
}

bool AreaIndex::may_lie_in(std::string_view scope, Place place) const {
    if (scope.empty())
        return true;
    bool has_borders = false, is_beside = false;
    for (const auto& shape : shapes_) {
        if (!area_contains(scope, shape.code))
            continue;
        if (shape.contains(place))
            return true;
        has_borders = true;
        is_beside = is_beside || is_near(shape.box, place);
    }
    // Of a district around a street nothing follows for the street; any other area is another's.
    if (const auto* other = shape_at(place); other && !area_contains(other->code, scope))
        return false;
    if (has_borders)
        return is_beside;
    bool has_centre = false;
    for (const auto& centre : centres_) {
        if (!area_contains(scope, centre.code))
            continue;
        if (distance_m(place, centre.place) <= nearest_limit_m)
            return true;
        has_centre = true;
    }
    return !has_centre;
}

} // namespace chengyun::hub
