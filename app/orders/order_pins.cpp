#include "app/orders/order_pins.h"

#include "app/link/hub_clock.h"
#include "app/orders/order_store.h"

#include <algorithm>

namespace chengyun::console {

std::optional<MapPin> pinOf(const Order& order, std::span<const Assignment* const> assignments) {
    if (!order.place || order.state == OrderState::closed || order.state == OrderState::withdrawn)
        return {};
    MapPin pin{order.id, order.title, order.number, order.level, order.state == OrderState::issued,
               false,    *order.place};
    pin.late = std::ranges::any_of(assignments, [](const Assignment* assignment) {
        const bool open = assignment->state != AssignmentState::verified &&
                          assignment->state != AssignmentState::completed &&
                          assignment->state != AssignmentState::reassigned &&
                          assignment->state != AssignmentState::withdrawn;
        return open && assignment->escalation >= Escalation::L1;
    });
    return pin;
}

OrderPins::OrderPins(OrderStore& orders, HubClock& clock, MapFeed& feed, QObject* parent)
    : QObject(parent), orders_(orders), feed_(feed) {
    soon_.setSingleShot(true);
    soon_.setInterval(0);
    connect(&soon_, &QTimer::timeout, this, &OrderPins::show);
    connect(&orders, &OrderStore::reloaded, &soon_, qOverload<>(&QTimer::start));
    connect(&orders, &OrderStore::changed, &soon_, qOverload<>(&QTimer::start));
    connect(&clock, &HubClock::offsetChanged, &soon_, qOverload<>(&QTimer::start));
    // An order becomes late without anything happening to it.
    auto* late = new QTimer(this);
    late->setInterval(15'000);
    connect(late, &QTimer::timeout, this, &OrderPins::show);
    late->start();
    show();
}

void OrderPins::show() {
    std::vector<MapPin> pins;
    for (const auto& order : orders_.orders()) {
        if (!order.place)
            continue;
        if (auto pin = pinOf(order, orders_.assignmentsOf(order.id)))
            pins.push_back(std::move(*pin));
    }
    feed_.setPins("order", std::move(pins));
}

} // namespace chengyun::console
