// What walls are called in the journal and among the deadlines. Their kinds of entry are core's
// (core/wall/wall.h); all are seen by place.
#pragma once

#include "hub/deadlines/deadline.h"

#include <string_view>

namespace chengyun::hub {

inline constexpr std::string_view wall_entity = "wall";
inline constexpr std::string_view wall_preset_entity = "wall_preset";

/// Stored (hub/deadlines/deadline.h): the number never changes. A wall that is not locked has one
/// deadline, when the next pane runs out.
inline constexpr DeadlineKinds wall_deadlines{30, 30};

} // namespace chengyun::hub
