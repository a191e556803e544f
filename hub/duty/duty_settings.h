// Settings of duty: core's DutyPolicy.
#pragma once

#include "hub/config/settings.h"

namespace chengyun::hub {

[[nodiscard]] Section duty_settings();

} // namespace chengyun::hub
