// The journal kinds of resources, units and areas that are not seen and applied as others are.
#pragma once

#include "core/resource/entry_kinds.h"
#include "hub/journal/journal_kinds.h"

#include <string_view>

namespace chengyun::hub {

inline constexpr std::string_view import_kinds[] = {entry_kind::resources_imported,
                                                    entry_kind::areas_imported};

/// The entry of an import says how many rows it brought, and holds none of them.
inline constexpr JournalKind resource_kinds[] = {
    {"hall_policy", {Viewers::everybody}},
    {entry_kind::resources_imported, {Viewers::by_place, true}},
    {entry_kind::areas_imported, {Viewers::by_place, true}}};

} // namespace chengyun::hub
