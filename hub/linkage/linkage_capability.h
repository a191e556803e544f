// Linkage to the hub: groups of cameras that come onto a wall because something happened.
#pragma once

#include "hub/capability/capability.h"
#include "hub/linkage/linkage_follower.h"
#include "hub/linkage/linkage_service.h"

#include <optional>

namespace chengyun::hub {

class LinkageCapability final : public Capability {
public:
    LinkageCapability(Resources& resources, Deadlines& deadlines, const OrderStore& orders,
                      WallService& walls, const WallStore& wall_store);

    [[nodiscard]] std::string_view name() const override { return "linkage"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] Result<> fill_demo(const Demonstration& demo) override;
    void start(const OpenStore& store) override;
    void add_routes(Router& router) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;
    void stop() override { follower_.reset(); }

    [[nodiscard]] LinkageService& service() { return service_; }

private:
    const WallStore& walls_;
    const DeadlineStore& deadlines_;
    LinkageStore store_;
    LinkageService service_;
    std::optional<LinkageFollower> follower_;
};

} // namespace chengyun::hub
