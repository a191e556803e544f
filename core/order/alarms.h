// What of an order rings for as long as it is so. Pure: every seat, and the hub, finds the same
// alarms in the same order, and calls them alike (core/alarms/alarm.h).
#pragma once

#include "core/order/rules.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun {

/// Kinds of alarms about orders, as they stand in an alarm's id.
namespace order_alarm {
inline constexpr std::string_view subject_kind = "order";
inline constexpr std::string_view new_order = "new_order";
inline constexpr std::string_view due_soon = "due_soon";
inline constexpr std::string_view overdue = "overdue";
inline constexpr std::string_view supervision = "supervision";
inline constexpr std::string_view return_requested = "return_requested";
inline constexpr std::string_view timer_failed = "timer_failed";
} // namespace order_alarm

struct OrderAlarm {
    std::string_view kind; ///< of order_alarm
    /// Begins with the id of the assignment or supervision that it is about, up to the first dot.
    std::string occurrence;
    Instant since{}; ///< the epoch: nothing says since when
    bool operator==(const OrderAlarm&) const = default;
};

/// A new order that a recipient has not signed for.
[[nodiscard]] std::optional<OrderAlarm> standing_alarm(const Order& order);
/// Deadlines that are near or missed, once the hub has said so (Assignment::escalation), and a
/// request to return.
[[nodiscard]] std::vector<OrderAlarm> standing_alarms(const Assignment& assignment,
                                                      const TimeLimits& limits,
                                                      const OrderPolicy& policy, Instant now);
/// A supervision order that nobody has replied to. One that is circulated rings anew.
[[nodiscard]] std::optional<OrderAlarm> standing_alarm(const Supervision& supervision);

/// The id of the assignment or supervision that an occurrence names.
[[nodiscard]] std::string_view named_in(std::string_view occurrence);

} // namespace chengyun
