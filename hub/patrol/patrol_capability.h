// Camera patrol to the hub: groups of cameras that are looked at one after another.
#pragma once

#include "hub/capability/capability.h"
#include "hub/patrol/patrol_duty.h"
#include "hub/patrol/patrol_service.h"
#include "hub/patrol/patrol_shown.h"

#include <memory>

namespace chengyun::hub {

struct Resources;

class PatrolCapability final : public Capability {
public:
    PatrolCapability(const PatrolSettings& settings, const Resources& resources);

    [[nodiscard]] std::string_view name() const override { return "patrol"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] Result<> fill_demo(const Demonstration& demo) override;
    void add_routes(Router& router) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;

    [[nodiscard]] PatrolService& service() { return service_; }
    [[nodiscard]] PatrolDuty& duty() { return duty_; }
    [[nodiscard]] PatrolShown& shown() { return shown_; }

private:
    std::unique_ptr<PatrolStore> store_ = make_sqlite_patrol_store();
    std::unique_ptr<LookStore> looks_ = make_sqlite_look_store();
    std::unique_ptr<ShownStore> spans_ = make_sqlite_shown_store();
    PatrolService service_;
    PatrolDuty duty_;
    PatrolShown shown_;
};

} // namespace chengyun::hub
