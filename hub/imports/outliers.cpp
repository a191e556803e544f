#include "hub/imports/outliers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace chengyun::hub {

namespace {

constexpr std::size_t fewest = 20;
constexpr double scatters = 4;
constexpr double normal_scale = 1.4826; // makes the median deviation comparable to a standard one
constexpr double least_far_m = 1000;    // houses of one street are never far from each other

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

Spread Spread::of(std::span<const Place> places) {
    Spread out;
    out.places = places.size();
    std::vector<double> lons;
    std::vector<double> lats;
    for (const auto place : places) {
        lons.push_back(place.lon);
        lats.push_back(place.lat);
    }
    out.middle = {median(std::move(lons)), median(std::move(lats))};
    std::vector<double> distances;
    for (const auto place : places)
        distances.push_back(distance_m(out.middle, place));
    out.typical_m = median(distances);
    for (auto& distance : distances)
        distance = std::abs(distance - out.typical_m);
    out.scatter_m = normal_scale * median(std::move(distances));
    return out;
}

double Spread::far_m() const {
    if (places < fewest)
        return std::numeric_limits<double>::infinity();
    return std::max(least_far_m, typical_m + scatters * scatter_m);
}

std::vector<std::size_t> far_from_rest(std::span<const Place> places, const Spread& spread) {
    std::vector<std::size_t> out;
    const double far = spread.far_m();
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (distance_m(spread.middle, places[i]) <= far)
            continue;
        bool alone = true;
        for (std::size_t k = 0; alone && k < places.size(); ++k)
            alone = k == i || distance_m(places[i], places[k]) > spread.typical_m / 2;
        if (alone)
            out.push_back(i);
    }
    return out;
}

} // namespace chengyun::hub
