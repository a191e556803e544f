#include "hub/accounts/account_impl.h"

#include "core/account/entry_kinds.h"
#include "core/id/uuid.h"
#include "hub/accounts/account_entry.h"
#include "hub/accounts/account_rules.h"
#include "hub/accounts/token.h"
#include "hub/resources/reach.h"
#include "hub/resources/unit_store.h"
#include "hub/store/database.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace chengyun::hub {

void AccountService::Impl::remember(const StoredAccount& stored) {
    const std::unique_lock lock(mutex);
    names[stored.account.name] = stored.account.id;
    accounts[stored.account.id] = stored;
}

void AccountService::Impl::remember(const StoredSession& stored, const Account& account) {
    auto live = std::make_shared<LiveSession>();
    live->signed_in =
        std::make_shared<const SignedIn>(SignedIn{account, stored.hash, stored.expires});
    // One of before this was kept counts as used just now.
    live->stored = ms_of(stored.seen);
    live->seen = stored.seen == Instant{} ? ms_of(clock()) : ms_of(stored.seen);
    live->by_link = stored.origin == "link";
    const std::unique_lock lock(mutex);
    sessions[stored.hash] = std::move(live);
}

void AccountService::Impl::tell_ended(const std::vector<std::string>& hashes) const {
    if (ended && !hashes.empty())
        ended(hashes);
}

void AccountService::Impl::forget_sessions_of(const std::string& account, std::string_view kept) {
    std::vector<std::string> gone;
    {
        const std::unique_lock lock(mutex);
        std::erase_if(sessions, [&](const auto& item) {
            if (item.second->signed_in->account.id != account || item.first == kept)
                return false;
            gone.push_back(item.first);
            return true;
        });
    }
    tell_ended(gone);
}

bool AccountService::Impl::is_over(const LiveSession& session, Instant now) const {
    // A phone in a pocket says nothing for hours, a device may be off for days, and their links
    // worked once: only the session's end counts.
    return session.signed_in->expires <= now ||
           (!session.by_link && ms_of(now) - session.seen.load(std::memory_order_relaxed) >
                                    config.session_idle_minutes * 60'000);
}

void AccountService::Impl::end(const SignedInPtr& who, std::string reason, Done<Answer> done) {
    auto self = shared_from_this();
    writer.submit(
        [self, who, reason = std::move(reason)](Transaction& tx) -> Result<Answer> {
            auto removed = self->store.remove_session(tx.database(), who->session);
            if (!removed)
                return removed.error();
            if (!*removed) // somebody else has ended it, and said so
                return Answer{204, {}};
            auto entry = draft(actor_of(who->account), entry_kind::session_closed, "session",
                               session_name(who->session), {{"reason", reason}});
            entry.subject = who->account.id;
            entry.areas = self->areas_of(tx.database(), who->account);
            auto seq = tx.append(std::move(entry));
            if (!seq)
                return seq.error();
            return Answer{204, {}};
        },
        [self, who, done = std::move(done)](Result<Answer> answer) {
            if (answer) {
                {
                    const std::unique_lock lock(self->mutex);
                    self->sessions.erase(who->session);
                }
                self->tell_ended({who->session});
            }
            if (done)
                done(std::move(answer));
        });
}

void AccountService::Impl::expire(const LiveSessionPtr& session) {
    if (session->expiring.exchange(true))
        return;
    tell_ended({session->signed_in->session});
    end(session->signed_in, "expired", [session](const Result<Answer>& answer) {
        if (!answer)
            session->expiring = false;
    });
}

std::vector<std::string> AccountService::Impl::areas_of(Database& db,
                                                        const Account& account) const {
    if (!account.area.empty())
        return {account.area};
    if (account.role != Role::unit)
        return {};
    // Without the unit it is an entry for those who see everything.
    const auto unit = units.head(db, account.unit);
    return unit && !unit->area.empty() ? std::vector{unit->area} : std::vector<std::string>();
}

void AccountService::Impl::journal(std::string_view kind, std::string entity,
                                   const std::string& account,
                                   std::map<std::string, std::string> note) {
    writer.submit(
        [self = shared_from_this(), account,
         entry = draft(the_system, kind, std::move(entity), account, std::move(note))](
            Transaction& tx) mutable -> Result<Answer> {
            entry.subject = account;
            if (!account.empty()) {
                auto stored = self->store.account(tx.database(), account);
                if (!stored)
                    return stored.error();
                entry.areas = self->areas_of(tx.database(), stored->account);
            }
            auto seq = tx.append(entry);
            if (!seq)
                return seq.error();
            return Answer{204, {}};
        },
        [](const Result<Answer>&) {});
}

void AccountService::Impl::refused(const std::string& name, const std::string& id,
                                   const std::string& address) {
    // A name that is nobody's may be a password typed into the wrong box.
    journal(entry_kind::session_refused, "session", id,
            {{"name", id.empty() ? "(unknown)" : name}, {"address", address}});
    if (lockout.failed(name, address, clock()) && !id.empty())
        journal(entry_kind::account_locked, "account", id, {{"name", name}, {"address", address}});
}

void AccountService::Impl::verify_own(const SignedInPtr& who, std::string password,
                                      std::string field, std::string address,
                                      Done<std::string> done) {
    if (lockout.waiting(who->account.name, address, clock()))
        return done(must_wait());
    std::string stored;
    {
        const std::shared_lock lock(mutex);
        if (const auto it = accounts.find(who->account.id); it != accounts.end())
            stored = it->second.password;
    }
    passwords.verify(
        stored, std::move(password),
        [self = shared_from_this(), who, stored, field = std::move(field),
         address = std::move(address), done = std::move(done)](const Result<bool>& right) {
            const auto& account = who->account;
            if (!right)
                return done(right.error());
            // Others that were let in beside it may have failed meanwhile.
            if (self->lockout.waiting(account.name, address, self->clock()))
                return done(must_wait());
            if (!*right) {
                self->refused(account.name, account.id, address);
                return done(fail(FailureKind::forbidden, field, "the password is wrong"));
            }
            self->lockout.succeeded(account.name);
            done(stored);
        });
}

Result<StoredSession> AccountService::Impl::store_session(Transaction& tx, const Account& account,
                                                          const std::string& token,
                                                          std::string origin,
                                                          const std::string& address) {
    const auto life = !may_command(account.role)
                          ? std::chrono::hours(24 * config.device_session_days)
                          : std::chrono::hours(origin == "link" ? config.field_session_hours
                                                                : config.session_hours);
    StoredSession session{token_hash(token), account.id,        tx.now(),
                          tx.now() + life,   std::move(origin), tx.now()};
    if (auto put = store.put(tx.database(), session); !put)
        return put.error();
    std::map<std::string, std::string> note{{"origin", session.origin}, {"name", account.name}};
    if (!address.empty())
        note["address"] = address;
    auto entry = draft(actor_of(account), entry_kind::session_opened, "session",
                       session_name(session.hash), std::move(note));
    entry.subject = account.id;
    entry.areas = areas_of(tx.database(), account);
    auto seq = tx.append(std::move(entry));
    if (!seq)
        return seq.error();
    return session;
}

void AccountService::Impl::open(std::function<Result<Account>(Transaction&)> find,
                                std::string origin, std::string address, Done<Session> done) {
    struct Made {
        std::string token = new_token();
        StoredSession stored;
        Account account;
    };
    auto made = std::make_shared<Made>();
    auto self = shared_from_this();
    writer.submit(
        [self, made, find = std::move(find), origin = std::move(origin),
         address = std::move(address)](Transaction& tx) -> Result<Answer> {
            auto account = find(tx);
            if (!account)
                return account.error();
            auto session = self->store_session(tx, *account, made->token, origin, address);
            if (!session)
                return session.error();
            made->stored = std::move(*session);
            made->account = std::move(*account);
            return Answer{200, {}};
        },
        [self, made, done = std::move(done)](const Result<Answer>& answer) {
            if (!answer)
                return done(answer.error());
            self->remember(made->stored, made->account);
            done(Session{made->token, made->stored.expires, made->account});
        });
}

Result<Account> AccountService::Impl::still_active(Database& db, std::string_view id) const {
    auto stored = store.account(db, id);
    if (!stored)
        return stored.error();
    if (stored->account.disabled)
        return fail(FailureKind::forbidden, {}, "the account has been disabled");
    return stored->account;
}

Result<> AccountService::Impl::still_manages(Transaction& tx, const SignedInPtr& by) const {
    const auto account = still_active(tx.database(), by->account.id);
    if (!account)
        return account.error();
    if (!may(account->role, Permission::manage_accounts))
        return fail(FailureKind::forbidden, {}, "no administrator any more");
    return {};
}

Result<Account> AccountService::Impl::enabled(Transaction& tx, const std::string& id) const {
    auto stored = store.account(tx.database(), id);
    if (!stored)
        return stored.error();
    if (stored->account.disabled)
        return wrong_credentials();
    return stored->account;
}

Result<Answer> AccountService::Impl::store_account(Transaction& tx, const Actor& by,
                                                   StoredAccount& stored, bool password_changed,
                                                   const Account* before, std::string_view kept) {
    auto& db = tx.database();
    const auto& account = stored.account;
    // Accounts are made by administrators, who see every area and unit.
    static const Account everywhere;
    if (!account.area.empty() && (!before || before->area != account.area))
        if (auto known = reach.area(db, everywhere, account.area, "area"); !known)
            return known.error();
    if (account.role == Role::unit && (!before || before->unit != account.unit))
        if (auto unit = reach.unit(db, everywhere, account.unit, "unit"); !unit)
            return unit.error();
    stored.account.version = tx.next_seq();
    if (auto put = store.put(tx.database(), stored); !put) {
        if (put.error().kind == FailureKind::conflict)
            return fail(FailureKind::conflict, "name", "the name is taken");
        return put.error();
    }
    auto note = note_of(stored.account);
    if (password_changed)
        note["password"] = "changed";
    if (!kept.empty())
        note["session"] = session_name(kept);
    auto entry = draft(by, entry_kind::account_changed, "account", account.id, note);
    entry.subject = account.id;
    entry.areas = areas_of(db, account);
    if (before)
        for (auto& area : areas_of(db, *before))
            if (std::ranges::find(entry.areas, area) == entry.areas.end())
                entry.areas.push_back(std::move(area));
    auto seq = tx.append(std::move(entry));
    if (!seq)
        return seq.error();
    return done_answer(*seq, note);
}

Result<> AccountService::Impl::end_access(Transaction& tx, const std::string& account) const {
    if (auto gone = store.remove_sessions_of(tx.database(), account); !gone)
        return gone;
    return store.remove_links(tx.database(), account_link, account);
}

std::function<void()> AccountService::Impl::after_change(StoredAccount stored) {
    return [self = shared_from_this(), stored = std::move(stored)] {
        self->remember(stored);
        self->forget_sessions_of(stored.account.id);
    };
}

Result<StoredAccount> AccountService::Impl::prepare(const CreateAccount& command) const {
    StoredAccount stored;
    auto& account = stored.account;
    account.id = new_id(clock());
    account.name = command.name;
    account.display_name = command.display_name;
    account.role = command.role;
    account.area = command.area.value_or("");
    account.unit = command.unit.value_or("");
    if (auto good = check_name(account.name); !good)
        return good.error();
    if (auto good = check_display_name(account.display_name); !good)
        return good.error();
    if (auto good = check_scope(account); !good)
        return good.error();
    if (auto good = check_is_person(account); !good)
        return good.error();
    if (auto good = check_password(command.password, command.name, config.min_password); !good)
        return good.error();
    return stored;
}

} // namespace chengyun::hub
