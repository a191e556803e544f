// The journal kinds of alarms. Those about what everybody sees are of the entity "hall_alarm", all
// others ("alarm") are seen by place.
#pragma once

#include "hub/deadlines/deadline.h"
#include "hub/journal/journal_kinds.h"

#include <string_view>

namespace chengyun::hub {

inline constexpr std::string_view alarm_entity = "alarm";
inline constexpr std::string_view hall_alarm_entity = "hall_alarm";
inline constexpr JournalKind alarm_kinds[] = {{hall_alarm_entity, {Viewers::everybody}}};

/// Stored (hub/deadlines/deadline.h): the number never changes. Each mark has one deadline: a
/// snoozed alarm is open again then, of a taken one it is asked whether it still stands.
inline constexpr DeadlineKinds alarm_deadlines{20, 20};

} // namespace chengyun::hub
