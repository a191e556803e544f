// The points of the map as flat columns: made once, never changed, shared between threads. A
// million of them have to fit, so texts are packed and nothing is an object of its own.
#pragma once

#include "app/map/mercator.h"
#include "core/resource/resource.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::console {

inline constexpr std::size_t layer_count = 5;

/// What decides a point's symbol.
struct PointLook {
    std::uint8_t layer = 0; ///< chengyun::Layer
    std::uint8_t kind = 0;  ///< index within resource_kinds()
    std::uint8_t state = 0; ///< chengyun::Availability
    std::uint8_t level = 0; ///< chengyun::Level
    bool operator==(const PointLook&) const = default;
};

[[nodiscard]] PointLook look_of(const Resource& resource);

/// Many texts in one block.
class TextColumn {
public:
    void reserve(std::size_t count, std::size_t bytes);
    void push_back(std::string_view text);
    [[nodiscard]] std::string_view operator[](std::size_t i) const;
    [[nodiscard]] std::size_t size() const { return ends_.size(); }

private:
    std::string bytes_;
    std::vector<std::uint32_t> ends_;
};

/// Any thread may read.
class PointSet {
public:
    /// Resources without a plausible place are left out; of two with the same id the last counts.
    [[nodiscard]] static std::shared_ptr<const PointSet> from(std::span<const Resource> resources);
    [[nodiscard]] static std::shared_ptr<const PointSet>
    from(std::span<const Resource* const> resources);

    [[nodiscard]] std::size_t size() const { return places_.size(); }
    [[nodiscard]] World world(std::size_t i) const { return places_[i]; }
    [[nodiscard]] PointLook look(std::size_t i) const { return looks_[i]; }
    [[nodiscard]] std::string_view id(std::size_t i) const { return ids_[i]; }
    [[nodiscard]] std::string_view name(std::size_t i) const { return names_[i]; }
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
    [[nodiscard]] std::span<const World> worlds() const { return places_; }
    [[nodiscard]] std::span<const PointLook> looks() const { return looks_; }

private:
    void index_ids();

    std::vector<World> places_;
    std::vector<PointLook> looks_;
    TextColumn ids_;
    TextColumn names_;
    std::vector<std::uint32_t> slots_; ///< open addressing over ids; 0 is free, else ordinal + 1
};

} // namespace chengyun::console
