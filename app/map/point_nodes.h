// The scene-graph side of the point layer: one node a visible chunk, one for what is chosen, one
// for what is marked, one for the orders' pins. Render thread, during synchronisation only.
#pragma once

#include "app/map/cluster_index.h"
#include "app/map/map_feed.h"
#include "app/map/map_mark.h"
#include "app/map/map_materials.h"
#include "app/map/map_view.h"
#include "app/map/symbol_atlas.h"

#include <QSGNode>
#include <QSGTexture>

#include <memory>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace chengyun::console {

/// Grows a cluster's ring with what it stands for.
[[nodiscard]] double ring_radius(std::uint32_t count);

/// What the layer wants to be seen.
struct PointScene {
    std::shared_ptr<const ClusterIndex> index;
    std::span<const PointLook> looks;
    std::span<const MapPin> pins;
    std::span<const Mark> marks;  ///< drawn above the points, with their symbols
    std::span<const Mark> chosen; ///< halos beneath the points
    MapView view;
};

class PointNodes : public QSGNode {
public:
    PointNodes(std::shared_ptr<const SymbolAtlas> atlas, std::unique_ptr<QSGTexture> texture);
    ~PointNodes() override;

    /// Chunks that hold one of these points are written anew at the next update().
    void touch(std::span<const std::uint32_t> ordinals);
    void pins_changed() { pins_dirty_ = true; }
    void marks_changed() { marks_dirty_ = true; }
    void chosen_changed() { chosen_dirty_ = true; }
    void update(const PointScene& scene);

    /// For tests and benches.
    [[nodiscard]] std::size_t chunk_count() const { return chunks_.size(); }
    [[nodiscard]] std::size_t written_count() const { return written_; }

private:
    class ChunkNode;
    class SpriteNode;

    void update_chunks(const PointScene& scene);
    void update_pins(const PointScene& scene);
    void update_marks(const PointScene& scene);
    void update_chosen(const PointScene& scene);

    std::shared_ptr<const SymbolAtlas> atlas_;
    std::unique_ptr<QSGTexture> texture_;
    std::shared_ptr<const ClusterIndex> index_; ///< what chunks_ were written from
    const ClusterIndex::Level* level_ = nullptr;
    QSGNode* chunk_parent_;
    std::unordered_map<std::uint32_t, ChunkNode*> chunks_; ///< by position within the level
    std::unordered_set<std::uint32_t> touched_;            ///< ordinals
    SpriteNode* chosen_;
    SpriteNode* marks_;
    SpriteNode* pins_;
    World chosen_origin_, marks_origin_, pins_origin_;
    bool chosen_dirty_ = true;
    bool marks_dirty_ = true;
    bool pins_dirty_ = true;
    std::size_t written_ = 0; ///< chunks written since the beginning
};

} // namespace chengyun::console
