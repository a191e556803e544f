// The kinds of journal entries about linkage. They are stored: a name never changes. The note of
// each holds the wall's name as "wall".
#pragma once

#include <string_view>

namespace chengyun::entry_kind {

// About a wall. Each holds the wall's links after it, and the first two its board, too. Note:
// screen, title, and "rule" (its name) where a rule is the cause.
inline constexpr std::string_view linkage_shown = "linkage.shown"; ///< a group stands on a screen
inline constexpr std::string_view linkage_back = "linkage.back";   ///< what stood before is back
inline constexpr std::string_view linkage_waits = "linkage.waits"; ///< a group waits for its turn
inline constexpr std::string_view linkage_ended = "linkage.ended"; ///< groups wait no more
// About a rule. Note: rule.
inline constexpr std::string_view linkage_rule_changed = "linkage.rule_changed";
inline constexpr std::string_view linkage_rule_removed = "linkage.rule_removed";

/// All of them.
inline constexpr std::string_view of_linkage[] = {linkage_shown,        linkage_back,
                                                  linkage_waits,        linkage_ended,
                                                  linkage_rule_changed, linkage_rule_removed};

} // namespace chengyun::entry_kind
