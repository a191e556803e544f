#include "core/order/rules.h"

#include "core/area/area.h"
#include "core/order/timers.h"
#include "core/text/visible.h"

#include <algorithm>
#include <array>

namespace chengyun {

namespace {

using S = AssignmentState;
using Side = Transition::Side;

// One row for each (state, act) that exists; docs/core.md shows the same table. Why it is so:
// - A unit may ask back what it was given until it has set out, and may take the request back by
//   acknowledging. Both ways out of a request lead to where the unit stood (see `standing`).
// - Short jobs are completed without a report between; signing cannot be left out.
// - The centre withdraws until the unit has signed (签收前: 撤回); it reassigns until completion:
//   a unit whose vehicle broke down on the way must be replaceable.
constexpr Transition table[] = {
    {S::issued, Act::acknowledge, S::acknowledged, Side::unit},
    {S::issued, Act::request_return, S::return_requested, Side::unit},
    {S::issued, Act::reassign, S::reassigned, Side::centre},
    {S::issued, Act::withdraw, S::withdrawn, Side::centre},
    {S::issued, Act::remind, S::issued, Side::centre},
    {S::issued, Act::supervise, S::issued, Side::centre},

    {S::acknowledged, Act::depart, S::executing, Side::unit},
    {S::acknowledged, Act::arrive, S::executing, Side::unit},
    {S::acknowledged, Act::report, S::executing, Side::unit},
    {S::acknowledged, Act::complete, S::completed, Side::unit},
    {S::acknowledged, Act::request_return, S::return_requested, Side::unit},
    {S::acknowledged, Act::reassign, S::reassigned, Side::centre},
    {S::acknowledged, Act::remind, S::acknowledged, Side::centre},
    {S::acknowledged, Act::supervise, S::acknowledged, Side::centre},

    {S::executing, Act::depart, S::executing, Side::unit},
    {S::executing, Act::arrive, S::executing, Side::unit},
    {S::executing, Act::report, S::executing, Side::unit},
    {S::executing, Act::complete, S::completed, Side::unit},
    {S::executing, Act::reassign, S::reassigned, Side::centre},
    {S::executing, Act::remind, S::executing, Side::centre},
    {S::executing, Act::supervise, S::executing, Side::centre},

    {S::completed, Act::verify, S::verified, Side::centre},
    {S::completed, Act::send_back, S::executing, Side::centre},

    {S::return_requested, Act::acknowledge, S::acknowledged, Side::unit},
    {S::return_requested, Act::reject_return, S::issued, Side::centre},
    {S::return_requested, Act::force_return, S::issued, Side::centre},
    {S::return_requested, Act::reassign, S::reassigned, Side::centre},
    {S::return_requested, Act::withdraw, S::withdrawn, Side::centre},
    {S::return_requested, Act::remind, S::return_requested, Side::centre},
    {S::return_requested, Act::supervise, S::return_requested, Side::centre},
};

bool is_centre(Role role) {
    return role == Role::operator_ || role == Role::commander;
}

bool passes(Side side, Role role, bool on_behalf) {
    if (side == Side::centre)
        return is_centre(role);
    return role == Role::unit || (on_behalf && is_centre(role));
}

bool needs_reason(Act act) {
    switch (act) {
    case Act::request_return:
    case Act::reject_return:
    case Act::force_return:
    case Act::reassign:
    case Act::send_back:
    case Act::withdraw:
        return true;
    default:
        return false;
    }
}

Instant after_minutes(Instant start, std::int64_t minutes) {
    return start + std::chrono::minutes(minutes);
}

/// A report moves the deadline of the next one; its words go on the boards.
void note_report(Assignment& assignment, const TimeLimits& limits, Instant now,
                 const std::string& words) {
    assignment.report_due = after_minutes(now, limits.report);
    if (!is_blank(words))
        assignment.last_report = words;
}

void clear(Assignment& assignment, Instant now, const std::string& reason) {
    assignment.cleared = now;
    assignment.clear_reason = reason;
}

/// Back into execution after a failed verification: the work is to be done again, so its stamps are
/// taken again (the journal keeps the first ones), and it has its full time limit anew.
void start_rework(Assignment& assignment, const TimeLimits& limits, Instant now) {
    ++assignment.reworks;
    assignment.departed.reset();
    assignment.arrived.reset();
    assignment.completed.reset();
    assignment.report_due = after_minutes(now, limits.report);
    assignment.complete_due = after_minutes(now, limits.complete);
}

/// The first time counts: a second tap on "arrived" must not make the arrival later.
void stamp_once(std::optional<Instant>& stamp, Instant now) {
    if (!stamp)
        stamp = now;
}

} // namespace

std::span<const Transition> transitions() {
    return table;
}

Result<AssignmentState> next_state(AssignmentState from, Act act, Role role, bool on_behalf) {
    const auto* row = std::find_if(std::begin(table), std::end(table), [&](const Transition& t) {
        return t.from == from && t.act == act;
    });
    if (row == std::end(table))
        return fail(FailureKind::wrong_state, "act", "not possible in the present state");
    if (!passes(row->side, role, on_behalf))
        return fail(FailureKind::forbidden, "act",
                    row->side == Side::unit ? "only the unit does this"
                                            : "only the centre does this");
    return row->to;
}

std::vector<Act> possible_acts(AssignmentState from, Role role) {
    std::vector<Act> acts;
    for (const auto& row : table) {
        if (row.from == from && passes(row.side, role, false))
            acts.push_back(row.act);
    }
    return acts;
}

bool commands(const Account& account, const Order& order) {
    return !account.disabled && may(account.role, Permission::act_for_centre) &&
           (area_contains(account.area, order.area) || order.issued_by == account.id);
}

AssignmentState standing(const Assignment& assignment) {
    if (assignment.state != S::return_requested)
        return assignment.state;
    return assignment.acknowledged ? S::acknowledged : S::issued;
}

bool is_open(AssignmentState state) {
    return state != S::verified && state != S::reassigned && state != S::withdrawn;
}

bool is_open(OrderState state) {
    return state != OrderState::closed && state != OrderState::withdrawn;
}

OrderState derive_state(std::span<const Assignment> assignments) {
    // From the least to the most advanced.
    constexpr std::array ladder = {
        std::pair{S::issued, OrderState::issued},
        std::pair{S::acknowledged, OrderState::acknowledged},
        std::pair{S::executing, OrderState::executing},
        std::pair{S::completed, OrderState::completed},
        std::pair{S::verified, OrderState::closed},
    };
    for (const auto& [rung, state] : ladder) {
        const bool stands_here =
            std::any_of(assignments.begin(), assignments.end(),
                        [rung = rung](const Assignment& a) { return standing(a) == rung; });
        if (stands_here)
            return state;
    }
    return OrderState::withdrawn;
}

void start_clocks(Assignment& assignment, const TimeLimits& limits, Instant now) {
    assignment.issued = now;
    assignment.acknowledge_due = after_minutes(now, limits.acknowledge);
    // A unit reports only on an order that it has signed for; signing sets this deadline anew.
    assignment.report_due = after_minutes(assignment.acknowledge_due, limits.report);
    assignment.complete_due = after_minutes(now, limits.complete);
}

Result<Assignment> apply(const Assignment& before, Act act, Role role, const OrderPolicy& policy,
                         const TimeLimits& limits, Instant now, const std::string& reason,
                         bool on_behalf) {
    const auto to = next_state(before.state, act, role, on_behalf);
    if (!to)
        return to.error();
    if (needs_reason(act) && is_blank(reason))
        return fail(FailureKind::missing_field, "text", "a reason in words is required");
    if (act == Act::request_return && before.returns >= policy.max_returns)
        return fail(FailureKind::wrong_state, "act", "it has been asked back too often");

    Assignment after = before;
    after.state = *to;
    switch (act) {
    case Act::acknowledge:
        // Taking a request to return back is not a second signature.
        if (!after.acknowledged) {
            after.acknowledged = now;
            after.report_due = after_minutes(now, limits.report);
        }
        break;
    case Act::depart:
        stamp_once(after.departed, now);
        note_report(after, limits, now, reason);
        break;
    case Act::arrive:
        stamp_once(after.arrived, now);
        note_report(after, limits, now, reason);
        break;
    case Act::report:
        note_report(after, limits, now, reason);
        break;
    case Act::complete:
        after.completed = now;
        note_report(after, limits, now, reason);
        break;
    case Act::request_return:
        ++after.returns;
        after.last_report = reason;
        break;
    case Act::reject_return:
        after.state = standing(before);
        break;
    case Act::force_return:
        after.state = standing(before);
        after.returns = std::max(after.returns, policy.max_returns);
        break;
    case Act::reassign:
    case Act::withdraw:
        clear(after, now, reason);
        break;
    case Act::verify:
        after.verified = now;
        clear(after, now, {});
        break;
    case Act::send_back:
        start_rework(after, limits, now);
        break;
    case Act::remind:
        ++after.reminders;
        break;
    case Act::supervise:
        break; // the supervision order itself is the effect
    }
    after.escalation = escalation_at(after, limits, policy, now);
    return after;
}

} // namespace chengyun
