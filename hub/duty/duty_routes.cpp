// /duty.
#include "hub/duty/duty_capability.h"

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
    const auto to = handlers_of(std::make_shared<DutyRoutes>(router.context(), service_));
    router.add({"GET", "/api/v1/duty", Access::signed_in, {}, to(&DutyRoutes::get_duty)});
    router.add(
        {"PUT", "/api/v1/duty", Access::command, Permission::act_for_centre, to(&DutyRoutes::set)});
    add_roster_routes(router, roster_);
    add_request_routes(router, roster_);
    add_record_routes(router, roster_);
}

} // namespace chengyun::hub
