// The pins of open orders on the map.
#pragma once

#include "app/map/map_feed.h"
#include "core/order/order.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <span>

namespace chengyun::console {

class HubClock;
class OrderStore;

/// The pin of an order, from it and its assignments; none when it is closed or has no place.
[[nodiscard]] std::optional<MapPin> pinOf(const Order& order,
                                          std::span<const Assignment* const> assignments);

/// GUI thread. Keeps the map's pins in step with the orders; changes within one turn of the event
/// loop become one update.
class OrderPins : public QObject {
    Q_OBJECT
public:
    OrderPins(OrderStore& orders, HubClock& clock, MapFeed& feed, QObject* parent = nullptr);

private:
    void show();

    OrderStore& orders_;
    MapFeed& feed_;
    QTimer soon_;
};

} // namespace chengyun::console
