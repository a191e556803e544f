// Accounts of machines that belong to the hall and sign in by themselves, such as the one behind a
// wall. Which machines there are, other capabilities know.
//
// Such an account has no password. A code that works once opens its session, which lives for
// accounts.device_session_days, however little it is used, and ends when the device is revoked or
// gets another code.
#pragma once

#include "core/account/account.h"
#include "core/account/session.h"
#include "core/result.h"
#include "hub/store/transaction.h"

#include <functional>
#include <string>
#include <string_view>

namespace chengyun::hub {

class Database;

/// A secret that works once.
struct OneTimeLink {
    std::string token;
    Instant expires{};
};

/// What the account of a device is like.
struct Device {
    std::string name;         ///< of the account: never another's
    std::string display_name; ///< as the journal names it
    Role role = Role::wall;   ///< one that may not command (may_command)
    std::string area;         ///< scope; empty: all
};

class DeviceAccounts {
public:
    virtual ~DeviceAccounts() = default;

    /// To be called once when the transaction has been committed, on any thread: until then nobody
    /// may notice.
    using Committed = std::function<void()>;
    struct Coded {
        OneTimeLink link;
        Committed committed;
    };
    /// Makes the account, or brings it up to what `device` says; a new code for it. Its sessions
    /// and codes of before end. `wrong_state` ("role") where somebody has made another account of
    /// it.
    [[nodiscard]] virtual Result<Coded> make_code(Transaction& tx, const Actor& by,
                                                  const Device& device) = 0;
    /// Ends its sessions and codes; it can sign in by a new code only. `not_found` ("device") where
    /// there is no such device or it has been revoked.
    [[nodiscard]] virtual Result<Committed> revoke(Transaction& tx, const Actor& by,
                                                   std::string_view name) = 0;
    /// Whether there is such an account that has not been revoked.
    [[nodiscard]] virtual Result<bool> is_in_use(Database& db, std::string_view name) const = 0;
    /// For the demonstration; waits. A session beside those that are open, as its code would open
    /// it: a machine that somebody has signed in stays so when the hub starts again. Makes the
    /// account where there is none in use. Not on one of the store's threads.
    [[nodiscard]] virtual Result<Session> sign_in_now(const Actor& by, const Device& device) = 0;
};

} // namespace chengyun::hub
