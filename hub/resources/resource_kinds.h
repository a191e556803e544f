// The journal kinds of resources, units and areas that are not seen and applied as others are.
#pragma once

#include "hub/journal/journal_kinds.h"

#include <string_view>

namespace chengyun::hub {

inline constexpr std::string_view resources_imported = "resources.imported";
inline constexpr std::string_view areas_imported = "areas.imported";

inline constexpr std::string_view import_kinds[] = {resources_imported, areas_imported};

/// The entry of an import says how many rows it brought, and holds none of them.
inline constexpr JournalKind resource_kinds[] = {{"hall_policy", {Viewers::everybody}},
                                                 {resources_imported, {Viewers::by_place, true}},
                                                 {areas_imported, {Viewers::by_place, true}}};

} // namespace chengyun::hub
