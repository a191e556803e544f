// What of duty rings for as long as it is so. Pure: every seat, and the hub, finds the same alarms
// and calls them alike (core/alarms/alarm.h).
#pragma once

#include "core/alarms/alarm.h"
#include "core/duty/handover.h"

#include <string>
#include <string_view>

namespace chengyun {

/// What alarms about duty are about, and their kinds, as they stand in an alarm's id.
namespace duty_alarm {
inline constexpr std::string_view shift = "shift";
inline constexpr std::string_view sheet = "handover";
inline constexpr std::string_view late_check_in = "late_check_in";
inline constexpr std::string_view handover = "handover";
} // namespace duty_alarm

/// "shift_leader.1782864000000". Where it climbs to the next post it is another alarm, and so it is
/// where another time is missed: of a shift that was moved, the check-in at its new beginning.
[[nodiscard]] std::string duty_occurrence(PostKind at, Instant missed);

/// Somebody is awaited for the shift, has not come by the end of the grace time, and can still
/// come.
[[nodiscard]] bool is_missing(const Shift& shift, Instant now);

// Does the alarm, which is about this shift or sheet, still stand?
[[nodiscard]] bool stands(const AlarmName& alarm, const Shift& shift, Instant now);
[[nodiscard]] bool stands(const AlarmName& alarm, const Handover& sheet, Instant now);

} // namespace chengyun
