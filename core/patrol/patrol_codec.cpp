#include "core/patrol/patrol_codec.h"

#include "core/journal/entity.h"
#include "core/patrol/entry_kinds.h"

namespace chengyun {

CHENGYUN_CODEC(PatrolGroup)
CHENGYUN_CODEC(LookAtCamera)
CHENGYUN_CODEC(PatrolLook)
CHENGYUN_CODEC(PatrolShare)
CHENGYUN_CODEC(ReportShown)
CHENGYUN_CODEC(ShownCamera)

CHENGYUN_ENTITY(PatrolGroup, .name = "patrol_groups", .key = &PatrolGroup::id,
                .area = &PatrolGroup::area, .removed_by = entry_kind::patrol_removed)
CHENGYUN_ENTITY(PatrolLook, .name = "patrol_looks", .key = &PatrolLook::id,
                .area = &PatrolLook::area)

} // namespace chengyun
