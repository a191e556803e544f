// Duty to the hub: who leads the hall now, in which mode, and the roster.
#pragma once

#include "hub/capability/capability.h"
#include "hub/duty/duty_service.h"
#include "hub/duty/duty_settings.h"
#include "hub/duty/roster.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace chengyun::hub {

class AlarmSubjects;

class DutyCapability final : public Capability {
public:
    /// `zone`: the hall's, whose days the rota goes by. Accounts are asked for by name from
    /// fill_demo() on.
    DutyCapability(const DutyPolicy& policy, const Zone& zone, Resources& resources,
                   Deadlines& deadlines, AlarmSubjects& alarms, const OrderStore& orders,
                   FindAccount find_account);

    [[nodiscard]] std::string_view name() const override { return "duty"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] std::span<const JournalKind> journal_kinds() const override;
    [[nodiscard]] Result<> fill_demo(const Demonstration& demo) override;
    /// Adds the patterns and holiday years that come with the program and are not there yet.
    void start(const OpenStore& store) override;
    void add_routes(Router& router) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;

    [[nodiscard]] DutyStore& store() { return *store_; }
    [[nodiscard]] DutyService& service() { return service_; }
    [[nodiscard]] Roster& roster() { return roster_; }

private:
    Resources& resources_;
    const DeadlineStore& deadlines_;
    const OrderStore& orders_;
    FindAccount find_account_;
    std::unique_ptr<DutyStore> store_ = make_sqlite_duty_store();
    DutyService service_{*store_};
    Roster roster_;
};

void add_roster_routes(Router& router, Roster& roster);
void add_request_routes(Router& router, Roster& roster);
void add_record_routes(Router& router, Roster& roster);

} // namespace chengyun::hub
