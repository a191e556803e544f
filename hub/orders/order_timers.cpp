// OrderService: what happens when a deadline is near or missed, and the supervision orders it
// makes.
#include "core/account/account_codec.h"
#include "core/id/uuid.h"
#include "core/journal/entry_kinds.h"
#include "core/order/entry_kinds.h"
#include "core/order/order_codec.h"
#include "core/text/limits.h"
#include "core/wire/wire_codec.h"
#include "hub/orders/order_deadlines.h"
#include "hub/orders/order_entry.h"
#include "hub/orders/order_service.h"
#include "hub/resources/scope.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

[[nodiscard]] std::string basis_of(const Timer& timer) {
    return "deadline missed: " + std::string(json::name_of(timer.kind));
}

} // namespace

DeadlineHandler OrderService::deadline_handler() {
    return {"orders", order_deadlines,
            [this](Transaction& tx, const Deadline& deadline) -> Result<> {
                const auto timer = timer_of(deadline);
                return timer ? fire(tx, *timer) : timer.error();
            },
            [this](Transaction& tx, const Deadline& deadline, const Failure& why) {
                return say_failed(tx, deadline, why);
            }};
}

Result<> OrderService::fire(Transaction& tx, const Timer& timer) {
    auto& db = tx.database();
    auto assignment = orders_.assignment(db, timer.assignment);
    if (!assignment)
        return assignment.error();
    auto order = orders_.order(db, assignment->order);
    if (!order)
        return order.error();
    auto heads = orders_.heads(db, order->number);
    if (!heads)
        return heads.error();

    const Actor actor{"timer", "timer"};
    OrderEntry entry(tx, orders_, actor, *order, audience_of(*order, *heads));
    assignment->escalation = std::max(assignment->escalation, timer.level);
    if (timer.level == Escalation::L1)
        ++assignment->reminders;
    if (auto done = entry.update(*assignment); !done)
        return done;
    if (timer.level == Escalation::L2)
        if (auto done = supervise_late(tx, entry, *assignment, timer); !done)
            return done;
    if (timer.level == Escalation::L3)
        if (auto done = circulate(tx, entry, *order, *assignment, timer); !done)
            return done;
    if (auto next = next_level(timer, policy_))
        if (auto done = deadlines_.add(db, deadline_of(std::move(*next))); !done)
            return done;
    entry.note("due", std::to_string(ms_of(timer.due)));
    entry.note("timer", json::name_of(timer.kind));
    return entry.append(timer_entry_kind(timer.level), "assignment", assignment->id);
}

Result<> OrderService::say_failed(Transaction& tx, const Deadline& deadline,
                                  const Failure& why) const {
    auto& db = tx.database();
    Entry entry;
    entry.actor = entry.actor_name = "timer";
    entry.kind = entry_kind::timer_failed;
    entry.entity = "assignment";
    entry.id = deadline.subject;
    if (const auto assignment = orders_.assignment(db, deadline.subject)) {
        entry.subject = assignment->order;
        entry.units.push_back(assignment->unit);
        if (!assignment->unit_area.empty())
            entry.areas.push_back(assignment->unit_area);
        if (const auto order = orders_.order(db, assignment->order)) {
            // Of an order that cannot be read whole, fewer hear of it.
            if (const auto heads = orders_.heads(db, order->number)) {
                auto audience = audience_of(*order, *heads);
                entry.areas = std::move(audience.areas);
                entry.units = std::move(audience.units);
            }
        }
    }
    ChangeText change;
    change.note("due", std::to_string(ms_of(deadline.due)));
    if (const auto timer = timer_of(deadline))
        change.note("level", json::name_of(timer->level)).note("timer", json::name_of(timer->kind));
    change.note("why", json::name_of(why.kind));
    auto seq = tx.append(std::move(entry), change.text());
    if (!seq)
        return seq.error();
    return {};
}

Result<> OrderService::supervise_late(Transaction& tx, OrderEntry& entry,
                                      const Assignment& assignment, const Timer& timer) {
    auto supervision =
        new_supervision(tx, assignment, {"timer", "timer"}, Escalation::L2,
                        tx.now() + std::chrono::minutes(policy_.supervision_reply_minutes));
    if (!supervision)
        return supervision.error();
    supervision->basis = basis_of(timer);
    return entry.insert(*supervision);
}

Result<> OrderService::circulate(Transaction& tx, OrderEntry& entry, const Order& order,
                                 const Assignment& assignment, const Timer& timer) {
    // The supervision order that this deadline made climbs to L3; when the centre has closed it
    // meanwhile, the deadline is missed all the same and gets a new one.
    auto texts = orders_.texts(tx.database(), order.id);
    if (!texts)
        return texts.error();
    for (const auto& text : texts->supervisions) {
        auto supervision = json::read<Supervision>(text, json::Unknown::ignore);
        if (!supervision)
            return fail(FailureKind::corrupt, "supervision", supervision.error().detail);
        if (supervision->assignment != assignment.id || supervision->issuer != "timer" ||
            supervision->state == SupervisionState::closed ||
            supervision->level != Escalation::L2 || supervision->basis != basis_of(timer))
            continue;
        supervision->level = Escalation::L3;
        supervision->deduction += policy_.circulate_deduction;
        return entry.update(*supervision);
    }
    auto supervision =
        new_supervision(tx, assignment, {"timer", "timer"}, Escalation::L3,
                        tx.now() + std::chrono::minutes(policy_.supervision_reply_minutes));
    if (!supervision)
        return supervision.error();
    supervision->basis = basis_of(timer);
    supervision->deduction = policy_.circulate_deduction;
    return entry.insert(*supervision);
}

Result<Answer> OrderService::reply(Transaction& tx, const Account& account,
                                   std::string_view supervision_id, const std::string& text,
                                   std::optional<Instant> done_at) {
    auto supervision = orders_.supervision(tx.database(), supervision_id);
    if (!supervision)
        return supervision.error();
    auto loaded = load(tx, account, supervision->order);
    if (!loaded)
        return loaded.error().kind == FailureKind::not_found
                   ? fail(FailureKind::not_found, "supervision", "no such supervision")
                   : loaded.error();
    const bool own = account.role == Role::unit && account.unit == supervision->unit;
    if (!own && !commands(account, loaded->order))
        return fail(FailureKind::forbidden, {}, "only the unit or the centre in charge replies");
    if (auto ok = check_text(text, "text", limits::text, true, Lines::many); !ok)
        return ok.error();
    if (supervision->state != SupervisionState::open)
        return fail(FailureKind::wrong_state, {}, "it has been replied to or closed");
    supervision->state = SupervisionState::replied;
    supervision->reply = text;
    supervision->replied = tx.now();
    OrderEntry entry(tx, orders_, actor_of(account), loaded->order,
                     audience_of(loaded->order, loaded->heads));
    if (auto done = entry.update(*supervision); !done)
        return done.error();
    if (const auto when = when_done(done_at, supervision->issued, tx.now()))
        entry.note("done_at", std::to_string(ms_of(*when)));
    if (auto done = entry.append(entry_kind::supervision_replied, "supervision", supervision->id);
        !done)
        return done.error();
    return entry.done();
}

Result<Answer> OrderService::close(Transaction& tx, const Account& account,
                                   std::string_view supervision_id, const std::string& outcome,
                                   std::optional<double> deduction) {
    auto supervision = orders_.supervision(tx.database(), supervision_id);
    if (!supervision)
        return supervision.error();
    auto loaded = load(tx, account, supervision->order);
    if (!loaded)
        return loaded.error().kind == FailureKind::not_found
                   ? fail(FailureKind::not_found, "supervision", "no such supervision")
                   : loaded.error();
    if (!commands(account, loaded->order))
        return fail(FailureKind::forbidden, {}, "only the centre in charge closes it");
    if (auto ok = check_text(outcome, "outcome", limits::text, true, Lines::many); !ok)
        return ok.error();
    if (deduction && (*deduction < 0 || *deduction > 100))
        return fail(FailureKind::invalid_field, "deduction", "expected 0 to 100 points");
    if (supervision->state == SupervisionState::closed)
        return fail(FailureKind::wrong_state, {}, "it is closed");
    supervision->state = SupervisionState::closed;
    supervision->outcome = outcome;
    if (deduction)
        supervision->deduction = *deduction;
    OrderEntry entry(tx, orders_, actor_of(account), loaded->order,
                     audience_of(loaded->order, loaded->heads));
    if (auto done = entry.update(*supervision); !done)
        return done.error();
    if (auto done = entry.append(entry_kind::supervision_closed, "supervision", supervision->id);
        !done)
        return done.error();
    return entry.done();
}

} // namespace chengyun::hub
