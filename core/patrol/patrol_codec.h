// JSON of the types of camera patrol, compiled once.
#pragma once

#include "core/json/compiled.h"
#include "core/patrol/group.h"
#include "core/patrol/look.h"
#include "core/patrol/shown.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(PatrolGroup)
CHENGYUN_DECLARE_CODEC(LookAtCamera)
CHENGYUN_DECLARE_CODEC(PatrolLook)
CHENGYUN_DECLARE_CODEC(PatrolShare)
CHENGYUN_DECLARE_CODEC(ReportShown)
CHENGYUN_DECLARE_CODEC(ShownCamera)

} // namespace chengyun
