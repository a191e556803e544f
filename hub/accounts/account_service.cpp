#include "hub/accounts/account_service.h"

#include "core/id/uuid.h"
#include "core/wire/codecs.h"
#include "hub/accounts/token.h"
#include "hub/journal/change_text.h"
#include "hub/resources/unit_store.h"
#include "hub/store/database.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace chengyun::hub {
namespace {

struct LiveSession {
    SignedInPtr signed_in;
    std::atomic<std::int64_t> seen{0}; ///< ms, last use
    bool by_link = false;              ///< a unit's phone
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

const Actor the_system{"system", "system"};

Entry draft(const Actor& actor, std::string kind, std::string entity, std::string id,
            std::map<std::string, std::string> note) {
    Entry entry;
    entry.actor = actor.id;
    entry.actor_name = actor.name;
    entry.kind = std::move(kind);
    entry.entity = std::move(entity);
    entry.id = std::move(id);
    entry.body.note = std::move(note);
    return entry;
}

std::map<std::string, std::string> note_of(const Account& account) {
    std::map<std::string, std::string> note{{"id", account.id},
                                            {"name", account.name},
                                            {"display_name", account.display_name},
                                            {"role", std::string(json::name_of(account.role))},
                                            {"disabled", account.disabled ? "true" : "false"}};
    if (!account.area.empty())
        note["area"] = account.area;
    if (!account.unit.empty())
        note["unit"] = account.unit;
    return note;
}

Answer done_answer(std::int64_t seq, const std::map<std::string, std::string>& note,
                   int status = 200) {
    ChangeText change;
    for (const auto& [key, value] : note)
        change.note(key, value);
    return {status, done_text(seq, change.text())};
}

Result<> check_name(std::string_view name) {
    const auto good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    };
    if (name.size() < 2 || name.size() > 64 || !std::all_of(name.begin(), name.end(), good))
        return fail(FailureKind::invalid_field, "name",
                    "2 to 64 of: lower-case letters, digits, dot, dash, underscore");
    return {};
}

Result<> check_display_name(std::string_view name) {
    if (name.empty() || name.size() > 200)
        return fail(FailureKind::invalid_field, "display_name", "1 to 200 bytes");
    return {};
}

/// Role, scope and unit belong together.
Result<> check_scope(Account& account) {
    if (!account.area.empty()) {
        auto code = full_area_code(account.area);
        if (!code)
            return fail(FailureKind::invalid_field, "area", "not an area code");
        account.area = *code;
    }
    if (account.role == Role::unit && account.unit.empty())
        return fail(FailureKind::missing_field, "unit", "an account of a unit names its unit");
    if (account.role != Role::unit && !account.unit.empty())
        return fail(FailureKind::invalid_field, "unit", "only for the role unit");
    if (account.role == Role::admin && !account.area.empty())
        return fail(FailureKind::invalid_field, "area", "an administrator has no area");
    return {};
}

Failure wrong_credentials() {
    return fail(FailureKind::unauthenticated, {}, "name or password is wrong");
}

Failure must_wait() {
    return fail(FailureKind::locked_out, {}, "too many failed sign-ins; wait");
}

} // namespace

struct AccountService::Impl : std::enable_shared_from_this<Impl> {
    Impl(Writer& w, UnitStore& u, const AccountsConfig& c, Clock now)
        : writer(w), units(u), config(c), clock(std::move(now)), lockout(c), passwords(c) {}

    Writer& writer;
    UnitStore& units;
    AccountsConfig config;
    Clock clock;
    AccountStore store;
    Lockout lockout;

    mutable std::shared_mutex mutex;
    TextMap<StoredAccount> accounts; ///< by id
    TextMap<std::string> names;      ///< name → id
    TextMap<std::shared_ptr<LiveSession>> sessions;
    std::function<void(const std::vector<std::string>&)> ended;

    Passwords passwords; ///< last: its threads use what stands above and end first

    void remember(const StoredAccount& stored) {
        const std::unique_lock lock(mutex);
        names[stored.account.name] = stored.account.id;
        accounts[stored.account.id] = stored;
    }

    void remember(const StoredSession& stored, const Account& account) {
        auto live = std::make_shared<LiveSession>();
        live->signed_in =
            std::make_shared<const SignedIn>(SignedIn{account, stored.hash, stored.expires});
        live->seen = ms_of(clock());
        live->by_link = stored.origin == "link";
        const std::unique_lock lock(mutex);
        sessions[stored.hash] = std::move(live);
    }

    void tell_ended(const std::vector<std::string>& hashes) const {
        if (ended && !hashes.empty())
            ended(hashes);
    }

    void forget_sessions_of(const std::string& account) {
        std::vector<std::string> gone;
        {
            const std::unique_lock lock(mutex);
            std::erase_if(sessions, [&](const auto& item) {
                if (item.second->signed_in->account.id != account)
                    return false;
                gone.push_back(item.first);
                return true;
            });
        }
        tell_ended(gone);
    }

    bool is_over(const LiveSession& session, Instant now) const {
        // A phone in a pocket says nothing for hours, and its link worked once: only its end
        // counts.
        return session.signed_in->expires <= now ||
               (!session.by_link && ms_of(now) - session.seen.load(std::memory_order_relaxed) >
                                        config.session_idle_minutes * 60'000);
    }

    /// Forgets the session and, later, its row.
    void end(const SignedInPtr& who, std::string reason, const Done<Answer>& done) {
        {
            const std::unique_lock lock(mutex);
            sessions.erase(who->session);
        }
        tell_ended({who->session});
        auto self = shared_from_this();
        writer.submit(
            [self, who, reason = std::move(reason)](Transaction& tx) -> Result<Answer> {
                if (auto removed = self->store.remove_session(tx.database(), who->session);
                    !removed)
                    return removed.error();
                auto seq = tx.append(draft(actor_of(who->account), "session.closed", "session",
                                           who->session.substr(0, 16), {{"reason", reason}}));
                if (!seq)
                    return seq.error();
                return Answer{204, {}};
            },
            [done](Result<Answer> answer) {
                if (done)
                    done(std::move(answer));
            });
    }

    void journal(Actor actor, std::string kind, std::string entity, std::string id,
                 std::map<std::string, std::string> note) {
        writer.submit(
            [entry = draft(actor, std::move(kind), std::move(entity), std::move(id),
                           std::move(note))](Transaction& tx) -> Result<Answer> {
                auto seq = tx.append(entry);
                if (!seq)
                    return seq.error();
                return Answer{204, {}};
            },
            [](const Result<Answer>&) {});
    }

    /// Stores a session inside a transaction; `remember` it when that has been committed.
    Result<StoredSession> store_session(Transaction& tx, const Account& account,
                                        const std::string& token, std::string origin,
                                        const std::string& address) {
        const auto hours = origin == "link" ? config.field_session_hours : config.session_hours;
        StoredSession session{token_hash(token), account.id, tx.now(),
                              tx.now() + std::chrono::hours(hours), std::move(origin)};
        if (auto put = store.put(tx.database(), session); !put)
            return put.error();
        std::map<std::string, std::string> note{{"origin", session.origin}, {"name", account.name}};
        if (!address.empty())
            note["address"] = address;
        auto seq = tx.append(draft(actor_of(account), "session.opened", "session",
                                   session.hash.substr(0, 16), std::move(note)));
        if (!seq)
            return seq.error();
        return session;
    }

    /// Runs `find` in a transaction to learn for whom, opens a session, and gives it out after the
    /// commit.
    void open(std::function<Result<Account>(Transaction&)> find, std::string origin,
              std::string address, Done<Session> done) {
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

    Result<Account> enabled(Transaction& tx, const std::string& id) const {
        auto stored = store.account(tx.database(), id);
        if (!stored)
            return stored.error();
        if (stored->account.disabled)
            return wrong_credentials();
        return stored->account;
    }

    /// Stores account and journal entry; `remember` it when that has been committed.
    Result<Answer> store_account(Transaction& tx, const Actor& by, StoredAccount& stored,
                                 bool password_changed) {
        stored.account.version = tx.next_seq();
        if (stored.account.role == Role::unit)
            if (auto unit = units.head(tx.database(), stored.account.unit); !unit)
                return fail(FailureKind::invalid_field, "unit", "no such unit");
        if (auto put = store.put(tx.database(), stored); !put) {
            if (put.error().kind == FailureKind::conflict)
                return fail(FailureKind::conflict, "name", "the name is taken");
            return put.error();
        }
        auto note = note_of(stored.account);
        if (password_changed)
            note["password"] = "changed";
        auto seq = tx.append(draft(by, "account.changed", "account", stored.account.id, note));
        if (!seq)
            return seq.error();
        return done_answer(*seq, note);
    }

    Result<StoredAccount> prepare(const CreateAccount& command) const {
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
        if (auto good = check_password(command.password, command.name, config.min_password); !good)
            return good.error();
        return stored;
    }
};

AccountService::AccountService(Writer& writer, UnitStore& units, const AccountsConfig& config,
                               Clock clock)
    : impl_(std::make_shared<Impl>(writer, units, config, std::move(clock))) {}

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
    std::shared_ptr<LiveSession> session;
    {
        const std::shared_lock lock(impl_->mutex);
        const auto it = impl_->sessions.find(hash);
        if (it == impl_->sessions.end())
            return fail(FailureKind::unauthenticated, {}, "no such session, or it has ended");
        session = it->second;
    }
    if (impl_->is_over(*session, now)) {
        impl_->end(session->signed_in, "expired", {});
        return fail(FailureKind::unauthenticated, {}, "the session has expired");
    }
    session->seen.store(ms_of(now), std::memory_order_relaxed);
    return session->signed_in;
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
                // A name that is nobody's may be a password typed into the wrong box.
                self->journal(the_system, "session.refused", "session", id,
                              {{"name", id.empty() ? "(unknown)" : name}, {"address", address}});
                if (self->lockout.failed(name, address, self->clock()) && !id.empty())
                    self->journal(the_system, "account.locked", "account", id,
                                  {{"name", name}, {"address", address}});
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
    if (impl_->lockout.waiting("setup", address, impl_->clock()))
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
                        self->lockout.failed("setup", address, self->clock());
                    done(std::move(session));
                });
        });
}

void AccountService::open_link(OpenLink command, std::string address, Done<Session> done) {
    if (impl_->lockout.waiting("link", address, impl_->clock()))
        return done(fail(FailureKind::locked_out, {}, "too many tries; wait"));
    impl_->open(
        [self = impl_, token = std::move(command.token)](Transaction& tx) -> Result<Account> {
            auto link = self->store.take_link(tx.database(), token_hash(token));
            if (!link || link->purpose != "unit")
                return fail(FailureKind::not_found, "token", "no such link, or it has been used");
            if (link->expires <= tx.now())
                return fail(FailureKind::expired, "token", "the link's time is over");
            return self->enabled(tx, link->account);
        },
        "link", address,
        [self = impl_, address, done](Result<Session> session) {
            // By address only: a guesser must not keep everybody else's links from working.
            if (!session && session.error().kind == FailureKind::not_found)
                self->lockout.failed("link from " + address, address, self->clock());
            done(std::move(session));
        });
}

void AccountService::create(SignedInPtr by, CommandKey key, CreateAccount command,
                            Done<Answer> done) {
    auto prepared = impl_->prepare(command);
    if (!prepared)
        return done(prepared.error());
    impl_->passwords.hash(std::move(command.password),
                          [self = impl_, by, key = std::move(key), stored = std::move(*prepared),
                           done = std::move(done)](Result<std::string> hash) mutable {
                              if (!hash)
                                  return done(hash.error());
                              stored.password = std::move(*hash);
                              auto made = std::make_shared<StoredAccount>(std::move(stored));
                              auto ran = std::make_shared<bool>(false);
                              self->writer.submit(
                                  std::move(key),
                                  [self, by, made, ran](Transaction& tx) -> Result<Answer> {
                                      auto answer = self->store_account(tx, actor_of(by->account),
                                                                        *made, true);
                                      *ran = bool(answer);
                                      return answer;
                                  },
                                  [self, made, ran, done](Result<Answer> answer) {
                                      if (answer && *ran)
                                          self->remember(*made);
                                      done(std::move(answer));
                                  });
                          });
}

void AccountService::patch(SignedInPtr by, CommandKey key, std::string id, PatchAccount command,
                           Done<Answer> done) {
    const auto proceed = [self = impl_, by, key = std::move(key), id, command,
                          done](std::string hash) {
        auto made = std::make_shared<StoredAccount>();
        auto ran = std::make_shared<bool>(false);
        self->writer.submit(
            key,
            [self, by, id, command, hash, made, ran](Transaction& tx) -> Result<Answer> {
                auto stored = self->store.account(tx.database(), id);
                if (!stored)
                    return stored.error();
                auto& account = stored->account;
                const bool was_admin = account.role == Role::admin && !account.disabled;
                if (command.display_name) {
                    if (auto good = check_display_name(*command.display_name); !good)
                        return good.error();
                    account.display_name = *command.display_name;
                }
                account.role = command.role.value_or(account.role);
                account.area = command.area.value_or(account.area);
                account.unit = command.unit.value_or(account.unit);
                account.disabled = command.disabled.value_or(account.disabled);
                if (auto good = check_scope(account); !good)
                    return good.error();
                if (!hash.empty())
                    stored->password = hash;
                if (was_admin && (account.role != Role::admin || account.disabled)) {
                    auto all = self->store.accounts(tx.database());
                    if (!all)
                        return all.error();
                    const bool another = std::any_of(all->begin(), all->end(), [&](auto& other) {
                        return other.account.id != id && other.account.role == Role::admin &&
                               !other.account.disabled;
                    });
                    if (!another)
                        return fail(FailureKind::wrong_state, "role",
                                    "the last administrator must stay one");
                }
                if (auto gone = self->store.remove_sessions_of(tx.database(), id); !gone)
                    return gone.error();
                auto answer =
                    self->store_account(tx, actor_of(by->account), *stored, !hash.empty());
                *ran = bool(answer);
                *made = std::move(*stored);
                return answer;
            },
            [self, made, ran, id, done](Result<Answer> answer) {
                if (answer && *ran) {
                    self->remember(*made);
                    self->forget_sessions_of(id);
                }
                done(std::move(answer));
            });
    };
    if (!command.password)
        return proceed({});
    std::string name;
    {
        const std::shared_lock lock(impl_->mutex);
        if (const auto it = impl_->accounts.find(id); it != impl_->accounts.end())
            name = it->second.account.name;
    }
    if (auto good = check_password(*command.password, name, impl_->config.min_password); !good)
        return done(good.error());
    impl_->passwords.hash(*command.password, [proceed, done](Result<std::string> hash) {
        if (!hash)
            return done(hash.error());
        proceed(*hash);
    });
}

void AccountService::change_password(SignedInPtr who, ChangePassword command, std::string address,
                                     Done<Answer> done) {
    const auto& name = who->account.name;
    if (impl_->lockout.waiting(name, address, impl_->clock()))
        return done(must_wait());
    if (auto good = check_password(command.new_password, name, impl_->config.min_password); !good)
        return done(fail(good.error().kind, "new_password", good.error().detail));
    std::string stored;
    {
        const std::shared_lock lock(impl_->mutex);
        if (const auto it = impl_->accounts.find(who->account.id); it != impl_->accounts.end())
            stored = it->second.password;
    }
    impl_->passwords.verify(
        stored, command.old_password,
        [self = impl_, who, address, stored, fresh = command.new_password,
         done](Result<bool> right) {
            if (!right)
                return done(right.error());
            if (self->lockout.waiting(who->account.name, address, self->clock()))
                return done(must_wait());
            if (!*right) {
                self->lockout.failed(who->account.name, address, self->clock());
                return done(fail(FailureKind::forbidden, "old_password", "the password is wrong"));
            }
            self->passwords.hash(fresh, [self, who, stored, done](Result<std::string> hash) {
                if (!hash)
                    return done(hash.error());
                auto made = std::make_shared<StoredAccount>();
                self->writer.submit(
                    [self, who, made, stored, hash = *hash](Transaction& tx) -> Result<Answer> {
                        auto account = self->store.account(tx.database(), who->account.id);
                        if (!account)
                            return account.error();
                        if (account->password != stored)
                            return fail(FailureKind::forbidden, "old_password",
                                        "the password is wrong");
                        account->password = hash;
                        if (auto gone =
                                self->store.remove_sessions_of(tx.database(), who->account.id);
                            !gone)
                            return gone.error();
                        auto answer =
                            self->store_account(tx, actor_of(who->account), *account, true);
                        *made = std::move(*account);
                        return answer;
                    },
                    [self, who, made, done](Result<Answer> answer) {
                        if (answer) {
                            self->remember(*made);
                            self->forget_sessions_of(who->account.id);
                        }
                        done(std::move(answer));
                    });
            });
        });
}

void AccountService::make_unit_link(SignedInPtr by, std::string unit, Done<OneTimeLink> done) {
    struct Made {
        OneTimeLink link;
        std::optional<StoredAccount> account;
    };
    auto made = std::make_shared<Made>();
    made->link.token = new_token();
    impl_->writer.submit(
        [self = impl_, by, unit, made](Transaction& tx) -> Result<Answer> {
            auto found = self->units.get(tx.database(), unit);
            if (!found || !area_contains(by->account.area, found->area))
                return fail(FailureKind::not_found, "unit", "no such unit");
            const auto name = "unit." + unit;
            std::string account;
            {
                const std::shared_lock lock(self->mutex);
                if (const auto it = self->names.find(name); it != self->names.end())
                    account = it->second;
            }
            if (account.empty()) {
                StoredAccount fresh;
                fresh.account.id = new_id(tx.now());
                fresh.account.name = name;
                fresh.account.display_name = found->name;
                fresh.account.role = Role::unit;
                fresh.account.area = "";
                fresh.account.unit = unit;
                if (auto put = self->store_account(tx, actor_of(by->account), fresh, false); !put)
                    return put.error();
                account = fresh.account.id;
                made->account = std::move(fresh);
            }
            if (auto gone = self->store.remove_links(tx.database(), "unit", account); !gone)
                return gone.error();
            made->link.expires = tx.now() + std::chrono::minutes(self->config.link_minutes);
            if (auto put = self->store.put(tx.database(), {token_hash(made->link.token), "unit",
                                                           account, made->link.expires});
                !put)
                return put.error();
            auto entry = draft(actor_of(by->account), "unit.linked", "unit", unit,
                               {{"unit", unit}, {"account", account}});
            if (!found->area.empty())
                entry.areas.push_back(found->area);
            entry.units.push_back(unit);
            auto seq = tx.append(std::move(entry));
            if (!seq)
                return seq.error();
            return Answer{200, {}};
        },
        [self = impl_, made, done = std::move(done)](const Result<Answer>& answer) {
            if (!answer)
                return done(answer.error());
            if (made->account)
                self->remember(*made->account);
            done(made->link);
        });
}

std::optional<std::string> AccountService::find(std::string_view name) const {
    const std::shared_lock lock(impl_->mutex);
    const auto it = impl_->names.find(name);
    return it == impl_->names.end() ? std::nullopt : std::optional(it->second);
}

std::string AccountService::list() const {
    std::vector<Account> all;
    {
        const std::shared_lock lock(impl_->mutex);
        for (const auto& [id, stored] : impl_->accounts)
            all.push_back(stored.account);
    }
    std::sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.name < b.name; });
    return "{\"items\":" + json::write(all) + "}";
}

Result<OneTimeLink> AccountService::make_setup_link() {
    OneTimeLink link{new_token(), {}};
    auto ran = impl_->writer.run([&](Transaction& tx) -> Result<Answer> {
        if (auto gone = impl_->store.remove_links(tx.database(), "setup", ""); !gone)
            return gone.error();
        link.expires = tx.now() + std::chrono::hours(24);
        if (auto put = impl_->store.put(tx.database(),
                                        {token_hash(link.token), "setup", "", link.expires});
            !put)
            return put.error();
        return Answer{200, {}};
    });
    if (!ran)
        return ran.error();
    return link;
}

Result<Account> AccountService::create_now(const CreateAccount& command) {
    auto prepared = impl_->prepare(command);
    if (!prepared)
        return prepared.error();
    auto hash = impl_->passwords.hash_now(command.password);
    if (!hash)
        return hash.error();
    prepared->password = std::move(*hash);
    auto ran = impl_->writer.run(
        [&](Transaction& tx) { return impl_->store_account(tx, the_system, *prepared, true); });
    if (!ran)
        return ran.error();
    impl_->remember(*prepared);
    return prepared->account;
}

Result<Session> AccountService::open_session_now(const std::string& id, std::string origin) {
    const auto token = new_token();
    StoredSession session;
    Account account;
    auto ran = impl_->writer.run([&](Transaction& tx) -> Result<Answer> {
        auto found = impl_->enabled(tx, id);
        if (!found)
            return found.error();
        account = *found;
        auto stored = impl_->store_session(tx, account, token, std::move(origin), {});
        if (!stored)
            return stored.error();
        session = std::move(*stored);
        return Answer{200, {}};
    });
    if (!ran)
        return ran.error();
    impl_->remember(session, account);
    return Session{token, session.expires, account};
}

void AccountService::on_ended(std::function<void(const std::vector<std::string>&)> ended) {
    impl_->ended = std::move(ended);
}

void AccountService::sweep() {
    const auto now = impl_->clock();
    std::vector<SignedInPtr> over;
    {
        const std::shared_lock lock(impl_->mutex);
        for (const auto& [hash, session] : impl_->sessions)
            if (impl_->is_over(*session, now))
                over.push_back(session->signed_in);
    }
    for (const auto& who : over)
        impl_->end(who, "expired", {});
    impl_->writer.submit(
        [self = impl_](Transaction& tx) -> Result<Answer> {
            if (auto gone = self->store.remove_expired(tx.database(), tx.now()); !gone)
                return gone.error();
            return Answer{204, {}};
        },
        [](const Result<Answer>&) {});
}

} // namespace chengyun::hub
