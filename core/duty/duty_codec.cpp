#include "core/duty/duty_codec.h"

#include "core/journal/entity.h"

namespace chengyun {

CHENGYUN_CODEC(Duty)

CHENGYUN_ENTITY(Duty, .name = "duty")

} // namespace chengyun
