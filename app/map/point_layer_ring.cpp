// The layer by keys: a ring goes from symbol to symbol.
#include "app/map/coordinates.h"
#include "app/map/point_layer.h"
#include "app/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace chengyun::console {

QPointF PointLayer::ringedAt() const {
    if (ringed_.kind == MapHit::Kind::Pin) {
        const auto pin = std::ranges::find(pins_, ring_id_.toStdString(), &MapPin::id);
        if (pin != pins_.end())
            return head_of(*pin);
    }
    return toItem(ringed_.place);
}

bool PointLayer::moveRing(int dx, int dy) {
    const bool first = ringed_.kind == MapHit::Kind::Nothing || (dx == 0 && dy == 0);
    const QRectF seen(0, 0, width(), height());
    const QPointF from = first ? seen.center() : ringedAt();
    double least = std::numeric_limits<double>::max();
    const auto nearer = [&](QPointF at) {
        if (!seen.contains(at))
            return false;
        const QPointF way = at - from;
        double far = std::hypot(way.x(), way.y());
        if (!first) {
            const double along = way.x() * dx + way.y() * dy;
            const double aside = std::abs(way.x() * dy - way.y() * dx);
            // What lies more aside than ahead lies in another direction.
            if (along < 1 || aside > along)
                return false;
            far += aside;
        }
        if (far >= least)
            return false;
        least = far;
        return true;
    };

    const MapPin* pin = nullptr;
    for (const MapPin& one : pins_)
        if (nearer(head_of(one)))
            pin = &one;
    std::optional<ClusterIndex::Ref> node;
    if (index_) {
        const auto& level = index_->level(view_.zoom);
        const WorldBox box = view_.box(0);
        for (const auto& chunk : level.chunks) {
            if (!chunk.box.intersects(box))
                continue;
            for (std::uint32_t i = chunk.begin; i < chunk.end; ++i)
                if (nearer(view_.to_item(index_->at(level.nodes[i]))))
                    node = level.nodes[i];
        }
    }
    if (node)
        set_ringed(describe(*node), qs(index_->points().id(index_->leaves(*node, 1).front())));
    else if (pin)
        set_ringed(describe(*pin), qs(pin->id));
    return node || pin;
}

void PointLayer::dropRing() {
    set_ringed({}, {});
}

void PointLayer::set_ringed(const MapHit& hit, const QString& id) {
    ring_id_ = id;
    if (hit == ringed_)
        return;
    ringed_ = hit;
    Q_EMIT ringedChanged();
}

void PointLayer::renew_ring() {
    if (ringed_.kind == MapHit::Kind::Nothing)
        return;
    const std::string id = ring_id_.toStdString();
    if (ringed_.kind == MapHit::Kind::Pin) {
        const auto pin = std::ranges::find(pins_, id, &MapPin::id);
        if (pin != pins_.end())
            set_ringed(describe(*pin), ring_id_);
        else
            dropRing();
        return;
    }
    const auto point = index_ ? index_->points().find(id) : std::nullopt;
    const auto node = point ? index_->node_of(*point, view_.zoom) : std::nullopt;
    if (node)
        set_ringed(describe(*node), ring_id_);
    else
        dropRing();
}

} // namespace chengyun::console
