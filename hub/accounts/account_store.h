// Where accounts, sessions and links are kept: tables of hub/accounts/migrations/0004_accounts.sql.
#pragma once

#include "core/account/account.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class Findings;

struct StoredAccount {
    Account account;
    std::string password; ///< Argon2id text, or empty
};

struct StoredSession {
    std::string hash;
    std::string account;
    Instant opened{};
    Instant expires{};
    std::string origin; ///< "password", "link", "setup" or "demo"
    Instant seen{};     ///< last use, to some minutes; 1970 where that is not known
};

/// The purpose of a link that opens a session of an account without a password: of a unit's phone,
/// or of a device. Stored: the word is that of the first of them.
inline constexpr std::string_view account_link = "unit";

struct StoredLink {
    std::string hash;
    std::string purpose; ///< "setup" or account_link
    std::string account; ///< empty for setup
    Instant expires{};
};

/// Stateless. Writing only inside a Transaction.
class AccountStore {
public:
    [[nodiscard]] Result<std::vector<StoredAccount>> accounts(Database& db) const;
    /// not_found when there is none.
    [[nodiscard]] Result<StoredAccount> account(Database& db, std::string_view id) const;
    [[nodiscard]] Result<StoredAccount> account_named(Database& db, std::string_view name) const;
    /// Inserts or replaces by id; `conflict` when another account has the name.
    Result<> put(Database& db, const StoredAccount& account) const;

    [[nodiscard]] Result<std::vector<StoredSession>> sessions(Database& db) const;
    Result<> put(Database& db, const StoredSession& session) const;
    /// False when there was none.
    Result<bool> remove_session(Database& db, std::string_view hash) const;
    Result<> mark_seen(Database& db, std::string_view hash, Instant seen) const;
    /// All of them but `kept`, the hash of one or nothing.
    Result<> remove_sessions_of(Database& db, std::string_view account,
                                std::string_view kept = {}) const;
    Result<> remove_expired(Database& db, Instant now) const;

    Result<> put(Database& db, const StoredLink& link) const;
    /// Takes the link away: it works once. not_found when there is none.
    [[nodiscard]] Result<StoredLink> take_link(Database& db, std::string_view hash) const;
    /// Compares every account and session with the journal. In one read transaction of the
    /// caller's. Hashes of passwords and links stand in no entry.
    [[nodiscard]] Result<> check(Database& db, Findings& findings) const;
    Result<> remove_links(Database& db, std::string_view purpose, std::string_view account) const;
};

} // namespace chengyun::hub
