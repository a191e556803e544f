// JSON of the alarms' types, compiled once.
#pragma once

#include "core/alarms/alarm.h"
#include "core/json/compiled.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(AlarmMark)
CHENGYUN_DECLARE_CODEC(TakeAlarms)
CHENGYUN_DECLARE_CODEC(SnoozeAlarms)
CHENGYUN_DECLARE_CODEC(GiveBackAlarms)

} // namespace chengyun
