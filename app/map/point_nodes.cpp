#include "app/map/point_nodes.h"

#include <QSGGeometryNode>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace chengyun::console {
namespace {

/// A chunk reaches this far beyond its points.
constexpr double symbol_reach_px = 48;

struct Vertices {
    std::vector<SymbolVertex> symbols;
    std::vector<RingVertex> rings;

    void add(QPointF at, const Sprite& sprite, QPointF shift = {}, float strength = 1) {
        const QRectF box = sprite.box.translated(shift);
        const auto put = [&](double x, double y, double u, double v) {
            symbols.push_back(
                {float(at.x()), float(at.y()), float(x), float(y), float(u), float(v), strength});
        };
        put(box.left(), box.top(), sprite.uv.left(), sprite.uv.top());
        put(box.right(), box.top(), sprite.uv.right(), sprite.uv.top());
        put(box.left(), box.bottom(), sprite.uv.left(), sprite.uv.bottom());
        put(box.right(), box.bottom(), sprite.uv.right(), sprite.uv.bottom());
    }

    void add_ring(QPointF at, const ClusterIndex::Cluster& cluster, double scale) {
        RingVertex vertex{
            float(at.x()), float(at.y()), 0, 0, float(ring_radius(cluster.count) * scale), {}};
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            sum += cluster.by_layer[i];
            vertex.shares[i] = static_cast<unsigned char>(
                std::lround(255.0 * double(sum) / double(cluster.count)));
        }
        const float side = vertex.radius + 3;
        for (const auto& [x, y] :
             {std::pair{-side, -side}, {side, -side}, {-side, side}, {side, side}}) {
            vertex.dx = x;
            vertex.dy = y;
            rings.push_back(vertex);
        }
    }
};

/// 7, 950, 1.2k, 34k.
std::string short_count(std::uint32_t count) {
    if (count < 1000)
        return std::to_string(count);
    if (count >= 9950)
        return std::to_string((count + 500) / 1000) + "k";
    const std::uint32_t tenths = (count + 50) / 100;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "k";
}

/// Moves vertices into a node's geometry, as quads of two triangles.
template <class Vertex>
void write(QSGGeometryNode& node, const std::vector<Vertex>& vertices) {
    auto* geometry = node.geometry();
    const auto quads = int(vertices.size() / 4);
    geometry->allocate(int(vertices.size()), quads * 6);
    if (!vertices.empty())
        std::memcpy(geometry->vertexData(), vertices.data(), vertices.size() * sizeof(Vertex));
    auto* index = geometry->indexDataAsUShort();
    for (int i = 0; i < quads; ++i)
        for (const int corner : {0, 1, 2, 2, 1, 3})
            *index++ = quint16(i * 4 + corner);
    geometry->markIndexDataDirty();
    geometry->markVertexDataDirty();
    node.markDirty(QSGNode::DirtyGeometry);
}

std::unique_ptr<QSGGeometryNode> geometry_node(const QSGGeometry::AttributeSet& attributes,
                                               QSGMaterial* material) {
    auto node = std::make_unique<QSGGeometryNode>();
    auto* geometry = new QSGGeometry(attributes, 0, 0, QSGGeometry::UnsignedShortType);
    geometry->setDrawingMode(QSGGeometry::DrawTriangles);
    node->setGeometry(geometry);
    node->setMaterial(material);
    node->setFlags(QSGNode::OwnsGeometry | QSGNode::OwnsMaterial);
    return node;
}

QPointF about(World at, World origin) {
    return {at.x - origin.x, at.y - origin.y};
}

void add_halo(Vertices& vertices, QPointF at, const Mark& mark, const SymbolAtlas& atlas,
              float strength) {
    if (mark.what != Mark::What::cluster) {
        vertices.add(
            at, mark.what == Mark::What::pin ? atlas.pin_halo(mark.halo) : atlas.halo(mark.halo),
            {}, strength);
        return;
    }
    Sprite halo = atlas.halo(mark.halo);
    const double grow = (mark.ring * atlas.scale() + 5) / (20.5 * atlas.scale());
    halo.box = {halo.box.topLeft() * grow, halo.box.size() * grow};
    vertices.add(at, halo, {}, strength);
}

} // namespace

double ring_radius(std::uint32_t count) {
    return 14.0 + 3.2 * std::log10(double(std::max<std::uint32_t>(count, 1)));
}

class PointNodes::ChunkNode : public QSGTransformNode {
public:
    ChunkNode(QSGTexture* texture, const MapPalette& palette)
        : symbols_(geometry_node(symbol_attributes(), new SymbolMaterial(texture)).release()),
          rings_(geometry_node(ring_attributes(), new RingMaterial(palette)).release()) {
        appendChildNode(rings_);
        appendChildNode(symbols_);
    }

    void fill(const PointScene& scene, const ClusterIndex::Level& level,
              const ClusterIndex::Chunk& chunk, const SymbolAtlas& atlas) {
        Vertices vertices;
        vertices.symbols.reserve(std::size_t(chunk.end - chunk.begin) * 5);
        for (std::uint32_t i = chunk.begin; i < chunk.end; ++i) {
            const auto ref = level.nodes[i];
            const QPointF at = about(scene.index->at(ref), chunk.origin);
            if (ClusterIndex::is_cluster(ref)) {
                const auto& cluster = scene.index->cluster(ref);
                vertices.add_ring(at, cluster, atlas.scale());
                add_count(vertices, at, cluster.count, atlas);
                continue;
            }
            const PointLook look = scene.looks[ref];
            vertices.add(at, atlas.symbol(look));
            if (look.level != 0)
                vertices.add(at, atlas.chip(Level(look.level)));
        }
        write(*symbols_, vertices.symbols);
        write(*rings_, vertices.rings);
    }

private:
    static void add_count(Vertices& vertices, QPointF at, std::uint32_t count,
                          const SymbolAtlas& atlas) {
        const std::string text = short_count(count);
        double width = 0;
        for (const char c : text)
            width += atlas.figure(c).box.width();
        double x = -width / 2;
        for (const char c : text) {
            vertices.add(at, atlas.figure(c), {x, 0});
            x += atlas.figure(c).box.width();
        }
    }

    QSGGeometryNode* symbols_;
    QSGGeometryNode* rings_;
};

/// Few pictures about one origin.
class PointNodes::SpriteNode : public QSGTransformNode {
public:
    explicit SpriteNode(QSGTexture* texture)
        : symbols_(geometry_node(symbol_attributes(), new SymbolMaterial(texture)).release()) {
        appendChildNode(symbols_);
    }
    void fill(const std::vector<SymbolVertex>& vertices) { write(*symbols_, vertices); }

private:
    QSGGeometryNode* symbols_;
};

PointNodes::PointNodes(std::shared_ptr<const SymbolAtlas> atlas,
                       std::unique_ptr<QSGTexture> texture)
    : atlas_(std::move(atlas)), texture_(std::move(texture)), chunk_parent_(new QSGNode),
      chosen_(new SpriteNode(texture_.get())), marks_(new SpriteNode(texture_.get())),
      pins_(new SpriteNode(texture_.get())) {
    appendChildNode(chosen_);
    appendChildNode(chunk_parent_);
    appendChildNode(marks_);
    appendChildNode(pins_);
}

PointNodes::~PointNodes() = default;

void PointNodes::touch(std::span<const std::uint32_t> ordinals) {
    touched_.insert(ordinals.begin(), ordinals.end());
}

void PointNodes::update(const PointScene& scene) {
    update_chunks(scene);
    update_chosen(scene);
    update_marks(scene);
    update_pins(scene);
}

void PointNodes::update_chunks(const PointScene& scene) {
    const ClusterIndex::Level* level = scene.index ? &scene.index->level(scene.view.zoom) : nullptr;
    if (level != level_ || scene.index != index_) {
        for (const auto& [at, node] : chunks_) {
            chunk_parent_->removeChildNode(node);
            delete node;
        }
        chunks_.clear();
        level_ = level;
        index_ = scene.index;
    }
    if (!level) {
        touched_.clear();
        return;
    }
    const double reach = symbol_reach_px * atlas_->scale();
    const WorldBox seen = scene.view.box(reach);
    for (std::uint32_t i = 0; i < level->chunks.size(); ++i) {
        const auto& chunk = level->chunks[i];
        const auto found = chunks_.find(i);
        if (!chunk.box.intersects(seen)) {
            if (found != chunks_.end()) {
                chunk_parent_->removeChildNode(found->second);
                delete found->second;
                chunks_.erase(found);
            }
            continue;
        }
        ChunkNode* node = nullptr;
        if (found != chunks_.end()) {
            node = found->second;
            const auto nodes =
                std::span(level->nodes).subspan(chunk.begin, chunk.end - chunk.begin);
            if (!touched_.empty() &&
                std::ranges::any_of(nodes, [&](auto ref) { return touched_.contains(ref); })) {
                node->fill(scene, *level, chunk, *atlas_);
                ++written_;
            }
        } else {
            node = new ChunkNode(texture_.get(), atlas_->palette());
            node->fill(scene, *level, chunk, *atlas_);
            ++written_;
            chunks_.emplace(i, node);
            chunk_parent_->appendChildNode(node);
        }
        node->setMatrix(scene.view.matrix(chunk.origin));
    }
    touched_.clear();
}

void PointNodes::update_pins(const PointScene& scene) {
    if (pins_dirty_) {
        pins_dirty_ = false;
        Vertices vertices;
        pins_origin_ = scene.pins.empty() ? World{} : world_of(scene.pins.front().place);
        for (const MapPin& pin : scene.pins)
            vertices.add(about(world_of(pin.place), pins_origin_),
                         atlas_->pin(pin.level, pin.state()));
        pins_->fill(vertices.symbols);
    }
    pins_->setMatrix(scene.view.matrix(pins_origin_));
}

void PointNodes::update_chosen(const PointScene& scene) {
    if (chosen_dirty_) {
        chosen_dirty_ = false;
        Vertices vertices;
        chosen_origin_ = scene.chosen.empty() ? World{} : scene.chosen.front().at;
        for (const Mark& mark : scene.chosen)
            add_halo(vertices, about(mark.at, chosen_origin_), mark, *atlas_,
                     mark.partly ? 0.45f : 1);
        chosen_->fill(vertices.symbols);
    }
    chosen_->setMatrix(scene.view.matrix(chosen_origin_));
}

void PointNodes::update_marks(const PointScene& scene) {
    if (marks_dirty_) {
        marks_dirty_ = false;
        Vertices vertices;
        marks_origin_ = scene.marks.empty() ? World{} : scene.marks.front().at;
        for (const Mark& mark : scene.marks) {
            const QPointF at = about(mark.at, marks_origin_);
            add_halo(vertices, at, mark, *atlas_, 1);
            if (mark.what == Mark::What::point) {
                vertices.add(at, atlas_->symbol(mark.look));
                if (mark.look.level != 0)
                    vertices.add(at, atlas_->chip(Level(mark.look.level)));
            }
        }
        marks_->fill(vertices.symbols);
    }
    marks_->setMatrix(scene.view.matrix(marks_origin_));
}

} // namespace chengyun::console
