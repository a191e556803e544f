// Deadlines of assignments and how they escalate: L0 due soon, L1 overdue, L2 supervision, L3
// circulated (docs/workflow.md, "Deadlines and levels"). Pure: given an assignment, these functions
// say which timers run and when they fire next.
#pragma once

#include "core/order/rules.h"

#include <optional>
#include <string>
#include <vector>

namespace chengyun {

enum class TimerKind { acknowledge, report, complete };
BOOST_DESCRIBE_ENUM(TimerKind, acknowledge, report, complete)

/// One pending firing. Unique by (assignment, kind, due, level): firing it twice is impossible
/// because the hub deletes it in the transaction that records what it did.
struct Timer {
    std::string assignment;
    TimerKind kind = TimerKind::acknowledge;
    Instant due{};                     ///< the deadline itself
    Escalation level = Escalation::L0; ///< what happens when it fires
    Instant fire_at{};
    bool operator==(const Timer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Timer, (), (assignment, kind, due, level, fire_at))

/// The timers an assignment should have pending right after it came into its present state:
/// `acknowledge` from issue; `report` and `complete` while acknowledged or executing; none once
/// completed, verified, reassigned or withdrawn. A request to return stops none of them. Each at
/// its first level, L0, whose `fire_at` may be past already.
[[nodiscard]] std::vector<Timer> timers_for(const Assignment& assignment, const TimeLimits& limits,
                                            const OrderPolicy& policy);

/// The timer that follows a fired one: the next level of the same deadline, or nothing after L3.
[[nodiscard]] std::optional<Timer> next_level(const Timer& fired, const OrderPolicy& policy);

/// The timers that should be pending after an act turned `before` into `after`. `pending` are those
/// from before the act. A timer goes on as it is when the act did not move its deadline; this holds
/// for a deadline whose levels have all fired, too. Other timers stop. New deadlines start at L0.
/// So no level of a deadline ever fires twice.
[[nodiscard]] std::vector<Timer> rearm(const Assignment& before, const Assignment& after,
                                       const std::vector<Timer>& pending, const TimeLimits& limits,
                                       const OrderPolicy& policy);

/// The highest level that the assignment's running timers have reached at `now`.
[[nodiscard]] Escalation escalation_at(const Assignment& assignment, const TimeLimits& limits,
                                       const OrderPolicy& policy, Instant now);

} // namespace chengyun
