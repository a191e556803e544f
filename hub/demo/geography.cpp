#include "hub/demo/geography.h"

#include "core/pinyin/pinyin.h"
#include "hub/demo/demo.h"
#include "hub/demo/texts.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace chengyun::hub {

namespace {

constexpr Place centre{114.585, 30.578};
constexpr double half_width = 0.150;  // degrees east
constexpr double half_height = 0.108; // degrees north
constexpr std::size_t street_count = 9;
constexpr std::size_t community_count = 7; // of each street
constexpr double edge = 0.004;             // degrees between corners once borders are bent

/// An oval with a few waves: no district is a rectangle.
Ring outline() {
    Ring ring;
    constexpr int corners = 72;
    for (int i = 0; i < corners; ++i) {
        const double a = 2 * std::numbers::pi * i / corners;
        const double r = 1 + 0.07 * std::sin(3 * a + 0.6) + 0.05 * std::sin(5 * a + 2.1);
        // The fourth root makes the oval fuller towards its corners.
        const double full = std::pow(
            std::pow(std::abs(std::cos(a)), 3) + std::pow(std::abs(std::sin(a)), 3), -1.0 / 3);
        ring.push_back({centre.lon + half_width * r * full * std::cos(a),
                        centre.lat + half_height * r * full * std::sin(a)});
    }
    return ring;
}

double square(double value) {
    return value * value;
}

/// What of the ring is nearer to `seed` than to `other`.
Ring cut(const Ring& ring, Place seed, Place other) {
    const auto side = [&](Place p) {
        return square(p.lon - other.lon) + square(p.lat - other.lat) - square(p.lon - seed.lon) -
               square(p.lat - seed.lat);
    };
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto a = ring[i];
        const auto b = ring[(i + 1) % ring.size()];
        const double sa = side(a);
        const double sb = side(b);
        if (sa >= 0)
            out.push_back(a);
        if ((sa >= 0) != (sb >= 0)) {
            const double t = sa / (sa - sb);
            out.push_back({a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)});
        }
    }
    return out;
}

std::vector<Ring> cells(const Ring& ring, const std::vector<Place>& seeds) {
    std::vector<Ring> out;
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        Ring cell = ring;
        for (std::size_t k = 0; k < seeds.size(); ++k)
            if (k != i)
                cell = cut(cell, seeds[i], seeds[k]);
        out.push_back(std::move(cell));
    }
    return out;
}

Place middle_of(const Ring& ring) {
    double area = 0;
    Place sum;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto a = ring[i];
        const auto b = ring[(i + 1) % ring.size()];
        // Relative to the first corner, so that nothing is lost to rounding.
        const double ax = a.lon - ring[0].lon;
        const double ay = a.lat - ring[0].lat;
        const double bx = b.lon - ring[0].lon;
        const double by = b.lat - ring[0].lat;
        const double cross = ax * by - bx * ay;
        area += cross;
        sum.lon += (ax + bx) * cross;
        sum.lat += (ay + by) * cross;
    }
    return {ring[0].lon + sum.lon / (3 * area), ring[0].lat + sum.lat / (3 * area)};
}

/// Parts of about equal size: seeds thrown at random, then moved to the middles of their cells.
std::vector<Ring> divide(const Ring& ring, std::size_t parts, Dice& dice) {
    auto [west, east] = std::ranges::minmax(ring, {}, &Place::lon);
    auto [south, north] = std::ranges::minmax(ring, {}, &Place::lat);
    std::vector<Place> seeds;
    while (seeds.size() < parts) {
        const Place seed{dice.real(west.lon, east.lon), dice.real(south.lat, north.lat)};
        if (contains({ring}, seed))
            seeds.push_back(seed);
    }
    constexpr int rounds = 6;
    for (int round = 0; round < rounds; ++round) {
        const auto found = cells(ring, seeds);
        for (std::size_t i = 0; i < parts; ++i)
            seeds[i] = middle_of(found[i]);
    }
    return cells(ring, seeds);
}

/// Bends the plane a little, the same for all who share a border, so that borders look grown.
Place bent(Place p) {
    const double x = (p.lon - centre.lon) * 100;
    const double y = (p.lat - centre.lat) * 100;
    return {p.lon + 0.0022 * std::sin(1.3 * y + 0.4) + 0.0011 * std::sin(3.1 * y + 1.7 * x),
            p.lat + 0.0020 * std::sin(1.2 * x + 1.1) + 0.0010 * std::sin(2.9 * x - 1.3 * y)};
}

Ring border(const Ring& ring) {
    Ring out;
    const auto round = [](double value) { return std::round(value * 1e6) / 1e6; };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto a = ring[i];
        const auto b = ring[(i + 1) % ring.size()];
        const auto steps =
            std::max(1, static_cast<int>(std::hypot(b.lon - a.lon, b.lat - a.lat) / edge));
        for (int s = 0; s < steps; ++s) {
            const double t = static_cast<double>(s) / steps;
            const auto p = bent({a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)});
            out.push_back({round(p.lon), round(p.lat)});
        }
    }
    out.push_back(out.front());
    return out;
}

Area area_of(const std::string& code, const std::string& name) {
    Area area;
    area.code = code;
    area.name = name;
    area.level = area_level(code);
    area.parent = parent_area(code);
    area.initials = pinyin_initials(name);
    return area;
}

} // namespace

Result<Geography> Geography::make(Dice& dice, const std::filesystem::path& water) {
    Geography out;
    const Box box{centre.lon - 2 * half_width, centre.lat - 2 * half_height,
                  centre.lon + 2 * half_width, centre.lat + 2 * half_height};
    auto loaded = Water::load(water, box);
    if (!loaded)
        return loaded.error();
    out.water = std::move(*loaded);

    const auto whole = outline();
    const std::string prefix(demo_district.substr(0, 6));
    auto city = area_of(prefix.substr(0, 4) + "00000000", "示例市（演示）");
    city.centre = centre;
    auto district = area_of(std::string(demo_district), "云汀区（演示）");
    district.rings = {border(whole)};
    district.centre = centre;
    district.population = 0;
    const auto street_cells = divide(whole, street_count, dice);
    std::size_t named = 0;
    for (std::size_t s = 0; s < street_count; ++s) {
        auto street = area_of(std::format("{}{:03}000", prefix, s + 1), texts::streets[s]);
        street.rings = {border(street_cells[s])};
        street.centre = bent(middle_of(street_cells[s]));
        street.population = 0;
        const auto parts = divide(street_cells[s], community_count, dice);
        for (std::size_t c = 0; c < community_count; ++c) {
            auto community = area_of(std::format("{}{:03}{:03}", prefix, s + 1, c + 1),
                                     std::string(texts::communities[named++]) + "社区");
            community.rings = {border(parts[c])};
            community.centre = bent(middle_of(parts[c]));
            community.population = dice.between(2400, 11800);
            *street.population += *community.population;
            out.communities.push_back(std::move(community));
        }
        *district.population += *street.population;
        out.streets.push_back(std::move(street));
    }
    out.areas = {city, district};
    out.areas.insert(out.areas.end(), out.streets.begin(), out.streets.end());
    out.areas.insert(out.areas.end(), out.communities.begin(), out.communities.end());
    return out;
}

Place Geography::place_in(const Area& area, Dice& dice, bool by_water) const {
    const auto& ring = area.rings.front();
    const auto [west, east] = std::ranges::minmax(ring, {}, &Place::lon);
    const auto [south, north] = std::ranges::minmax(ring, {}, &Place::lat);
    Place best = *area.centre;
    double nearest = -1;
    int wanted = by_water ? 24 : 1;
    constexpr int tries = 2000; // a community that is nearly all lake keeps its centre
    for (int i = 0; i < tries && wanted > 0; ++i) {
        const Place place{std::round(dice.real(west.lon, east.lon) * 1e6) / 1e6,
                          std::round(dice.real(south.lat, north.lat) * 1e6) / 1e6};
        if (!contains(area.rings, place) || !water.is_dry(place))
            continue;
        --wanted;
        const double shore = by_water ? water.shore_m(place) : 0;
        if (nearest < 0 || shore < nearest) {
            nearest = shore;
            best = place;
        }
    }
    return best;
}

} // namespace chengyun::hub
