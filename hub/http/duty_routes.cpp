// /duty.
#include "hub/http/routes.h"

namespace chengyun::hub {
namespace {

drogon::Task<Response> set(Context& context, CallPtr call) {
    auto body = call->read<SetDuty>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await context.command(call->key, [&context, call, body = *body](Transaction& tx) {
            return context.duty.set(tx, call->account(), body);
        }));
}

drogon::Task<Response> get_duty(Context& context, CallPtr) {
    co_return respond(co_await context.query<std::string>(
        [&context](Database& db) { return context.duty.get(db); }));
}

} // namespace

void add_duty_routes(Router& router, Context& context) {
    router.add({"GET", "/api/v1/duty", Access::signed_in, {}, [&context](CallPtr call) {
                    return get_duty(context, std::move(call));
                }});
    router.add({"PUT", "/api/v1/duty", Access::command, Permission::act_for_centre,
                [&context](CallPtr call) { return set(context, std::move(call)); }});
}

} // namespace chengyun::hub
