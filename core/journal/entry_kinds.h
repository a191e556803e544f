// The kinds of journal entries that belong to no capability. They are stored: a name never changes.
#pragma once

#include <string_view>

namespace chengyun::entry_kind {

inline constexpr std::string_view policy_changed = "policy.changed";
inline constexpr std::string_view timer_failed = "timer.failed";

/// All of them. The second comes from whatever has deadlines.
inline constexpr std::string_view of_the_hub[] = {policy_changed, timer_failed};

} // namespace chengyun::entry_kind
