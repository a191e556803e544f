// What was done about alarms, as it stands in timelines.
#pragma once

#include "app/capability/capability.h"
#include "app/capability/journal_words.h"

#include <vector>

namespace chengyun::console {

/// Of an entry "alarm.taken", "alarm.snoozed" or "alarm.released". `capabilities` know the words of
/// their alarms.
[[nodiscard]] EntryWords alarmEntryWords(const Entry& entry,
                                         const std::vector<Capability*>& capabilities);

} // namespace chengyun::console
