// Accounts to the hub: who may sign in, and as what. The server asks it about every request.
#pragma once

#include "hub/accounts/account_service.h"
#include "hub/accounts/account_settings.h"
#include "hub/capability/capability.h"

#include <filesystem>
#include <memory>

namespace chengyun::hub {

struct Resources;

class AccountsCapability final : public Capability {
public:
    /// `data` is the data folder, which a demonstration's files of passwords go into.
    AccountsCapability(const AccountsConfig& config, Resources& resources,
                       std::filesystem::path data);

    [[nodiscard]] std::string_view name() const override { return "accounts"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] std::span<const JournalKind> journal_kinds() const override;
    [[nodiscard]] Result<> open(const OpenStore& store) override;
    [[nodiscard]] Result<> fill_demo(const Demonstration& demo) override;
    void add_routes(Router& router) override;
    void add_metrics(Metrics& metrics) override;
    /// Prints the first administrator's link where there is no account; in a demonstration, writes
    /// the console's session.
    [[nodiscard]] Result<> listening(const std::string& address) override;
    void stop() override { service_.reset(); }

    /// From open() to stop().
    [[nodiscard]] AccountService& service() { return *service_; }

private:
    AccountsConfig config_;
    Resources& resources_;
    std::filesystem::path data_;
    std::unique_ptr<AccountService> service_;
    bool is_demo_ = false;
};

void add_session_routes(Router& router, AccountService& accounts);
void add_account_routes(Router& router, AccountService& accounts);

} // namespace chengyun::hub
