// /duty: posts, people, patterns, holidays, the rota and its shifts.
#include "hub/duty/duty_capability.h"
#include "hub/duty/period.h"
#include "hub/duty/rota_import.h"
#include "hub/http/router.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

/// 5,000 shifts with all their fields.
constexpr std::int64_t largest_plan = 4 << 20;

/// For the description: DutyReads writes it.
struct DutyRoster {
    std::int64_t seq = 0;
    std::vector<Shift> shifts;
    std::vector<ShiftExchange> shift_exchanges;
    std::vector<Leave> leaves;
};
BOOST_DESCRIBE_STRUCT(DutyRoster, (), (seq, shifts, shift_exchanges, leaves))

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
    Task<Response> own(CallPtr call);
    Task<Response> import(CallPtr call);

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

Task<Response> RosterRoutes::own(CallPtr call) {
    co_return respond(co_await http_.query<std::string>([this, call](Database& db) {
        return roster_.reads.own(db, call->account(), http_.clock());
    }));
}

Task<Response> RosterRoutes::import(CallPtr call) {
    co_return respond(
        co_await http_.query<std::string>([this, call](Database& db) -> Result<std::string> {
            const RotaFile file{call->query("name"), call->query("encoding"), call->query("part")};
            auto preview =
                preview_rota(db, std::string(call->body()), file, roster_.zone, http_.clock());
            if (!preview)
                return preview.error();
            return json::write(*preview);
        }));
}

} // namespace

void add_roster_routes(Router& router, Roster& roster) {
    const auto to = handlers_of(std::make_shared<RosterRoutes>(router.context(), roster));
    const auto put = [&](std::string_view pattern, Handler handler) -> About& {
        return router
            .add({"PUT", pattern, Access::command, Permission::act_for_unit, std::move(handler)})
            .answers<Done>();
    };
    const auto post = [&](std::string_view pattern, Handler handler,
                          std::int64_t max_body = 0) -> About& {
        return router
            .add({"POST", pattern, Access::command, Permission::act_for_unit, std::move(handler),
                  max_body})
            .answers<Done>();
    };
    put("/api/v1/duty/posts/{id}", to(&RosterRoutes::put_post)).says("Write a post").takes<Post>();
    put("/api/v1/duty/people/{id}", to(&RosterRoutes::put_person))
        .says("Write a person on duty")
        .takes<Person>();
    put("/api/v1/duty/patterns/{id}", to(&RosterRoutes::put_pattern))
        .says("Write a pattern")
        .takes<Pattern>();
    put("/api/v1/duty/holidays/{id}", to(&RosterRoutes::put_holidays))
        .says("Write the holidays of a year")
        .takes<HolidayYear>();
    post("/api/v1/duty/shifts", to(&RosterRoutes::plan), largest_plan)
        .says("Plan shifts: all or none")
        .takes<PlanShifts>();
    post("/api/v1/duty/shifts/{id}/check_in", to(&RosterRoutes::check_in))
        .says("Check in")
        .takes<CheckIn>();
    post("/api/v1/duty/shifts/{id}/stand_in", to(&RosterRoutes::stand_in))
        .says("Give the shift to a person who stands in")
        .takes<StandIn>();
    post("/api/v1/duty/shifts/{id}/close", to(&RosterRoutes::close))
        .says("End a shift that hands nothing over")
        .takes<NoFields>();
    auto& period =
        router.add({"GET", "/api/v1/duty/roster", Access::signed_in, {}, to(&RosterRoutes::roster)})
            .says("Shifts of a period, and requests about it")
            .answers<DutyRoster>();
    describe_period(period);
    router.add({"GET", "/api/v1/duty/own", Access::signed_in, {}, to(&RosterRoutes::own)})
        .says("The shift that the account can check in for, else the one it is in, or the next")
        .answers<OwnDuty>();
    router
        .add({"POST", "/api/v1/duty/import", Access::signed_in, Permission::act_for_unit,
              to(&RosterRoutes::import), largest_rota_sheet})
        .says("Show which shifts a sheet would plan; nothing is stored")
        .query("name", "of the file, with its ending", true)
        .query("encoding", "of CSV; UTF-8 unless said")
        .query("part", "the sheet to be read, where there are several")
        .takes_bytes()
        .answers<RotaPreview>();
}

} // namespace chengyun::hub
