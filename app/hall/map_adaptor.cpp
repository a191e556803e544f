#include "app/hall/map_adaptor.h"

#include "app/link/hub_clock.h"
#include "app/map/map_feed.h"
#include "app/orders/order_store.h"
#include "app/resources/resource_store.h"

namespace chengyun::console {

MapAdaptor::MapAdaptor(ResourceStore& resources, OrderStore& orders, HubClock& clock, MapFeed& feed,
                       QObject* parent)
    : QObject(parent), resources_(resources), orders_(orders), feed_(feed) {
    for (auto* timer : {&resourcesSoon_, &pinsSoon_}) {
        timer->setSingleShot(true);
        timer->setInterval(0);
    }
    connect(&resourcesSoon_, &QTimer::timeout, this, &MapAdaptor::showResources);
    connect(&pinsSoon_, &QTimer::timeout, this, &MapAdaptor::showPins);
    connect(&resources, &ResourceStore::reloaded, &resourcesSoon_, qOverload<>(&QTimer::start));
    connect(&resources, &ResourceStore::changed, this, &MapAdaptor::takeResources);
    connect(&orders, &OrderStore::reloaded, &pinsSoon_, qOverload<>(&QTimer::start));
    connect(&orders, &OrderStore::changed, &pinsSoon_, qOverload<>(&QTimer::start));
    // An order becomes late without anything happening to it.
    auto* minute = new QTimer(this);
    minute->setInterval(15'000);
    connect(minute, &QTimer::timeout, this, &MapAdaptor::showPins);
    minute->start();
    connect(&clock, &HubClock::offsetChanged, &pinsSoon_, qOverload<>(&QTimer::start));
    showResources();
    showPins();
}

void MapAdaptor::takeResources(const ResourceChange& change) {
    if (!change.added.empty() || !change.removed.empty()) {
        resourcesSoon_.start();
        return;
    }
    for (const auto at : change.updated) {
        if (!feed_.patch(resources_.resources()[at])) {
            resourcesSoon_.start();
            return;
        }
    }
}

void MapAdaptor::showResources() {
    feed_.setResources(resources_.resources());
}

void MapAdaptor::showPins() {
    std::vector<OrderPin> pins;
    for (const auto& order : orders_.orders()) {
        if (!order.place)
            continue;
        if (auto pin = pin_of(order, orders_.assignmentsOf(order.id)))
            pins.push_back(std::move(*pin));
    }
    feed_.setPins(std::move(pins));
}

} // namespace chengyun::console
