// Signing in and out, the first administrator, one-time links, and who one is.
#include "hub/http/routes.h"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <format>

namespace chengyun::hub {
namespace {

using drogon::Task;

struct LinkAnswer {
    std::string url;
    Instant expires{};
};
BOOST_DESCRIBE_STRUCT(LinkAnswer, (), (url, expires))

bool is_secure(const Context& context) {
    return context.address.starts_with("https:");
}

std::string cookie_text(const Context& context, std::string_view token, std::int64_t max_age) {
    return std::format("chengyun_session={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}",
                       token, max_age, is_secure(context) ? "; Secure" : "");
}

/// With `?cookie=1` the token goes into a cookie that scripts cannot read, and not into the body.
Response session_answer(const Context& context, const Call& call, Result<Session> session) {
    if (!session)
        return problem(session.error());
    if (call.query("cookie") != "1")
        return {200, json::write(*session)};
    const auto age =
        std::max<std::int64_t>(0, (ms_of(session->expires) - ms_of(context.clock())) / 1000);
    Response out{200, {}};
    out.headers.emplace_back("set-cookie", cookie_text(context, session->token, age));
    session->token.clear();
    out.body = json::write(*session);
    return out;
}

Task<Response> sign_in(Context& context, CallPtr call) {
    auto body = call->read<SignIn>();
    if (!body)
        co_return problem(body.error());
    const auto name = body->name;
    auto session = co_await context.later<Session>(
        [&context, call, body = std::move(*body)](auto done) mutable {
            context.accounts.sign_in(std::move(body), call->address, std::move(done));
        });
    auto response = session_answer(context, *call, std::move(session));
    if (response.status == 429)
        if (const auto wait = context.accounts.wait_of(name, call->address))
            response.headers.emplace_back("retry-after", std::to_string(wait->count()));
    co_return response;
}

Task<Response> sign_out(Context& context, CallPtr call) {
    auto answer = co_await context.later<Answer>(
        [&context, call](auto done) { context.accounts.sign_out(call->who, std::move(done)); });
    // A session that could not be ended keeps its cookie, so that it can be ended yet.
    const bool ended = answer.has_value();
    auto response = respond(std::move(answer));
    if (ended)
        response.headers.emplace_back("set-cookie", cookie_text(context, "", 0));
    co_return response;
}

Task<Response> me(Context&, CallPtr call) {
    co_return Response{200, json::write(call->account())};
}

Task<Response> change_password(Context& context, CallPtr call) {
    auto body = call->read<ChangePassword>();
    if (!body)
        co_return problem(body.error());
    co_return respond(co_await context.later<Answer>([&context, call, body = *body](auto done) {
        context.accounts.change_password(call->who, body, call->address, std::move(done));
    }));
}

Task<Response> set_up(Context& context, CallPtr call) {
    auto body = call->read<SetUp>();
    if (!body)
        co_return problem(body.error());
    co_return session_answer(
        context, *call, co_await context.later<Session>([&context, call, body = *body](auto done) {
            context.accounts.set_up(body, call->address, std::move(done));
        }));
}

Task<Response> open_link(Context& context, CallPtr call) {
    auto body = call->read<OpenLink>();
    if (!body)
        co_return problem(body.error());
    co_return session_answer(
        context, *call, co_await context.later<Session>([&context, call, body = *body](auto done) {
            context.accounts.open_link(body, call->address, std::move(done));
        }));
}

Task<Response> make_link(Context& context, CallPtr call) {
    auto link = co_await context.later<OneTimeLink>([&context, call](auto done) {
        context.accounts.make_unit_link(call->who, call->parameters[0], std::move(done));
    });
    if (!link)
        co_return problem(link.error());
    // After the '#': neither servers nor proxies nor their logs see it, and a messenger that
    // looks at addresses ahead of people does not use it up.
    co_return Response{
        200, json::write(LinkAnswer{context.address + "/link#" + link->token, link->expires})};
}

} // namespace

void add_session_routes(Router& router, Context& context) {
    const auto with = [&context](auto function) {
        return [&context, function](CallPtr call) { return function(context, std::move(call)); };
    };
    router.add({"POST", "/api/v1/sessions", Access::anybody, {}, with(sign_in), 4096});
    router.add({"DELETE", "/api/v1/sessions/current", Access::signed_in, {}, with(sign_out)});
    router.add({"GET", "/api/v1/me", Access::signed_in, {}, with(me)});
    router.add({"POST", "/api/v1/me/password", Access::signed_in, {}, with(change_password), 4096});
    router.add({"POST", "/api/v1/setup", Access::anybody, {}, with(set_up), 4096});
    router.add({"POST", "/api/v1/links", Access::anybody, {}, with(open_link), 4096});
    // No idempotency: its answer is a secret, and the store keeps answers.
    router.add({"POST", "/api/v1/units/{id}/link", Access::signed_in, Permission::act_for_centre,
                with(make_link)});
}

} // namespace chengyun::hub
