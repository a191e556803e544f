// Which points stand together at which zoom: built once on a worker thread, never changed, swapped
// as a whole.
//
// Points that no zoom of the map can part become one node, a stack, at every zoom. From the largest
// zoom down, nodes of one level that lie within a radius of each other become one node of the level
// above. Nodes keep the order of a space-filling curve, so that a run of them is compact on the
// map: such runs, the chunks, are what is drawn or left out.
#pragma once

#include "app/map/point_set.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace chengyun::console {

struct ClusterOptions {
    double radius_px = 46; ///< logical pixels at the level's whole zoom
    int max_zoom = 17;     ///< above it only stacks are more than one point
    bool clustered = true; ///< false: every point stands for itself at every zoom
    double stack_px = 14;  ///< points this near at `nearest_zoom` are a stack
    int nearest_zoom = 20; ///< the last that the map has
};

class ClusterIndex {
public:
    /// A point (its ordinal) or, with this bit, a cluster (index within clusters()).
    using Ref = std::uint32_t;
    static constexpr Ref cluster_bit = 0x80000000u;
    [[nodiscard]] static bool is_cluster(Ref ref) { return (ref & cluster_bit) != 0; }

    struct Cluster {
        World at; ///< centre of mass
        std::uint32_t count = 0;
        std::array<std::uint32_t, layer_count> by_layer{};
        std::uint32_t first_child = 0, end_child = 0; ///< within children(), nodes of zoom + 1
        int zoom = 0;                                 ///< the largest at which it is one
        std::uint64_t id = 0; ///< the same whenever built from the same points, in whatever order
        WorldBox box;         ///< around all its points
        Ref above = 0;        ///< the cluster that it becomes part of, or itself
    };

    struct Chunk {
        WorldBox box;
        World origin; ///< middle of the box; float offsets are counted from here
        std::uint32_t begin = 0, end = 0;
    };

    struct Level {
        std::vector<Ref> nodes;
        std::vector<Chunk> chunks;
    };

    static constexpr std::uint32_t chunk_size = 512;

    /// `shown`: the ordinals that take part. Any thread.
    [[nodiscard]] static std::shared_ptr<const ClusterIndex>
    build(std::shared_ptr<const PointSet> points, std::span<const std::uint32_t> shown,
          const ClusterOptions& options);

    [[nodiscard]] const PointSet& points() const { return *points_; }
    [[nodiscard]] int max_zoom() const { return options_.max_zoom; }
    /// The level for a zoom of the map, whole or not.
    [[nodiscard]] const Level& level(double zoom) const;
    [[nodiscard]] const Cluster& cluster(Ref ref) const { return clusters_[ref & ~cluster_bit]; }
    [[nodiscard]] World at(Ref ref) const {
        return is_cluster(ref) ? cluster(ref).at : points_->world(ref);
    }
    [[nodiscard]] std::uint32_t count(Ref ref) const {
        return is_cluster(ref) ? cluster(ref).count : 1;
    }
    /// No zoom parts its points.
    [[nodiscard]] bool is_stack(Ref ref) const {
        return is_cluster(ref) && cluster(ref).zoom > options_.max_zoom;
    }
    /// The node that stands for a point at a zoom; none when the point is not shown.
    [[nodiscard]] std::optional<Ref> node_of(std::uint32_t point, double zoom) const;
    [[nodiscard]] std::span<const Ref> children(const Cluster& cluster) const {
        return std::span(children_).subspan(cluster.first_child,
                                            cluster.end_child - cluster.first_child);
    }
    /// The points of a node, at most `limit`.
    [[nodiscard]] std::vector<std::uint32_t> leaves(Ref ref, std::size_t limit) const;
    /// Calls `visit` with every shown point that lies in the box.
    template <class Visit>
    void points_in(const WorldBox& box, Visit&& visit) const {
        const auto take = [&](std::uint32_t point) {
            if (box.contains(points_->world(point)))
                visit(point);
        };
        // A chunk's box holds the middles of its stacks; their points lie about those.
        const WorldBox near = box.grown(2 * stack_radius());
        const Level& level = *levels_.back();
        for (const auto& chunk : level.chunks) {
            if (!chunk.box.intersects(near))
                continue;
            for (std::uint32_t i = chunk.begin; i < chunk.end; ++i) {
                if (is_cluster(level.nodes[i]))
                    std::ranges::for_each(children(cluster(level.nodes[i])), take);
                else
                    take(level.nodes[i]);
            }
        }
    }
    [[nodiscard]] std::size_t shown_count() const { return shown_; }

private:
    friend class ClusterBuilder;
    static constexpr Ref absent = 0xffffffffu;
    [[nodiscard]] double stack_radius() const {
        return options_.stack_px / world_px(options_.nearest_zoom);
    }
    [[nodiscard]] std::size_t level_at(double zoom) const;

    std::shared_ptr<const PointSet> points_;
    ClusterOptions options_;
    std::vector<Cluster> clusters_;
    std::vector<Ref> children_;
    /// Of each point: the first cluster that it becomes part of, or itself; `absent`: not shown.
    std::vector<Ref> above_;
    /// [0 … max_zoom + 1]; levels without a difference are one and the same.
    std::vector<std::shared_ptr<const Level>> levels_;
    std::size_t shown_ = 0;
};

} // namespace chengyun::console
