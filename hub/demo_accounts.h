// Random accounts for the demonstration, and the files that tell who started it.
#pragma once

#include "core/result.h"
#include "hub/accounts/account_service.h"
#include "hub/services.h"

#include <string>

namespace chengyun::hub {

/// One account of each role and one of a street, with random passwords, into
/// DATA/demo-accounts.toml (mode 0600); nothing where accounts exist already.
[[nodiscard]] Result<> make_demo_accounts(AccountService& accounts, const Services& services);

/// A fresh session of the demonstration's operator into DATA/console-session.json (mode 0600), for
/// the console of the same person on the same machine.
[[nodiscard]] Result<> write_console_session(AccountService& accounts, const Services& services,
                                             const std::string& url);

} // namespace chengyun::hub
