// Journal entries about linkage in words.
#pragma once

#include "app/capability/journal_words.h"

namespace chengyun::console {

[[nodiscard]] EntryWords linkageEntryWords(const Entry& entry);

} // namespace chengyun::console
