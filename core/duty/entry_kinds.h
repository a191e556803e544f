// The kinds of journal entries about duty. They are stored: a name never changes.
#pragma once

#include <string_view>

namespace chengyun::entry_kind {

inline constexpr std::string_view duty_changed = "duty.changed";
inline constexpr std::string_view mode_switched = "mode.switched";
inline constexpr std::string_view duty_post_written = "duty.post_written";
inline constexpr std::string_view duty_person_written = "duty.person_written";
inline constexpr std::string_view duty_pattern_written = "duty.pattern_written";
inline constexpr std::string_view duty_holidays_written = "duty.holidays_written";
inline constexpr std::string_view shift_planned = "shift.planned";
inline constexpr std::string_view shift_checked_in = "shift.checked_in";
inline constexpr std::string_view shift_stood_in = "shift.stood_in";
inline constexpr std::string_view shift_closed = "shift.closed";
inline constexpr std::string_view shift_late = "shift.late";
inline constexpr std::string_view exchange_asked = "exchange.asked";
inline constexpr std::string_view exchange_agreed = "exchange.agreed";
inline constexpr std::string_view exchange_declined = "exchange.declined";
inline constexpr std::string_view exchange_approved = "exchange.approved";
inline constexpr std::string_view exchange_refused = "exchange.refused";
inline constexpr std::string_view exchange_withdrawn = "exchange.withdrawn";
inline constexpr std::string_view leave_asked = "leave.asked";
inline constexpr std::string_view leave_approved = "leave.approved";
inline constexpr std::string_view leave_refused = "leave.refused";
inline constexpr std::string_view leave_withdrawn = "leave.withdrawn";
inline constexpr std::string_view handover_drafted = "handover.drafted";
inline constexpr std::string_view handover_refreshed = "handover.refreshed";
inline constexpr std::string_view handover_remarked = "handover.remarked";
inline constexpr std::string_view handover_handed_over = "handover.handed_over";
inline constexpr std::string_view handover_acknowledged = "handover.acknowledged";
inline constexpr std::string_view handover_sent_back = "handover.sent_back";
inline constexpr std::string_view handover_accepted = "handover.accepted";
inline constexpr std::string_view handover_overdue = "handover.overdue";
inline constexpr std::string_view log_written = "log.written";
inline constexpr std::string_view log_settled = "log.settled";

/// All of them.
inline constexpr std::string_view of_duty[] = {
    duty_changed,         mode_switched,         duty_post_written,  duty_person_written,
    duty_pattern_written, duty_holidays_written, shift_planned,      shift_checked_in,
    shift_stood_in,       shift_closed,          shift_late,         exchange_asked,
    exchange_agreed,      exchange_declined,     exchange_approved,  exchange_refused,
    exchange_withdrawn,   leave_asked,           leave_approved,     leave_refused,
    leave_withdrawn,      handover_drafted,      handover_refreshed, handover_remarked,
    handover_handed_over, handover_acknowledged, handover_sent_back, handover_accepted,
    handover_overdue,     log_written,           log_settled};

} // namespace chengyun::entry_kind
