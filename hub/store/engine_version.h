// The database engine, for what a bug report begins with.
#pragma once

#include <string_view>

namespace chengyun::hub {

/// "3.46.1", of the library that runs.
[[nodiscard]] std::string_view engine_version();

} // namespace chengyun::hub
