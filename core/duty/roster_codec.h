// JSON of the roster's types, compiled once.
#pragma once

#include "core/duty/commands.h"
#include "core/json/compiled.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Post)
CHENGYUN_DECLARE_CODEC(Person)
CHENGYUN_DECLARE_CODEC(Pattern)
CHENGYUN_DECLARE_CODEC(HolidayYear)
CHENGYUN_DECLARE_CODEC(Shift)
CHENGYUN_DECLARE_CODEC(ShiftExchange)
CHENGYUN_DECLARE_CODEC(Leave)
CHENGYUN_DECLARE_CODEC(Handover)
CHENGYUN_DECLARE_CODEC(LogEntry)
CHENGYUN_DECLARE_CODEC(PlanShifts)
CHENGYUN_DECLARE_CODEC(ActOnHandover)
CHENGYUN_DECLARE_CODEC(WriteLog)

} // namespace chengyun
