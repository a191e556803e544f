// Consultations to the hub: rooms in which people meet, and the media server.
#pragma once

#include "hub/capability/capability.h"
#include "hub/consult/consult_service.h"
#include "hub/consult/consult_settings.h"
#include "hub/consult/janus_keeper.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace chengyun::hub {

class ConsultCapability final : public Capability {
public:
    /// `data` is the data folder, which the key of the tickets is kept in.
    ConsultCapability(const ConsultSettings& settings, ConsultSources sources,
                      std::filesystem::path data);

    [[nodiscard]] std::string_view name() const override { return "consult"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    /// Begins to look at the media server, where there is one.
    void start(const OpenStore& store) override;
    void add_routes(Router& router) override;
    void add_metrics(Metrics& metrics) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;
    void stop() override;

    [[nodiscard]] ConsultService& service() { return service_; }

    // For its routes.
    [[nodiscard]] const ConsultSettings& settings() const { return settings_; }
    /// Null where the hub has no media server.
    [[nodiscard]] JanusKeeper* keeper() const { return keeper_.get(); }
    [[nodiscard]] const Tickets* tickets() const { return tickets_ ? &*tickets_ : nullptr; }

private:
    ConsultSettings settings_;
    std::filesystem::path data_;
    std::unique_ptr<ConsultStore> store_ = make_sqlite_consult_store();
    ConsultService service_;
    std::optional<Tickets> tickets_;
    std::unique_ptr<JanusKeeper> keeper_; ///< from start() on, not made anew
};

} // namespace chengyun::hub
