// JSON of area's types, compiled once.
#pragma once

#include "core/area/area.h"
#include "core/json/compiled.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Area)

} // namespace chengyun
