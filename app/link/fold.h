// How an entry changes what is known: whole values replaced by id. The same for cache and stores.
#pragma once

#include "core/journal/entry.h"
#include "core/wire/commands.h"

#include <span>

namespace chengyun::console {

/// Applies entries in order; `snapshot.seq` becomes the last one's.
void fold(Snapshot& snapshot, std::span<const Entry> entries);

} // namespace chengyun::console
