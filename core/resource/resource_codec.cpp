#include "core/resource/resource_codec.h"

#include "core/journal/entity.h"
#include "core/resource/entry_kinds.h"

namespace chengyun {

CHENGYUN_CODEC(Resource)

CHENGYUN_ENTITY(Resource, .name = "resources", .key = &Resource::id, .area = &Resource::area,
                .removed_by = entry_kind::resource_removed)

} // namespace chengyun
