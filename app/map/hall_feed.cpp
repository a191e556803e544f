#include "app/map/hall_feed.h"

#include "app/orders/order_store.h"
#include "app/resources/resource_store.h"

#include <algorithm>

namespace chengyun::console {

HallFeed::HallFeed(ResourceStore& resources, OrderStore& orders, QObject* parent)
    : MapFeed(parent), resources_(resources), orders_(orders) {
    connect(&resources_, &ResourceStore::reloaded, this, &HallFeed::reload);
    connect(&resources_, &ResourceStore::changed, this, &HallFeed::change);
    connect(&orders_, &OrderStore::reloaded, this, &HallFeed::read_pins);
    connect(&orders_, &OrderStore::changed, this, &HallFeed::read_pins);
    reload();
    read_pins();
}

void HallFeed::reload() {
    reload_due_ = false;
    setResources(resources_.resources());
    setAreas(resources_.areas());
}

void HallFeed::change(const ResourceChange& change) {
    if (change.areas)
        setAreas(resources_.areas());
    const auto patched = [this](std::size_t i) { return patch(resources_.resources()[i]); };
    const bool in_place = change.added.empty() && change.removed.empty() &&
                          std::ranges::all_of(change.updated, patched);
    if (in_place || reload_due_)
        return;
    // A burst of entries, an import say, becomes one reload.
    reload_due_ = true;
    QMetaObject::invokeMethod(this, &HallFeed::reload, Qt::QueuedConnection);
}

void HallFeed::read_pins() {
    std::vector<OrderPin> pins;
    for (const Order& order : orders_.orders())
        if (auto pin = pin_of(order, orders_.assignmentsOf(order.id)))
            pins.push_back(std::move(*pin));
    setPins(std::move(pins));
}

} // namespace chengyun::console
