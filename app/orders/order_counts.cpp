#include "app/orders/order_counts.h"

#include "app/link/hub_clock.h"
#include "app/link/session.h"
#include "app/orders/order_words.h"
#include "app/text.h"
#include "core/order/rules.h"

#include <utility>

namespace chengyun::console {

bool counts(const Assignment& assignment) {
    return assignment.state != AssignmentState::reassigned &&
           assignment.state != AssignmentState::withdrawn;
}

OrderCounts::OrderCounts(OrderStore& store, Session& session, HubClock& clock, QObject* parent)
    : QObject(parent), store_(store), session_(session), clock_(clock) {
    connect(&store_, &OrderStore::reloaded, this, &OrderCounts::recount);
    connect(&store_, &OrderStore::changed, this, &OrderCounts::take);
    connect(&session_, &Session::accountChanged, this, &OrderCounts::recount);
    connect(&clock_, &HubClock::ticked, this, &OrderCounts::watchDeadlines);
    recount();
}

OrderStanding OrderCounts::standing(const Order& order) const {
    OrderStanding standing;
    const auto& account = session_.account();
    standing.open = is_open(order.state);
    standing.mine = order.issued_by == account.id && !account.id.empty();
    for (const auto* assignment : store_.assignmentsOf(order.id)) {
        if (!account.unit.empty() && assignment->unit == account.unit)
            standing.mine = true;
        if (!standing.open || !counts(*assignment))
            continue;
        standing.fresh = standing.fresh || assignment->state == AssignmentState::issued;
        const auto due = nextDue(*assignment);
        if (due.at != 0 && (standing.due == 0 || due.at < standing.due)) {
            standing.due = due.at;
            standing.dueKind = due.kind;
        }
    }
    standing.late = standing.due != 0 && standing.due < clock_.now();
    return standing;
}

void OrderCounts::recount() {
    const auto before = counts_;
    counts_ = {};
    open_.clear();
    ahead_.clear();
    watched_ = clock_.now();
    for (const auto& order : store_.orders())
        replace(order.id, &order);
    tellChange(before);
}

void OrderCounts::take(const QSet<QString>& orders) {
    const auto before = counts_;
    for (const auto& order : orders) {
        const auto id = order.toStdString();
        replace(id, store_.order(id));
    }
    tellChange(before);
}

void OrderCounts::replace(const std::string& id, const Order* order) {
    if (const auto old = open_.find(id); old != open_.end()) {
        add(old->second, -1);
        ahead_.erase({old->second.due, id});
        open_.erase(old);
    }
    if (!order || !is_open(order->state))
        return;
    const auto& now = open_.emplace(id, standing(*order)).first->second;
    add(now, 1);
    if (now.due != 0 && !now.late)
        ahead_.emplace(now.due, id);
}

void OrderCounts::add(const OrderStanding& standing, int sign) {
    counts_.all += sign;
    counts_.fresh += standing.fresh ? sign : 0;
    counts_.late += standing.late ? sign : 0;
    counts_.mine += standing.mine ? sign : 0;
}

void OrderCounts::tellChange(const Counts& before) {
    if (counts_ != before)
        Q_EMIT changed();
}

void OrderCounts::watchDeadlines() {
    const auto now = clock_.now();
    if (now < std::exchange(watched_, now))
        return recount(); // the clock was set back
    QSet<QString> passed;
    while (!ahead_.empty() && ahead_.begin()->first < now) {
        const auto& id = ahead_.begin()->second;
        open_[id].late = true;
        ++counts_.late;
        passed.insert(qs(id));
        ahead_.erase(ahead_.begin());
    }
    if (passed.isEmpty())
        return;
    Q_EMIT changed();
    Q_EMIT turnedLate(passed);
}

} // namespace chengyun::console
