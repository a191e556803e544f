#include "core/unit/unit_codec.h"

#include "core/journal/entity.h"
#include "core/resource/entry_kinds.h"

namespace chengyun {

CHENGYUN_CODEC(Unit)

CHENGYUN_ENTITY(Unit, .name = "units", .key = &Unit::id, .area = &Unit::area,
                .removed_by = entry_kind::resource_removed)

} // namespace chengyun
