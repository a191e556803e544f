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
    const auto add = [&](std::string_view pattern, Handler handler) -> About& {
        return router
            .add({"POST", pattern, Access::command, Permission::act_for_unit, std::move(handler)})
            .answers<Done>();
    };
    add("/api/v1/duty/exchanges", to(&RequestRoutes::ask_exchange))
        .says("Ask for an exchange of shifts")
        .takes<AskExchange>();
    add("/api/v1/duty/exchanges/{id}/{act}", to(&RequestRoutes::act_on_exchange))
        .says("Act on an exchange")
        .path<RequestAct>("act")
        .takes<ActOnRequest>();
    add("/api/v1/duty/leaves", to(&RequestRoutes::ask_leave))
        .says("Ask for leave")
        .takes<AskLeave>();
    add("/api/v1/duty/leaves/{id}/{act}", to(&RequestRoutes::act_on_leave))
        .says("Act on leave: approve, refuse, withdraw")
        .path<RequestAct>("act")
        .takes<ActOnRequest>();
}

} // namespace chengyun::hub
