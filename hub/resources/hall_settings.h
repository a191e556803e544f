// Settings of the hall: core's HallPolicy.
#pragma once

#include "core/area/hall_policy.h"
#include "core/time/zone.h"
#include "hub/config/settings.h"

namespace chengyun::hub {

[[nodiscard]] Section hall_settings();

/// The IANA name of this machine's time zone; "Etc/UTC" where the machine says none.
[[nodiscard]] std::string machine_zone();

/// What counts where nothing is set: this machine's zone; in a demonstration that of its invented
/// district.
[[nodiscard]] HallPolicy usual_hall(bool demo);
/// `usual` counts where `set` says nothing.
[[nodiscard]] HallPolicy hall_of(const HallPolicy& set, const HallPolicy& usual);
/// The hall's zone; UTC, which is logged, where this machine does not know it.
[[nodiscard]] Zone zone_of(const HallPolicy& hall);

} // namespace chengyun::hub
