#include "app/map/area_layer.h"

#include "app/guarded.h"
#include "app/map/coordinates.h"
#include "app/map/line_material.h"
#include "app/map/map_labels.h"
#include "app/map/map_palette.h"

#include <QQuickWindow>
#include <QSGGeometryNode>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

namespace chengyun::console {
namespace {

struct Look {
    double from_zoom;
    float width;
    float opacity;
};

Look look_of(AreaLevel level) {
    switch (level) {
    case AreaLevel::city:
        return {0, 2.4F, 1};
    case AreaLevel::district:
        return {6, 2.0F, 1};
    case AreaLevel::street:
        return {9, 1.4F, 0.85F};
    case AreaLevel::community:
        break;
    }
    return {11.5, 1.0F, 0.5F};
}

/// Names of a level are shown within these zooms.
bool names_at(AreaLevel level, double zoom) {
    switch (level) {
    case AreaLevel::city:
        return false;
    case AreaLevel::district:
        return zoom >= 8.5 && zoom < 11.5;
    case AreaLevel::street:
        return zoom >= 10.5 && zoom < 15;
    case AreaLevel::community:
        return zoom >= 13.5;
    }
    return false;
}

MapLabel label_of(const AreaName& name, double scale, const MapPalette& palette) {
    switch (name.level) {
    case AreaLevel::city:
    case AreaLevel::district:
        return {name.at,        {},  name.text, 15 * scale, palette.quiet_text,
                palette.ground, 500, 2 * scale};
    case AreaLevel::street:
        return {name.at,        {},  name.text, 13 * scale, palette.quiet_text,
                palette.ground, 400, 1 * scale};
    case AreaLevel::community:
        break;
    }
    return {name.at, {}, name.text, 11.5 * scale, palette.place_text, palette.ground, 400, 0};
}

/// The chosen area's line is wider than any other, and seen at every zoom.
constexpr Look chosen_look{0, 3.6F, 1};

constexpr std::size_t max_names = 90;

QSGGeometryNode* outline_node(const OutlineChunk& chunk, QRgb colour, const Look& look) {
    auto* geometry =
        new QSGGeometry(line_attributes(), int(chunk.segments.size() * 4),
                        int(chunk.segments.size() * 6), QSGGeometry::UnsignedShortType);
    geometry->setDrawingMode(QSGGeometry::DrawTriangles);
    auto* vertex = static_cast<LineVertex*>(geometry->vertexData());
    auto* index = geometry->indexDataAsUShort();
    quint16 first = 0;
    for (const auto& s : chunk.segments) {
        const float length = std::hypot(s.bx - s.ax, s.by - s.ay);
        const float dx = (s.bx - s.ax) / length;
        const float dy = (s.by - s.ay) / length;
        *vertex++ = {s.ax, s.ay, dx, dy, -1, -1};
        *vertex++ = {s.ax, s.ay, dx, dy, -1, 1};
        *vertex++ = {s.bx, s.by, dx, dy, 1, -1};
        *vertex++ = {s.bx, s.by, dx, dy, 1, 1};
        for (const int corner : {0, 1, 2, 2, 1, 3})
            *index++ = quint16(first + corner);
        first = quint16(first + 4);
    }
    auto* node = new QSGGeometryNode;
    node->setGeometry(geometry);
    node->setMaterial(new LineMaterial(colour, look.opacity, look.width));
    node->setFlags(QSGNode::OwnsGeometry | QSGNode::OwnsMaterial);
    return node;
}

} // namespace

/// The lines of some shapes in one colour: a node for each chunk that is seen.
class AreaLayer::Outlines : public QSGNode {
public:
    Outlines(QRgb colour, bool chosen) : colour_(colour), are_chosen_(chosen) {}

    void update(const std::shared_ptr<const AreaShapes>& shapes, const MapView& view) {
        const auto* chunks = shapes ? &shapes->chunks(view.zoom) : nullptr;
        if (shapes != shapes_ || chunks != chunks_) {
            for (const auto& [i, node] : nodes_)
                drop(node);
            nodes_.clear();
            shapes_ = shapes;
            chunks_ = chunks;
        }
        if (!chunks)
            return;
        const WorldBox seen = view.box(4);
        for (std::size_t i = 0; i < chunks->size(); ++i) {
            const OutlineChunk& chunk = (*chunks)[i];
            const Look look = are_chosen_ ? chosen_look : look_of(chunk.level);
            const bool shown = view.zoom >= look.from_zoom && chunk.box.intersects(seen);
            auto found = nodes_.find(i);
            if (!shown) {
                if (found != nodes_.end()) {
                    drop(found->second);
                    nodes_.erase(found);
                }
                continue;
            }
            if (found == nodes_.end()) {
                auto* node = new QSGTransformNode;
                node->appendChildNode(outline_node(chunk, colour_, look));
                appendChildNode(node);
                found = nodes_.emplace(i, node).first;
            }
            found->second->setMatrix(view.matrix(chunk.origin));
        }
    }

private:
    void drop(QSGNode* node) {
        removeChildNode(node);
        delete node;
    }

    QRgb colour_;
    bool are_chosen_;
    std::shared_ptr<const AreaShapes> shapes_;
    const std::vector<OutlineChunk>* chunks_ = nullptr;
    std::unordered_map<std::size_t, QSGTransformNode*> nodes_;
};

class AreaLayer::Nodes : public QSGNode {
public:
    explicit Nodes(const MapPalette& palette)
        : palette_(palette), lines_(new Outlines(palette.outline, false)),
          chosen_(new Outlines(palette.accent, true)), labels_(new MapLabels) {
        appendChildNode(lines_);
        appendChildNode(chosen_);
        appendChildNode(labels_);
    }

    [[nodiscard]] const MapPalette& palette() const { return palette_; }

    void update(QQuickWindow& window, const std::shared_ptr<const AreaShapes>& shapes,
                const std::shared_ptr<const AreaShapes>& chosen, const MapView& view,
                double scale) {
        chosen_->update(chosen, view);
        if (!shapes)
            return;
        lines_->update(shapes, view);
        const QPointF moved =
            view.to_item(placed_.centre) - QPointF(view.size.width() / 2, view.size.height() / 2);
        const bool far = std::hypot(moved.x(), moved.y()) > 48;
        if (shapes != shapes_ || far || view.zoom != placed_.zoom ||
            view.bearing != placed_.bearing || view.size != placed_.size || scale != scale_) {
            std::vector<MapLabel> wanted;
            const WorldBox seen = view.box(120);
            for (const AreaName& name : shapes->names())
                if (names_at(name.level, view.zoom) && seen.contains(name.at))
                    wanted.push_back(label_of(name, scale, palette_));
            labels_->place(window, wanted, view, max_names);
            placed_ = view;
            scale_ = scale;
        } else {
            labels_->move(view);
        }
        shapes_ = shapes;
    }

private:
    const MapPalette& palette_;
    Outlines* lines_;
    Outlines* chosen_;
    MapLabels* labels_;
    std::shared_ptr<const AreaShapes> shapes_;
    MapView placed_;
    double scale_ = 0;
};

AreaLayer::AreaLayer(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
}

AreaLayer::~AreaLayer() = default;

void AreaLayer::setFeed(MapFeed* feed) {
    if (feed == feed_)
        return;
    if (feed_)
        disconnect(feed_, nullptr, this, nullptr);
    feed_ = feed;
    if (feed_) {
        connect(feed_, &MapFeed::areasChanged, this, [this] { prepare(all_); });
        connect(feed_, &MapFeed::chosenAreaChanged, this, [this] { prepare(chosen_); });
        prepare(all_);
        prepare(chosen_);
    }
    Q_EMIT feedChanged();
}

void AreaLayer::prepare(Made& made) {
    if (!feed_)
        return;
    if (made.preparing) {
        made.stale = true;
        return;
    }
    made.preparing = true;
    made.stale = false;
    QtConcurrent::run([areas = (feed_.data()->*made.areas)()] {
        return guarded(
            "map", [&]() -> std::shared_ptr<const AreaShapes> { return AreaShapes::from(*areas); },
            nullptr);
    }).then(this, [this, &made](const std::shared_ptr<const AreaShapes>& shapes) {
        made.preparing = false;
        if (shapes) { // else those before stay; the next change makes others
            made.shapes = shapes;
            Q_EMIT shapesChanged();
            update();
        }
        if (made.stale)
            prepare(made);
    });
}

QGeoCoordinate AreaLayer::center() const {
    return coordinate_of(view_.centre);
}

void AreaLayer::setCenter(const QGeoCoordinate& center) {
    const World at = world_of({center.longitude(), center.latitude()});
    if (!center.isValid() || at == view_.centre)
        return;
    view_.centre = at;
    Q_EMIT viewChanged();
    update();
}

void AreaLayer::setZoomLevel(qreal zoom) {
    if (zoom == view_.zoom || !std::isfinite(zoom))
        return;
    view_.zoom = zoom;
    Q_EMIT viewChanged();
    update();
}

void AreaLayer::setBearing(qreal bearing) {
    if (bearing == view_.bearing || !std::isfinite(bearing))
        return;
    view_.bearing = bearing;
    Q_EMIT viewChanged();
    update();
}

void AreaLayer::setTextScale(qreal scale) {
    if (scale == text_scale_)
        return;
    text_scale_ = scale;
    Q_EMIT textScaleChanged();
    update();
}

void AreaLayer::setDark(bool dark) {
    if (dark == dark_)
        return;
    dark_ = dark;
    Q_EMIT darkChanged();
    update();
}

void AreaLayer::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    view_.size = now.size();
    update();
}

QSGNode* AreaLayer::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    auto* node = static_cast<Nodes*>(old);
    const MapPalette& palette = map_palette(dark_);
    if (node && &node->palette() != &palette) {
        delete node;
        node = nullptr;
    }
    if (!node)
        node = new Nodes(palette);
    node->update(*window(), all_.shapes, chosen_.shapes, view_, text_scale_);
    return node;
}

} // namespace chengyun::console
