// JSON of the types of linkage, compiled once.
#pragma once

#include "core/json/compiled.h"
#include "core/linkage/trial.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(WallLinks)
CHENGYUN_DECLARE_CODEC(LinkageRule)
CHENGYUN_DECLARE_CODEC(PutUpLink)
CHENGYUN_DECLARE_CODEC(GiveBack)
CHENGYUN_DECLARE_CODEC(TrialAnswer)

} // namespace chengyun
