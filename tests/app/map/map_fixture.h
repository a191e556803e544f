// A made-up district for tests and benches: resources about Caidian, the same at every run.
#pragma once

#include "app/map/map_feed.h"
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
    const std::vector<Place> centres{{114.03, 30.58}, {113.97, 30.49}, {114.16, 30.52}, {114.08, 30.65},
                                     {113.88, 30.60}, {114.26, 30.58}, {114.33, 30.54}};
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
        resource.state = unit(random) < 0.75   ? Availability::available
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

[[nodiscard]] inline std::vector<OrderPin> pins() {
    std::vector<OrderPin> made;
    const auto add = [&](Level level, double lon, double lat, bool fresh, bool late) {
        OrderPin pin;
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

} // namespace chengyun::console::fixture
