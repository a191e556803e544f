// How an entry changes what is known: whole values replaced by id. The same for cache and stores.
#pragma once

#include "app/link/scope.h"
#include "core/journal/entry.h"
#include "core/wire/answers.h"

#include <span>

namespace chengyun::console {

/// Applies entries in order; `snapshot.seq` becomes the last one's.
void fold(Snapshot& snapshot, std::span<const Entry> entries);

/// Drops resources and units that lie outside the scope, but not units of orders in the snapshot.
void keepTo(Snapshot& snapshot, const Scope& scope);

} // namespace chengyun::console
