// /accounts.
#include "hub/http/routes.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

Task<Response> list_accounts(Context& context, CallPtr) {
    co_return Response{200, context.accounts.list()};
}

/// The idempotency record must not hold what a fast hash of a body with a password would give away.
CommandKey key_without(const Call& call, std::string_view rest) {
    auto key = call.key;
    key.digest = digest_of(call.request->methodString(), call.request->path(), {}, rest);
    return key;
}

Task<Response> create(Context& context, CallPtr call) {
    auto body = call->read<CreateAccount>();
    if (!body)
        co_return problem(body.error());
    auto open = *body;
    open.password.clear();
    const auto key = key_without(*call, json::write(open));
    co_return respond(
        co_await context.later<Answer>([&context, call, key, body = *body](auto done) {
            context.accounts.create(call->who, key, body, std::move(done));
        }));
}

Task<Response> patch(Context& context, CallPtr call) {
    auto body = call->read<PatchAccount>();
    if (!body)
        co_return problem(body.error());
    auto open = *body;
    if (open.password)
        open.password = "";
    const auto key = key_without(*call, json::write(open));
    co_return respond(
        co_await context.later<Answer>([&context, call, key, body = *body](auto done) {
            context.accounts.patch(call->who, key, call->parameters[0], body, std::move(done));
        }));
}

} // namespace

void add_account_routes(Router& router, Context& context) {
    const auto with = [&context](auto function) {
        return [&context, function](CallPtr call) { return function(context, std::move(call)); };
    };
    constexpr auto may_manage = Permission::manage_accounts;
    router.add({"GET", "/api/v1/accounts", Access::signed_in, may_manage, with(list_accounts)});
    router.add({"POST", "/api/v1/accounts", Access::command, may_manage, with(create), 4096});
    router.add({"PATCH", "/api/v1/accounts/{id}", Access::command, may_manage, with(patch), 4096});
}

} // namespace chengyun::hub
