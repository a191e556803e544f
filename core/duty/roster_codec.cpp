#include "core/duty/roster_codec.h"

#include "core/journal/entity.h"

namespace chengyun {

CHENGYUN_CODEC(Post)
CHENGYUN_CODEC(Person)
CHENGYUN_CODEC(Pattern)
CHENGYUN_CODEC(HolidayYear)
CHENGYUN_CODEC(Shift)
CHENGYUN_CODEC(ShiftExchange)
CHENGYUN_CODEC(Leave)
CHENGYUN_CODEC(Handover)
CHENGYUN_CODEC(LogEntry)
CHENGYUN_CODEC(PlanShifts)
CHENGYUN_CODEC(ActOnHandover)
CHENGYUN_CODEC(WriteLog)

CHENGYUN_ENTITY(Post, .name = "duty_posts", .key = &Post::id)
CHENGYUN_ENTITY(Person, .name = "duty_people", .key = &Person::id)
CHENGYUN_ENTITY(Pattern, .name = "duty_patterns", .key = &Pattern::key)
CHENGYUN_ENTITY(HolidayYear, .name = "holiday_years", .key = &HolidayYear::year)
CHENGYUN_ENTITY(Shift, .name = "shifts", .key = &Shift::id)
CHENGYUN_ENTITY(ShiftExchange, .name = "shift_exchanges", .key = &ShiftExchange::id)
CHENGYUN_ENTITY(Leave, .name = "leaves", .key = &Leave::id)
CHENGYUN_ENTITY(Handover, .name = "handovers", .key = &Handover::id)
CHENGYUN_ENTITY(LogEntry, .name = "duty_log", .key = &LogEntry::id)
CHENGYUN_ENTITY(DutyPolicy, .name = "duty_policy")

} // namespace chengyun
