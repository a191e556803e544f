// The inside of AccountService, shared by its files: what is held in memory, and the steps that
// signing in and administration have in common.
#pragma once

#include "hub/accounts/account_service.h"
#include "hub/accounts/account_store.h"
#include "hub/accounts/lockout.h"
#include "hub/accounts/passwords.h"

#include <atomic>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace chengyun::hub {

struct LiveSession {
    SignedInPtr signed_in;
    std::atomic<std::int64_t> seen{0};   ///< ms, last use
    std::atomic<std::int64_t> stored{0}; ///< the last use that is on disk
    std::atomic<bool> expiring{false};   ///< its end is on the way to the disk
    bool by_link = false;                ///< a unit's phone, or a device
};
using LiveSessionPtr = std::shared_ptr<LiveSession>;

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

struct AccountService::Impl : std::enable_shared_from_this<Impl> {
    Impl(Writer& w, UnitStore& u, const Reach& r, const AccountsConfig& c, Clock now)
        : writer(w), units(u), reach(r), config(c), clock(std::move(now)), lockout(c),
          passwords(c) {}

    Writer& writer;
    UnitStore& units;
    const Reach& reach;
    AccountsConfig config;
    Clock clock;
    AccountStore store;
    Lockout lockout;

    mutable std::shared_mutex mutex;
    TextMap<StoredAccount> accounts; ///< by id
    TextMap<std::string> names;      ///< name → id
    TextMap<LiveSessionPtr> sessions;
    std::function<void(const std::vector<std::string>&)> ended;

    Passwords passwords; ///< last: its threads use what stands above and end first

    /// Once committed.
    void remember(const StoredAccount& stored);
    void remember(const StoredSession& stored, const Account& account);
    void tell_ended(const std::vector<std::string>& hashes) const;
    /// All of them but `kept`, the hash of one or nothing.
    void forget_sessions_of(const std::string& account, std::string_view kept = {});
    bool is_over(const LiveSession& session, Instant now) const;

    /// Removes the session's row; once that is on disk forgets the session, tells that it has
    /// ended, and answers. When the writer refuses, the session goes on, and can be ended again:
    /// what was ended in memory only would be back after a restart.
    void end(const SignedInPtr& who, std::string reason, Done<Answer> done);
    /// Ends a session whose time is over. It is over whether or not that can be written, so its
    /// user is told at once. Writing is tried again by the next sweep.
    void expire(const LiveSessionPtr& session);
    /// `account` is whose entry it is, or empty.
    void journal(std::string_view kind, std::string entity, const std::string& account,
                 std::map<std::string, std::string> note);
    /// Where the account's people are: its scope, else its unit's area. Decides which auditors see
    /// the entries about it.
    [[nodiscard]] std::vector<std::string> areas_of(Database& db, const Account& account) const;

    /// Stores a session inside a transaction; `remember` it when that has been committed.
    Result<StoredSession> store_session(Transaction& tx, const Account& account,
                                        const std::string& token, std::string origin,
                                        const std::string& address);

    /// Runs `find` in a transaction to learn for whom, opens a session, and gives it out after the
    /// commit.
    void open(std::function<Result<Account>(Transaction&)> find, std::string origin,
              std::string address, Done<Session> done);

    /// A password that was none of the name's: `id` is its account, or empty.
    void refused(const std::string& name, const std::string& id, const std::string& address);
    /// Gives what is stored when `password` is the account's own. `forbidden` with `field` when it
    /// is not, `locked_out` while the name or address must wait.
    void verify_own(const SignedInPtr& who, std::string password, std::string field,
                    std::string address, Done<std::string> done);

    /// As AccountService::still_active.
    Result<Account> still_active(Database& db, std::string_view id) const;
    /// Whether an administrator who waited for a password's hash still is one.
    Result<> still_manages(Transaction& tx, const SignedInPtr& by) const;
    /// The account, unless it has been disabled.
    Result<Account> enabled(Transaction& tx, const std::string& id) const;

    /// Stores account and journal entry; `remember` it when that has been committed. `before` is
    /// what it was, if anything: area and unit must exist where they are new. `kept` is the hash of
    /// the one session that goes on after the change, or nothing.
    Result<Answer> store_account(Transaction& tx, const Actor& by, StoredAccount& stored,
                                 bool password_changed, const Account* before = nullptr,
                                 std::string_view kept = {});

    /// Before a change of an account: what was opened for it as it was ends with it, and a link
    /// made for it opens nothing any more.
    Result<> end_access(Transaction& tx, const std::string& account) const;
    /// After it: makes it known and forgets its sessions.
    std::function<void()> after_change(StoredAccount stored);

    /// A new account by the rules, without its password's hash.
    Result<StoredAccount> prepare(const CreateAccount& command) const;
};

} // namespace chengyun::hub
