#include "core/order/alarms.h"

#include "core/json/codec.h"
#include "core/order/timers.h"

#include <algorithm>
#include <chrono>

namespace chengyun {

namespace {

/// A seat's idea of the hub's time may be so much behind: what the hub has said to be late is late.
constexpr std::chrono::seconds clock_slack{5};

OrderAlarm deadline_alarm(std::string_view kind, const Timer& timer, Instant since) {
    return {kind,
            timer.assignment + '.' + std::string(json::name_of(timer.kind)) + '.' +
                std::to_string(ms_of(timer.due)),
            since};
}

} // namespace

std::optional<OrderAlarm> standing_alarm(const Order& order) {
    if (order.state != OrderState::issued)
        return std::nullopt;
    return OrderAlarm{order_alarm::new_order, order.id, order.issued};
}

std::vector<OrderAlarm> standing_alarms(const Assignment& assignment, const TimeLimits& limits,
                                        const OrderPolicy& policy, Instant now) {
    std::vector<OrderAlarm> alarms;
    if (assignment.escalation != Escalation::none && is_open(assignment.state)) {
        auto timers = timers_for(assignment, limits, policy);
        const bool missed = assignment.escalation > Escalation::L0;
        std::ranges::stable_sort(timers, {}, missed ? &Timer::due : &Timer::fire_at);
        for (std::size_t i = 0; i < timers.size(); ++i) {
            const auto& timer = timers[i];
            // The level is the highest of all clocks, so the first of them has reached it.
            if (missed && (i == 0 || timer.due <= now + clock_slack))
                alarms.push_back(deadline_alarm(order_alarm::overdue, timer, timer.due));
            else if ((!missed && i == 0) || timer.fire_at <= now + clock_slack)
                alarms.push_back(deadline_alarm(order_alarm::due_soon, timer, timer.fire_at));
        }
    }
    if (assignment.state == AssignmentState::return_requested)
        alarms.push_back({order_alarm::return_requested,
                          assignment.id + '.' + std::to_string(assignment.returns), Instant{}});
    return alarms;
}

std::optional<OrderAlarm> standing_alarm(const Supervision& supervision) {
    if (supervision.state != SupervisionState::open)
        return std::nullopt;
    return OrderAlarm{order_alarm::supervision,
                      supervision.id + '.' + std::string(json::name_of(supervision.level)),
                      supervision.issued};
}

std::string_view named_in(std::string_view occurrence) {
    return occurrence.substr(0, occurrence.find('.'));
}

} // namespace chengyun
