#include "hub/orders/order_deadlines.h"

#include <utility>

namespace chengyun::hub {

Deadline deadline_of(Timer timer) {
    return {std::move(timer.assignment), static_cast<std::int64_t>(timer.kind), timer.due,
            static_cast<std::int64_t>(timer.level), timer.fire_at};
}

Result<Timer> timer_of(const Deadline& deadline) {
    constexpr auto first = static_cast<std::int64_t>(Escalation::L0),
                   last = static_cast<std::int64_t>(Escalation::L3);
    if (!order_deadlines.contains(deadline.kind) || deadline.level < first || deadline.level > last)
        return fail(FailureKind::corrupt, "deadline", "no timer is stored like this");
    return Timer{deadline.subject, static_cast<TimerKind>(deadline.kind), deadline.due,
                 static_cast<Escalation>(deadline.level), deadline.fire_at};
}

Result<std::vector<Timer>> timers_of(const DeadlineStore& deadlines, Database& db,
                                     std::string_view assignment) {
    auto stored = deadlines.of(db, assignment, order_deadlines);
    if (!stored)
        return stored.error();
    std::vector<Timer> timers;
    for (const auto& deadline : *stored) {
        auto timer = timer_of(deadline);
        if (!timer)
            return timer.error();
        timers.push_back(std::move(*timer));
    }
    return timers;
}

} // namespace chengyun::hub
