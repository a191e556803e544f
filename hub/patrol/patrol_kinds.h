// What camera patrol is called in the journal. Its kinds of entry are core's
// (core/patrol/entry_kinds.h); all are seen by place.
#pragma once

#include <string_view>

namespace chengyun::hub {

inline constexpr std::string_view patrol_group_entity = "patrol_group";
inline constexpr std::string_view patrol_look_entity = "patrol_look";

} // namespace chengyun::hub
