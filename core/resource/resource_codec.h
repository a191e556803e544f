// JSON of resource's types, compiled once.
#pragma once

#include "core/resource/resource.h"
#include "core/json/compiled.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Resource)

} // namespace chengyun
