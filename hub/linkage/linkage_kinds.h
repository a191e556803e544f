// What linkage is called in the journal and among the deadlines. Its kinds of entry are core's
// (core/linkage/entry_kinds.h); all are seen by place.
#pragma once

#include "hub/deadlines/deadline.h"

#include <string_view>

namespace chengyun::hub {

/// Of entries about a wall's links that leave its board as it is. Those that change the board are
/// the wall's.
inline constexpr std::string_view links_entity = "wall_links";
inline constexpr std::string_view linkage_rule_entity = "linkage_rule";

/// Stored (hub/deadlines/deadline.h): the number never changes. A wall has one, when the next of
/// its links runs out.
inline constexpr DeadlineKinds linkage_deadlines{40, 40};

} // namespace chengyun::hub
