// Signing in and out, the first administrator, one-time links, and who one is.
#include "hub/accounts/accounts_capability.h"

#include "hub/http/router.h"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <format>

namespace chengyun::hub {
namespace {

using drogon::Task;

constexpr std::string_view into_cookie =
    "put the token into the cookie chengyun_session instead of the answer";

struct LinkAnswer {
    std::string url;
    Instant expires{};
};
BOOST_DESCRIBE_STRUCT(LinkAnswer, (), (url, expires))

bool is_secure(const Context& http) {
    return http.address.starts_with("https:");
}

std::string cookie_text(const Context& http, std::string_view token, std::int64_t max_age) {
    return std::format("chengyun_session={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}",
                       token, max_age, is_secure(http) ? "; Secure" : "");
}

/// With `?cookie=1` the token goes into a cookie that scripts cannot read, and not into the body.
Response session_answer(const Context& http, const Call& call, Result<Session> session) {
    if (!session)
        return problem(session.error());
    if (call.query("cookie") != "1")
        return {200, json::write(*session)};
    const auto age =
        std::max<std::int64_t>(0, (ms_of(session->expires) - ms_of(http.clock())) / 1000);
    Response out{200, {}};
    out.headers.emplace_back("set-cookie", cookie_text(http, session->token, age));
    session->token.clear();
    out.body = json::write(*session);
    return out;
}

/// Coming in and going out.
class SessionRoutes {
public:
    SessionRoutes(Context& http, AccountService& accounts) : http_(http), accounts_(accounts) {}

    Task<Response> sign_in(CallPtr call);
    Task<Response> sign_out(CallPtr call);
    Task<Response> me(CallPtr call);
    Task<Response> change_password(CallPtr call);
    Task<Response> prove_password(CallPtr call);
    Task<Response> password_rule(CallPtr call);
    Task<Response> set_up(CallPtr call);
    Task<Response> open_link(CallPtr call);
    Task<Response> make_link(CallPtr call);

private:
    /// Says in a refusal how long the name or address must wait.
    Response with_wait(Response response, std::string_view name, const Call& call) const;

    Context& http_;
    AccountService& accounts_;
};

Response SessionRoutes::with_wait(Response response, std::string_view name,
                                  const Call& call) const {
    if (response.status == 429)
        if (const auto wait = accounts_.wait_of(name, call.address))
            response.headers.emplace_back("retry-after", std::to_string(wait->count()));
    return response;
}

Task<Response> SessionRoutes::sign_in(CallPtr call) {
    auto body = call->read<SignIn>();
    if (!body)
        co_return problem(body.error());
    const auto name = body->name;
    auto session =
        co_await http_.later<Session>([this, call, body = std::move(*body)](auto done) mutable {
            accounts_.sign_in(std::move(body), call->address, std::move(done));
        });
    co_return with_wait(session_answer(http_, *call, std::move(session)), name, *call);
}

Task<Response> SessionRoutes::sign_out(CallPtr call) {
    auto answer = co_await http_.later<Answer>(
        [this, call](auto done) { accounts_.sign_out(call->who, std::move(done)); });
    // A session that could not be ended keeps its cookie, so that it can be ended yet.
    const bool ended = answer.has_value();
    auto response = respond(std::move(answer));
    if (ended)
        response.headers.emplace_back("set-cookie", cookie_text(http_, "", 0));
    co_return response;
}

Task<Response> SessionRoutes::me(CallPtr call) {
    co_return Response{200, json::write(call->account())};
}

Task<Response> SessionRoutes::change_password(CallPtr call) {
    auto body = call->read<ChangePassword>();
    if (!body)
        co_return problem(body.error());
    auto changed = co_await http_.later<Answer>([this, call, body = *body](auto done) {
        accounts_.change_password(call->who, body, call->address, std::move(done));
    });
    co_return with_wait(respond(std::move(changed)), call->account().name, *call);
}

Task<Response> SessionRoutes::prove_password(CallPtr call) {
    auto body = call->read<CheckPassword>();
    if (!body)
        co_return problem(body.error());
    auto proven = co_await http_.later<Answer>([this, call, body = *body](auto done) {
        accounts_.prove_password(call->who, body, call->address, std::move(done));
    });
    co_return with_wait(respond(std::move(proven)), call->account().name, *call);
}

Task<Response> SessionRoutes::password_rule(CallPtr /*call*/) {
    co_return Response{200, json::write(accounts_.password_rule())};
}

Task<Response> SessionRoutes::set_up(CallPtr call) {
    auto body = call->read<SetUp>();
    if (!body)
        co_return problem(body.error());
    co_return session_answer(http_, *call,
                             co_await http_.later<Session>([this, call, body = *body](auto done) {
                                 accounts_.set_up(body, call->address, std::move(done));
                             }));
}

Task<Response> SessionRoutes::open_link(CallPtr call) {
    auto body = call->read<OpenLink>();
    if (!body)
        co_return problem(body.error());
    co_return session_answer(http_, *call,
                             co_await http_.later<Session>([this, call, body = *body](auto done) {
                                 accounts_.open_link(body, call->address, std::move(done));
                             }));
}

Task<Response> SessionRoutes::make_link(CallPtr call) {
    auto link = co_await http_.later<OneTimeLink>([this, call](auto done) {
        accounts_.make_unit_link(call->who, call->parameters[0], std::move(done));
    });
    if (!link)
        co_return problem(link.error());
    // After the '#': neither servers nor proxies nor their logs see it, and a messenger that
    // looks at addresses ahead of people does not use it up.
    co_return Response{
        200, json::write(LinkAnswer{http_.address + "/link#" + link->token, link->expires})};
}

} // namespace

void add_session_routes(Router& router, AccountService& accounts) {
    const auto to = handlers_of(std::make_shared<SessionRoutes>(router.context(), accounts));
    router.add({"POST", "/api/v1/sessions", Access::anybody, {}, to(&SessionRoutes::sign_in), 4096})
        .says("Sign in")
        .takes<SignIn>()
        .answers<Session>()
        .query<About::Switch>("cookie", into_cookie);
    router
        .add({"DELETE",
              "/api/v1/sessions/current",
              Access::own_session,
              {},
              to(&SessionRoutes::sign_out)})
        .says("Sign out")
        .answers_nothing("signed out");
    router.add({"GET", "/api/v1/me", Access::signed_in, {}, to(&SessionRoutes::me)})
        .says("Who I am")
        .answers<Account>();
    router
        .add({"POST",
              "/api/v1/me/password",
              Access::signed_in,
              {},
              to(&SessionRoutes::change_password),
              4096})
        .says("Change my password; ends my other sessions")
        .takes<ChangePassword>()
        .answers<Done>();
    router
        .add({"POST",
              "/api/v1/me/password/check",
              Access::signed_in,
              {},
              to(&SessionRoutes::prove_password),
              4096})
        .says("Is this my password? Asked by a seat that is locked; a wrong one counts as a failed "
              "sign-in")
        .takes<CheckPassword>()
        .answers<Account>();
    router
        .add({"GET",
              "/api/v1/password-rule",
              Access::anybody,
              {},
              to(&SessionRoutes::password_rule)})
        .says("What a new password must be like")
        .answers<PasswordRule>();
    router.add({"POST", "/api/v1/setup", Access::anybody, {}, to(&SessionRoutes::set_up), 4096})
        .says("Make the first administrator")
        .takes<SetUp>()
        .answers<Session>()
        .query<About::Switch>("cookie", into_cookie);
    router.add({"POST", "/api/v1/links", Access::anybody, {}, to(&SessionRoutes::open_link), 4096})
        .says("Open a one-time link")
        .takes<OpenLink>()
        .answers<Session>()
        .query<About::Switch>("cookie", into_cookie);
    // No idempotency: its answer is a secret, and the store keeps answers.
    router
        .add({"POST", "/api/v1/units/{id}/link", Access::signed_in, Permission::act_for_centre,
              to(&SessionRoutes::make_link)})
        .says("Make a one-time link that signs a phone in for the unit")
        .answers<LinkAnswer>();
}

} // namespace chengyun::hub
