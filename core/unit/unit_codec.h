// JSON of unit's types, compiled once.
#pragma once

#include "core/unit/unit.h"
#include "core/json/compiled.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Unit)

} // namespace chengyun
