// Who is signed in: what the server asks about a request before its handler runs. hub/accounts
// answers.
#pragma once

#include "core/account/account.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;

/// Somebody signed in; an immutable value, replaced as a whole when the account changes.
struct SignedIn {
    Account account;
    std::string session; ///< hash of the token; names the session without opening it
    Instant expires{};
};
using SignedInPtr = std::shared_ptr<const SignedIn>;

/// Any thread.
class Sessions {
public:
    virtual ~Sessions() = default;

    /// Whose token this is; counts as use of the session. `unauthenticated` when it is nobody's or
    /// its time is over. Asked for every request: it waits for no disk.
    [[nodiscard]] virtual Result<SignedInPtr> check(std::string_view token) = 0;
    /// The account as `db` has it, for what was asked for in its name and is done only now.
    /// `forbidden` when it has been disabled meanwhile.
    [[nodiscard]] virtual Result<Account> still_active(Database& db, std::string_view id) const = 0;
    /// A stream's sign of life: keeps the session from idling out. False when it has ended.
    virtual bool touch(std::string_view session) = 0;
    /// Told, on some thread, which sessions have ended: sign-out, expiry, a changed account.
    virtual void on_ended(std::function<void(const std::vector<std::string>& sessions)> ended) = 0;
    /// Ends what has expired, and writes down which sessions are in use; call every minute or so.
    virtual void sweep() = 0;
};

} // namespace chengyun::hub
