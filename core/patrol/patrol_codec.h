// JSON of the types of camera patrol, compiled once.
#pragma once

#include "core/json/compiled.h"
#include "core/patrol/group.h"
#include "core/patrol/look.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(PatrolGroup)
CHENGYUN_DECLARE_CODEC(LookAtCamera)
CHENGYUN_DECLARE_CODEC(PatrolLook)
CHENGYUN_DECLARE_CODEC(PatrolShare)

} // namespace chengyun
