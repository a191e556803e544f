// The kinds of journal entries about alarms. They are stored: a name never changes.
#pragma once

#include <string_view>

namespace chengyun::entry_kind {

inline constexpr std::string_view alarm_taken = "alarm.taken";
inline constexpr std::string_view alarm_snoozed = "alarm.snoozed";
inline constexpr std::string_view alarm_released = "alarm.released";

/// All of them.
inline constexpr std::string_view of_alarms[] = {alarm_taken, alarm_snoozed, alarm_released};

} // namespace chengyun::entry_kind
