#include "core/linkage/linkage_codec.h"

#include "core/journal/entity.h"
#include "core/linkage/entry_kinds.h"

namespace chengyun {

CHENGYUN_CODEC(WallLinks)
CHENGYUN_CODEC(LinkageRule)
CHENGYUN_CODEC(PutUpLink)
CHENGYUN_CODEC(GiveBack)
CHENGYUN_CODEC(TrialAnswer)

CHENGYUN_ENTITY(WallLinks, .name = "wall_links", .key = &WallLinks::wall,
                .removed_by = wall_kinds::removed)
CHENGYUN_ENTITY(LinkageRule, .name = "linkage_rules", .key = &LinkageRule::id,
                .removed_by = entry_kind::linkage_rule_removed)

} // namespace chengyun
