// /patrol_groups, /patrol_looks, /patrol_rounds, and what was shown when.
#include "core/patrol/patrol_codec.h"
#include "hub/http/router.h"
#include "hub/patrol/patrol_capability.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

constexpr std::int64_t most_shown_at_once = 5'000;

class PatrolRoutes {
public:
    PatrolRoutes(Context& http, PatrolService& patrol, PatrolDuty& duty, PatrolShown& shown)
        : http_(http), patrol_(patrol), duty_(duty), shown_(shown) {}

    Task<Response> list(CallPtr call) {
        co_return respond(co_await http_.query<std::string>(
            [this, call](Database& db) { return patrol_.list(db, call->account()); }));
    }
    Task<Response> put(CallPtr call);
    Task<Response> remove(CallPtr call) {
        co_return respond(co_await http_.command(call->key, [this, call](Transaction& tx) {
            return patrol_.remove(tx, call->account(), call->parameters[0]);
        }));
    }
    Task<Response> look(CallPtr call);
    Task<Response> rounds(CallPtr call);
    Task<Response> report(CallPtr call);
    Task<Response> shown(CallPtr call);

private:
    Context& http_;
    PatrolService& patrol_;
    PatrolDuty& duty_;
    PatrolShown& shown_;
};

Task<Response> PatrolRoutes::put(CallPtr call) {
    auto body = call->read<PatrolGroup>();
    if (!body)
        co_return problem(body.error());
    if (body->id != call->parameters[0])
        co_return problem(fail(FailureKind::invalid_field, "id", "not the one in the address"));
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return patrol_.put(tx, call->account(), body);
        }));
}

Task<Response> PatrolRoutes::look(CallPtr call) {
    auto body = call->read<LookAtCamera>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return duty_.look(tx, call->account(), body);
        }));
}

Task<Response> PatrolRoutes::rounds(CallPtr call) {
    const auto from = call->number("from", 0, 0, latest_instant_ms);
    if (!from)
        co_return problem(from.error());
    const auto to = call->number("to", latest_instant_ms, 0, latest_instant_ms);
    if (!to)
        co_return problem(to.error());
    co_return respond(
        co_await http_.query<std::string>([this, call, from = *from, to = *to](Database& db) {
            return duty_.rounds(db, call->account(), instant_of(from), instant_of(to));
        }));
}

Task<Response> PatrolRoutes::report(CallPtr call) {
    auto body = call->read<ReportShown>();
    if (!body)
        co_return problem(body.error());
    // Without a key: what is told twice is kept once.
    co_return respond(
        co_await http_.later<Answer>([this, call, body = std::move(*body)](auto done) {
            http_.writer.submit(
                [this, call, body](Transaction& tx) {
                    return shown_.report(tx, call->account(), body);
                },
                [done](Result<Answer> answer) { done(std::move(answer)); });
        }));
}

Task<Response> PatrolRoutes::shown(CallPtr call) {
    const auto number = [&](const char* name, std::int64_t otherwise, std::int64_t most) {
        return call->number(name, otherwise, 0, most);
    };
    const auto from = number("from", 0, latest_instant_ms);
    const auto to = number("to", latest_instant_ms, latest_instant_ms);
    const auto after = number("after", 0, latest_instant_ms);
    const auto limit = call->number("limit", most_shown_at_once, 1, most_shown_at_once);
    for (const auto* one : {&from, &to, &after, &limit})
        if (!*one)
            co_return problem(one->error());
    co_return respond(co_await http_.query<std::string>(
        [this, call, from = *from, to = *to, after = *after, limit = *limit](Database& db) {
            return shown_.list(db, call->account(), instant_of(from), instant_of(to), after, limit);
        }));
}

} // namespace

void PatrolCapability::add_routes(Router& router) {
    router.describe_entity<PatrolGroup>();
    router.describe_entity<PatrolLook>();
    const auto to =
        handlers_of(std::make_shared<PatrolRoutes>(router.context(), service_, duty_, shown_));
    router
        .add({"GET", "/api/v1/patrol_groups", Access::signed_in, Permission::see_resources,
              to(&PatrolRoutes::list)})
        .says("Groups of cameras that are looked at one after another")
        .answers_list<PatrolGroup>();
    const auto command = [&](std::string_view method, Handler handler) -> About& {
        return router
            .add({method, "/api/v1/patrol_groups/{id}", Access::command, Permission::feed_walls,
                  std::move(handler)})
            .answers<Done>();
    };
    command("PUT", to(&PatrolRoutes::put))
        .says("Make or edit a group of cameras; its turns begin now")
        .takes<PatrolGroup>();
    command("DELETE", to(&PatrolRoutes::remove)).says("Remove a group of cameras");
    router
        .add({"POST", "/api/v1/patrol_looks", Access::command, Permission::feed_walls,
              to(&PatrolRoutes::look)})
        .says("Say what is to be seen at a camera of a group, on patrol duty")
        .takes<LookAtCamera>()
        .answers<Done>();
    router
        .add({"GET", "/api/v1/patrol_rounds", Access::signed_in, Permission::see_resources,
              to(&PatrolRoutes::rounds)})
        .says("What came of patrol duty: the rounds of a time and how many cameras were looked at")
        .query<Instant>("from")
        .query<Instant>("to", "UTC milliseconds; not included")
        .answers_list<PatrolShare>();
    router
        .add({"POST", "/api/v1/sessions/current/shown", Access::own_session,
              Permission::see_resources, to(&PatrolRoutes::report)})
        .says("Say which cameras of patrol groups this session's machine has shown")
        .takes<ReportShown>()
        .answers_nothing("kept");
    router
        .add({"GET", "/api/v1/patrol_shown", Access::signed_in, Permission::see_resources,
              to(&PatrolRoutes::shown)})
        .says("Which machine showed which camera of which patrol group when")
        .query<Instant>("from")
        .query<Instant>("to", "UTC milliseconds; not included")
        .query<std::int64_t>("after", "the number of the last one of the page before")
        .query<std::int64_t>("limit")
        .answers_list<ShownCamera>();
}

} // namespace chengyun::hub
