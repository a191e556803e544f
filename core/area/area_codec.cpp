#include "core/area/area_codec.h"

#include "core/area/hall_policy.h"
#include "core/journal/entity.h"

namespace chengyun {

CHENGYUN_CODEC(Area)

CHENGYUN_ENTITY(Area, .name = "areas", .key = &Area::code)
CHENGYUN_ENTITY(HallPolicy, .name = "hall_policy")

} // namespace chengyun
