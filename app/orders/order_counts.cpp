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
    connect(&store_, &OrderStore::changed, this, &OrderCounts::recount);
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
    Counts counts;
    nextLate_ = 0;
    const auto now = clock_.now();
    for (const auto& order : store_.orders()) {
        if (!is_open(order.state))
            continue;
        const auto standing = this->standing(order);
        ++counts.all;
        counts.fresh += standing.fresh;
        counts.late += standing.late;
        counts.mine += standing.mine;
        if (standing.due >= now && standing.due != 0 &&
            (nextLate_ == 0 || standing.due < nextLate_))
            nextLate_ = standing.due;
    }
    if (std::exchange(counts_, counts) != counts)
        Q_EMIT changed();
}

void OrderCounts::watchDeadlines() {
    if (nextLate_ == 0 || clock_.now() <= nextLate_)
        return;
    QSet<QString> passed;
    for (const auto& order : store_.orders()) {
        if (!is_open(order.state))
            continue;
        const auto due = store_.dueOf(order);
        if (due != 0 && due >= nextLate_ && due < clock_.now())
            passed.insert(qs(order.id));
    }
    recount();
    Q_EMIT turnedLate(passed);
}

} // namespace chengyun::console
