// In a demonstration: a rule that is proposed, and off.
#pragma once

#include "core/result.h"

namespace chengyun::hub {

class LinkageService;
class WallStore;
struct Demonstration;

/// Once: a rule that somebody has removed does not come back.
[[nodiscard]] Result<> make_linkage_demo(const Demonstration& demo, LinkageService& linkage,
                                         const WallStore& walls);

} // namespace chengyun::hub
