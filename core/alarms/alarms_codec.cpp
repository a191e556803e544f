#include "core/alarms/alarms_codec.h"

#include "core/alarms/entry_kinds.h"
#include "core/journal/entity.h"

namespace chengyun {

CHENGYUN_CODEC(AlarmMark)
CHENGYUN_CODEC(TakeAlarms)
CHENGYUN_CODEC(SnoozeAlarms)
CHENGYUN_CODEC(GiveBackAlarms)

CHENGYUN_ENTITY(AlarmMark, .name = "alarms", .key = &AlarmMark::id,
                .removed_by = entry_kind::alarm_released)

} // namespace chengyun
