// What the journal says in the end of the desks whose shifts have handed over.
#pragma once

#include "bench/duty/desk.h"

#include <cstdint>
#include <vector>

namespace chengyun::bench {

struct Audit {
    std::int64_t closed = 0; ///< shifts that have handed over
    /// Acknowledged commands that the journal has not, or under another number; shifts that did not
    /// end; entries of the log that are not on the sheet.
    std::int64_t lost = 0;
    std::int64_t unsigned_closed = 0; ///< shifts that ended without all acknowledgements
};

/// Reads the whole journal through `commander`.
[[nodiscard]] Audit audit(Line& commander, const std::vector<Desk>& desks,
                          const Acknowledged& acknowledged);

} // namespace chengyun::bench
