// /accounts.
#include "hub/accounts/accounts_capability.h"

#include "hub/http/router.h"

namespace chengyun::hub {
namespace {

using drogon::Task;

/// Managing accounts.
class AccountRoutes {
public:
    AccountRoutes(Context& http, AccountService& accounts) : http_(http), accounts_(accounts) {}

    Task<Response> list_accounts(CallPtr call);
    Task<Response> create(CallPtr call);
    Task<Response> patch(CallPtr call);

private:
    Context& http_;
    AccountService& accounts_;
};

Task<Response> AccountRoutes::list_accounts(CallPtr) {
    co_return Response{200, accounts_.list()};
}

/// The idempotency record must not hold what a fast hash of a body with a password would give away.
CommandKey key_without(const Call& call, std::string_view rest) {
    auto key = call.key;
    key.digest = digest_of(call.request->methodString(), call.request->path(), {}, rest);
    return key;
}

Task<Response> AccountRoutes::create(CallPtr call) {
    auto body = call->read<CreateAccount>();
    if (!body)
        co_return problem(body.error());
    auto open = *body;
    open.password.clear();
    const auto key = key_without(*call, json::write(open));
    co_return respond(co_await http_.later<Answer>([this, call, key, body = *body](auto done) {
        accounts_.create(call->who, key, body, std::move(done));
    }));
}

Task<Response> AccountRoutes::patch(CallPtr call) {
    auto body = call->read<PatchAccount>();
    if (!body)
        co_return problem(body.error());
    auto open = *body;
    if (open.password)
        open.password = "";
    const auto key = key_without(*call, json::write(open));
    co_return respond(co_await http_.later<Answer>([this, call, key, body = *body](auto done) {
        accounts_.patch(call->who, key, call->parameters[0], body, std::move(done));
    }));
}

} // namespace

void add_account_routes(Router& router, AccountService& accounts) {
    const auto to = handlers_of(std::make_shared<AccountRoutes>(router.context(), accounts));
    constexpr auto may_manage = Permission::manage_accounts;
    router
        .add({"GET", "/api/v1/accounts", Access::signed_in, may_manage,
              to(&AccountRoutes::list_accounts)})
        .says("Accounts")
        .answers_list<Account>();
    router
        .add({"POST", "/api/v1/accounts", Access::command, may_manage, to(&AccountRoutes::create),
              4096})
        .says("Create an account")
        .takes<CreateAccount>()
        .answers<Done>();
    router
        .add({"PATCH", "/api/v1/accounts/{id}", Access::command, may_manage,
              to(&AccountRoutes::patch), 4096})
        .says("Change an account; ends its sessions")
        .takes<PatchAccount>()
        .answers<Done>();
}

} // namespace chengyun::hub
