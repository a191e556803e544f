// The kinds of journal entries about resources, areas and units. They are stored: a name never
// changes.
#pragma once

#include <string_view>

namespace chengyun::entry_kind {

inline constexpr std::string_view resource_changed = "resource.changed";
inline constexpr std::string_view resource_removed = "resource.removed";
inline constexpr std::string_view resources_imported = "resources.imported";
inline constexpr std::string_view areas_imported = "areas.imported";
inline constexpr std::string_view unit_changed = "unit.changed";
inline constexpr std::string_view camera_health = "camera.health"; ///< note: name, fault

/// All of them.
inline constexpr std::string_view of_resources[] = {resource_changed,   resource_removed,
                                                    resources_imported, areas_imported,
                                                    unit_changed,       camera_health};

} // namespace chengyun::entry_kind
