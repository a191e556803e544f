#include "core/order/timers.h"

#include <algorithm>

namespace chengyun {

namespace {

struct Running {
    TimerKind kind;
    Instant due;
    std::int64_t limit_minutes;
};

/// The clocks that run for the assignment as it is now.
std::vector<Running> running(const Assignment& a, const TimeLimits& limits) {
    switch (standing(a)) {
    case AssignmentState::issued:
        return {{TimerKind::acknowledge, a.acknowledge_due, limits.acknowledge}};
    case AssignmentState::acknowledged:
    case AssignmentState::executing:
        return {{TimerKind::report, a.report_due, limits.report},
                {TimerKind::complete, a.complete_due, limits.complete}};
    default:
        return {};
    }
}

Timer first_level(const std::string& assignment, const Running& clock, const OrderPolicy& policy) {
    const std::chrono::milliseconds limit = std::chrono::minutes(clock.limit_minutes);
    return {assignment, clock.kind, clock.due, Escalation::L0,
            clock.due - limit * policy.due_soon_percent / 100};
}

} // namespace

std::vector<Timer> timers_for(const Assignment& assignment, const TimeLimits& limits,
                              const OrderPolicy& policy) {
    std::vector<Timer> timers;
    for (const auto& clock : running(assignment, limits))
        timers.push_back(first_level(assignment.id, clock, policy));
    return timers;
}

std::optional<Timer> next_level(const Timer& fired, const OrderPolicy& policy) {
    // Reckoned from the deadline and not from when the timer before fired: after a hub was down for
    // an hour the levels come at once, not an hour late.
    const auto overdue = fired.due;
    const auto supervised = overdue + std::chrono::minutes(policy.supervise_after_minutes);
    const auto circulated = supervised + std::chrono::minutes(policy.circulate_after_minutes);
    Timer next = fired;
    switch (fired.level) {
    case Escalation::none:
    case Escalation::L3:
        return std::nullopt;
    case Escalation::L0:
        next.level = Escalation::L1;
        next.fire_at = overdue;
        break;
    case Escalation::L1:
        next.level = Escalation::L2;
        next.fire_at = supervised;
        break;
    case Escalation::L2:
        next.level = Escalation::L3;
        next.fire_at = circulated;
        break;
    }
    return next;
}

std::vector<Timer> rearm(const Assignment& before, const Assignment& after,
                         const std::vector<Timer>& pending, const TimeLimits& limits,
                         const OrderPolicy& policy) {
    const auto ran = running(before, limits);
    std::vector<Timer> timers;
    for (const auto& clock : running(after, limits)) {
        const bool went_on = std::any_of(ran.begin(), ran.end(), [&](const Running& old) {
            return old.kind == clock.kind && old.due == clock.due;
        });
        if (!went_on) {
            timers.push_back(first_level(after.id, clock, policy));
            continue;
        }
        std::copy_if(
            pending.begin(), pending.end(), std::back_inserter(timers), [&](const Timer& t) {
                return t.assignment == after.id && t.kind == clock.kind && t.due == clock.due;
            });
    }
    return timers;
}

Escalation escalation_at(const Assignment& assignment, const TimeLimits& limits,
                         const OrderPolicy& policy, Instant now) {
    Escalation highest = Escalation::none;
    for (const auto& first : timers_for(assignment, limits, policy)) {
        for (std::optional<Timer> t = first; t && t->fire_at <= now; t = next_level(*t, policy))
            highest = std::max(highest, t->level);
    }
    return highest;
}

} // namespace chengyun
