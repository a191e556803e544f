#include "core/area/area_codec.h"

#include "core/journal/entity.h"

namespace chengyun {

CHENGYUN_CODEC(Area)

CHENGYUN_ENTITY(Area, .name = "areas", .key = &Area::code)

} // namespace chengyun
