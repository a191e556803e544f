// A made-up district for tests and benches: resources about Caidian, the same at every run.
#pragma once

#include "app/map/map_feed.h"
#include "core/area/area.h"
#include "core/resource/kinds.h"
#include "core/resource/resource.h"

#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

namespace chengyun::console::fixture {

/// `count` resources about a few centres, thinning out from them.
[[nodiscard]] inline std::vector<Resource> resources(std::size_t count, unsigned seed = 7) {
    std::mt19937_64 random(seed);
    const std::vector<Place> centres{{114.03, 30.58}, {113.97, 30.49}, {114.16, 30.52},
                                     {114.08, 30.65}, {113.88, 30.60}, {114.26, 30.58},
                                     {114.33, 30.54}};
    std::uniform_real_distribution<double> unit(0, 1);
    const auto kinds = resource_kinds();
    std::vector<Resource> made;
    made.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        Resource resource;
        char id[40];
        std::snprintf(id, sizeof(id), "01900000-0000-7000-8000-%012zx", i);
        resource.id = id;
        const Kind& kind = kinds[std::size_t(unit(random) * double(kinds.size()))];
        resource.layer = kind.layer;
        resource.kind = kind.key;
        resource.name = std::string(kind.zh) + " " + std::to_string(i);
        resource.state = unit(random) < 0.75  ? Availability::available
                         : unit(random) < 0.6 ? Availability::committed
                                              : Availability::unavailable;
        if (kind.layer == Layer::risk)
            resource.level = Level(1 + int(unit(random) * 4));
        const Place centre = centres[std::size_t(unit(random) * double(centres.size()))];
        const double r = 0.14 * std::pow(unit(random), 1.7);
        const double turn = unit(random) * 2 * 3.14159265358979;
        resource.place = {centre.lon + r * std::cos(turn), centre.lat + r * 0.8 * std::sin(turn)};
        made.push_back(std::move(resource));
    }
    return made;
}

[[nodiscard]] inline std::vector<MapPin> pins() {
    std::vector<MapPin> made;
    const auto add = [&](Level level, double lon, double lat, bool fresh, bool late) {
        MapPin pin;
        pin.id = "order-" + std::to_string(made.size());
        pin.title = "Order " + std::to_string(made.size());
        pin.number = 2030 + std::int64_t(made.size());
        pin.level = level;
        pin.fresh = fresh;
        pin.late = late;
        pin.place = {lon, lat};
        made.push_back(std::move(pin));
    };
    add(Level::I, 114.035, 30.585, true, false);
    add(Level::II, 113.99, 30.50, false, true);
    add(Level::III, 114.12, 30.56, false, false);
    add(Level::IV, 114.20, 30.60, true, false);
    add(Level::III, 113.90, 30.62, false, true);
    return made;
}

/// A district of 20 streets of 16 communities each, with uneven borders.
[[nodiscard]] inline std::vector<Area> areas() {
    constexpr int columns = 20;
    constexpr int rows = 16;
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> unit(-0.3, 0.3);
    const double w = 0.5 / columns;
    const double h = 0.34 / rows;
    std::vector<std::vector<Place>> corner(rows + 1, std::vector<Place>(columns + 1));
    for (int r = 0; r <= rows; ++r)
        for (int c = 0; c <= columns; ++c)
            corner[std::size_t(r)][std::size_t(c)] = {113.80 + (c + unit(random)) * w,
                                                      30.72 - (r + unit(random)) * h};
    const auto at = [&](int r, int c) { return corner[std::size_t(r)][std::size_t(c)]; };
    /// A border between two corners bends the same way whoever asks.
    const auto border = [&](std::vector<Place>& ring, Place a, Place b) {
        ring.push_back(a);
        const double way = a.lon < b.lon || (a.lon == b.lon && a.lat < b.lat) ? 1 : -1;
        const double s = way * std::sin((a.lon + b.lon) * 9000) * 0.18;
        for (const double t : {0.25, 0.5, 0.75}) {
            const double bend = std::sin(t * 3.14159265358979) * s;
            ring.push_back({a.lon + (b.lon - a.lon) * t + (b.lat - a.lat) * bend,
                            a.lat + (b.lat - a.lat) * t + (a.lon - b.lon) * bend});
        }
    };
    const auto block = [&](int r, int c, int n) {
        std::vector<Place> ring;
        for (int i = 0; i < n; ++i)
            border(ring, at(r, c + i), at(r, c + i + 1));
        for (int i = 0; i < n; ++i)
            border(ring, at(r + i, c + n), at(r + i + 1, c + n));
        for (int i = n; i > 0; --i)
            border(ring, at(r + n, c + i), at(r + n, c + i - 1));
        for (int i = n; i > 0; --i)
            border(ring, at(r + i, c), at(r + i - 1, c));
        ring.push_back(ring.front());
        return ring;
    };
    std::vector<Area> made;
    for (int r = 0; r < rows; r += 4)
        for (int c = 0; c < columns; c += 4) {
            Area street;
            street.level = AreaLevel::street;
            char code[16];
            std::snprintf(code, sizeof(code), "990114%03d000", r * columns + c);
            street.code = code;
            street.name = "示范街道" + std::to_string(made.size() / 17 + 1);
            street.rings = {block(r, c, 4)};
            made.push_back(street);
            for (int i = 0; i < 16; ++i) {
                Area community;
                community.level = AreaLevel::community;
                std::snprintf(code, sizeof(code), "990114%03d%03d", r * columns + c, i + 1);
                community.code = code;
                community.name = "社区" + std::to_string(made.size());
                community.rings = {block(r + i / 4, c + i % 4, 1)};
                made.push_back(community);
            }
        }
    return made;
}

} // namespace chengyun::console::fixture
