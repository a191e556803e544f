#include "hub/imports/outliers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <unordered_map>

namespace chengyun::hub {

namespace {

constexpr std::size_t fewest = 20;
constexpr double scatters = 4;
constexpr double normal_scale = 1.4826; // makes the median deviation comparable to a standard one
constexpr double least_far_m = 1000;    // houses of one street are never far from each other
constexpr double earth_m = 6'371'009;

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Places in cubes of `reach_m` around the middle of the earth, so that whoever is within reach of
/// a place stands in its cube or one of the 26 around it, at the poles and the date line too.
class Neighbourhood {
public:
    Neighbourhood(std::span<const Place> places, double reach_m)
        : places_(places), reach_m_(reach_m) {
        for (std::size_t i = 0; i < places.size(); ++i)
            cubes_[cube_of(places[i])].push_back(i);
    }

    [[nodiscard]] bool has_neighbour(std::size_t i) const {
        const auto middle = cube_of(places_[i]);
        for (int n = 0; n < 27; ++n) {
            const auto cube = cubes_.find(
                {middle[0] + n % 3 - 1, middle[1] + n / 3 % 3 - 1, middle[2] + n / 9 - 1});
            if (cube != cubes_.end() && std::ranges::any_of(cube->second, [&](std::size_t k) {
                    return k != i && distance_m(places_[i], places_[k]) <= reach_m_;
                }))
                return true;
        }
        return false;
    }

private:
    using Cube = std::array<int, 3>;
    struct Hash {
        std::size_t operator()(const Cube& cube) const {
            std::size_t hash = 0;
            for (const int part : cube)
                hash = hash * 1'000'003 + static_cast<std::size_t>(part);
            return hash;
        }
    };
    [[nodiscard]] Cube cube_of(Place place) const {
        constexpr double radian = std::numbers::pi / 180;
        const double level = std::cos(place.lat * radian);
        const auto part = [&](double unit) {
            return static_cast<int>(std::floor(unit * earth_m / reach_m_));
        };
        return {part(level * std::cos(place.lon * radian)),
                part(level * std::sin(place.lon * radian)), part(std::sin(place.lat * radian))};
    }

    std::span<const Place> places_;
    double reach_m_;
    std::unordered_map<Cube, std::vector<std::size_t>, Hash> cubes_;
};

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

double Spread::apart_m() const {
    return std::max(least_far_m, typical_m / 2);
}

double Spread::far_m() const {
    if (places < fewest)
        return std::numeric_limits<double>::infinity();
    return std::max(least_far_m, typical_m + scatters * scatter_m);
}

std::vector<std::size_t> far_from_rest(std::span<const Place> places, const Spread& spread) {
    std::vector<std::size_t> out;
    if (places.size() < fewest)
        return out;
    const double apart = spread.apart_m();
    const Neighbourhood rest(places, apart);
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!rest.has_neighbour(i))
            out.push_back(i);
    return out;
}

} // namespace chengyun::hub
