// What of the map an account sees.
#pragma once

#include "core/account/account.h"
#include "core/area/area.h"

#include <string_view>

namespace chengyun::hub {

/// A unit's account without an area is a telephone in the field: it sees what is addressed to it,
/// no more (the same as core's may_see).
[[nodiscard]] inline bool sees_nothing(const Account& account) {
    return account.disabled || (account.role == Role::unit && account.area.empty());
}

/// Does the account's scope hold what lies in this area?
[[nodiscard]] inline bool in_scope(const Account& account, std::string_view area) {
    return !sees_nothing(account) && area_contains(account.area, area);
}

} // namespace chengyun::hub
