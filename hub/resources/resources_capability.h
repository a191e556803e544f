// Resources to the hub: what stands on the one map, who can be ordered, and the areas both lie in.
#pragma once

#include "core/area/hall_policy.h"
#include "hub/capability/capability.h"
#include "hub/config/workers.h"
#include "hub/resources/hall_settings.h"
#include "hub/resources/resources.h"

#include <filesystem>
#include <optional>

namespace chengyun::hub {

class ResourcesCapability final : public Capability {
public:
    /// `usual` counts where `set` says nothing.
    ResourcesCapability(const HallPolicy& set, const HallPolicy& usual,
                        const std::filesystem::path& data)
        : policy_(hall_of(set, usual)), usual_(usual), all_(data) {}

    [[nodiscard]] std::string_view name() const override { return "resources"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] std::span<const JournalKind> journal_kinds() const override;
    [[nodiscard]] Result<> open(const OpenStore& store) override;
    void start(const OpenStore& store) override;
    void add_routes(Router& router) override;
    void stop() override { rounds_.reset(); }
    [[nodiscard]] std::vector<LiveTopic> live_topics(const ReadJob& read) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;

    /// For other capabilities.
    [[nodiscard]] Resources& all() { return all_; }

private:
    HallPolicy policy_, usual_;
    Resources all_;
    std::optional<Rounds> rounds_; ///< last: they use all of the above
};

} // namespace chengyun::hub
