// /duty: posts, people, patterns, holidays, the rota and its shifts.
#include "hub/duty/duty_capability.h"
#include "hub/duty/period.h"
#include "hub/http/router.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

/// 5,000 shifts with all their fields.
constexpr std::int64_t largest_plan = 4 << 20;

class RosterRoutes {
public:
    RosterRoutes(Context& http, Roster& roster) : http_(http), roster_(roster) {}

    Task<Response> put_post(CallPtr call) { return put(std::move(call), &Post::id, "id"); }
    Task<Response> put_person(CallPtr call) { return put(std::move(call), &Person::id, "id"); }
    Task<Response> put_pattern(CallPtr call) { return put(std::move(call), &Pattern::key, "key"); }
    Task<Response> put_holidays(CallPtr call) {
        return put(std::move(call), &HolidayYear::year, "year");
    }
    Task<Response> plan(CallPtr call);
    Task<Response> check_in(CallPtr call);
    Task<Response> stand_in(CallPtr call);
    Task<Response> close(CallPtr call);
    Task<Response> roster(CallPtr call);

private:
    template <class T>
    Task<Response> put(CallPtr call, std::string T::* key, const char* field) {
        auto body = call->read<T>();
        if (!body)
            co_return problem(body.error());
        if ((*body).*key != call->parameters[0])
            co_return problem(
                fail(FailureKind::invalid_field, field, "not the one in the address"));
        co_return respond(
            co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
                return roster_.planning.put(tx, call->account(), body);
            }));
    }

    Context& http_;
    Roster& roster_;
};

Task<Response> RosterRoutes::plan(CallPtr call) {
    auto body = call->read<PlanShifts>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return roster_.planning.plan(tx, call->account(), body);
        }));
}

Task<Response> RosterRoutes::check_in(CallPtr call) {
    auto body = call->read<CheckIn>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return roster_.shifts.check_in(tx, call->account(), call->parameters[0], body);
        }));
}

Task<Response> RosterRoutes::stand_in(CallPtr call) {
    auto body = call->read<StandIn>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return roster_.shifts.stand_in(tx, call->account(), call->parameters[0], body);
        }));
}

Task<Response> RosterRoutes::close(CallPtr call) {
    if (auto body = call->read<NoFields>(); !body)
        co_return problem(body.error());
    co_return respond(co_await http_.command(call->key, [this, call](Transaction& tx) {
        return roster_.shifts.close(tx, call->account(), call->parameters[0]);
    }));
}

Task<Response> RosterRoutes::roster(CallPtr call) {
    auto period = period_of(*call, http_.clock(), std::chrono::days(1), std::chrono::days(7));
    if (!period)
        co_return problem(period.error());
    co_return respond(co_await http_.query<std::string>([this, period = *period](Database& db) {
        return roster_.reads.roster(db, period.from, period.to);
    }));
}

} // namespace

void add_roster_routes(Router& router, Roster& roster) {
    const auto to = handlers_of(std::make_shared<RosterRoutes>(router.context(), roster));
    const auto put = [&](std::string_view pattern, auto method) {
        router.add({"PUT", pattern, Access::command, Permission::act_for_unit, to(method)});
    };
    const auto post = [&](std::string_view pattern, auto method, std::int64_t max_body = 0) {
        router.add(
            {"POST", pattern, Access::command, Permission::act_for_unit, to(method), max_body});
    };
    put("/api/v1/duty/posts/{id}", &RosterRoutes::put_post);
    put("/api/v1/duty/people/{id}", &RosterRoutes::put_person);
    put("/api/v1/duty/patterns/{id}", &RosterRoutes::put_pattern);
    put("/api/v1/duty/holidays/{id}", &RosterRoutes::put_holidays);
    post("/api/v1/duty/shifts", &RosterRoutes::plan, largest_plan);
    post("/api/v1/duty/shifts/{id}/check_in", &RosterRoutes::check_in);
    post("/api/v1/duty/shifts/{id}/stand_in", &RosterRoutes::stand_in);
    post("/api/v1/duty/shifts/{id}/close", &RosterRoutes::close);
    router.add({"GET", "/api/v1/duty/roster", Access::signed_in, {}, to(&RosterRoutes::roster)});
}

} // namespace chengyun::hub
