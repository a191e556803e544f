// AccountService: making and changing accounts, and the links that open one.
#include "core/account/account_codec.h"
#include "core/account/entry_kinds.h"
#include "core/id/uuid.h"
#include "core/wire/wire_codec.h"
#include "hub/accounts/account_entry.h"
#include "hub/accounts/account_impl.h"
#include "hub/accounts/account_rules.h"
#include "hub/accounts/token.h"
#include "hub/resources/reach.h"
#include "hub/store/database.h"

#include <algorithm>
#include <mutex>

namespace chengyun::hub {

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
                                      if (auto may = self->still_manages(tx, by); !may)
                                          return may.error();
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
                if (auto may = self->still_manages(tx, by); !may)
                    return may.error();
                auto stored = self->store.account(tx.database(), id);
                if (!stored)
                    return stored.error();
                auto& account = stored->account;
                const auto before = account;
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
                // What a device is follows from what it stands behind. Here it is named and ended.
                const bool stays_device =
                    account.role == before.role && account.area == before.area && hash.empty();
                if (may_command(before.role) ? !may_command(account.role) : !stays_device)
                    return fail(FailureKind::invalid_field, "role",
                                "the account of a device is made and changed with the device");
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
                if (auto gone = self->end_access(tx, id); !gone)
                    return gone.error();
                auto answer =
                    self->store_account(tx, actor_of(by->account), *stored, !hash.empty(), &before);
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
    if (auto good =
            check_password(command.new_password, who->account.name, impl_->config.min_password);
        !good)
        return done(fail(good.error().kind, "new_password", good.error().detail));
    const auto store = [self = impl_, who, done](const std::string& stored, std::string hash) {
        auto made = std::make_shared<StoredAccount>();
        self->writer.submit(
            [self, who, made, stored, hash = std::move(hash)](Transaction& tx) -> Result<Answer> {
                auto account = self->store.account(tx.database(), who->account.id);
                if (!account)
                    return account.error();
                if (auto active = self->still_active(tx.database(), who->account.id); !active)
                    return active.error();
                if (account->password != stored)
                    return fail(FailureKind::forbidden, "old_password", "the password is wrong");
                account->password = hash;
                if (auto gone = self->store.remove_sessions_of(tx.database(), who->account.id,
                                                               who->session);
                    !gone)
                    return gone.error();
                const auto before = account->account;
                auto answer = self->store_account(tx, actor_of(who->account), *account, true,
                                                  &before, who->session);
                *made = std::move(*account);
                return answer;
            },
            [self, who, made, done](Result<Answer> answer) {
                if (answer) {
                    self->remember(*made);
                    self->forget_sessions_of(who->account.id, who->session);
                }
                done(std::move(answer));
            });
    };
    impl_->verify_own(who, std::move(command.old_password), "old_password", std::move(address),
                      [self = impl_, store, fresh = std::move(command.new_password),
                       done](const Result<std::string>& stored) {
                          if (!stored)
                              return done(stored.error());
                          self->passwords.hash(
                              fresh, [store, stored = *stored, done](Result<std::string> hash) {
                                  if (!hash)
                                      return done(hash.error());
                                  store(stored, std::move(*hash));
                              });
                      });
}

void AccountService::prove_password(SignedInPtr who, CheckPassword command, std::string address,
                                    Done<Answer> done) {
    impl_->verify_own(who, std::move(command.password), "password", std::move(address),
                      [who, done = std::move(done)](const Result<std::string>& stored) {
                          if (stored)
                              done(Answer{200, json::write(who->account)});
                          else
                              done(stored.error());
                      });
}

PasswordRule AccountService::password_rule() const {
    return {impl_->config.min_password};
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
            auto found = self->reach.unit(tx.database(), by->account, unit, "unit");
            if (!found)
                return found.error();
            const auto name = "unit." + unit;
            std::string account;
            if (auto known = self->store.account_named(tx.database(), name)) {
                // An administrator may have made something else of it.
                if (known->account.role != Role::unit || known->account.unit != unit ||
                    known->account.disabled)
                    return fail(FailureKind::wrong_state, "unit",
                                "the account " + name + " is disabled or not this unit's any more");
                account = known->account.id;
            } else if (known.error().kind != FailureKind::not_found) {
                return known.error();
            } else {
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
            if (auto gone = self->store.remove_links(tx.database(), account_link, account); !gone)
                return gone.error();
            made->link.expires = tx.now() + std::chrono::minutes(self->config.link_minutes);
            if (auto put = self->store.put(tx.database(),
                                           {token_hash(made->link.token), std::string(account_link),
                                            account, made->link.expires});
                !put)
                return put.error();
            auto entry = draft(actor_of(by->account), entry_kind::unit_linked, "unit", unit,
                               {{"unit", unit}, {"account", account}});
            entry.subject = unit;
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

} // namespace chengyun::hub
