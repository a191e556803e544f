// /patrol_groups.
#include "core/patrol/patrol_codec.h"
#include "hub/http/router.h"
#include "hub/patrol/patrol_capability.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

class PatrolRoutes {
public:
    PatrolRoutes(Context& http, PatrolService& patrol) : http_(http), patrol_(patrol) {}

    Task<Response> list(CallPtr call) {
        co_return respond(co_await http_.query<std::string>(
            [this, call](Database& db) { return patrol_.list(db, call->account()); }));
    }
    Task<Response> put(CallPtr call);
    Task<Response> remove(CallPtr call) {
        co_return respond(co_await http_.command(call->key, [this, call](Transaction& tx) {
            return patrol_.remove(tx, call->account(), call->parameters[0]);
        }));
    }

private:
    Context& http_;
    PatrolService& patrol_;
};

Task<Response> PatrolRoutes::put(CallPtr call) {
    auto body = call->read<PatrolGroup>();
    if (!body)
        co_return problem(body.error());
    if (body->id != call->parameters[0])
        co_return problem(fail(FailureKind::invalid_field, "id", "not the one in the address"));
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return patrol_.put(tx, call->account(), body);
        }));
}

} // namespace

void PatrolCapability::add_routes(Router& router) {
    router.describe_entity<PatrolGroup>();
    const auto to = handlers_of(std::make_shared<PatrolRoutes>(router.context(), service_));
    router
        .add({"GET", "/api/v1/patrol_groups", Access::signed_in, Permission::see_resources,
              to(&PatrolRoutes::list)})
        .says("Groups of cameras that are looked at one after another")
        .answers_list<PatrolGroup>();
    const auto command = [&](std::string_view method, Handler handler) -> About& {
        return router
            .add({method, "/api/v1/patrol_groups/{id}", Access::command, Permission::feed_walls,
                  std::move(handler)})
            .answers<Done>();
    };
    command("PUT", to(&PatrolRoutes::put))
        .says("Make or edit a group of cameras; its turns begin now")
        .takes<PatrolGroup>();
    command("DELETE", to(&PatrolRoutes::remove)).says("Remove a group of cameras");
}

} // namespace chengyun::hub
