// /duty/handovers and /duty/log.
#include "core/text/limits.h"
#include "hub/duty/duty_capability.h"
#include "hub/duty/period.h"
#include "hub/http/router.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

// For the description: DutyReads writes them.
struct HandoverList {
    std::vector<Handover> handovers;
};
BOOST_DESCRIBE_STRUCT(HandoverList, (), (handovers))
struct DutyLog {
    std::vector<LogEntry> duty_log;
};
BOOST_DESCRIBE_STRUCT(DutyLog, (), (duty_log))

class RecordRoutes {
public:
    RecordRoutes(Context& http, Roster& roster) : http_(http), roster_(roster) {}

    Task<Response> act(CallPtr call);
    Task<Response> handovers(CallPtr call);
    Task<Response> handover(CallPtr call);
    Task<Response> write(CallPtr call);
    Task<Response> settle(CallPtr call);
    Task<Response> log(CallPtr call);

private:
    Context& http_;
    Roster& roster_;
};

Task<Response> RecordRoutes::act(CallPtr call) {
    const auto act = json::enum_of<HandoverAct>(call->parameters[1]);
    if (!act)
        co_return problem(fail(FailureKind::not_found, "act", "no such act"));
    auto body = call->read<ActOnHandover>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, act = *act, body = *body](Transaction& tx) {
            return roster_.handovers.act(tx, call->account(), call->parameters[0], act, body);
        }));
}

Task<Response> RecordRoutes::handovers(CallPtr call) {
    auto period = period_of(*call, http_.clock(), std::chrono::days(7), std::chrono::days(1));
    if (!period)
        co_return problem(period.error());
    co_return respond(
        co_await http_.query<std::string>([this, call, period = *period](Database& db) {
            return roster_.reads.handovers(db, call->account(), period.from, period.to);
        }));
}

Task<Response> RecordRoutes::handover(CallPtr call) {
    co_return respond(co_await http_.query<std::string>([this, call](Database& db) {
        return roster_.reads.handover(db, call->account(), call->parameters[0]);
    }));
}

Task<Response> RecordRoutes::write(CallPtr call) {
    auto body = call->read<WriteLog>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return roster_.log.write(tx, call->account(), body);
        }));
}

Task<Response> RecordRoutes::settle(CallPtr call) {
    if (auto body = call->read<NoFields>(); !body)
        co_return problem(body.error());
    co_return respond(co_await http_.command(call->key, [this, call](Transaction& tx) {
        return roster_.log.settle(tx, call->account(), call->parameters[0]);
    }));
}

Result<LogQuery> read_log_query(const Call& call) {
    LogQuery query;
    query.text = call.query("q");
    if (auto ok = check_text(query.text, "q", limits::title, false); !ok)
        return ok.error();
    if (const auto& kind = call.query("kind"); !kind.empty()) {
        query.kind = json::enum_of<LogKind>(kind);
        if (!query.kind)
            return fail(FailureKind::invalid_field, "kind", "no such kind");
    }
    query.order = call.query("order");
    query.before = call.query("before");
    const auto instant = [&](const char* name, std::optional<Instant>& out) -> Result<> {
        if (call.query(name).empty())
            return {};
        auto ms = call.number(name, 0, 0, latest_instant_ms);
        if (!ms)
            return ms.error();
        out = instant_of(*ms);
        return {};
    };
    if (auto ok = first_failure(instant("from", query.from), instant("to", query.to)); !ok)
        return ok.error();
    auto limit = call.number("limit", 100, 1, 500);
    if (!limit)
        return limit.error();
    query.limit = static_cast<std::size_t>(*limit);
    return query;
}

Task<Response> RecordRoutes::log(CallPtr call) {
    auto query = read_log_query(*call);
    if (!query)
        co_return problem(query.error());
    co_return respond(co_await http_.query<std::string>([this, call, query = *query](Database& db) {
        return roster_.reads.log(db, call->account(), query);
    }));
}

} // namespace

void add_record_routes(Router& router, Roster& roster) {
    const auto to = handlers_of(std::make_shared<RecordRoutes>(router.context(), roster));
    const auto command = [&](std::string_view pattern, Handler handler) -> About& {
        return router
            .add({"POST", pattern, Access::command, Permission::act_for_unit, std::move(handler)})
            .answers<Done>();
    };
    const auto read = [&](std::string_view pattern, Handler handler) -> About& {
        return router.add({"GET", pattern, Access::signed_in, {}, std::move(handler)});
    };
    command("/api/v1/duty/handovers/{id}/{act}", to(&RecordRoutes::act))
        .says("Act on a handover sheet")
        .path<HandoverAct>("act")
        .takes<ActOnHandover>();
    describe_period(read("/api/v1/duty/handovers", to(&RecordRoutes::handovers))
                        .says("Handover sheets of the shifts of a period, the newest first")
                        .answers<HandoverList>());
    read("/api/v1/duty/handovers/{id}", to(&RecordRoutes::handover))
        .says("A handover sheet")
        .answers<HandoverList>();
    command("/api/v1/duty/log", to(&RecordRoutes::write))
        .says("Write into the log")
        .takes<WriteLog>();
    command("/api/v1/duty/log/{id}/settle", to(&RecordRoutes::settle))
        .says("Take a standing entry off the sheets")
        .takes<NoFields>();
    describe_period(read("/api/v1/duty/log", to(&RecordRoutes::log))
                        .says("The log, the newest first")
                        .query("q", "part of text, name or number")
                        .query<LogKind>("kind")
                        .query("order", "id")
                        .query("before", "id of an entry: those that follow it")
                        .query<std::int64_t>("limit")
                        .answers<DutyLog>());
}

} // namespace chengyun::hub
