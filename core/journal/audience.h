// Who may see what the journal says, from the few facts of an entry that decide it. The hub keeps
// entries as text and asks by these; core/journal/entry.h asks by the whole entry.
#pragma once

#include "core/account/account.h"

#include <span>
#include <string>
#include <string_view>

namespace chengyun {

struct Audience {
    std::string_view kind;
    std::string_view entity;
    std::span<const std::string> areas;
    std::span<const std::string> units;
};

/// The rule of `may_see(account, entry)`.
[[nodiscard]] bool may_see(const Account& account, const Audience& of);

} // namespace chengyun
