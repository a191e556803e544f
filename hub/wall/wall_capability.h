// Walls to the hub: the screens that the hall looks at together, and what stands on them.
#pragma once

#include "hub/capability/capability.h"
#include "hub/wall/wall_service.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace chengyun::hub {

class DutyService;
struct Resources;

class WallCapability final : public Capability {
public:
    /// `devices` is called between open() and stop(). `data` is the data folder, which a
    /// demonstration's session of a wall goes into.
    WallCapability(Resources& resources, Deadlines& deadlines, DutyService& duty,
                   std::function<DeviceAccounts&()> devices, std::filesystem::path data);

    [[nodiscard]] std::string_view name() const override { return "wall"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] Result<> fill_demo(const Demonstration& demo) override;
    void add_routes(Router& router) override;
    [[nodiscard]] std::vector<LiveTopic> live_topics(const ReadJob& read) override;
    /// In a demonstration: writes a session of its wall's machine into DATA/wall-session.json.
    [[nodiscard]] Result<> listening(const std::string& address) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;

    [[nodiscard]] WallService& service() { return service_; }
    [[nodiscard]] const WallStore& store() const { return *store_; }

private:
    Resources& resources_;
    const DeadlineStore& deadlines_;
    std::filesystem::path data_;
    std::unique_ptr<WallStore> store_ = make_sqlite_wall_store();
    WallService service_;
    std::optional<Wall> demo_wall_; ///< in a demonstration, while it is there
};

} // namespace chengyun::hub
