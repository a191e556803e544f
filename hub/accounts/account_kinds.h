// The journal kinds of accounts and sessions.
#pragma once

#include "hub/journal/journal_kinds.h"

namespace chengyun::hub {

/// They lie where the account's people are.
inline constexpr JournalKind account_kinds[] = {{"account", {Viewers::administration}},
                                                {"session", {Viewers::administration}}};

} // namespace chengyun::hub
