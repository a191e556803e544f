#include "app/map/cluster_index.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace chengyun::console {
namespace {

std::uint64_t spread(std::uint64_t v) {
    v = (v | (v << 16)) & 0x0000ffff0000ffffull;
    v = (v | (v << 8)) & 0x00ff00ff00ff00ffull;
    v = (v | (v << 4)) & 0x0f0f0f0f0f0f0f0full;
    v = (v | (v << 2)) & 0x3333333333333333ull;
    return (v | (v << 1)) & 0x5555555555555555ull;
}

/// Place on the Z-order curve.
std::uint64_t curve(World at) {
    constexpr double cells = 4294967295.0;
    const auto x = std::uint64_t(std::clamp(at.x, 0.0, 1.0) * cells);
    const auto y = std::uint64_t(std::clamp(at.y, 0.0, 1.0) * cells);
    return spread(x) | (spread(y) << 1);
}

std::uint64_t mixed(std::uint64_t v) {
    v ^= v >> 33;
    v *= 0xff51afd7ed558ccdull;
    v ^= v >> 33;
    v *= 0xc4ceb9fe1a85ec53ull;
    return v ^ (v >> 33);
}

/// FNV-1a; std::hash may differ from build to build, and these ids may be kept.
std::uint64_t digest(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325ull;
    for (const char c : text)
        hash = (hash ^ std::uint8_t(c)) * 0x100000001b3ull;
    return hash;
}

/// A hash grid over the nodes of one level: cell → chain of nodes.
class Grid {
public:
    Grid(std::span<const World> at, double cell) : cell_(cell), next_(at.size(), none) {
        const std::size_t slots = std::bit_ceil(at.size() * 2 + 1);
        keys_.assign(slots, empty);
        heads_.assign(slots, none);
        // Backwards, so that each chain is in ascending order.
        for (std::size_t i = at.size(); i-- > 0;) {
            const std::size_t slot = slot_of(key_of(at[i], 0, 0));
            keys_[slot] = key_of(at[i], 0, 0);
            next_[i] = heads_[slot];
            heads_[slot] = std::uint32_t(i);
        }
    }

    /// Calls `visit` with every node in the nine cells about a place.
    template <class Visit>
    void around(World at, Visit&& visit) const {
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                const std::size_t slot = slot_of(key_of(at, dx, dy));
                for (std::uint32_t i = heads_[slot]; i != none; i = next_[i])
                    visit(i);
            }
    }

private:
    static constexpr std::uint32_t none = 0xffffffffu;
    static constexpr std::uint64_t empty = ~0ull;

    [[nodiscard]] std::uint64_t key_of(World at, int dx, int dy) const {
        const auto x = std::uint64_t(std::int64_t(std::floor(at.x / cell_)) + dx + 1);
        const auto y = std::uint64_t(std::int64_t(std::floor(at.y / cell_)) + dy + 1);
        return (x << 32) | (y & 0xffffffffu);
    }
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
        const std::size_t mask = keys_.size() - 1;
        std::size_t slot = mixed(key) & mask;
        while (keys_[slot] != empty && keys_[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }

    double cell_;
    std::vector<std::uint32_t> next_;
    std::vector<std::uint64_t> keys_;
    std::vector<std::uint32_t> heads_;
};

} // namespace

class ClusterBuilder {
public:
    ClusterBuilder(std::shared_ptr<const PointSet> points, const ClusterOptions& options)
        : index_(std::make_shared<ClusterIndex>()) {
        index_->points_ = std::move(points);
        index_->options_ = options;
    }

    std::shared_ptr<const ClusterIndex> run(std::span<const std::uint32_t> shown) {
        auto& levels = index_->levels_;
        const int top = index_->options_.max_zoom + 1;
        index_->shown_ = shown.size();
        index_->above_.assign(index_->points_->size(), ClusterIndex::absent);
        for (const auto i : shown)
            index_->above_[i] = i;
        levels.resize(std::size_t(top) + 1);

        std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
        order.reserve(shown.size());
        for (const auto i : shown)
            order.emplace_back(curve(index_->points_->world(i)), i);
        // Equal places go by id, so that the result does not hang on the order of the input.
        std::ranges::sort(order, [&](const auto& a, const auto& b) {
            return a.first != b.first
                       ? a.first < b.first
                       : index_->points_->id(a.second) < index_->points_->id(b.second);
        });
        std::vector<ClusterIndex::Ref> nodes;
        nodes.reserve(order.size());
        for (const auto& [key, i] : order)
            nodes.push_back(i);

        const auto& options = index_->options_;
        levels[std::size_t(top)] =
            make_level(options.clustered ? merge(nodes, top, index_->stack_radius()) : nodes);
        for (int zoom = top - 1; zoom >= 0; --zoom) {
            const auto& below = levels[std::size_t(zoom) + 1];
            auto merged = options.clustered
                              ? merge(below->nodes, zoom, options.radius_px / world_px(zoom))
                              : below->nodes;
            levels[std::size_t(zoom)] =
                merged.size() == below->nodes.size() ? below : make_level(std::move(merged));
        }
        return index_;
    }

private:
    using Ref = ClusterIndex::Ref;

    /// Nodes within `radius` of each other become one node of `zoom`.
    std::vector<Ref> merge(const std::vector<Ref>& below, int zoom, double radius) {
        std::vector<World> at;
        at.reserve(below.size());
        for (const Ref ref : below)
            at.push_back(index_->at(ref));
        const Grid grid(at, radius);

        std::vector<bool> taken(below.size(), false);
        std::vector<Ref> merged;
        std::vector<std::uint32_t> near;
        for (std::uint32_t i = 0; i < below.size(); ++i) {
            if (taken[i])
                continue;
            near.clear();
            grid.around(at[i], [&](std::uint32_t j) {
                const double dx = at[j].x - at[i].x;
                const double dy = at[j].y - at[i].y;
                if (j != i && !taken[j] && dx * dx + dy * dy <= radius * radius)
                    near.push_back(j);
            });
            taken[i] = true;
            if (near.empty()) {
                merged.push_back(below[i]);
                continue;
            }
            std::ranges::sort(near);
            for (const auto j : near)
                taken[j] = true;
            merged.push_back(join(below, i, near, zoom));
        }
        return merged;
    }

    Ref join(const std::vector<Ref>& below, std::uint32_t seed,
             const std::vector<std::uint32_t>& near, int zoom) {
        ClusterIndex::Cluster made;
        made.zoom = zoom;
        made.above = Ref(index_->clusters_.size()) | ClusterIndex::cluster_bit;
        made.first_child = std::uint32_t(index_->children_.size());
        double x = 0;
        double y = 0;
        const auto add = [&](Ref ref) {
            index_->children_.push_back(ref);
            const World at = index_->at(ref);
            const std::uint32_t count = index_->count(ref);
            x += at.x * count;
            y += at.y * count;
            made.count += count;
            if (ClusterIndex::is_cluster(ref)) {
                auto& inner = index_->clusters_[ref & ~ClusterIndex::cluster_bit];
                for (std::size_t l = 0; l < layer_count; ++l)
                    made.by_layer[l] += inner.by_layer[l];
                made.box.include({inner.box.left, inner.box.top});
                made.box.include({inner.box.right, inner.box.bottom});
                inner.above = made.above;
            } else {
                ++made.by_layer[index_->points_->look(ref).layer];
                made.box.include(at);
                index_->above_[ref] = made.above;
            }
        };
        add(below[seed]);
        for (const auto j : near)
            add(below[j]);
        made.end_child = std::uint32_t(index_->children_.size());
        made.at = {x / made.count, y / made.count};
        const Ref first = below[seed];
        made.id = mixed((ClusterIndex::is_cluster(first) ? index_->cluster(first).id
                                                         : digest(index_->points_->id(first))) +
                        std::uint64_t(zoom));
        index_->clusters_.push_back(made);
        return made.above;
    }

    std::shared_ptr<const ClusterIndex::Level> make_level(std::vector<Ref> nodes) const {
        auto level = std::make_shared<ClusterIndex::Level>();
        level->nodes = std::move(nodes);
        const auto count = std::uint32_t(level->nodes.size());
        for (std::uint32_t begin = 0; begin < count; begin += ClusterIndex::chunk_size) {
            ClusterIndex::Chunk chunk;
            chunk.begin = begin;
            chunk.end = std::min(count, begin + ClusterIndex::chunk_size);
            for (std::uint32_t i = chunk.begin; i < chunk.end; ++i)
                chunk.box.include(index_->at(level->nodes[i]));
            chunk.origin = {(chunk.box.left + chunk.box.right) / 2,
                            (chunk.box.top + chunk.box.bottom) / 2};
            level->chunks.push_back(chunk);
        }
        return level;
    }

    std::shared_ptr<ClusterIndex> index_;
};

std::shared_ptr<const ClusterIndex> ClusterIndex::build(std::shared_ptr<const PointSet> points,
                                                        std::span<const std::uint32_t> shown,
                                                        const ClusterOptions& options) {
    return ClusterBuilder(std::move(points), options).run(shown);
}

std::size_t ClusterIndex::level_at(double zoom) const {
    return std::size_t(std::clamp(std::floor(zoom), 0.0, double(levels_.size()) - 1));
}

const ClusterIndex::Level& ClusterIndex::level(double zoom) const {
    return *levels_[level_at(zoom)];
}

std::optional<ClusterIndex::Ref> ClusterIndex::node_of(std::uint32_t point, double zoom) const {
    Ref next = above_[point];
    if (next == absent)
        return {};
    const int seen = int(level_at(zoom));
    Ref node = point;
    while (next != node && cluster(next).zoom >= seen) {
        node = next;
        next = cluster(node).above;
    }
    return node;
}

std::vector<std::uint32_t> ClusterIndex::leaves(Ref ref, std::size_t limit) const {
    std::vector<std::uint32_t> found;
    std::vector<Ref> open{ref};
    while (!open.empty() && found.size() < limit) {
        const Ref next = open.back();
        open.pop_back();
        if (!is_cluster(next)) {
            found.push_back(next);
            continue;
        }
        const auto inner = children(cluster(next));
        open.insert(open.end(), inner.rbegin(), inner.rend());
    }
    return found;
}

} // namespace chengyun::console
