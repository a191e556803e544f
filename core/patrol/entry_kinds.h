// Kinds of journal entries about camera patrol. Each carries the group as it is after it, but for
// the one that removes it; its note holds the group's name as "group".
#pragma once

#include <string_view>

namespace chengyun::entry_kind {

inline constexpr std::string_view patrol_changed = "patrol.changed"; ///< made or edited
inline constexpr std::string_view patrol_removed = "patrol.removed";
/// All of them.
inline constexpr std::string_view of_patrol[] = {patrol_changed, patrol_removed};

} // namespace chengyun::entry_kind
