// Journal entries about requests, handover sheets and the log, in words.
#pragma once

#include "app/capability/journal_words.h"

namespace chengyun::console {

class DutyRoster;

/// Of "exchange.…", "leave.…", "handover.…" and "log.…". GUI thread.
[[nodiscard]] EntryWords recordWords(const Entry& entry, const DutyRoster& roster);

} // namespace chengyun::console
