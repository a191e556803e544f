// JSON of the types of camera patrol, compiled once.
#pragma once

#include "core/json/compiled.h"
#include "core/patrol/group.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(PatrolGroup)

} // namespace chengyun
