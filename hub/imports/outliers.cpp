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

/// Places in cubes so small that two in the same one are always within reach of each other. Only a
/// place that is alone in its cube has to be compared with others, and at most 124 such cubes lie
/// around any cube: the comparisons grow with the places, not with their square, however they lie.
/// Straight through the earth instead of along degrees: at the poles and the date line too.
class Neighbourhood {
public:
    Neighbourhood(std::span<const Place> places, double reach_m)
        : places_(places), reach_m_(reach_m),
          side_m_(straight_m(reach_m) / std::numbers::sqrt3 * (1 - rounding)) {
        for (std::size_t i = 0; i < places.size(); ++i)
            cubes_[cube_of(places[i])].push_back(i);
    }

    /// Positions of those without anybody within reach, in order.
    [[nodiscard]] std::vector<std::size_t> alone() {
        std::vector<std::size_t> out;
        for (const auto& [cube, members] : cubes_)
            if (members.size() == 1 && !has_neighbour(cube, members.front()))
                out.push_back(members.front());
        std::ranges::sort(out);
        return out;
    }
    [[nodiscard]] std::size_t compared() const { return compared_; }

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
    /// A cube's diagonal is just below the reach, so a place within reach lies at most two cubes
    /// further in each direction.
    static constexpr int around = 2;
    static constexpr double rounding = 1e-9;

    /// The straight line between two places that are `reach_m` apart along the ground.
    [[nodiscard]] static double straight_m(double reach_m) {
        const double angle = std::min(reach_m / earth_m, std::numbers::pi);
        return 2 * earth_m * std::sin(angle / 2);
    }

    [[nodiscard]] Cube cube_of(Place place) const {
        constexpr double radian = std::numbers::pi / 180;
        const double level = std::cos(place.lat * radian);
        const auto part = [&](double unit) {
            return static_cast<int>(std::floor(unit * earth_m / side_m_));
        };
        return {part(level * std::cos(place.lon * radian)),
                part(level * std::sin(place.lon * radian)), part(std::sin(place.lat * radian))};
    }

    [[nodiscard]] bool has_neighbour(const Cube& middle, std::size_t i) {
        for (int x = -around; x <= around; ++x)
            for (int y = -around; y <= around; ++y)
                for (int z = -around; z <= around; ++z) {
                    const auto cube = cubes_.find({middle[0] + x, middle[1] + y, middle[2] + z});
                    if (cube != cubes_.end() &&
                        std::ranges::any_of(cube->second, [&](std::size_t k) {
                            if (k == i)
                                return false;
                            ++compared_;
                            return distance_m(places_[i], places_[k]) <= reach_m_;
                        }))
                        return true;
                }
        return false;
    }

    std::span<const Place> places_;
    double reach_m_;
    double side_m_;
    std::size_t compared_ = 0;
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

std::vector<std::size_t> far_from_rest(std::span<const Place> places, const Spread& spread,
                                       std::size_t* compared) {
    if (places.size() < fewest)
        return {};
    Neighbourhood rest(places, spread.apart_m());
    auto out = rest.alone();
    if (compared)
        *compared = rest.compared();
    return out;
}

} // namespace chengyun::hub
