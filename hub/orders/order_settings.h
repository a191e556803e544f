// Settings of orders: core's OrderPolicy.
#pragma once

#include "hub/config/settings.h"

namespace chengyun::hub {

[[nodiscard]] Section order_settings();

} // namespace chengyun::hub
