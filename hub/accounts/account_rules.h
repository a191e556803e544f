// What an account must be like. Failures name the field.
#pragma once

#include "core/account/account.h"
#include "core/result.h"

#include <string_view>

namespace chengyun::hub {

[[nodiscard]] Result<> check_name(std::string_view name);
[[nodiscard]] Result<> check_display_name(std::string_view name);
/// Role, scope and unit belong together. Makes the area's code a full one.
[[nodiscard]] Result<> check_scope(Account& account);
/// The account of a device is made elsewhere (hub/accounts/device_accounts.h).
[[nodiscard]] Result<> check_is_person(const Account& account);

/// The same for every reason, so that nobody learns which names there are.
[[nodiscard]] Failure wrong_credentials();
[[nodiscard]] Failure must_wait();

} // namespace chengyun::hub
