#include "hub/consult/janus_keeper.h"

#include "hub/config/log.h"
#include "hub/config/workers.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

namespace chengyun::hub {

namespace {

namespace bj = boost::json;

constexpr std::chrono::seconds every{2};
constexpr std::chrono::milliseconds first_wait{500}, longest_wait{4000};
constexpr std::size_t most_waiting = 1000;
constexpr int most_publishers = 100;

// Of the VideoRoom.
constexpr std::int64_t no_such_room = 426, room_exists = 427, no_such_feed = 428;

Failure nonsense(const char* what) {
    return fail(FailureKind::malformed, {},
                std::string("the media server's answer has no ") + what);
}

/// The texts of one member of each of the objects in a list.
Result<std::vector<std::string>> texts(const bj::value* list, const char* member) {
    const auto* items = list ? list->if_array() : nullptr;
    if (!items)
        return nonsense("list");
    std::vector<std::string> out;
    for (const auto& item : *items) {
        const auto* object = item.if_object();
        const auto* value = object ? object->if_contains(member) : nullptr;
        if (!value || !value->is_string())
            return nonsense(member);
        out.emplace_back(value->get_string());
    }
    return out;
}

std::int64_t error_code(const bj::object& answer) {
    const auto* code = answer.if_contains("error_code");
    return code && code->is_int64() ? code->get_int64() : 0;
}

} // namespace

struct JanusKeeper::Impl {
    Impl(std::unique_ptr<Janus> j, Wanted w, Tickets t, Clock c, Steady s)
        : janus(std::move(j)), wanted(std::move(w)), tickets(t), clock(std::move(c)),
          steady(std::move(s)), state{false, clock()} {}

    std::unique_ptr<Janus> janus;
    Wanted wanted;
    Tickets tickets;
    Clock clock;
    Steady steady;

    mutable std::mutex mutex; ///< guards the one below
    MediaState state;

    // Of the thread that looks.
    std::chrono::milliseconds wait{0};
    std::chrono::steady_clock::time_point not_before{};
    std::vector<JanusPlan::InRoom> told_used_up; ///< need not be said again
    bool was_said = false;
    Watch watch;
    Presence presence;

    std::atomic<bool> stopping{false}, is_queued{false};
    Workers worker{"consult", 1, most_waiting};
    std::optional<Rounds> rounds; ///< last: it uses all of the above

    /// The answer, where it is no refusal but these.
    Result<bj::object> room(bj::object request, std::initializer_list<std::int64_t> taken = {}) {
        auto answer = janus->room(std::move(request));
        if (!answer)
            return answer;
        const auto code = error_code(*answer);
        if (code != 0 && std::ranges::find(taken, code) == taken.end())
            return fail(FailureKind::unavailable, {},
                        "the media server refuses: " + std::to_string(code));
        return answer;
    }

    Result<SeenMedia> see(const std::vector<WantedRoom>& wanted_rooms) {
        SeenMedia seen;
        auto list = room({{"request", "list"}});
        if (!list)
            return list.error();
        auto ids = texts(list->if_contains("list"), "room");
        if (!ids)
            return ids.error();
        for (auto& id : *ids) {
            SeenRoom one{std::move(id), {}};
            // Who is in a room that will be destroyed does not matter.
            if (std::ranges::find(wanted_rooms, one.id, &WantedRoom::id) != wanted_rooms.end()) {
                auto there =
                    room({{"request", "listparticipants"}, {"room", one.id}}, {no_such_room});
                if (!there)
                    return there.error();
                if (error_code(*there) == no_such_room)
                    continue;
                auto feeds = texts(there->if_contains("participants"), "id");
                if (!feeds)
                    return feeds.error();
                one.feeds = std::move(*feeds);
            }
            seen.rooms.push_back(std::move(one));
        }
        auto tokens = janus->admin({{"janus", "list_tokens"}});
        if (!tokens)
            return tokens.error();
        const auto* data = tokens->if_contains("data");
        const auto* object = data ? data->if_object() : nullptr;
        auto all = texts(object ? object->if_contains("tokens") : nullptr, "token");
        if (!all)
            return all.error();
        seen.tokens = std::move(*all);
        return seen;
    }

    Result<> create(const WantedRoom& goal) {
        auto made = room({{"request", "create"},
                          {"room", goal.id},
                          {"description", goal.title},
                          {"secret", tickets.room_secret(goal.id)},
                          {"is_private", true},
                          {"permanent", false},
                          {"require_pvtid", true},
                          {"publishers", most_publishers},
                          {"audiocodec", "opus"},
                          {"videocodec", "h264,vp8,vp9"},
                          {"allowed", bj::array{std::string("nobody")}}},
                         {room_exists});
        if (!made)
            return made.error();
        return {};
    }

    Result<> change_allowed(const char* action, const std::string& room_id,
                            const std::string& token) {
        auto done = room({{"request", "allowed"},
                          {"room", room_id},
                          {"secret", tickets.room_secret(room_id)},
                          {"action", action},
                          {"allowed", bj::array{token}}},
                         {no_such_room});
        if (!done)
            return done.error();
        return {};
    }

    Result<> carry_out(const JanusPlan& plan) {
        for (const auto& id : plan.destroy)
            if (auto done = room(
                    {{"request", "destroy"}, {"room", id}, {"secret", tickets.room_secret(id)}},
                    {no_such_room});
                !done)
                return done.error();
        for (const auto& goal : plan.create)
            if (auto done = create(goal); !done)
                return done;
        for (const auto& [room_id, token] : plan.used_up)
            if (std::ranges::find(told_used_up, JanusPlan::InRoom{room_id, token}) ==
                told_used_up.end())
                if (auto done = change_allowed("remove", room_id, token); !done)
                    return done;
        told_used_up = plan.used_up;
        for (const auto& [room_id, feed] : plan.kick)
            if (auto done = room({{"request", "kick"},
                                  {"room", room_id},
                                  {"secret", tickets.room_secret(room_id)},
                                  {"id", feed}},
                                 {no_such_room, no_such_feed});
                !done)
                return done.error();
        for (const auto& token : plan.remove_tokens)
            if (auto done = janus->admin({{"janus", "remove_token"}, {"token", token}}); !done)
                return done.error();
        return {};
    }

    Result<> compare() {
        auto goal = wanted();
        if (!goal)
            return goal.error();
        auto seen = see(*goal);
        if (!seen)
            return seen.error();
        const auto todo = plan(*goal, *seen, tickets, clock());
        if (auto done = carry_out(todo); !done)
            return done;
        const auto told = presence.see(*goal, todo.present, steady());
        if (watch)
            watch(told);
        return {};
    }

    Result<> let(const WantedRoom& goal, const std::string& token) {
        if (auto done = create(goal); !done)
            return done;
        auto added = janus->admin({{"janus", "add_token"},
                                   {"token", token},
                                   {"plugins", bj::array{"janus.plugin.videoroom"}}});
        if (!added)
            return added.error();
        return change_allowed("add", goal.id, token);
    }

    void note(const Result<>& result) {
        const std::lock_guard lock(mutex);
        const bool available = result.has_value();
        if (available != state.available || !was_said) {
            log(available ? LogLevel::info : LogLevel::warning, "consult",
                available ? "the media server is there" : "the media server is away",
                {{"detail",
                  available ? std::string_view() : std::string_view(result.error().detail)}});
            if (available != state.available)
                state = {available, clock()};
            was_said = true;
        }
        if (available) {
            wait = {};
            not_before = {};
        } else {
            told_used_up.clear(); // it may have forgotten everything
            presence.lose_sight();
            wait = wait.count() == 0 ? first_wait : std::min(2 * wait, longest_wait);
            not_before = steady() + wait;
        }
    }
};

JanusKeeper::JanusKeeper(std::unique_ptr<Janus> janus, Wanted wanted, Tickets tickets, Clock clock,
                         Steady steady)
    : impl_(new Impl(std::move(janus), std::move(wanted), tickets, std::move(clock),
                     std::move(steady))) {}

JanusKeeper::~JanusKeeper() {
    stop();
}

void JanusKeeper::watch(Watch watch) {
    impl_->watch = std::move(watch);
}

void JanusKeeper::start() {
    wake();
    impl_->rounds.emplace("consult", every, [this] { wake(); });
}

void JanusKeeper::wake() {
    if (impl_->is_queued.exchange(true))
        return;
    const bool taken = impl_->worker.post([this] {
        impl_->is_queued = false;
        look();
    });
    if (!taken)
        impl_->is_queued = false;
}

void JanusKeeper::look() {
    if (impl_->stopping || impl_->steady() < impl_->not_before)
        return;
    impl_->note(impl_->compare());
}

void JanusKeeper::admit(WantedRoom room, std::string token, Admitted admitted) {
    const bool taken =
        impl_->worker.post([this, room = std::move(room), token = std::move(token), admitted] {
            const auto away = fail(FailureKind::unavailable, "media", "the media server is away");
            if (impl_->stopping || impl_->steady() < impl_->not_before)
                return admitted(away);
            auto done = impl_->let(room, token);
            if (!done)
                impl_->note(done.error());
            admitted(done ? Result<>() : Result<>(away));
        });
    if (!taken)
        admitted(fail(FailureKind::unavailable, "media", "too many wait for the media server"));
}

MediaState JanusKeeper::state() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->state;
}

void JanusKeeper::stop() {
    impl_->stopping = true;
    impl_->rounds.reset();
    impl_->worker.finish();
}

} // namespace chengyun::hub
