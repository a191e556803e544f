// Settings of camera patrol.
#pragma once

#include "hub/config/settings.h"

#include <boost/describe/class.hpp>

#include <cstdint>

namespace chengyun::hub {

struct PatrolSettings {
    std::int64_t shown_days = 90;        ///< what was shown is kept so long
    std::int64_t shown_rows = 2'000'000; ///< and so many changes at most
};
BOOST_DESCRIBE_STRUCT(PatrolSettings, (), (shown_days, shown_rows))

[[nodiscard]] Section patrol_settings();

} // namespace chengyun::hub
