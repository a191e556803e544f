// Waits that grow with repeated failures, by name and by address. In memory: a restart forgives,
// which an attacker cannot bring about and which costs at most a few more guesses.
#pragma once

#include "core/time/instant.h"
#include "hub/accounts/account_settings.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace chengyun::hub {

/// Any thread. Addresses are IP addresses in their plain form; of IPv6 the first 64 bits count, for
/// who has one address of such a network has them all.
class Lockout {
public:
    explicit Lockout(const AccountsConfig& config) : config_(config) {}

    /// How long this name or address must still wait; none when it may try.
    [[nodiscard]] std::optional<std::chrono::seconds>
    waiting(std::string_view name, std::string_view address, Instant now) const;
    /// The same for what has no name, a one-time link: nobody's tries elsewhere count.
    [[nodiscard]] std::optional<std::chrono::seconds> waiting(std::string_view address,
                                                              Instant now) const;

    /// A failed try. True when it has begun a new wait for the name.
    bool failed(std::string_view name, std::string_view address, Instant now);
    /// A failed try without a name.
    void failed(std::string_view address, Instant now);
    /// Forgets the name's failures; the address keeps its own, lest one good account serve for
    /// guessing at others.
    void succeeded(std::string_view name);

private:
    struct Tries {
        std::int64_t failures = 0;
        Instant last{};
        Instant halved{}; ///< when the failures were halved last, or the first of them
        Instant until{};
    };
    /// Halves what has been counted, once for each full hour: many people behind one address make
    /// a slip now and then, which must not add up to a wait.
    void fade(const std::string& key, Instant now);
    /// With the lock held.
    void count_address(std::string_view address, Instant now);
    [[nodiscard]] Instant until(const std::string& key) const;
    bool count(const std::string& key, std::int64_t allowed, Instant now);
    void prune(Instant now);

    AccountsConfig config_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Tries> tries_;
};

} // namespace chengyun::hub
