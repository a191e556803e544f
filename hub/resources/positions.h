// Where vehicles and teams are now.
#pragma once

#include "hub/live/live_topic.h"

namespace chengyun::hub {

/// The topic "positions": a key for each thing that moves, its place, and what its producer says of
/// it. One that is silent for a minute is taken off the map.
[[nodiscard]] LiveTopic positions_topic();

} // namespace chengyun::hub
