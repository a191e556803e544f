// What this console can do: the one list of its capabilities.
#pragma once

#include "app/capability/capability.h"

#include <memory>
#include <vector>

namespace chengyun::console {

/// In the order in which they are made: each after those it asks.
[[nodiscard]] std::vector<std::unique_ptr<Capability>> makeCapabilities(const Shared& shared);

} // namespace chengyun::console
