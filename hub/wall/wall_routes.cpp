// /walls and /wall_presets.
#include "core/wall/wall_codec.h"
#include "hub/http/router.h"
#include "hub/wall/wall_capability.h"

#include <boost/describe/class.hpp>

namespace chengyun::hub {
namespace {

using drogon::Task;

/// POST /walls/{id}/device. The machine opens the code at POST /links, at this hub.
struct DeviceCode {
    std::string url; ///< the hub's address
    std::string code;
    Instant expires{};
};
BOOST_DESCRIBE_STRUCT(DeviceCode, (), (url, code, expires))

class WallRoutes {
public:
    WallRoutes(Context& http, WallService& walls) : http_(http), walls_(walls) {}

    Task<Response> list(CallPtr call);
    Task<Response> get_wall(CallPtr call) { return read(std::move(call), &WallService::get); }
    Task<Response> board(CallPtr call) { return read(std::move(call), &WallService::board); }
    Task<Response> presets(CallPtr call) { return read(std::move(call), &WallService::presets); }

    Task<Response> put(CallPtr call) { return replace<Wall>(std::move(call), &WallService::put); }
    Task<Response> remove(CallPtr call) { return end(std::move(call), &WallService::remove); }

    Task<Response> put_up(CallPtr call) { return feed(std::move(call), &WallService::put_up); }
    Task<Response> take_down(CallPtr call) {
        return feed(std::move(call), &WallService::take_down);
    }
    Task<Response> layout(CallPtr call) { return feed(std::move(call), &WallService::set_layout); }
    Task<Response> move(CallPtr call) { return feed(std::move(call), &WallService::move); }
    Task<Response> lock(CallPtr call) { return feed(std::move(call), &WallService::lock); }
    Task<Response> undo(CallPtr call) { return act(std::move(call), &WallService::undo); }

    Task<Response> put_preset(CallPtr call) {
        return replace<WallPreset>(std::move(call), &WallService::put_preset);
    }
    Task<Response> remove_preset(CallPtr call) {
        return act(std::move(call), &WallService::remove_preset);
    }
    Task<Response> put_up_preset(CallPtr call) {
        return act(std::move(call), &WallService::put_up_preset);
    }

    Task<Response> hand(CallPtr call);
    Task<Response> make_code(CallPtr call);
    Task<Response> revoke(CallPtr call) { return end(std::move(call), &WallService::revoke); }

private:
    using Read = Result<std::string> (WallService::*)(Database&, const Account&,
                                                      std::string_view) const;
    Task<Response> read(CallPtr call, Read read_it);
    template <class Body>
    Task<Response> replace(CallPtr call,
                           Result<Answer> (WallService::*put_it)(Transaction&, const Account&,
                                                                 Body));
    template <class Body>
    Task<Response> feed(CallPtr call,
                        Result<Answer> (WallService::*command)(Transaction&, const Account&,
                                                               std::string_view, const Body&));
    using Act = Result<Answer> (WallService::*)(Transaction&, const Account&, std::string_view);
    Task<Response> act(CallPtr call, Act command);
    /// What ends sessions: they end when the commit is on disk.
    using End = Result<WallService::Removed> (WallService::*)(Transaction&, const Account&,
                                                              std::string_view);
    Task<Response> end(CallPtr call, End command);

    Context& http_;
    WallService& walls_;
};

Task<Response> WallRoutes::list(CallPtr call) {
    co_return respond(co_await http_.query<std::string>(
        [this, call](Database& db) { return walls_.list(db, call->account()); }));
}

Task<Response> WallRoutes::read(CallPtr call, Read read_it) {
    co_return respond(co_await http_.query<std::string>([this, call, read_it](Database& db) {
        return (walls_.*read_it)(db, call->account(), call->parameters[0]);
    }));
}

template <class Body>
Task<Response> WallRoutes::replace(CallPtr call,
                                   Result<Answer> (WallService::*put_it)(Transaction&,
                                                                         const Account&, Body)) {
    auto body = call->read<Body>();
    if (!body)
        co_return problem(body.error());
    if (body->id != call->parameters[0])
        co_return problem(fail(FailureKind::invalid_field, "id", "not the one in the address"));
    co_return respond(
        co_await http_.command(call->key, [this, call, put_it, body = *body](Transaction& tx) {
            return (walls_.*put_it)(tx, call->account(), body);
        }));
}

template <class Body>
Task<Response> WallRoutes::feed(CallPtr call,
                                Result<Answer> (WallService::*command)(Transaction&, const Account&,
                                                                       std::string_view,
                                                                       const Body&)) {
    auto body = call->read<Body>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, command, body = *body](Transaction& tx) {
            return (walls_.*command)(tx, call->account(), call->parameters[0], body);
        }));
}

Task<Response> WallRoutes::act(CallPtr call, Act command) {
    co_return respond(co_await http_.command(call->key, [this, call, command](Transaction& tx) {
        return (walls_.*command)(tx, call->account(), call->parameters[0]);
    }));
}

Task<Response> WallRoutes::end(CallPtr call, End command) {
    co_return respond(co_await http_.later<Answer>([this, call, command](auto done) {
        auto committed = std::make_shared<DeviceAccounts::Committed>();
        http_.writer.submit(
            call->key,
            [this, call, command, committed](Transaction& tx) -> Result<Answer> {
                auto ended = (walls_.*command)(tx, call->account(), call->parameters[0]);
                if (!ended)
                    return ended.error();
                *committed = std::move(ended->committed);
                return std::move(ended->answer);
            },
            [committed, done](Result<Answer> answer) {
                if (answer && *committed)
                    (*committed)();
                done(std::move(answer));
            });
    }));
}

Task<Response> WallRoutes::hand(CallPtr call) {
    auto body = call->read<WallHand>();
    if (!body)
        co_return problem(body.error());
    const auto wall = co_await http_.query<Wall>([this, call, body = *body](Database& db) {
        return walls_.reach_for(db, call->account(), call->parameters[0], body);
    });
    if (!wall)
        co_return problem(wall.error());
    const auto& account = call->account();
    PublishLive live;
    auto key = wall->id + "/" + account.id;
    if (is_idle(*body)) {
        live.remove.push_back(std::move(key));
    } else {
        LiveWord word{std::move(key), wall->id, {}, {}, {}};
        if (!wall->area.empty())
            word.area = wall->area;
        word.value = json::encode(ShownHand{*body, account.display_name});
        live.set.push_back(std::move(word));
    }
    const auto published = co_await http_.later<Published>([this, &live](auto done) {
        http_.live->publish(std::string(wall_hands_topic), std::move(live), std::move(done));
    });
    if (!published)
        co_return problem(published.error());
    co_return Response{200, json::write(*published)};
}

Task<Response> WallRoutes::make_code(CallPtr call) {
    auto link = co_await http_.later<OneTimeLink>([this, call](auto done) {
        auto coded = std::make_shared<DeviceAccounts::Coded>();
        http_.writer.submit(
            [this, call, coded](Transaction& tx) -> Result<Answer> {
                auto made = walls_.make_code(tx, call->account(), call->parameters[0]);
                if (!made)
                    return made.error();
                *coded = std::move(*made);
                return Answer{200, {}};
            },
            [coded, done](const Result<Answer>& answer) {
                if (!answer)
                    return done(answer.error());
                coded->committed();
                done(coded->link);
            });
    });
    if (!link)
        co_return problem(link.error());
    co_return Response{200, json::write(DeviceCode{http_.address, link->token, link->expires})};
}

} // namespace

void WallCapability::add_routes(Router& router) {
    router.describe_entity<Wall>();
    router.describe_entity<WallBoard>();
    router.describe_entity<WallPreset>();
    const auto to = handlers_of(std::make_shared<WallRoutes>(router.context(), service_));
    const auto get = [&](std::string_view pattern, Handler handler) -> About& {
        return router.add(
            {"GET", pattern, Access::signed_in, Permission::see_resources, std::move(handler)});
    };
    get("/api/v1/walls", to(&WallRoutes::list)).says("Walls").answers_list<Wall>();
    get("/api/v1/walls/{id}", to(&WallRoutes::get_wall)).says("A wall").answers<Wall>();
    get("/api/v1/walls/{id}/board", to(&WallRoutes::board))
        .says("What stands on the wall")
        .answers<WallBoard>();
    get("/api/v1/walls/{id}/presets", to(&WallRoutes::presets))
        .says("Its presets")
        .answers_list<WallPreset>();

    const auto command = [&](std::string_view method, std::string_view pattern,
                             Permission permission, Handler handler) -> About& {
        return router.add({method, pattern, Access::command, permission, std::move(handler)})
            .answers<Done>();
    };
    constexpr auto configure = Permission::configure_walls, feed = Permission::feed_walls;
    command("PUT", "/api/v1/walls/{id}", configure, to(&WallRoutes::put))
        .says("Make or edit a wall")
        .takes<Wall>();
    command("DELETE", "/api/v1/walls/{id}", configure, to(&WallRoutes::remove))
        .says("Remove a wall with its presets; its machine goes dark");
    command("POST", "/api/v1/walls/{id}/put_up", feed, to(&WallRoutes::put_up))
        .says("Put a content onto a pane, for good or for some minutes")
        .takes<PutUp>();
    command("POST", "/api/v1/walls/{id}/take_down", feed, to(&WallRoutes::take_down))
        .says("Empty a pane")
        .takes<TakeDown>();
    command("POST", "/api/v1/walls/{id}/layout", feed, to(&WallRoutes::layout))
        .says("Divide a screen")
        .takes<SetLayout>();
    command("POST", "/api/v1/walls/{id}/move", feed, to(&WallRoutes::move))
        .says("Let what stands on two panes change places")
        .takes<MovePane>();
    command("POST", "/api/v1/walls/{id}/lock", feed, to(&WallRoutes::lock))
        .says("Lock or unlock the wall: nothing moves on a locked one")
        .takes<SetLock>();
    command("POST", "/api/v1/walls/{id}/undo", feed, to(&WallRoutes::undo))
        .says("Go back to what stood on the wall before its last change");

    // Not a command: the latest counts, and nothing is kept.
    router.add({"POST", "/api/v1/walls/{id}/hand", Access::signed_in, feed, to(&WallRoutes::hand)})
        .says("Point at the wall, or move the view of one of its panes, for the moment: what the "
              "account does not say again within three seconds is over")
        .takes<WallHand>()
        .answers<Published>();

    // Operators keep presets as well as those who make walls: the service judges.
    constexpr auto see = Permission::see_resources;
    command("PUT", "/api/v1/wall_presets/{id}", see, to(&WallRoutes::put_preset))
        .says("Make or edit a preset of a wall")
        .takes<WallPreset>();
    command("DELETE", "/api/v1/wall_presets/{id}", see, to(&WallRoutes::remove_preset))
        .says("Remove a preset");
    command("POST", "/api/v1/wall_presets/{id}/put_up", feed, to(&WallRoutes::put_up_preset))
        .says("Put up a preset");

    // No idempotency: its answer is a secret, and the store keeps answers.
    router
        .add({"POST", "/api/v1/walls/{id}/device", Access::signed_in, Permission::manage_accounts,
              to(&WallRoutes::make_code)})
        .says("Make a one-time code by which the wall's machine signs in; the one that is signed "
              "in goes dark")
        .answers<DeviceCode>();
    command("DELETE", "/api/v1/walls/{id}/device", Permission::manage_accounts,
            to(&WallRoutes::revoke))
        .says("Revoke the wall's machine: it goes dark");
}

} // namespace chengyun::hub
