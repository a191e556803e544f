// The subcommand `serve`: everything made in order, served, and taken down in the reverse order.
#pragma once

#include "hub/config/config.h"

namespace chengyun::hub {

/// The exit status: 0 after an orderly end, 1 when it could not start.
[[nodiscard]] int serve(const Config& config);

} // namespace chengyun::hub
