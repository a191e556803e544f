// What an import leaves as it was: it changes what its file tells, and nothing else.
#pragma once

#include "core/area/area.h"
#include "core/resource/resource.h"
#include "hub/imports/import.h"

namespace chengyun::hub {

/// An import that knows less (a list of names) does not wipe out what an earlier one knew.
[[nodiscard]] Area merged(Area area, const Area& stored);

/// The new edition of a stored resource: what its row tells, and the rest as it was. Its id stays,
/// and whether it is available: that is the hall's to say, and an edition of last month must not
/// put a closed shelter and its team back into service. The area that somebody gave it stays as
/// long as it stands where it stood; else `area` is left empty, to be looked up.
[[nodiscard]] Resource merged(Resource resource, const Resource& stored, Told told);

/// Within what a survey corrects.
[[nodiscard]] bool is_same_place(Place one, Place other);

/// Whether the edition says nothing new, once the hub's own fields are set aside.
[[nodiscard]] bool is_same(Resource edition, const Resource& stored);

} // namespace chengyun::hub
