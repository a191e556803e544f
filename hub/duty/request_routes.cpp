// /duty/exchanges and /duty/leaves.
#include "hub/duty/duty_capability.h"
#include "hub/http/router.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

class RequestRoutes {
public:
    RequestRoutes(Context& http, RequestService& requests) : http_(http), requests_(requests) {}

    Task<Response> ask_exchange(CallPtr call) { return ask<AskExchange>(std::move(call)); }
    Task<Response> ask_leave(CallPtr call) { return ask<AskLeave>(std::move(call)); }
    Task<Response> act_on_exchange(CallPtr call) {
        return act(std::move(call), &RequestService::act_on_exchange);
    }
    Task<Response> act_on_leave(CallPtr call) {
        return act(std::move(call), &RequestService::act_on_leave);
    }

private:
    template <class Ask>
    Task<Response> ask(CallPtr call) {
        auto body = call->read<Ask>();
        if (!body)
            co_return problem(body.error());
        co_return respond(
            co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
                return requests_.ask(tx, call->account(), body);
            }));
    }

    using ActOn = Result<Answer> (RequestService::*)(Transaction&, const Account&,
                                                     const std::string&, RequestAct,
                                                     const ActOnRequest&);
    Task<Response> act(CallPtr call, ActOn act_on) {
        const auto act = json::enum_of<RequestAct>(call->parameters[1]);
        if (!act)
            co_return problem(fail(FailureKind::not_found, "act", "no such act"));
        auto body = call->read<ActOnRequest>();
        if (!body)
            co_return problem(body.error());
        co_return respond(co_await http_.command(
            call->key, [this, call, act_on, act = *act, body = *body](Transaction& tx) {
                return (requests_.*act_on)(tx, call->account(), call->parameters[0], act, body);
            }));
    }

    Context& http_;
    RequestService& requests_;
};

} // namespace

void add_request_routes(Router& router, Roster& roster) {
    const auto to = handlers_of(std::make_shared<RequestRoutes>(router.context(), roster.requests));
    const auto add = [&](std::string_view pattern, auto method) {
        router.add({"POST", pattern, Access::command, Permission::act_for_unit, to(method)});
    };
    add("/api/v1/duty/exchanges", &RequestRoutes::ask_exchange);
    add("/api/v1/duty/exchanges/{id}/{act}", &RequestRoutes::act_on_exchange);
    add("/api/v1/duty/leaves", &RequestRoutes::ask_leave);
    add("/api/v1/duty/leaves/{id}/{act}", &RequestRoutes::act_on_leave);
}

} // namespace chengyun::hub
