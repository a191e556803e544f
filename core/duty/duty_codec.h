// JSON of duty's types, compiled once.
#pragma once

#include "core/duty/duty.h"
#include "core/json/compiled.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Duty)

} // namespace chengyun
