// Kinds of journal entries about camera patrol. Each has the group's name in its note ("group");
// those of duty the camera's, too ("camera").
#pragma once

#include <string_view>

namespace chengyun::entry_kind {

inline constexpr std::string_view patrol_changed =
    "patrol.changed"; ///< made or edited: carries the group
inline constexpr std::string_view patrol_removed = "patrol.removed";
inline constexpr std::string_view patrol_seen = "patrol.seen";     ///< on duty: carries the look
inline constexpr std::string_view patrol_raised = "patrol.raised"; ///< the same, with an order
/// All of them.
inline constexpr std::string_view of_patrol[] = {patrol_changed, patrol_removed, patrol_seen,
                                                 patrol_raised};

} // namespace chengyun::entry_kind
