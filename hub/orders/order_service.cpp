#include "hub/orders/order_service.h"

#include "core/id/uuid.h"
#include "core/order/entry_kinds.h"
#include "core/text/limits.h"
#include "hub/orders/order_deadlines.h"
#include "hub/orders/order_entry.h"
#include "hub/resources/reach.h"
#include "hub/resources/scope.h"
#include "hub/resources/unit_store.h"

#include <algorithm>

namespace chengyun::hub {

OrderService::OrderService(OrderStore& orders, DeadlineStore& deadlines, UnitStore& units,
                           const Reach& reach, OrderPolicy policy)
    : orders_(orders), deadlines_(deadlines), units_(units), reach_(reach), policy_(policy) {}

OrderScope OrderService::scope_of(const Account& account) {
    if (account.disabled)
        return {};
    return {account.area.empty() && account.role != Role::unit, account.area, account.unit};
}

Result<Assignment> OrderService::new_assignment(Transaction& tx, const Account& account,
                                                const Order& order, const std::string& unit,
                                                const std::string& field) const {
    auto head = reach_.unit(tx.database(), account, unit, field);
    if (!head)
        return head.error();
    if (head->state == Availability::unavailable)
        return fail(FailureKind::wrong_state, field, "the unit is out of service");
    Assignment assignment;
    assignment.id = new_id(tx.now());
    assignment.order = order.id;
    assignment.unit = unit;
    assignment.unit_name = std::move(head->name);
    assignment.unit_area = std::move(head->area);
    assignment.by = account.id;
    start_clocks(assignment, order.limits, tx.now());
    return assignment;
}

Result<> OrderService::start_timers(Transaction& tx, const Assignment& assignment,
                                    const TimeLimits& limits) {
    for (auto& timer : timers_for(assignment, limits, policy_))
        if (auto done = deadlines_.add(tx.database(), deadline_of(std::move(timer))); !done)
            return done;
    return {};
}

Result<std::string> OrderService::area_of(Transaction& tx, const Account& account,
                                          const IssueOrder& command) const {
    auto& db = tx.database();
    if (command.place)
        if (auto ok = reach_.place(db, account, *command.place, "place"); !ok)
            return ok.error();
    if (command.resource)
        if (auto ok = reach_.resource(db, account, *command.resource, "resource"); !ok)
            return ok.error();
    if (command.area) {
        if (auto ok = reach_.area(db, account, *command.area, "area"); !ok)
            return ok.error();
        return *command.area;
    }
    if (command.place)
        return reach_.area_at(db, account, *command.place);
    // Without any hint it is an order of the issuer's own area, so that its own seat sees it.
    return account.area;
}

Result<Answer> OrderService::issue(Transaction& tx, const Account& account,
                                   const IssueOrder& command) {
    if (!may(account.role, Permission::issue_orders))
        return fail(FailureKind::forbidden, {}, "this role may not issue orders");
    if (auto ok = check(command, policy_.max_recipients); !ok)
        return ok.error();
    auto area = area_of(tx, account, command);
    if (!area)
        return area.error();
    auto number = orders_.next_number(tx.database());
    if (!number)
        return number.error();
    const auto actor = actor_of(account);

    Order order;
    order.id = command.id;
    order.number = *number;
    order.title = command.title;
    order.text = command.text;
    order.kind = command.kind;
    order.level = command.level;
    order.area = std::move(*area);
    order.place = command.place;
    order.address = command.address.value_or("");
    order.resource = command.resource.value_or("");
    order.limits = command.limits;
    order.exercise = command.exercise.value_or(false);
    order.issued = tx.now();
    order.issued_by = account.id;
    order.issuer_name = actor.name;

    std::vector<Assignment> assignments;
    assignments.reserve(command.recipients.size());
    bool has_lead = false;
    for (std::size_t i = 0; i < command.recipients.size(); ++i) {
        const auto& recipient = command.recipients[i];
        auto assignment = new_assignment(tx, account, order, recipient.unit,
                                         "recipients[" + std::to_string(i) + "].unit");
        if (!assignment)
            return assignment.error();
        assignment->role = recipient.role;
        has_lead = has_lead || recipient.role == RecipientRole::lead;
        assignments.push_back(std::move(*assignment));
    }
    if (!has_lead)
        assignments.front().role = RecipientRole::lead;

    OrderEntry entry(tx, orders_, actor, order, audience_of(order, assignments));
    if (auto done = entry.insert(order); !done)
        return done.error();
    for (std::size_t i = 0; i < assignments.size(); ++i) {
        if (auto done = entry.insert(assignments[i], i); !done)
            return done.error();
        if (auto done = start_timers(tx, assignments[i], order.limits); !done)
            return done.error();
    }
    if (auto done = entry.append(entry_kind::order_issued, "order", order.id); !done)
        return done.error();
    return entry.done();
}

Result<OrderService::Loaded> OrderService::load(Transaction& tx, const Account& account,
                                                std::string_view order) const {
    auto& db = tx.database();
    auto found = orders_.order(db, order);
    if (!found)
        return found.error();
    auto heads = orders_.heads(db, found->number);
    if (!heads)
        return heads.error();
    if (!sees(account, audience_of(*found, *heads)))
        return fail(FailureKind::not_found, "order", "no such order");
    return Loaded{std::move(*found), std::move(*heads)};
}

Result<Answer> OrderService::withdraw(Transaction& tx, const Account& account,
                                      std::string_view order_id, const std::string& reason) {
    auto loaded = load(tx, account, order_id);
    if (!loaded)
        return loaded.error();
    auto& order = loaded->order;
    if (!commands(account, order))
        return fail(FailureKind::forbidden, {}, "only the centre in charge withdraws an order");
    if (auto ok = check_text(reason, "reason", limits::text, true, Lines::many); !ok)
        return ok.error();
    auto assignments = orders_.assignments(tx.database(), order.number);
    if (!assignments)
        return assignments.error();
    OrderEntry entry(tx, orders_, actor_of(account), order, audience_of(order, loaded->heads));
    bool any = false;
    for (auto& before : *assignments) {
        if (!is_open(before.state))
            continue;
        any = true;
        auto after =
            apply(before, Act::withdraw, account.role, policy_, order.limits, tx.now(), reason);
        if (!after)
            return after.error().kind == FailureKind::wrong_state
                       ? fail(FailureKind::wrong_state, {},
                              "a recipient has signed for it already: " + before.unit_name)
                       : after.error();
        if (auto done = entry.update(*after); !done)
            return done.error();
        if (auto done = deadlines_.set(tx.database(), after->id, order_deadlines, {}); !done)
            return done.error();
        before = std::move(*after);
    }
    if (!any)
        return fail(FailureKind::wrong_state, {}, "nothing of it is open");
    order.state = derive_state(*assignments);
    order.closed = tx.now();
    if (auto done = entry.update(order); !done)
        return done.error();
    entry.note("reason", reason);
    // With a verified assignment among them it has been carried out in part: that is closed.
    const bool withdrawn = order.state == OrderState::withdrawn;
    if (auto done = entry.append(withdrawn ? entry_kind::order_withdrawn : entry_kind::order_closed,
                                 "order", order.id);
        !done)
        return done.error();
    return entry.done();
}

Result<Answer> OrderService::attach(Transaction& tx, const Account& account,
                                    std::string_view order_id, const AttachToOrder& command) {
    auto loaded = load(tx, account, order_id);
    if (!loaded)
        return loaded.error();
    const auto& order = loaded->order;
    if (!commands(account, order))
        return fail(FailureKind::forbidden, {}, "only the centre in charge attaches to an order");
    if (auto good = check(command); !good)
        return good.error();
    const auto actor = actor_of(account);
    Report report;
    report.id = command.report;
    report.order = order.id;
    report.kind = ReportKind::attached;
    report.text = command.text;
    report.attachments = command.attachments;
    report.time = tx.now();
    report.by = actor.id;
    report.by_name = actor.name;
    OrderEntry entry(tx, orders_, actor, order, audience_of(order, loaded->heads));
    if (auto done = entry.insert(report); !done)
        return done.error();
    if (auto done = entry.append(entry_kind::order_attached, "order", order.id); !done)
        return done.error();
    return entry.done();
}

} // namespace chengyun::hub
