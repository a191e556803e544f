// The zone that the samples are written for.
#pragma once

#include "core/time/zone.h"

namespace chengyun::sample {

/// UTC+8 all year.
inline const Zone wuhan{{{Instant{}, std::chrono::hours(8)}}};

} // namespace chengyun::sample
