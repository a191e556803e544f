// JSON of unit's types, compiled once.
#pragma once

#include "core/json/compiled.h"
#include "core/unit/unit.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Unit)

} // namespace chengyun
