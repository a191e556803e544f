#include "app/map/point_set.h"

#include "core/resource/kinds.h"

#include <bit>
#include <functional>
#include <unordered_map>

namespace chengyun::console {
namespace {

/// (layer, key) → index within resource_kinds(); the layer's "other" for what is not there.
std::uint8_t kind_index(Layer layer, std::string_view key) {
    const Kind* kind = find_kind(layer, key);
    if (!kind)
        kind = find_kind(layer, "other");
    return kind ? std::uint8_t(kind - resource_kinds().data()) : std::uint8_t(0);
}

} // namespace

PointLook look_of(const Resource& resource) {
    return {std::uint8_t(resource.layer), kind_index(resource.layer, resource.kind),
            std::uint8_t(resource.state), std::uint8_t(resource.level)};
}

void TextColumn::reserve(std::size_t count, std::size_t bytes) {
    ends_.reserve(count);
    bytes_.reserve(bytes);
}

void TextColumn::push_back(std::string_view text) {
    bytes_ += text;
    ends_.push_back(std::uint32_t(bytes_.size()));
}

std::string_view TextColumn::operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
}

std::shared_ptr<const PointSet> PointSet::from(std::span<const Resource> resources) {
    std::vector<const Resource*> all;
    all.reserve(resources.size());
    for (const auto& resource : resources)
        all.push_back(&resource);
    return from(all);
}

std::shared_ptr<const PointSet> PointSet::from(std::span<const Resource* const> resources) {
    std::unordered_map<std::string_view, std::size_t> last;
    last.reserve(resources.size());
    std::size_t id_bytes = 0;
    std::size_t name_bytes = 0;
    for (std::size_t i = 0; i < resources.size(); ++i) {
        last[resources[i]->id] = i;
        id_bytes += resources[i]->id.size();
        name_bytes += resources[i]->name.size();
    }
    auto set = std::make_shared<PointSet>();
    set->places_.reserve(last.size());
    set->looks_.reserve(last.size());
    set->ids_.reserve(last.size(), id_bytes);
    set->names_.reserve(last.size(), name_bytes);
    for (std::size_t i = 0; i < resources.size(); ++i) {
        const Resource& resource = *resources[i];
        if (last[resource.id] != i || !is_plausible(resource.place))
            continue;
        set->places_.push_back(world_of(resource.place));
        set->looks_.push_back(look_of(resource));
        set->ids_.push_back(resource.id);
        set->names_.push_back(resource.name);
    }
    set->index_ids();
    return set;
}

void PointSet::index_ids() {
    slots_.assign(std::bit_ceil(places_.size() * 2 + 1), 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        std::size_t slot = std::hash<std::string_view>{}(ids_[i]) & mask;
        while (slots_[slot] != 0)
            slot = (slot + 1) & mask;
        slots_[slot] = std::uint32_t(i + 1);
    }
}

std::optional<std::uint32_t> PointSet::find(std::string_view id) const {
    if (slots_.empty())
        return {};
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = std::hash<std::string_view>{}(id)&mask; slots_[slot] != 0;
         slot = (slot + 1) & mask)
        if (ids_[slots_[slot] - 1] == id)
            return slots_[slot] - 1;
    return {};
}

} // namespace chengyun::console
