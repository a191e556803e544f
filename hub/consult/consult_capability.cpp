#include "hub/consult/consult_capability.h"

#include "core/consult/consult_codec.h"
#include "core/journal/images.h"
#include "hub/capability/demonstration.h"
#include "hub/capability/snapshot.h"
#include "hub/config/log.h"
#include "hub/consult/consult_demo.h"
#include "hub/consult/janus_http.h"
#include "hub/http/context.h"
#include "hub/http/metrics.h"
#include "hub/live/live_lane.h"
#include "hub/store/database.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

constexpr std::string_view away_topic = "consults.away";
constexpr int looks_between = 10; ///< of two seconds

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
        WantedRoom room{consult.id, consult.title, {}, consult.chair, consult.area, {}};
        for (const auto& member : consult.members) {
            if (member.state != MemberState::in || consult.ended)
                continue;
            room.members.insert(member.id);
            if (is_guest(member))
                room.guests.insert(member.id);
        }
        if (!room.members.empty())
            rooms.push_back(std::move(room));
    }
    return rooms;
}

} // namespace

ConsultCapability::ConsultCapability(const ConsultSettings& settings, ConsultSources sources,
                                     std::filesystem::path data)
    : settings_(settings), data_(std::move(data)), sources_(std::move(sources)),
      service_(*store_, *guest_store_, sources_) {}

std::vector<Check> ConsultCapability::checks() const {
    return {{"consult", [this](const auto& in) { return store_->check(in.db, in.findings); }},
            {"consult_guest",
             [this](const auto& in) { return guest_store_->check(in.db, in.findings); }}};
}

Result<> ConsultCapability::fill_demo(const Demonstration& demo) {
    const auto maker = sources_.named("commander"), called = sources_.named("relief");
    if (!maker || !called)
        return {};
    auto db = demo.store.readers.get();
    if (!db)
        return db.error();
    const auto account = sources_.account(**db, *maker);
    if (!account)
        return account.error();
    return make_consult_demo(demo, service_, *account, *called);
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
    writer_ = &store.writer;
    keeper_->watch([this](const auto& told) { heed(told); });
    keeper_->start();
}

void ConsultCapability::heed(const Presence::Told& told) {
    for (const auto& lost : told.chairs)
        writer_->submit(
            [this, lost](Transaction& tx) {
                return service_.pass_lost_chair(tx, lost.room, lost.chair, lost.present);
            },
            [](const Result<Answer>& answer) {
                // wrong_state: who had the chair is back, or it has been passed on already.
                if (!answer && answer.error().kind != FailureKind::wrong_state)
                    log(LogLevel::warning, "consult", "the chair was not passed on",
                        {{"detail", std::string_view(answer.error().detail)}});
            });
    tell_away(told.away);
}

void ConsultCapability::tell_away(const std::vector<Presence::Away>& away) {
    auto* live = live_.load();
    if (!live)
        return;
    // Values live for a minute: they are said again before that.
    if (away == told_away_ && (away.empty() || ++looks_since_told_ < looks_between))
        return;
    looks_since_told_ = 0;
    const auto key = [](const Presence::Away& one) { return one.room + '/' + one.member; };
    PublishLive command;
    for (const auto& one : told_away_)
        if (std::ranges::find(away, one) == away.end())
            command.remove.push_back(key(one));
    for (const auto& one : away) {
        LiveWord word;
        word.key = key(one);
        word.subject = one.room;
        if (!one.area.empty())
            word.area = one.area;
        word.value = boost::json::object{{"member", one.member}};
        command.set.push_back(std::move(word));
    }
    told_away_ = away;
    live->publish(std::string(away_topic), std::move(command), [](const Result<Published>& said) {
        if (!said)
            log(LogLevel::warning, "consult", "who is away was not told",
                {{"detail", std::string_view(said.error().detail)}});
    });
}

std::vector<LiveTopic> ConsultCapability::live_topics(const ReadJob&) {
    LiveTopic topic;
    topic.name = away_topic;
    topic.may_watch = [](const Account& account) {
        return may(account.role, Permission::see_resources) && account.role != Role::unit;
    };
    return {topic};
}

Result<> ConsultCapability::listening(const std::string&) {
    live_ = http_ ? http_->live : nullptr;
    return {};
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
    live_ = nullptr; // nobody is told any more
    if (keeper_)
        keeper_->stop();
}

} // namespace chengyun::hub
