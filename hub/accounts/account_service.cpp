// AccountService: who is signed in, and how one becomes so.
#include "hub/accounts/account_service.h"

#include "core/id/uuid.h"
#include "hub/accounts/account_entry.h"
#include "hub/accounts/account_impl.h"
#include "hub/accounts/account_rules.h"
#include "hub/accounts/token.h"
#include "hub/store/database.h"

#include <algorithm>
#include <mutex>

namespace chengyun::hub {
namespace {

/// Uses written in one command; the others come with the next sweep.
constexpr std::size_t seen_at_once = 500;

/// How old in ms the last use on disk may be: not so that a restart takes much of the idle time.
std::int64_t seen_step(const AccountsConfig& config) {
    return std::min<std::int64_t>(5, config.session_idle_minutes / 4) * 60'000;
}

} // namespace

AccountService::AccountService(Writer& writer, UnitStore& units, const Reach& reach,
                               const AccountsConfig& config, Clock clock)
    : impl_(std::make_shared<Impl>(writer, units, reach, config, std::move(clock))) {}

AccountService::~AccountService() {
    // A callback on a password thread may hold the last reference: end the threads from here.
    impl_->passwords.stop();
}

Result<> AccountService::load(Database& db) {
    auto accounts = impl_->store.accounts(db);
    if (!accounts)
        return accounts.error();
    for (const auto& account : *accounts)
        impl_->remember(account);
    auto sessions = impl_->store.sessions(db);
    if (!sessions)
        return sessions.error();
    for (const auto& session : *sessions) {
        const auto owner = impl_->accounts.find(session.account);
        if (owner != impl_->accounts.end() && !owner->second.account.disabled &&
            session.expires > impl_->clock())
            impl_->remember(session, owner->second.account);
    }
    return {};
}

bool AccountService::has_accounts() const {
    const std::shared_lock lock(impl_->mutex);
    return !impl_->accounts.empty();
}

std::size_t AccountService::open_sessions() const {
    const std::shared_lock lock(impl_->mutex);
    return impl_->sessions.size();
}

Result<SignedInPtr> AccountService::check(std::string_view token) {
    if (token.size() < 20 || token.size() > 128)
        return fail(FailureKind::unauthenticated, {}, "no session");
    const auto hash = token_hash(token);
    const auto now = impl_->clock();
    LiveSessionPtr session;
    {
        const std::shared_lock lock(impl_->mutex);
        const auto it = impl_->sessions.find(hash);
        if (it == impl_->sessions.end())
            return fail(FailureKind::unauthenticated, {}, "no such session, or it has ended");
        session = it->second;
    }
    if (impl_->is_over(*session, now)) {
        impl_->expire(session);
        return fail(FailureKind::unauthenticated, {}, "the session has expired");
    }
    session->seen.store(ms_of(now), std::memory_order_relaxed);
    return session->signed_in;
}

Result<Account> AccountService::still_active(Database& db, std::string_view id) const {
    return impl_->still_active(db, id);
}

bool AccountService::touch(std::string_view session) {
    const auto now = impl_->clock();
    const std::shared_lock lock(impl_->mutex);
    const auto it = impl_->sessions.find(session);
    if (it == impl_->sessions.end() || impl_->is_over(*it->second, now))
        return false;
    it->second->seen.store(ms_of(now), std::memory_order_relaxed);
    return true;
}

std::optional<std::chrono::seconds> AccountService::wait_of(std::string_view name,
                                                            std::string_view address) const {
    return impl_->lockout.waiting(name, address, impl_->clock());
}

std::optional<std::chrono::seconds> AccountService::wait_of(std::string_view address) const {
    return impl_->lockout.waiting(address, impl_->clock());
}

void AccountService::missed(std::string_view address) {
    impl_->lockout.failed(address, impl_->clock());
}

void AccountService::sign_in(SignIn credentials, std::string address, Done<Session> done) {
    if (impl_->lockout.waiting(credentials.name, address, impl_->clock()))
        return done(must_wait());
    std::string stored, id;
    {
        const std::shared_lock lock(impl_->mutex);
        if (const auto name = impl_->names.find(credentials.name); name != impl_->names.end()) {
            const auto& account = impl_->accounts.at(name->second);
            if (!account.account.disabled) {
                id = name->second;
                stored = account.password;
            }
        }
    }
    impl_->passwords.verify(
        stored, std::move(credentials.password),
        [self = impl_, id, stored, name = std::move(credentials.name), address = std::move(address),
         done = std::move(done)](const Result<bool>& right) {
            if (!right)
                return done(right.error());
            // Others that were let in beside it may have failed meanwhile.
            if (self->lockout.waiting(name, address, self->clock()))
                return done(must_wait());
            if (!*right) {
                self->refused(name, id, address);
                return done(wrong_credentials());
            }
            self->lockout.succeeded(name);
            self->open(
                [self, id, stored](Transaction& tx) -> Result<Account> {
                    auto account = self->store.account(tx.database(), id);
                    if (!account)
                        return account.error();
                    // What was checked is the password of then; it may have been changed since.
                    if (account->account.disabled || account->password != stored)
                        return wrong_credentials();
                    return account->account;
                },
                "password", address, done);
        });
}

void AccountService::sign_out(SignedInPtr who, Done<Answer> done) {
    impl_->end(who, "signed_out", done);
}

void AccountService::set_up(SetUp command, std::string address, Done<Session> done) {
    if (impl_->lockout.waiting(address, impl_->clock()))
        return done(fail(FailureKind::locked_out, {}, "too many tries; wait"));
    CreateAccount create{command.name, command.display_name, Role::admin, {}, {}, command.password};
    auto prepared = impl_->prepare(create);
    if (!prepared)
        return done(prepared.error());
    impl_->passwords.hash(
        std::move(command.password),
        [self = impl_, stored = std::move(*prepared), token = std::move(command.token),
         address = std::move(address), done = std::move(done)](Result<std::string> hash) mutable {
            if (!hash)
                return done(hash.error());
            stored.password = std::move(*hash);
            auto made = std::make_shared<StoredAccount>(std::move(stored));
            self->open(
                [self, made, token](Transaction& tx) -> Result<Account> {
                    auto link = self->store.take_link(tx.database(), token_hash(token));
                    if (!link || link->purpose != "setup")
                        return fail(FailureKind::not_found, "token",
                                    "no such link, or it has been used");
                    if (link->expires <= tx.now())
                        return fail(FailureKind::expired, "token", "the link's time is over");
                    auto answer = self->store_account(tx, the_system, *made, true);
                    if (!answer)
                        return answer.error();
                    return made->account;
                },
                "setup", address,
                [self, made, address, done](Result<Session> session) {
                    if (session)
                        self->remember(*made);
                    else if (session.error().kind == FailureKind::not_found)
                        self->lockout.failed(address, self->clock());
                    done(std::move(session));
                });
        });
}

void AccountService::open_link(OpenLink command, std::string address, Done<Session> done) {
    if (impl_->lockout.waiting(address, impl_->clock()))
        return done(fail(FailureKind::locked_out, {}, "too many tries; wait"));
    impl_->open(
        [self = impl_, token = std::move(command.token)](Transaction& tx) -> Result<Account> {
            auto link = self->store.take_link(tx.database(), token_hash(token));
            if (!link || link->purpose != account_link)
                return fail(FailureKind::not_found, "token", "no such link, or it has been used");
            if (link->expires <= tx.now())
                return fail(FailureKind::expired, "token", "the link's time is over");
            return self->enabled(tx, link->account);
        },
        "link", address,
        [self = impl_, address, done](Result<Session> session) {
            // By address only: a guesser must not keep everybody else's links from working.
            if (!session && session.error().kind == FailureKind::not_found)
                self->lockout.failed(address, self->clock());
            done(std::move(session));
        });
}

void AccountService::on_ended(std::function<void(const std::vector<std::string>&)> ended) {
    impl_->ended = std::move(ended);
}

void AccountService::sweep() {
    const auto now = impl_->clock();
    struct Used {
        LiveSessionPtr session;
        std::int64_t seen = 0;
    };
    std::vector<LiveSessionPtr> over;
    auto used = std::make_shared<std::vector<Used>>();
    const auto step = seen_step(impl_->config);
    {
        const std::shared_lock lock(impl_->mutex);
        for (const auto& [hash, session] : impl_->sessions) {
            const auto seen = session->seen.load(std::memory_order_relaxed);
            if (impl_->is_over(*session, now))
                over.push_back(session);
            else if (!session->by_link && seen - session->stored >= step &&
                     used->size() < seen_at_once)
                used->push_back({session, seen});
        }
    }
    for (const auto& session : over)
        impl_->expire(session);
    impl_->writer.submit(
        [self = impl_, used](Transaction& tx) -> Result<Answer> {
            for (const auto& [session, seen] : *used)
                if (auto marked = self->store.mark_seen(tx.database(), session->signed_in->session,
                                                        instant_of(seen));
                    !marked)
                    return marked.error();
            if (auto gone = self->store.remove_expired(tx.database(), tx.now()); !gone)
                return gone.error();
            return Answer{204, {}};
        },
        [used](const Result<Answer>& answer) {
            if (answer)
                for (const auto& [session, seen] : *used)
                    session->stored = seen;
        });
}

} // namespace chengyun::hub
