// Random accounts for the demonstration, and the files that tell who started it.
#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>

namespace chengyun::hub {

class AccountService;
class AreaStore;
class Readers;

/// One account of each role and one of a street, with random passwords, into
/// DATA/demo-accounts.toml (mode 0600); nothing where accounts exist already.
[[nodiscard]] Result<> make_demo_accounts(AccountService& accounts, const AreaStore& areas,
                                          Readers& readers, const std::filesystem::path& data);

/// A fresh session of the demonstration's operator into DATA/console-session.json (mode 0600), for
/// the console of the same person on the same machine.
[[nodiscard]] Result<> write_console_session(AccountService& accounts,
                                             const std::filesystem::path& data,
                                             const std::string& url);

} // namespace chengyun::hub
