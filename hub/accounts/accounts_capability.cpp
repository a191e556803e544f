#include "hub/accounts/accounts_capability.h"

#include "hub/accounts/account_kinds.h"
#include "hub/accounts/demo_accounts.h"
#include "hub/accounts/token.h"
#include "hub/capability/demonstration.h"
#include "hub/http/metrics.h"
#include "hub/resources/resources.h"
#include "hub/store/database.h"

#include <cstdio>
#include <utility>

namespace chengyun::hub {

AccountsCapability::AccountsCapability(const AccountsConfig& config, Resources& resources,
                                       std::filesystem::path data)
    : config_(config), resources_(resources), data_(std::move(data)) {}

std::vector<Check> AccountsCapability::checks() const {
    return {{"account", [](const auto& in) { return AccountStore().check(in.db, in.findings); }}};
}

std::span<const JournalKind> AccountsCapability::journal_kinds() const {
    return account_kinds;
}

Result<> AccountsCapability::open(const OpenStore& store) {
    if (!start_secrets())
        return fail(FailureKind::unavailable, {}, "no source of random numbers");
    auto db = store.readers.get();
    if (!db)
        return db.error();
    service_ = std::make_unique<AccountService>(store.writer, *resources_.unit_store,
                                                resources_.reach, config_, store.clock);
    return service_->load(**db);
}

Result<> AccountsCapability::fill_demo(const Demonstration& demo) {
    is_demo_ = true;
    return make_demo_accounts(*service_, *resources_.area_store, demo.store.readers, data_);
}

void AccountsCapability::add_routes(Router& router) {
    add_session_routes(router, *service_);
    add_account_routes(router, *service_);
}

void AccountsCapability::add_metrics(Metrics& metrics) {
    metrics.add({"chengyun_sessions", "Open sessions.", false,
                 [this] { return static_cast<double>(service_->open_sessions()); }});
}

Result<> AccountsCapability::listening(const std::string& address) {
    if (is_demo_)
        return write_console_session(*service_, data_, address);
    if (service_->has_accounts())
        return {};
    const auto link = service_->make_setup_link();
    if (!link)
        return link.error();
    std::printf("first administrator (once, within 24 hours): %s/setup#%s\n", address.c_str(),
                link->token.c_str());
    return {};
}

} // namespace chengyun::hub
