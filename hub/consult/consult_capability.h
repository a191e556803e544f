// Consultations to the hub: rooms in which people meet, and the media server.
#pragma once

#include "hub/capability/capability.h"
#include "hub/consult/consult_service.h"
#include "hub/consult/consult_settings.h"
#include "hub/consult/guest_service.h"
#include "hub/consult/janus_keeper.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace chengyun::hub {

class LiveLane;
struct Context;

class ConsultCapability final : public Capability {
public:
    /// `data` is the data folder, which the key of the tickets is kept in.
    ConsultCapability(const ConsultSettings& settings, ConsultSources sources,
                      std::filesystem::path data);

    [[nodiscard]] std::string_view name() const override { return "consult"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] Result<> fill_demo(const Demonstration& demo) override;
    /// Begins to look at the media server, where there is one.
    void start(const OpenStore& store) override;
    void add_routes(Router& router) override;
    void add_metrics(Metrics& metrics) override;
    [[nodiscard]] std::vector<LiveTopic> live_topics(const ReadJob& read) override;
    [[nodiscard]] Result<> listening(const std::string& address) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;
    void stop() override;

    [[nodiscard]] ConsultService& service() { return service_; }
    [[nodiscard]] GuestService& guests() { return guests_; }

    // For its routes.
    [[nodiscard]] const ConsultSources& sources() const { return sources_; }
    [[nodiscard]] const ConsultSettings& settings() const { return settings_; }
    /// Null where the hub has no media server.
    [[nodiscard]] JanusKeeper* keeper() const { return keeper_.get(); }
    [[nodiscard]] const Tickets* tickets() const { return tickets_ ? &*tickets_ : nullptr; }

private:
    /// On the keeper's thread.
    void heed(const Presence::Told& told);
    void tell_away(const std::vector<Presence::Away>& away);

    ConsultSettings settings_;
    std::filesystem::path data_;
    std::unique_ptr<ConsultStore> store_ = make_sqlite_consult_store();
    std::unique_ptr<GuestStore> guest_store_ = make_sqlite_guest_store();
    ConsultSources sources_;
    ConsultService service_;
    GuestService guests_{service_, *guest_store_};
    std::optional<Tickets> tickets_;
    Writer* writer_ = nullptr;              ///< from start() on
    Context* http_ = nullptr;               ///< from add_routes() on
    std::atomic<LiveLane*> live_ = nullptr; ///< from listening() on
    std::vector<Presence::Away> told_away_; ///< of the keeper's thread
    int looks_since_told_ = 0;
    std::unique_ptr<JanusKeeper>
        keeper_; ///< from start() on, not made anew; last: it uses the rest
};

} // namespace chengyun::hub
