// Journal entries about camera patrol in words.
#pragma once

#include "app/capability/journal_words.h"

namespace chengyun::console {

[[nodiscard]] EntryWords patrolEntryWords(const Entry& entry);

} // namespace chengyun::console
