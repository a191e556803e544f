// The alarm desk to the hub.
#pragma once

#include "hub/alarms/alarm_service.h"
#include "hub/capability/capability.h"

#include <memory>

namespace chengyun::hub {

class AlarmsCapability final : public Capability {
public:
    explicit AlarmsCapability(Deadlines& deadlines);

    [[nodiscard]] std::string_view name() const override { return "alarms"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] std::span<const JournalKind> journal_kinds() const override;
    void add_routes(Router& router) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;

    /// Where capabilities say what their alarms are about.
    [[nodiscard]] AlarmSubjects& subjects() { return subjects_; }
    [[nodiscard]] AlarmService& service() { return service_; }

private:
    const DeadlineStore& deadlines_;
    AlarmSubjects subjects_;
    std::unique_ptr<AlarmStore> store_ = make_sqlite_alarm_store();
    AlarmService service_;
};

} // namespace chengyun::hub
