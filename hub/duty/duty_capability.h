// Duty to the hub: who leads the hall now, and in which mode.
#pragma once

#include "hub/capability/capability.h"
#include "hub/duty/duty_service.h"

#include <memory>

namespace chengyun::hub {

class DutyCapability final : public Capability {
public:
    [[nodiscard]] std::string_view name() const override { return "duty"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] std::span<const JournalKind> journal_kinds() const override;
    [[nodiscard]] Result<> fill_demo(const Demonstration& demo) override;
    void add_routes(Router& router) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;

    [[nodiscard]] DutyStore& store() { return *store_; }
    [[nodiscard]] DutyService& service() { return service_; }

private:
    std::unique_ptr<DutyStore> store_ = make_sqlite_duty_store();
    DutyService service_{*store_};
};

} // namespace chengyun::hub
