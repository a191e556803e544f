// Which points stand together at which zoom: built once on a worker thread, never changed, swapped
// as a whole.
//
// From the largest zoom down, nodes of one level that lie within a radius of each other become one
// node of the level above. Nodes keep the order of a space-filling curve, so that a run of them is
// compact on the map: such runs, the chunks, are what is drawn or left out.
#pragma once

#include "app/map/point_set.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace chengyun::console {

struct ClusterOptions {
    double radius_px = 46; ///< logical pixels at the level's whole zoom
    int max_zoom = 17;     ///< above it every point stands for itself
    bool clustered = true; ///< false: every point stands for itself at every zoom
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
    [[nodiscard]] std::span<const Ref> children(const Cluster& cluster) const {
        return std::span(children_).subspan(cluster.first_child,
                                            cluster.end_child - cluster.first_child);
    }
    /// The points of a node, at most `limit`.
    [[nodiscard]] std::vector<std::uint32_t> leaves(Ref ref, std::size_t limit) const;
    /// The box around all points of a node.
    [[nodiscard]] WorldBox extent(Ref ref) const;
    [[nodiscard]] std::size_t shown_count() const { return shown_; }

private:
    friend class ClusterBuilder;
    std::shared_ptr<const PointSet> points_;
    ClusterOptions options_;
    std::vector<Cluster> clusters_;
    std::vector<Ref> children_;
    /// [0 … max_zoom + 1]; levels without a difference are one and the same.
    std::vector<std::shared_ptr<const Level>> levels_;
    std::size_t shown_ = 0;
};

} // namespace chengyun::console
