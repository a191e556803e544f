// Argon2id on threads of their own: one check takes tens of milliseconds and as many MiB by design,
// which neither an IO loop nor the writer can afford.
#pragma once

#include "core/result.h"
#include "hub/accounts/account_settings.h"

#include <functional>
#include <memory>
#include <string>

namespace chengyun::hub {

class Passwords {
public:
    explicit Passwords(const AccountsConfig& config);
    ~Passwords();
    /// Finishes what is queued, then ends the threads; not on one of them. Idempotent.
    void stop();
    Passwords(const Passwords&) = delete;
    Passwords& operator=(const Passwords&) = delete;

    /// Any thread; `done` runs on a worker. `too_many` at once when hundreds already wait.
    void hash(std::string password, std::function<void(Result<std::string>)> done);
    /// An empty `stored` (no such account, or one without a password) costs the same time as a real
    /// one and is never right.
    void verify(std::string stored, std::string password, std::function<void(Result<bool>)> done);
    /// On the calling thread; for start-up and the command line.
    [[nodiscard]] Result<std::string> hash_now(const std::string& password) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Length in characters, not bytes, and not the account's own name.
[[nodiscard]] Result<> check_password(const std::string& password, const std::string& name,
                                      std::int64_t min_length);

} // namespace chengyun::hub
