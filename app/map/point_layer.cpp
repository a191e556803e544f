#include "app/map/point_layer.h"

#include "app/guarded.h"
#include "app/map/coordinates.h"
#include "app/map/point_nodes.h"
#include "app/text.h"

#include <QQuickWindow>
#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace chengyun::console {
namespace {

/// Everything the worker needs; nothing of it changes while it works.
struct BuildOrder {
    std::shared_ptr<const PointSet> points;
    std::vector<PointLook> looks;
    int layers, states, levels;
    QStringList only;
    ClusterOptions options;

    [[nodiscard]] std::shared_ptr<const ClusterIndex> run() const {
        std::vector<std::uint32_t> shown;
        shown.reserve(points->size());
        const auto passes = [this](PointLook look) {
            return (layers >> look.layer & 1) && (states >> look.state & 1) &&
                   (levels >> look.level & 1);
        };
        if (only.isEmpty()) {
            for (std::uint32_t i = 0; i < points->size(); ++i)
                if (passes(looks[i]))
                    shown.push_back(i);
        } else {
            for (const QString& id : only)
                if (const auto i = points->find(id.toStdString()); i && passes(looks[*i]))
                    shown.push_back(*i);
            std::ranges::sort(shown);
            shown.erase(std::ranges::unique(shown).begin(), shown.end());
        }
        return ClusterIndex::build(points, shown, options);
    }
};

} // namespace

PointLayer::PointLayer(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
}

PointLayer::~PointLayer() = default;

void PointLayer::setFeed(MapFeed* feed) {
    if (feed == feed_)
        return;
    if (feed_)
        disconnect(feed_, nullptr, this, nullptr);
    feed_ = feed;
    if (feed_) {
        connect(feed_, &MapFeed::pointsChanged, this, [this] {
            Q_EMIT countsChanged();
            rebuild();
        });
        connect(feed_, &MapFeed::lookChanged, this, &PointLayer::look_changed);
        connect(feed_, &MapFeed::pinsChanged, this, [this] {
            take_pins();
            rebuild_marks();
        });
        take_pins();
        rebuild();
    }
    Q_EMIT feedChanged();
    Q_EMIT countsChanged();
}

QGeoCoordinate PointLayer::center() const {
    return coordinate_of(view_.centre);
}

void PointLayer::setCenter(const QGeoCoordinate& center) {
    const World at = world_of({center.longitude(), center.latitude()});
    if (!center.isValid() || at == view_.centre)
        return;
    view_.centre = at;
    Q_EMIT viewChanged();
    update();
}

void PointLayer::setZoomLevel(qreal zoom) {
    if (zoom == view_.zoom || !std::isfinite(zoom))
        return;
    const bool other = std::floor(zoom) != std::floor(view_.zoom);
    view_.zoom = zoom;
    if (other)
        level_changed();
    Q_EMIT viewChanged();
    update();
}

void PointLayer::setBearing(qreal bearing) {
    if (bearing == view_.bearing || !std::isfinite(bearing))
        return;
    view_.bearing = bearing;
    Q_EMIT viewChanged();
    update();
}

void PointLayer::setSymbolScale(qreal scale) {
    const qreal kept = std::clamp(scale, 0.5, 4.0);
    if (kept == symbol_scale_)
        return;
    symbol_scale_ = kept;
    atlas_.reset();
    rebuild();
    Q_EMIT symbolScaleChanged();
    update();
}

void PointLayer::setDark(bool dark) {
    if (dark == dark_)
        return;
    dark_ = dark;
    atlas_.reset();
    Q_EMIT darkChanged();
    update();
}

void PointLayer::setFilter(const Filter& filter) {
    if (filter == filter_)
        return;
    filter_ = filter;
    Q_EMIT filterChanged();
    rebuild();
}

void PointLayer::setLayers(int mask) {
    Filter filter = filter_;
    filter.layers = mask;
    setFilter(filter);
}

void PointLayer::setStates(int mask) {
    Filter filter = filter_;
    filter.states = mask;
    setFilter(filter);
}

void PointLayer::setLevels(int mask) {
    Filter filter = filter_;
    filter.levels = mask;
    setFilter(filter);
}

void PointLayer::setOnlyIds(const QStringList& ids) {
    if (ids == only_ids_)
        return;
    only_ids_ = ids;
    Q_EMIT filterChanged();
    rebuild();
}

void PointLayer::setHiddenPins(const QStringList& kinds) {
    if (kinds == hidden_pins_)
        return;
    hidden_pins_ = kinds;
    take_pins();
    Q_EMIT filterChanged();
    update();
}

void PointLayer::take_pins() {
    pins_.clear();
    if (feed_)
        std::ranges::copy_if(feed_->pins(), std::back_inserter(pins_), [this](const MapPin& pin) {
            return !hidden_pins_.contains(qs(pin.kind));
        });
    pins_dirty_ = true;
    rebuild_chosen();
    renew_ring();
}

void PointLayer::setClustered(bool clustered) {
    if (clustered == options_.clustered)
        return;
    options_.clustered = clustered;
    Q_EMIT filterChanged();
    rebuild();
}

void PointLayer::setSelectedIds(const QStringList& ids) {
    if (ids == selected_ids_)
        return;
    selected_ids_ = ids;
    Q_EMIT selectedIdsChanged();
    rebuild_marks();
}

void PointLayer::setChosenIds(const QStringList& ids) {
    if (ids == chosen_ids_)
        return;
    chosen_ids_ = ids;
    Q_EMIT chosenIdsChanged();
    rebuild_chosen();
}

QList<int> PointLayer::counts() const {
    QList<int> counts(qsizetype(layer_count), 0);
    if (feed_)
        for (const PointLook look : feed_->points()->looks())
            ++counts[look.layer];
    return counts;
}

int PointLayer::shownCount() const {
    return index_ ? int(index_->shown_count()) : 0;
}

void PointLayer::rebuild() {
    if (!feed_)
        return;
    if (building_) {
        stale_ = true;
        return;
    }
    building_ = true;
    stale_ = false;
    Q_EMIT busyChanged();
    BuildOrder order{feed_->points(), {feed_->looks().begin(), feed_->looks().end()},
                     filter_.layers,  filter_.states,
                     filter_.levels,  only_ids_,
                     options_};
    order.options.radius_px *= symbol_scale_;
    order.options.stack_px *= symbol_scale_;
    QtConcurrent::run([order = std::move(order)] {
        return guarded("map", [&] { return order.run(); }, std::shared_ptr<const ClusterIndex>());
    }).then(this, [this](const std::shared_ptr<const ClusterIndex>& index) { publish(index); });
}

void PointLayer::publish(std::shared_ptr<const ClusterIndex> index) {
    building_ = false;
    if (!index) {
        // The one before stays; the next change makes another.
        Q_EMIT busyChanged();
        return;
    }
    // Even one that is out of date is newer than what is on the screen.
    index_ = std::move(index);
    const bool current = feed_ && feed_->points().get() == &index_->points();
    const auto looks = current ? feed_->looks() : index_->points().looks();
    looks_.assign(looks.begin(), looks.end());
    touched_.clear();
    set_hovered({});
    rebuild_marks();
    level_changed();
    Q_EMIT indexChanged();
    Q_EMIT busyChanged();
    update();
    if (stale_)
        rebuild();
}

void PointLayer::look_changed(quint32 ordinal) {
    const PointLook look = feed_->looks()[ordinal];
    const auto shows = [this](PointLook l) {
        return (filter_.states >> l.state & 1) && (filter_.levels >> l.level & 1);
    };
    if (index_ && feed_->points().get() == &index_->points()) {
        const bool before = shows(looks_[ordinal]);
        looks_[ordinal] = look;
        touched_.push_back(ordinal);
        if (before != shows(look))
            rebuild();
        rebuild_marks();
        update();
    }
    if (building_ && (filter_.states != 7 || filter_.levels != 31))
        stale_ = true;
}

void PointLayer::rebuild_marks() {
    std::vector<Mark> marks;
    const auto mark = [&](const QString& id, Halo halo) {
        const std::string wanted = id.toStdString();
        if (const auto at = index_ ? index_->points().find(wanted) : std::nullopt) {
            marks.push_back({index_->points().world(*at), halo, Mark::What::point, looks_[*at], 0});
            return;
        }
        if (!feed_)
            return;
        const auto pin = std::ranges::find(feed_->pins(), wanted, &MapPin::id);
        if (pin != feed_->pins().end())
            marks.push_back({world_of(pin->place), halo, Mark::What::pin, {}, 0});
    };
    if (hovered_.kind == MapHit::Kind::Cluster)
        marks.push_back({world_of({hovered_.place.longitude(), hovered_.place.latitude()}),
                         Halo::hover,
                         Mark::What::cluster,
                         {},
                         ring_radius(std::uint32_t(hovered_.count))});
    else if (hovered_.kind != MapHit::Kind::Nothing && !selected_ids_.contains(hovered_.id))
        mark(hovered_.id, Halo::hover);
    for (const QString& id : selected_ids_)
        mark(id, Halo::selected);
    if (marks != marks_) {
        marks_ = std::move(marks);
        marks_dirty_ = true;
    }
    update();
}

void PointLayer::rebuild_chosen() {
    std::vector<ClusterIndex::Ref> refs; // a cluster once for each of its points
    QSet<QString> others;
    for (const QString& id : chosen_ids_) {
        const auto at = index_ ? index_->points().find(id.toStdString()) : std::nullopt;
        if (!at)
            others.insert(id);
        else if (const auto node = index_->node_of(*at, view_.zoom))
            refs.push_back(*node);
    }
    std::ranges::sort(refs);
    std::vector<Mark> chosen;
    for (auto from = refs.begin(); from != refs.end();) {
        const auto ref = *from;
        const auto to = std::ranges::upper_bound(from, refs.end(), ref);
        Mark mark;
        mark.at = index_->at(ref);
        mark.halo = Halo::selected;
        if (ClusterIndex::is_cluster(ref)) {
            mark.what = Mark::What::cluster;
            mark.ring = ring_radius(index_->count(ref));
            mark.partly = std::uint32_t(to - from) < index_->count(ref);
        }
        chosen.push_back(mark);
        from = to;
    }
    if (!others.isEmpty())
        for (const MapPin& pin : pins_)
            if (others.contains(qs(pin.id)))
                chosen.push_back({world_of(pin.place), Halo::selected, Mark::What::pin, {}, 0});
    if (chosen == chosen_)
        return;
    chosen_ = std::move(chosen);
    chosen_dirty_ = true;
    update();
}

void PointLayer::level_changed() {
    rebuild_chosen();
    renew_ring();
}

void PointLayer::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    view_.size = now.size();
    Q_EMIT viewChanged();
    update();
}

void PointLayer::itemChange(ItemChange change, const ItemChangeData& value) {
    QQuickItem::itemChange(change, value);
    if (change == ItemDevicePixelRatioHasChanged)
        update();
}

void PointLayer::releaseResources() {
    atlas_.reset();
}

QSGNode* PointLayer::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    auto* node = static_cast<PointNodes*>(old);
    const double ratio = window()->effectiveDevicePixelRatio();
    if (!atlas_ || ratio != atlas_ratio_) {
        atlas_ = std::make_shared<const SymbolAtlas>(
            SymbolAtlas::paint(ratio, symbol_scale_, map_palette(dark_)));
        atlas_ratio_ = ratio;
        delete node;
        node = nullptr;
    }
    if (!node) {
        std::unique_ptr<QSGTexture> texture(window()->createTextureFromImage(
            atlas_->image(), QQuickWindow::TextureHasAlphaChannel));
        texture->setFiltering(QSGTexture::Linear);
        node = new PointNodes(atlas_, std::move(texture));
        marks_dirty_ = chosen_dirty_ = pins_dirty_ = true;
    }
    node->touch(touched_);
    touched_.clear();
    if (marks_dirty_)
        node->marks_changed();
    if (chosen_dirty_)
        node->chosen_changed();
    if (pins_dirty_)
        node->pins_changed();
    marks_dirty_ = chosen_dirty_ = pins_dirty_ = false;
    node->update({index_, looks_, pins_, marks_, chosen_, view_});
    written_chunks_ = node->written_count();
    return node;
}

} // namespace chengyun::console
