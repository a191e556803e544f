// What lies where on the layer: under the pointer, in a rectangle, within a distance.
#include "app/map/coordinates.h"
#include "app/map/point_layer.h"
#include "app/map/point_nodes.h"
#include "app/text.h"
#include "core/resource/kinds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chengyun::console {
namespace {

/// Pins closer than this on the screen cannot be told apart by pointing.
constexpr double same_place_px = 3;
constexpr double pin_head_px = 24; ///< above the pin's tip

double apart(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

QPointF PointLayer::head_of(const MapPin& pin) const {
    return view_.to_item(world_of(pin.place)) + QPointF(0, -pin_head_px * symbol_scale_);
}

const MapPin* PointLayer::pin_at(QPointF at) const {
    // From the top: the last drawn comes first.
    for (auto pin = pins_.rbegin(); pin != pins_.rend(); ++pin)
        if (apart(at, head_of(*pin)) <= 15 * symbol_scale_)
            return &*pin;
    return nullptr;
}

PointLayer::Found PointLayer::node_at(QPointF at) const {
    Found best;
    if (!index_)
        return best;
    const auto& level = index_->level(view_.zoom);
    const World world = view_.to_world(at);
    const double reach = 40 * symbol_scale_ / world_px(view_.zoom);
    const WorldBox near{world.x - reach, world.y - reach, world.x + reach, world.y + reach};
    for (const auto& chunk : level.chunks) {
        if (!chunk.box.intersects(near))
            continue;
        for (std::uint32_t i = chunk.begin; i < chunk.end; ++i) {
            const auto ref = level.nodes[i];
            const World place = index_->at(ref);
            if (!near.contains(place))
                continue;
            const double distance = apart(view_.to_item(place), at);
            const double radius =
                symbol_scale_ * (ClusterIndex::is_cluster(ref) ? ring_radius(index_->count(ref))
                                                               : SymbolAtlas::symbol_radius);
            // Later ones are drawn above, so they win at the same distance.
            if (distance <= radius && (!best.any || distance <= best.distance))
                best = {ref, distance, true};
        }
    }
    return best;
}

MapHit PointLayer::hit(QPointF at) const {
    if (const MapPin* pin = pin_at(at))
        return describe(*pin);
    const Found found = node_at(at);
    return found.any ? describe(found.ref) : MapHit{};
}

void PointLayer::set_hovered(const MapHit& hit) {
    if (hit == hovered_)
        return;
    hovered_ = hit;
    rebuild_marks();
    Q_EMIT hoveredChanged();
}

void PointLayer::hover(QPointF at) {
    set_hovered(hit(at));
}

void PointLayer::leave() {
    set_hovered({});
}

MapHit PointLayer::describe(const MapPin& pin) const {
    MapHit hit;
    hit.kind = MapHit::Kind::Pin;
    hit.pin_kind = qs(pin.kind);
    hit.id = qs(pin.id);
    for (auto other = pins_.rbegin(); other != pins_.rend(); ++other)
        if (apart(head_of(*other), head_of(pin)) <= same_place_px)
            hit.ids.append(qs(other->id));
    hit.name = qs(pin.title);
    hit.count = int(hit.ids.size());
    hit.level = int(pin.level);
    hit.late = pin.late;
    hit.place = {pin.place.lat, pin.place.lon};
    return hit;
}

MapHit PointLayer::describe(ClusterIndex::Ref ref) const {
    MapHit hit;
    const PointSet& points = index_->points();
    hit.place = coordinate_of(index_->at(ref));
    hit.count = int(index_->count(ref));
    if (ClusterIndex::is_cluster(ref)) {
        const auto& cluster = index_->cluster(ref);
        hit.kind = MapHit::Kind::Cluster;
        hit.id = QString::number(cluster.id, 16);
        for (const auto n : cluster.by_layer)
            hit.by_layer.append(int(n));
        hit.extent = QGeoRectangle(coordinate_of({cluster.box.left, cluster.box.top}),
                                   coordinate_of({cluster.box.right, cluster.box.bottom}));
        hit.expand_zoom = cluster.zoom + 1;
        hit.stack = index_->is_stack(ref);
        return hit;
    }
    const PointLook look = looks_[ref];
    hit.kind = MapHit::Kind::Resource;
    hit.id = qs(points.id(ref));
    hit.name = qs(points.name(ref));
    hit.layer = look.layer;
    hit.resource_kind = qs(resource_kinds()[look.kind].key);
    hit.state = look.state;
    hit.level = look.level;
    hit.ids = {hit.id};
    return hit;
}

QStringList PointLayer::ids_of(ClusterIndex::Ref ref) const {
    QStringList ids;
    for (const auto i : index_->leaves(ref, index_->count(ref)))
        ids.append(qs(index_->points().id(i)));
    return ids;
}

QStringList PointLayer::hitIds(QPointF at) const {
    if (const MapPin* pin = pin_at(at))
        return describe(*pin).ids;
    const Found found = node_at(at);
    return found.any ? ids_of(found.ref) : QStringList();
}

QStringList PointLayer::idsAt(QPointF at) const {
    const MapPin* top = pin_at(at);
    Found found = node_at(top ? view_.to_item(world_of(top->place)) : at);
    if (top && !found.any)
        found = node_at(at);
    const QPointF foot = top         ? view_.to_item(world_of(top->place))
                         : found.any ? view_.to_item(index_->at(found.ref))
                                     : at;
    QStringList ids;
    for (auto pin = pins_.rbegin(); pin != pins_.rend(); ++pin)
        if (apart(view_.to_item(world_of(pin->place)), foot) <=
            SymbolAtlas::symbol_radius * symbol_scale_)
            ids.append(qs(pin->id));
    if (found.any)
        ids += ids_of(found.ref);
    return ids;
}

QStringList PointLayer::idsInRect(QRectF rect) const {
    QStringList ids;
    for (const MapPin& pin : pins_)
        if (rect.contains(view_.to_item(world_of(pin.place))))
            ids.append(qs(pin.id));
    if (!index_)
        return ids;
    WorldBox box;
    for (const QPointF corner :
         {rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()})
        box.include(view_.to_world(corner));
    index_->points_in(box, [&](std::uint32_t i) {
        if (rect.contains(view_.to_item(index_->points().world(i))))
            ids.append(qs(index_->points().id(i)));
    });
    return ids;
}

QStringList PointLayer::idsWithin(const QGeoCoordinate& place, qreal metres) const {
    if (!index_ || !place.isValid() || !(metres > 0))
        return {};
    const Place here{place.longitude(), place.latitude()};
    const World world = world_of(here);
    const double reach =
        metres * 1.01 / (earth_circumference_m * std::cos(here.lat * std::numbers::pi / 180));
    const WorldBox box{world.x - reach, world.y - reach, world.x + reach, world.y + reach};
    std::vector<std::pair<double, std::uint32_t>> found;
    index_->points_in(box, [&](std::uint32_t i) {
        const double distance = distance_m(here, place_of(index_->points().world(i)));
        if (distance <= metres)
            found.emplace_back(distance, i);
    });
    std::ranges::sort(found);
    QStringList ids;
    for (const auto& [distance, i] : found)
        ids.append(qs(index_->points().id(i)));
    return ids;
}

QPointF PointLayer::toItem(const QGeoCoordinate& place) const {
    return view_.to_item(world_of({place.longitude(), place.latitude()}));
}

QGeoCoordinate PointLayer::toPlace(QPointF at) const {
    return coordinate_of(view_.to_world(at));
}

} // namespace chengyun::console
