// /alarms.
#include "core/alarms/alarms_codec.h"
#include "hub/alarms/alarms_capability.h"
#include "hub/http/router.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

class AlarmRoutes {
public:
    AlarmRoutes(Context& http, AlarmService& alarms) : http_(http), alarms_(alarms) {}

    Task<Response> take(CallPtr call) { return run(std::move(call), &AlarmService::take); }
    Task<Response> snooze(CallPtr call) { return run(std::move(call), &AlarmService::snooze); }
    Task<Response> give_back(CallPtr call) {
        return run(std::move(call), &AlarmService::give_back);
    }

private:
    template <class Body>
    Task<Response> run(CallPtr call,
                       Result<Answer> (AlarmService::*act)(Transaction&, const Account&,
                                                           const Body&)) {
        auto body = call->read<Body>();
        if (!body)
            co_return problem(body.error());
        co_return respond(
            co_await http_.command(call->key, [this, call, act, body = *body](Transaction& tx) {
                return (alarms_.*act)(tx, call->account(), body);
            }));
    }

    Context& http_;
    AlarmService& alarms_;
};

} // namespace

void AlarmsCapability::add_routes(Router& router) {
    router.describe_entity<AlarmMark>();
    const auto to = handlers_of(std::make_shared<AlarmRoutes>(router.context(), service_));
    const auto command = [&](std::string_view pattern, Handler handler) -> About& {
        return router
            .add({"POST", pattern, Access::command, Permission::act_for_centre, std::move(handler)})
            .answers<Done>();
    };
    command("/api/v1/alarms/take", to(&AlarmRoutes::take))
        .says("Take alarms; of those that somebody else has the answer holds the mark as it is")
        .takes<TakeAlarms>();
    command("/api/v1/alarms/snooze", to(&AlarmRoutes::snooze))
        .says("Put alarms off until a time; then they are open again")
        .takes<SnoozeAlarms>();
    command("/api/v1/alarms/give_back", to(&AlarmRoutes::give_back))
        .says("Open alarms again that somebody has taken or put off")
        .takes<GiveBackAlarms>();
}

} // namespace chengyun::hub
