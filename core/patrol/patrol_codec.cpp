#include "core/patrol/patrol_codec.h"

#include "core/journal/entity.h"
#include "core/patrol/entry_kinds.h"

namespace chengyun {

CHENGYUN_CODEC(PatrolGroup)

CHENGYUN_ENTITY(PatrolGroup, .name = "patrol_groups", .key = &PatrolGroup::id,
                .area = &PatrolGroup::area, .removed_by = entry_kind::patrol_removed)

} // namespace chengyun
