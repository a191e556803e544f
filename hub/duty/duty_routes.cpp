// /duty.
#include "hub/duty/duty_capability.h"

#include "core/duty/roster_codec.h"
#include "hub/http/router.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

/// Who leads the hall, and its mode.
class DutyRoutes {
public:
    DutyRoutes(Context& http, DutyService& duty) : http_(http), duty_(duty) {}

    Task<Response> set(CallPtr call);
    Task<Response> get_duty(CallPtr call);

private:
    Context& http_;
    DutyService& duty_;
};

Task<Response> DutyRoutes::set(CallPtr call) {
    auto body = call->read<SetDuty>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return duty_.set(tx, call->account(), body);
        }));
}

Task<Response> DutyRoutes::get_duty(CallPtr) {
    co_return respond(
        co_await http_.query<std::string>([this](Database& db) { return duty_.get(db); }));
}

} // namespace

void DutyCapability::add_routes(Router& router) {
    router.describe_entity<Duty>();
    router.describe_entity<Post>();
    router.describe_entity<Person>();
    router.describe_entity<Pattern>();
    router.describe_entity<HolidayYear>();
    router.describe_entity<Shift>();
    router.describe_entity<ShiftExchange>();
    router.describe_entity<Leave>();
    router.describe_entity<Handover>();
    router.describe_entity<LogEntry>();
    router.describe_entity<DutyPolicy>();
    const auto to = handlers_of(std::make_shared<DutyRoutes>(router.context(), service_));
    router.add({"GET", "/api/v1/duty", Access::signed_in, {}, to(&DutyRoutes::get_duty)})
        .says("Who leads the hall, and its mode")
        .answers<Duty>();
    router
        .add({"PUT", "/api/v1/duty", Access::command, Permission::act_for_centre,
              to(&DutyRoutes::set)})
        .says("Say who leads the hall, or switch its mode")
        .takes<SetDuty>()
        .answers<Done>();
    add_roster_routes(router, roster_);
    add_request_routes(router, roster_);
    add_record_routes(router, roster_);
}

} // namespace chengyun::hub
