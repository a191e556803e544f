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

constexpr int max_cluster_ids = 200;
/// Points closer than this on the screen cannot be told apart by pointing.
constexpr double same_place_px = 3;

} // namespace

const MapPin* PointLayer::pin_at(QPointF at) const {
    // From the top: the last drawn comes first.
    for (auto pin = pins_.rbegin(); pin != pins_.rend(); ++pin) {
        const QPointF tip = view_.to_item(world_of(pin->place));
        const QPointF head = tip + QPointF(0, -24 * symbol_scale_);
        if (std::hypot(at.x() - head.x(), at.y() - head.y()) <= 15 * symbol_scale_)
            return &*pin;
    }
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
            const QPointF d = view_.to_item(place) - at;
            const double distance = std::hypot(d.x(), d.y());
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

MapHit PointLayer::describe(const MapPin& pin) const {
    MapHit hit;
    hit.kind = MapHit::Kind::Pin;
    hit.pin_kind = qs(pin.kind);
    hit.id = qs(pin.id);
    hit.ids = {hit.id};
    hit.name = qs(pin.title);
    hit.count = 1;
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
        for (const auto i : index_->leaves(ref, max_cluster_ids))
            hit.ids.append(qs(points.id(i)));
        for (const auto n : cluster.by_layer)
            hit.by_layer.append(int(n));
        const WorldBox box = index_->extent(ref);
        hit.extent = QGeoRectangle(coordinate_of({box.left, box.top}),
                                   coordinate_of({box.right, box.bottom}));
        hit.expand_zoom = cluster.zoom + 1;
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
    const double reach = same_place_px / world_px(view_.zoom);
    const World here = points.world(ref);
    const WorldBox near{here.x - reach, here.y - reach, here.x + reach, here.y + reach};
    const auto& level = index_->level(view_.zoom);
    hit.ids.append(hit.id);
    for (const auto& chunk : level.chunks)
        if (chunk.box.intersects(near))
            for (std::uint32_t i = chunk.begin; i < chunk.end; ++i)
                if (const auto other = level.nodes[i]; other != ref &&
                                                       !ClusterIndex::is_cluster(other) &&
                                                       near.contains(points.world(other)))
                    hit.ids.append(qs(points.id(other)));
    return hit;
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
    // The level of single points: clusters have no say in what lies in a rectangle.
    const auto& level = index_->level(index_->max_zoom() + 1);
    for (const auto& chunk : level.chunks) {
        if (!chunk.box.intersects(box))
            continue;
        for (std::uint32_t i = chunk.begin; i < chunk.end; ++i)
            if (const World at = index_->points().world(level.nodes[i]);
                box.contains(at) && rect.contains(view_.to_item(at)))
                ids.append(qs(index_->points().id(level.nodes[i])));
    }
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
    const auto& level = index_->level(index_->max_zoom() + 1);
    std::vector<std::pair<double, std::uint32_t>> found;
    for (const auto& chunk : level.chunks) {
        if (!chunk.box.intersects(box))
            continue;
        for (std::uint32_t i = chunk.begin; i < chunk.end; ++i) {
            const double distance = distance_m(here, place_of(index_->at(level.nodes[i])));
            if (distance <= metres)
                found.emplace_back(distance, level.nodes[i]);
        }
    }
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
