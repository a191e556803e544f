// Settings of the hall: core's HallPolicy.
#pragma once

#include "core/area/hall_policy.h"
#include "hub/config/settings.h"

namespace chengyun::hub {

[[nodiscard]] Section hall_settings();

/// The IANA name of this machine's time zone; "Etc/UTC" where the machine says none.
[[nodiscard]] std::string machine_zone();

/// What counts where nothing is set: this machine's zone; in a demonstration that of its invented
/// district.
[[nodiscard]] HallPolicy usual_hall(bool demo);

} // namespace chengyun::hub
