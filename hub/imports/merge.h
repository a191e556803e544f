// What an import leaves as it was: it changes what its file tells, and nothing else.
#pragma once

#include "core/area/area.h"
#include "core/resource/resource.h"

#include <set>
#include <string>

namespace chengyun::hub {

/// An import that knows less (a list of names) does not wipe out what an earlier one knew.
[[nodiscard]] Area merged(Area area, const Area& stored);

/// The new edition of a stored resource. `told`: our names of the fields that the map fills
/// ("capacity", "attributes" …). Its id stays, and whether it is available: that is the hall's to
/// say, and an edition of last month must not put a closed shelter and its team back into service.
[[nodiscard]] Resource merged(Resource resource, const Resource& stored,
                              const std::set<std::string>& told);

/// Whether the edition says nothing new, once the hub's own fields are set aside.
[[nodiscard]] bool is_same(Resource edition, const Resource& stored);

} // namespace chengyun::hub
