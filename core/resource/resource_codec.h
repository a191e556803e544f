// JSON of resource's types, compiled once.
#pragma once

#include "core/json/compiled.h"
#include "core/resource/resource.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Resource)

} // namespace chengyun
