// The patterns and holiday years that come with the program (resources/duty).
#pragma once

#include "core/result.h"

namespace chengyun::hub {

class Writer;

/// Adds the patterns where there is none at all, and the holiday years that are not there: what
/// people have written is never replaced. By the hub itself, through the journal. Waits for the
/// writer.
[[nodiscard]] Result<> add_provided(Writer& writer);

} // namespace chengyun::hub
