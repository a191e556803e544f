// /walls/{id}/links, /link and /give_back, and /linkage_rules.
#include "core/linkage/linkage_codec.h"
#include "hub/http/router.h"
#include "hub/linkage/linkage_capability.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

class LinkageRoutes {
public:
    LinkageRoutes(Context& http, LinkageService& linkage) : http_(http), linkage_(linkage) {}

    Task<Response> links(CallPtr call) {
        co_return respond(co_await http_.query<std::string>([this, call](Database& db) {
            return linkage_.links(db, call->account(), call->parameters[0]);
        }));
    }
    Task<Response> rules(CallPtr call) {
        co_return respond(co_await http_.query<std::string>(
            [this, call](Database& db) { return linkage_.rules(db, call->account()); }));
    }
    Task<Response> put_up(CallPtr call) {
        return act<PutUpLink>(std::move(call), &LinkageService::put_up);
    }
    Task<Response> give_back(CallPtr call) {
        return act<GiveBack>(std::move(call), &LinkageService::give_back);
    }
    Task<Response> put_rule(CallPtr call);
    Task<Response> remove_rule(CallPtr call);
    Task<Response> trial(CallPtr call);

private:
    template <class Body>
    Task<Response> act(CallPtr call,
                       Result<Answer> (LinkageService::*command)(Transaction&, const Account&,
                                                                 std::string_view, const Body&));

    Context& http_;
    LinkageService& linkage_;
};

template <class Body>
Task<Response>
LinkageRoutes::act(CallPtr call,
                   Result<Answer> (LinkageService::*command)(Transaction&, const Account&,
                                                             std::string_view, const Body&)) {
    auto body = call->read<Body>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, command, body = *body](Transaction& tx) {
            return (linkage_.*command)(tx, call->account(), call->parameters[0], body);
        }));
}

Task<Response> LinkageRoutes::put_rule(CallPtr call) {
    auto body = call->read<LinkageRule>();
    if (!body)
        co_return problem(body.error());
    if (body->id != call->parameters[0])
        co_return problem(fail(FailureKind::invalid_field, "id", "not the one in the address"));
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return linkage_.put_rule(tx, call->account(), body);
        }));
}

Task<Response> LinkageRoutes::remove_rule(CallPtr call) {
    co_return respond(co_await http_.command(call->key, [this, call](Transaction& tx) {
        return linkage_.remove_rule(tx, call->account(), call->parameters[0]);
    }));
}

Task<Response> LinkageRoutes::trial(CallPtr call) {
    auto body = call->read<LinkageRule>();
    if (!body)
        co_return problem(body.error());
    auto answer =
        co_await http_.query<TrialAnswer>([this, call, rule = std::move(*body)](Database& db) {
            return linkage_.trial(db, http_.writer.kinds(), call->account(), rule, http_.clock());
        });
    if (!answer)
        co_return problem(answer.error());
    co_return Response{200, json::write(*answer)};
}

} // namespace

void LinkageCapability::add_routes(Router& router) {
    router.describe_entity<WallLinks>();
    router.describe_entity<LinkageRule>();
    const auto to = handlers_of(std::make_shared<LinkageRoutes>(router.context(), service_));
    constexpr auto see = Permission::see_resources, feed = Permission::feed_walls,
                   configure = Permission::configure_walls;
    router
        .add({"GET", "/api/v1/walls/{id}/links", Access::signed_in, see, to(&LinkageRoutes::links)})
        .says("What is linked to the wall")
        .answers<WallLinks>();
    router
        .add({"POST", "/api/v1/walls/{id}/link", Access::command, feed, to(&LinkageRoutes::put_up)})
        .says("Put the cameras around an order or a thing onto a screen, until that is over")
        .takes<PutUpLink>()
        .answers<Done>();
    router
        .add({"POST", "/api/v1/walls/{id}/give_back", Access::command, feed,
              to(&LinkageRoutes::give_back)})
        .says("Let a screen show what stood there before its first link")
        .takes<GiveBack>()
        .answers<Done>();
    router.add({"GET", "/api/v1/linkage_rules", Access::signed_in, see, to(&LinkageRoutes::rules)})
        .says("Rules by which events put something onto a wall")
        .answers_list<LinkageRule>();
    router
        .add({"PUT", "/api/v1/linkage_rules/{id}", Access::command, configure,
              to(&LinkageRoutes::put_rule)})
        .says("Make or edit a rule")
        .takes<LinkageRule>()
        .answers<Done>();
    router
        .add({"DELETE", "/api/v1/linkage_rules/{id}", Access::command, configure,
              to(&LinkageRoutes::remove_rule)})
        .says("Remove a rule")
        .answers<Done>();
    // Nothing is changed by it: no idempotency key.
    router
        .add({"POST", "/api/v1/linkage_rules/trial", Access::signed_in, configure,
              to(&LinkageRoutes::trial)})
        .says("What a rule would have shown in the last seven days")
        .takes<LinkageRule>()
        .answers<TrialAnswer>();
}

} // namespace chengyun::hub
