// The kinds of journal entries about orders. They are stored: a name never changes.
#pragma once

#include <string_view>

namespace chengyun::entry_kind {

inline constexpr std::string_view order_issued = "order.issued";
inline constexpr std::string_view order_withdrawn = "order.withdrawn";
inline constexpr std::string_view order_closed = "order.closed";
inline constexpr std::string_view order_attached = "order.attached";
inline constexpr std::string_view assignment_acknowledged = "assignment.acknowledged";
inline constexpr std::string_view assignment_departed = "assignment.departed";
inline constexpr std::string_view assignment_arrived = "assignment.arrived";
inline constexpr std::string_view assignment_reported = "assignment.reported";
inline constexpr std::string_view assignment_completed = "assignment.completed";
inline constexpr std::string_view assignment_return_requested = "assignment.return_requested";
inline constexpr std::string_view assignment_return_rejected = "assignment.return_rejected";
inline constexpr std::string_view assignment_return_forced = "assignment.return_forced";
inline constexpr std::string_view assignment_reassigned = "assignment.reassigned";
inline constexpr std::string_view assignment_verified = "assignment.verified";
inline constexpr std::string_view assignment_sent_back = "assignment.sent_back";
inline constexpr std::string_view assignment_withdrawn = "assignment.withdrawn";
inline constexpr std::string_view assignment_reminded = "assignment.reminded";
inline constexpr std::string_view supervision_issued = "supervision.issued";
inline constexpr std::string_view supervision_replied = "supervision.replied";
inline constexpr std::string_view supervision_closed = "supervision.closed";
inline constexpr std::string_view timer_due_soon = "timer.due_soon";
inline constexpr std::string_view timer_overdue = "timer.overdue";
inline constexpr std::string_view timer_supervised = "timer.supervised";
inline constexpr std::string_view timer_circulated = "timer.circulated";

/// All of them.
inline constexpr std::string_view of_orders[] = {order_issued,
                                                 order_withdrawn,
                                                 order_closed,
                                                 order_attached,
                                                 assignment_acknowledged,
                                                 assignment_departed,
                                                 assignment_arrived,
                                                 assignment_reported,
                                                 assignment_completed,
                                                 assignment_return_requested,
                                                 assignment_return_rejected,
                                                 assignment_return_forced,
                                                 assignment_reassigned,
                                                 assignment_verified,
                                                 assignment_sent_back,
                                                 assignment_withdrawn,
                                                 assignment_reminded,
                                                 supervision_issued,
                                                 supervision_replied,
                                                 supervision_closed,
                                                 timer_due_soon,
                                                 timer_overdue,
                                                 timer_supervised,
                                                 timer_circulated};

} // namespace chengyun::entry_kind
