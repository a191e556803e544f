// The invented district's groups of cameras.
#pragma once

#include "core/result.h"

namespace chengyun::hub {

class PatrolService;
struct Demonstration;

/// Made once: what somebody has removed does not come back. Waits for the writer.
[[nodiscard]] Result<> make_patrol_demo(const Demonstration& demo, PatrolService& patrol);

} // namespace chengyun::hub
