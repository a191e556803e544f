#include "hub/consult/consult_capability.h"

#include "core/consult/consult_codec.h"
#include "core/journal/images.h"
#include "hub/capability/snapshot.h"
#include "hub/config/log.h"
#include "hub/consult/janus_http.h"
#include "hub/http/metrics.h"
#include "hub/store/database.h"

namespace chengyun::hub {

namespace {

/// The rooms that somebody is in.
Result<std::vector<WantedRoom>> wanted_rooms(Readers& readers, const ConsultStore& store,
                                             Instant now) {
    auto db = readers.get();
    if (!db)
        return db.error();
    auto consults = store.recent(**db, now);
    if (!consults)
        return consults.error();
    std::vector<WantedRoom> rooms;
    for (const auto& consult : *consults) {
        WantedRoom room{consult.id, consult.title, {}};
        for (const auto& member : consult.members)
            if (member.state == MemberState::in && !consult.ended)
                room.members.insert(member.id);
        if (!room.members.empty())
            rooms.push_back(std::move(room));
    }
    return rooms;
}

} // namespace

ConsultCapability::ConsultCapability(const ConsultSettings& settings, ConsultSources sources,
                                     std::filesystem::path data)
    : settings_(settings), data_(std::move(data)), service_(*store_, std::move(sources)) {}

std::vector<Check> ConsultCapability::checks() const {
    return {{"consult", [this](const auto& in) { return store_->check(in.db, in.findings); }}};
}

void ConsultCapability::start(const OpenStore& store) {
    if (settings_.janus.empty() || keeper_)
        return;
    auto tickets = Tickets::open(data_ / "consult.key");
    if (!tickets) {
        log(LogLevel::error, "consult", "no tickets",
            {{"detail", std::string_view(tickets.error().detail)}});
        return;
    }
    tickets_ = *tickets;
    keeper_ = std::make_unique<JanusKeeper>(
        make_janus_http(settings_.janus, settings_.janus_secret_file),
        [this, &readers = store.readers, clock = store.clock] {
            return wanted_rooms(readers, *store_, clock());
        },
        *tickets_, store.clock);
    keeper_->start();
}

void ConsultCapability::add_metrics(Metrics& metrics) {
    metrics.add({"chengyun_media_server_available",
                 "Whether the media server of consultations answers.", false,
                 [this] { return keeper_ && keeper_->state().available ? 1.0 : 0.0; }});
}

Result<> ConsultCapability::add_to_snapshot(Database& db, const Account& account, Instant now,
                                            SnapshotText& text) const {
    auto items = service_.seen_by(db, account, now);
    if (!items)
        return items.error();
    auto list = text.list(entity_kind<Consult>().name);
    for (const auto& item : *items)
        list.add(item);
    return {};
}

void ConsultCapability::stop() {
    if (keeper_)
        keeper_->stop();
}

} // namespace chengyun::hub
