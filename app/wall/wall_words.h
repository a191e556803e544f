// The words of journal entries about walls.
#pragma once

#include "app/capability/journal_words.h"

namespace chengyun::console {

[[nodiscard]] EntryWords wallEntryWords(const Entry& entry);

} // namespace chengyun::console
