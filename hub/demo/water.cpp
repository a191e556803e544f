#include "hub/demo/geography.h"

#include "core/json/codec.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <limits>

namespace chengyun::hub {

namespace {

Box box_of(const Ring& ring) {
    Box box{180, 90, -180, -90};
    for (const auto place : ring) {
        box.west = std::min(box.west, place.lon);
        box.east = std::max(box.east, place.lon);
        box.south = std::min(box.south, place.lat);
        box.north = std::max(box.north, place.lat);
    }
    return box;
}

Ring ring_of(const boost::json::value& value) {
    Ring out;
    if (const auto* points = value.if_array())
        for (const auto& point : *points)
            if (const auto* pair = point.if_array(); pair && pair->size() >= 2)
                out.push_back({(*pair)[0].to_number<double>(), (*pair)[1].to_number<double>()});
    return out;
}

} // namespace

bool contains(const std::vector<Ring>& rings, Place p) {
    bool inside = false;
    for (const auto& ring : rings) {
        for (std::size_t i = 0, k = ring.size() - 1; i < ring.size(); k = i++) {
            const auto a = ring[i];
            const auto b = ring[k];
            if ((a.lat > p.lat) != (b.lat > p.lat) &&
                p.lon < (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat) + a.lon)
                inside = !inside;
        }
    }
    return inside;
}

Result<Water> Water::load(const std::filesystem::path& file, const Box& box) {
    Water out;
    if (file.empty())
        return out;
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in)
        return fail(FailureKind::not_found, "water", "cannot read " + file.string());
    const auto parsed = json::parse(text);
    if (!parsed)
        return parsed.error();
    boost::system::error_code error;
    const auto* features = parsed->find_pointer("/features", error);
    if (!features || !features->is_array())
        return fail(FailureKind::malformed, "water", "no features in " + file.string());
    for (const auto& feature : features->get_array()) {
        const auto* rings = feature.find_pointer("/geometry/coordinates", error);
        if (!rings || !rings->is_array())
            continue;
        Body body;
        for (const auto& ring : rings->get_array())
            if (auto points = ring_of(ring); points.size() >= 4)
                body.rings.push_back(std::move(points));
        if (body.rings.empty())
            continue;
        body.box = box_of(body.rings.front());
        if (body.box.east > box.west && body.box.west < box.east && body.box.north > box.south &&
            body.box.south < box.north)
            out.bodies_.push_back(std::move(body));
    }
    return out;
}

bool Water::is_wet(Place place) const {
    return std::ranges::any_of(bodies_, [&](const Body& body) {
        return body.box.contains(place) && contains(body.rings, place);
    });
}

bool Water::is_dry(Place place) const {
    constexpr double spare = 0.0006; // degrees, about sixty metres
    constexpr std::array<Place, 9> around = {{{0, 0},
                                              {spare, 0},
                                              {-spare, 0},
                                              {0, spare},
                                              {0, -spare},
                                              {spare, spare},
                                              {-spare, spare},
                                              {spare, -spare},
                                              {-spare, -spare}}};
    return std::ranges::none_of(
        around, [&](Place step) { return is_wet({place.lon + step.lon, place.lat + step.lat}); });
}

double Water::shore_m(Place place) const {
    double nearest = std::numeric_limits<double>::infinity();
    for (const auto& body : bodies_)
        for (const auto& ring : body.rings)
            for (const auto corner : ring)
                nearest = std::min(nearest, distance_m(place, corner));
    return nearest;
}

} // namespace chengyun::hub
