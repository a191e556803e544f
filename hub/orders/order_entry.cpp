#include "hub/orders/order_entry.h"

#include "core/account/account_codec.h"
#include "core/order/entry_kinds.h"
#include "core/order/order_codec.h"
#include "core/wire/wire_codec.h"

#include <algorithm>

namespace chengyun::hub {

Audience audience_of(const Order& order, std::span<const Assignment> heads) {
    Audience audience;
    const auto add = [](std::vector<std::string>& list, const std::string& item) {
        if (!item.empty() && std::ranges::find(list, item) == list.end())
            list.push_back(item);
    };
    add(audience.areas, order.area);
    for (const auto& head : heads) {
        add(audience.areas, head.unit_area);
        add(audience.units, head.unit);
    }
    return audience;
}

bool sees(const Account& account, const Audience& audience) {
    // The same rule the stream applies to the entries.
    return may_see(account, Viewers::by_place, audience.areas, audience.units);
}

std::string_view timer_entry_kind(Escalation level) {
    switch (level) {
    case Escalation::L0:
        return entry_kind::timer_due_soon;
    case Escalation::L1:
        return entry_kind::timer_overdue;
    case Escalation::L2:
        return entry_kind::timer_supervised;
    default:
        return entry_kind::timer_circulated;
    }
}

OrderEntry::OrderEntry(Transaction& tx, OrderStore& store, Actor actor, const Order& order,
                       Audience audience)
    : CommandEntries(tx, std::move(actor)), store_(store), order_(order.id), number_(order.number),
      audience_(std::move(audience)) {}

Result<> OrderEntry::insert(Order& order) {
    order.version = tx_.next_seq();
    const auto json = json::write(order);
    change_.add<Order>(json);
    return store_.insert(tx_.database(), order, json);
}

Result<> OrderEntry::update(Order& order) {
    order.version = tx_.next_seq();
    const auto json = json::write(order);
    change_.add<Order>(json);
    return store_.update(tx_.database(), order, json);
}

Result<> OrderEntry::insert(Assignment& assignment, std::size_t position) {
    assignment.version = tx_.next_seq();
    const auto json = json::write(assignment);
    change_.add<Assignment>(json);
    return store_.insert(tx_.database(), number_, position, assignment, json);
}

Result<> OrderEntry::update(Assignment& assignment) {
    assignment.version = tx_.next_seq();
    const auto json = json::write(assignment);
    change_.add<Assignment>(json);
    return store_.update(tx_.database(), assignment, json);
}

Result<> OrderEntry::insert(const Report& report) {
    const auto json = json::write(report);
    change_.add<Report>(json);
    return store_.insert(tx_.database(), number_, report, json);
}

Result<> OrderEntry::insert(const Supervision& supervision) {
    const auto json = json::write(supervision);
    change_.add<Supervision>(json);
    return store_.insert(tx_.database(), number_, supervision, json);
}

Result<> OrderEntry::update(const Supervision& supervision) {
    const auto json = json::write(supervision);
    change_.add<Supervision>(json);
    return store_.update(tx_.database(), supervision, json);
}

Result<> OrderEntry::tell_the_rest(const Assignment& one, const Assignment& other) {
    auto& db = tx_.database();
    auto assignments = store_.assignments(db, number_);
    if (!assignments)
        return assignments.error();
    for (const auto& assignment : *assignments)
        if (assignment.id != one.id && assignment.id != other.id)
            change_.add<Assignment>(json::write(assignment));
    auto texts = store_.texts(db, order_);
    if (!texts)
        return texts.error();
    for (const auto& report : texts->reports)
        change_.add<Report>(report);
    for (const auto& supervision : texts->supervisions)
        change_.add<Supervision>(supervision);
    return {};
}

std::optional<Instant> when_done(std::optional<Instant> claimed, Instant issued, Instant now) {
    if (!claimed)
        return {};
    const auto done = std::clamp(*claimed, std::min(issued, now), now);
    return now - done < std::chrono::minutes(1) ? std::optional<Instant>() : done;
}

} // namespace chengyun::hub
