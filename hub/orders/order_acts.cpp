// OrderService: what is done to one assignment.
#include "core/id/uuid.h"
#include "core/json/codec.h"
#include "core/order/entry_kinds.h"
#include "core/text/visible.h"
#include "hub/orders/order_deadlines.h"
#include "hub/orders/order_entry.h"
#include "hub/orders/order_service.h"
#include "hub/resources/scope.h"
#include "hub/resources/unit_store.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

struct ActRow {
    Act act;
    std::string_view kind;            ///< of the journal entry
    std::optional<ReportKind> report; ///< what it leaves as a report
};

constexpr ActRow rows[] = {
    {Act::acknowledge, entry_kind::assignment_acknowledged, {}},
    {Act::depart, entry_kind::assignment_departed, ReportKind::departed},
    {Act::arrive, entry_kind::assignment_arrived, ReportKind::arrived},
    {Act::report, entry_kind::assignment_reported, ReportKind::progress},
    {Act::complete, entry_kind::assignment_completed, ReportKind::completion},
    {Act::request_return, entry_kind::assignment_return_requested, ReportKind::return_request},
    {Act::reject_return, entry_kind::assignment_return_rejected, {}},
    {Act::force_return, entry_kind::assignment_return_forced, {}},
    {Act::reassign, entry_kind::assignment_reassigned, {}},
    {Act::verify, entry_kind::assignment_verified, {}},
    {Act::send_back, entry_kind::assignment_sent_back, {}},
    {Act::withdraw, entry_kind::assignment_withdrawn, {}},
    {Act::remind, entry_kind::assignment_reminded, {}},
    {Act::supervise, entry_kind::supervision_issued, {}},
};

[[nodiscard]] const ActRow& row_of(Act act) {
    return *std::ranges::find(rows, act, &ActRow::act);
}

[[nodiscard]] bool is_blank(const std::optional<std::string>& text) {
    return !text || chengyun::is_blank(*text);
}

/// Is it the unit's own act, which the centre only enters for it?
[[nodiscard]] bool is_units(Act act) {
    return std::ranges::any_of(transitions(), [&](const Transition& row) {
        return row.act == act && row.side == Transition::Side::unit;
    });
}

/// What core's rules cannot know: which of the optional parts this act needs or has no place for.
[[nodiscard]] Result<> check_parts(Act act, const ActOnAssignment& command, Instant now) {
    if (auto ok = check(command); !ok)
        return ok;
    if (command.on_behalf.value_or(false) && !is_units(act))
        return fail(FailureKind::invalid_field, "on_behalf",
                    "the centre does this in its own name");
    if (command.done_at && !is_units(act))
        return fail(FailureKind::invalid_field, "done_at", "the centre does this now");
    if (!command.attachments.empty() && !row_of(act).report)
        return fail(FailureKind::invalid_field, "attachments", "this act makes no report");
    if (act == Act::report && is_blank(command.text) && command.attachments.empty())
        return fail(FailureKind::missing_field, "text", "a report says or shows something");
    if (act == Act::reassign && !command.unit)
        return fail(FailureKind::missing_field, "unit", "the new recipient");
    if (act != Act::reassign && command.unit)
        return fail(FailureKind::invalid_field, "unit", "only a reassignment names a unit");
    if (act == Act::supervise && is_blank(command.text))
        return fail(FailureKind::missing_field, "text", "the basis of the supervision order");
    if (command.deadline && (act != Act::supervise || *command.deadline <= now))
        return fail(FailureKind::invalid_field, "deadline",
                    act == Act::supervise ? "it is over already"
                                          : "only a supervision order has one");
    return {};
}

[[nodiscard]] Report report_of(const Assignment& assignment, ReportKind kind,
                               const ActOnAssignment& command, const Actor& actor, Instant now) {
    Report report;
    report.id = command.report ? *command.report : new_id(now);
    report.assignment = assignment.id;
    report.order = assignment.order;
    report.kind = kind;
    report.text = command.text.value_or("");
    report.place = command.place;
    report.attachments = command.attachments;
    report.time = now;
    report.by = actor.id;
    report.by_name = actor.name;
    report.done_at = when_done(command.done_at, assignment.issued, now);
    return report;
}

} // namespace

Result<> OrderService::may_act(const Account& account, const Order& order,
                               const Assignment& assignment, bool on_behalf) {
    if (account.role == Role::unit) {
        if (account.unit == assignment.unit)
            return {};
        return fail(FailureKind::forbidden, {}, "it is another unit's");
    }
    if (!may(account.role, Permission::act_for_centre))
        return fail(FailureKind::forbidden, {}, "this role does not act on orders");
    if (commands(account, order) || (on_behalf && in_scope(account, assignment.unit_area)))
        return {};
    return fail(FailureKind::forbidden, {}, "the order is outside your area");
}

Result<> OrderService::rearm_timers(Transaction& tx, const Assignment& before,
                                    const Assignment& after, const TimeLimits& limits) {
    auto pending = timers_of(deadlines_, tx.database(), before.id);
    if (!pending)
        return pending.error();
    auto timers = rearm(before, after, *pending, limits, policy_);
    std::ranges::sort(timers, {}, &Timer::fire_at);
    if (timers == *pending)
        return {};
    std::vector<Deadline> deadlines;
    for (auto& timer : timers)
        deadlines.push_back(deadline_of(std::move(timer)));
    return deadlines_.set(tx.database(), after.id, order_deadlines, deadlines);
}

Result<Supervision> OrderService::new_supervision(Transaction& tx, const Assignment& assignment,
                                                  const Actor& actor, Escalation level,
                                                  Instant deadline) const {
    auto unit = units_.get(tx.database(), assignment.unit);
    if (!unit && unit.error().kind != FailureKind::not_found)
        return unit.error();
    Supervision supervision;
    supervision.id = new_id(tx.now());
    supervision.order = assignment.order;
    supervision.assignment = assignment.id;
    supervision.unit = assignment.unit;
    supervision.level = level;
    supervision.issuer = actor.id;
    supervision.issuer_name = actor.name;
    supervision.issued = tx.now();
    supervision.deadline = deadline;
    // A unit whose leader is not known is addressed by its name.
    supervision.receiver =
        unit && !unit->contact.name.empty() ? unit->contact.name : assignment.unit_name;
    return supervision;
}

Result<Answer> OrderService::act(Transaction& tx, const Account& account, std::string_view id,
                                 Act act, const ActOnAssignment& command) {
    auto& db = tx.database();
    auto before = orders_.assignment(db, id);
    if (!before)
        return before.error();
    auto loaded = load(tx, account, before->order);
    if (!loaded)
        return loaded.error().kind == FailureKind::not_found
                   ? fail(FailureKind::not_found, "assignment", "no such assignment")
                   : loaded.error();
    auto& [order, heads] = *loaded;
    const bool on_behalf = command.on_behalf.value_or(false);
    if (auto ok = may_act(account, order, *before, on_behalf && is_units(act)); !ok)
        return ok.error();
    if (auto ok = check_parts(act, command, tx.now()); !ok)
        return ok.error();
    auto after = apply(*before, act, account.role, policy_, order.limits, tx.now(),
                       command.text.value_or(""), on_behalf);
    if (!after)
        return after.error();
    const auto& row = row_of(act);
    const auto actor = actor_of(account);

    std::optional<Assignment> replacement;
    if (act == Act::reassign) {
        const bool has_it = std::ranges::any_of(heads, [&](const Assignment& head) {
            return head.unit == *command.unit && is_open(head.state);
        });
        if (has_it)
            return fail(FailureKind::conflict, "unit", "the unit has this order already");
        auto made = new_assignment(tx, account, order, *command.unit, "unit");
        if (!made)
            return made.error();
        made->role = before->role;
        made->reassigned_from = before->id;
        replacement = std::move(*made);
    }
    for (auto& head : heads)
        if (head.id == after->id) {
            head.state = after->state;
            head.acknowledged = after->acknowledged;
        }
    const auto position = heads.size();
    const auto known_to = audience_of(order, heads);
    if (replacement)
        heads.push_back(*replacement);

    const auto audience = audience_of(order, heads);
    OrderEntry entry(tx, orders_, actor, order, audience);
    if (auto done = entry.update(*after); !done)
        return done.error();
    if (auto done = rearm_timers(tx, *before, *after, order.limits); !done)
        return done.error();
    if (replacement) {
        if (auto done = entry.insert(*replacement, position); !done)
            return done.error();
        if (auto done = start_timers(tx, *replacement, order.limits); !done)
            return done.error();
        order.state = derive_state(heads); // open, with somebody to do it
        if (auto done = entry.update(order); !done)
            return done.error();
        if (audience != known_to)
            if (auto done = entry.tell_the_rest(*after, *replacement); !done)
                return done.error();
    }
    std::string entity = "assignment", entity_id = after->id;
    if (row.report) {
        if (auto done = entry.insert(report_of(*after, *row.report, command, actor, tx.now()));
            !done)
            return done.error();
    } else if (act == Act::supervise) {
        const auto by = tx.now() + std::chrono::minutes(policy_.supervision_reply_minutes);
        auto supervision =
            new_supervision(tx, *after, actor, Escalation::L2, command.deadline.value_or(by));
        if (!supervision)
            return supervision.error();
        supervision->basis = *command.text;
        if (auto done = entry.insert(*supervision); !done)
            return done.error();
        entity = "supervision";
        entity_id = supervision->id;
    }
    if (const auto done_at = when_done(command.done_at, before->issued, tx.now());
        done_at && !row.report)
        entry.note("done_at", std::to_string(ms_of(*done_at)));
    if (on_behalf)
        entry.note("on_behalf", "true");
    if (!row.report && !is_blank(command.text))
        entry.note("text", *command.text);
    if (auto done = finish(tx, entry, order, heads, row.kind, entity, entity_id); !done)
        return done.error();
    return entry.done();
}

Result<> OrderService::finish(Transaction& tx, OrderEntry& entry, Order& order,
                              std::span<const Assignment> heads, std::string_view kind,
                              std::string_view entity, std::string_view id) {
    const auto state = derive_state(heads);
    const bool ends = !is_open(state) && is_open(order.state);
    if (state != order.state && !ends) {
        order.state = state;
        if (auto done = entry.update(order); !done)
            return done;
    }
    if (auto done = entry.append(kind, entity, id); !done)
        return done;
    if (!ends)
        return {};
    // The end of the order is a fact of its own, beside the act that brought it about.
    order.state = state;
    order.closed = tx.now();
    if (auto done = entry.update(order); !done)
        return done;
    return entry.append(state == OrderState::closed ? entry_kind::order_closed
                                                    : entry_kind::order_withdrawn,
                        "order", order.id);
}

} // namespace chengyun::hub
