// The tables of the roster (hub/duty/migrations/0016_roster.sql).
#pragma once

#include "core/duty/roster_codec.h"
#include "hub/duty/duty_table.h"

#include <tuple>

namespace chengyun::hub {

/// The table of T.
template <class T>
[[nodiscard]] const DutyTable<T>& duty_table();

template <>
const DutyTable<Post>& duty_table();
template <>
const DutyTable<Person>& duty_table();
template <>
const DutyTable<Pattern>& duty_table();
template <>
const DutyTable<HolidayYear>& duty_table();
template <>
const DutyTable<Shift>& duty_table();
template <>
const DutyTable<ShiftExchange>& duty_table();
template <>
const DutyTable<Leave>& duty_table();
template <>
const DutyTable<Handover>& duty_table();
template <>
const DutyTable<LogEntry>& duty_table();

} // namespace chengyun::hub
