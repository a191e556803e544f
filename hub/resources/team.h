// Which resources have a team.
#pragma once

#include "core/resource/resource.h"

namespace chengyun::hub {

/// Layers whose resources can be sent: people come with them, as a unit of the resource's id.
[[nodiscard]] inline bool has_team(Layer layer) {
    return layer == Layer::shelter || layer == Layer::rescue_force || layer == Layer::supply;
}

} // namespace chengyun::hub
