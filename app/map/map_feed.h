// What stands on the map now: resources, open orders and areas, from whoever keeps them to whatever
// draws them. The map itself keeps no facts.
#pragma once

#include "app/map/point_set.h"
#include "core/area/area.h"
#include "core/order/order.h"

#include <QGeoCoordinate>
#include <QObject>
#include <QString>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace chengyun::console {

enum class PinState;

/// An open order with a place.
struct OrderPin {
    std::string id;
    std::string title;
    std::int64_t number = 0;
    Level level = Level::IV;
    bool fresh = false; ///< nobody has acknowledged it yet
    bool late = false;  ///< a timer of one of its assignments has run out
    Place place;

    [[nodiscard]] PinState state() const;
    bool operator==(const OrderPin&) const = default;
};

/// The pin of an order, from it and its assignments; none when it is closed or has no place.
[[nodiscard]] std::optional<OrderPin> pin_of(const Order& order,
                                             std::span<const Assignment* const> assignments);

/// GUI thread.
class MapFeed : public QObject {
    Q_OBJECT
    Q_PROPERTY(int resourceCount READ resourceCount NOTIFY pointsChanged)
    Q_PROPERTY(int orderCount READ orderCount NOTIFY pinsChanged)

public:
    explicit MapFeed(QObject* parent = nullptr);

    /// Replaces all resources. The values are read before this returns and not kept.
    void setResources(std::span<const Resource> resources);
    /// One resource changed. True when it could be done in place; false when its place or name is
    /// another, or it is new: then setResources() is due.
    [[nodiscard]] bool patch(const Resource& resource);
    void setPins(std::vector<OrderPin> pins);
    /// Outlines to draw. Areas without rings are kept for their names at `centre`.
    void setAreas(std::vector<Area> areas);

    [[nodiscard]] const std::shared_ptr<const PointSet>& points() const { return points_; }
    /// As patched since points() was made.
    [[nodiscard]] std::span<const PointLook> looks() const { return looks_; }
    [[nodiscard]] const std::vector<OrderPin>& pins() const { return pins_; }
    [[nodiscard]] const std::shared_ptr<const std::vector<Area>>& areas() const { return areas_; }

    [[nodiscard]] int resourceCount() const { return int(points_->size()); }
    [[nodiscard]] int orderCount() const { return int(pins_.size()); }
    /// Where a resource or open order is; invalid when it is not on the map.
    Q_INVOKABLE [[nodiscard]] QGeoCoordinate placeOf(const QString& id) const;

Q_SIGNALS:
    void pointsChanged();
    void lookChanged(quint32 ordinal);
    void pinsChanged();
    void areasChanged();

private:
    std::shared_ptr<const PointSet> points_;
    std::vector<PointLook> looks_;
    std::vector<OrderPin> pins_;
    std::shared_ptr<const std::vector<Area>> areas_;
};

} // namespace chengyun::console
