// The kinds of journal entries about accounts and sessions. They are stored: a name never changes.
#pragma once

#include <string_view>

namespace chengyun::entry_kind {

inline constexpr std::string_view account_changed = "account.changed";
inline constexpr std::string_view account_locked = "account.locked";
inline constexpr std::string_view session_opened = "session.opened";
inline constexpr std::string_view session_closed = "session.closed";
inline constexpr std::string_view session_refused = "session.refused";
inline constexpr std::string_view unit_linked = "unit.linked";

/// All of them.
inline constexpr std::string_view of_accounts[] = {account_changed, account_locked,  session_opened,
                                                   session_closed,  session_refused, unit_linked};

} // namespace chengyun::entry_kind
