// The kind table: the classes within each layer and the event classes of orders, with their names
// in both languages. Data, not code paths: a kind only decides symbol, name and suggestions.
#pragma once

#include "core/resource/resource.h"

#include <span>
#include <string_view>

namespace chengyun {

struct Kind {
    std::string_view key; ///< "fire_station"
    Layer layer;
    std::string_view zh;
    std::string_view en;
};

/// Kinds of all layers, grouped by layer; each layer has a kind "other".
[[nodiscard]] std::span<const Kind> resource_kinds();
/// nullptr when the layer has no such kind.
[[nodiscard]] const Kind* find_kind(Layer layer, std::string_view key);

/// An event class an order can be about, and which resources help against it, best first.
struct EventKind {
    std::string_view key; ///< "flood"
    std::string_view zh;
    std::string_view en;
    std::span<const std::string_view> helpful; ///< "layer/kind" or "layer"
};
[[nodiscard]] std::span<const EventKind> event_kinds();
[[nodiscard]] const EventKind* find_event_kind(std::string_view key);

} // namespace chengyun
