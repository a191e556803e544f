// The words of the demonstration: names of streets, people and things, and what orders say. All
// invented; a likeness to real ones is chance.
#pragma once

#include "core/order/order.h"
#include "core/resource/resource.h"

#include <array>
#include <span>
#include <string_view>

namespace chengyun::hub::texts {

extern const std::array<const char*, 9> streets;
extern const std::array<const char*, 63> communities;
extern const std::array<std::string_view, 24> roads;
extern const std::array<std::string_view, 24> surnames;
extern const std::array<std::string_view, 24> given_names;
extern const std::array<std::string_view, 14> departments;

/// A class of resources: how many there are and what they are called. `{c}` is the community, `{s}`
/// the street, `{r}` a road, `{n}` a running number, `{z}` the same in Chinese.
struct Stock {
    Layer layer;
    std::string_view kind;
    int count;
    std::string_view name;
    std::int64_t least = 0, most = 0; ///< capacity
    bool by_water = false;
};
[[nodiscard]] std::span<const Stock> stocks();

/// Something that happens: what the centre orders and what units say about it.
struct Event {
    std::string_view kind;
    Level level;
    std::string_view title; ///< {c}, {r} as above
    std::string_view text;
    std::array<std::string_view, 3> reports;
    std::string_view completion;
    bool by_water = false;
    std::string_view department; ///< part of the name of the department that helps
};
[[nodiscard]] std::span<const Event> events();

} // namespace chengyun::hub::texts
