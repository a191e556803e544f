// What of the hall an account sees; the hub's area scope as the console knows it.
#pragma once

#include "core/account/account.h"
#include "core/area/area.h"

#include <string>
#include <string_view>

namespace chengyun::console {

/// When a value moves from one area to another, the hub tells the seats of both areas. A seat of
/// the area that it left drops the value by this scope. Units of orders that the seat sees stay,
/// wherever they lie.
struct Scope {
    std::string area; ///< empty: everywhere
    std::string unit; ///< the account's own, which stays wherever it lies
    Role role = Role::operator_;

    [[nodiscard]] bool holds(std::string_view place) const { return area_contains(area, place); }
    bool operator==(const Scope&) const = default;
};

[[nodiscard]] inline Scope scope_of(const Account& account) {
    return {account.area, account.unit, account.role};
}

} // namespace chengyun::console
