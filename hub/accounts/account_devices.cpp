// AccountService: accounts of machines.
#include "core/id/uuid.h"
#include "hub/accounts/account_impl.h"
#include "hub/accounts/token.h"

namespace chengyun::hub {

Result<DeviceAccounts::Coded> AccountService::make_code(Transaction& tx, const Actor& by,
                                                        const Device& device) {
    auto& db = tx.database();
    StoredAccount stored;
    std::optional<Account> before;
    if (auto known = impl_->store.account_named(db, device.name)) {
        if (known->account.role != device.role)
            return fail(FailureKind::wrong_state, "role",
                        "the account " + device.name + " is not this device's any more");
        before = known->account;
        stored = std::move(*known);
    } else if (known.error().kind != FailureKind::not_found) {
        return known.error();
    } else {
        stored.account.id = new_id(tx.now());
        stored.account.name = device.name;
        stored.account.role = device.role;
    }
    stored.account.display_name = device.display_name;
    stored.account.area = device.area;
    stored.account.disabled = false;
    if (auto gone = impl_->end_access(tx, stored.account.id); !gone)
        return gone.error();
    if (auto put = impl_->store_account(tx, by, stored, false, before ? &*before : nullptr); !put)
        return put.error();
    OneTimeLink link{new_token(), tx.now() + std::chrono::minutes(impl_->config.link_minutes)};
    if (auto put = impl_->store.put(db, {token_hash(link.token), std::string(account_link),
                                         stored.account.id, link.expires});
        !put)
        return put.error();
    return Coded{std::move(link), impl_->after_change(std::move(stored))};
}

Result<DeviceAccounts::Committed> AccountService::revoke(Transaction& tx, const Actor& by,
                                                         std::string_view name) {
    auto stored = impl_->store.account_named(tx.database(), name);
    if (!stored && stored.error().kind != FailureKind::not_found)
        return stored.error();
    if (!stored || stored->account.disabled)
        return fail(FailureKind::not_found, "device", "no such device is in use");
    const auto before = stored->account;
    stored->account.disabled = true;
    if (auto gone = impl_->end_access(tx, stored->account.id); !gone)
        return gone.error();
    if (auto put = impl_->store_account(tx, by, *stored, false, &before); !put)
        return put.error();
    return impl_->after_change(std::move(*stored));
}

Result<bool> AccountService::is_in_use(Database& db, std::string_view name) const {
    auto stored = impl_->store.account_named(db, name);
    if (!stored && stored.error().kind != FailureKind::not_found)
        return stored.error();
    return stored && !stored->account.disabled;
}

Result<Session> AccountService::sign_in_now(const Actor& by, const Device& device) {
    Committed committed = [] {};
    auto ran = impl_->writer.run([&](Transaction& tx) -> Result<Answer> {
        auto in_use = is_in_use(tx.database(), device.name);
        if (!in_use)
            return in_use.error();
        if (*in_use)
            return Answer{};
        auto made = make_code(tx, by, device);
        if (!made)
            return made.error();
        committed = std::move(made->committed);
        return Answer{};
    });
    if (!ran)
        return ran.error();
    committed();
    const auto id = find(device.name);
    return open_session_now(id.value_or(std::string()), "link");
}

} // namespace chengyun::hub
