#include "hub/http/router.h"

#include "core/id/uuid.h"
#include "core/text/hex.h"
#include "hub/config/guard.h"
#include "hub/config/log.h"
#include "hub/http/client_address.h"
#include "hub/http/to_drogon.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace chengyun::hub {
namespace {

using SteadyClock = std::chrono::steady_clock;

std::string_view next_segment(std::string_view& path) {
    if (path.starts_with('/'))
        path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    const auto segment = path.substr(0, end);
    path.remove_prefix(end);
    return segment;
}

std::int64_t header_bytes(const drogon::HttpRequestPtr& request) {
    std::size_t bytes = request->path().size() + request->query().size();
    for (const auto& [name, value] : request->headers())
        bytes += name.size() + value.size() + 4;
    return static_cast<std::int64_t>(bytes);
}

} // namespace

Result<std::int64_t> Call::number(const std::string& name, std::int64_t otherwise, std::int64_t low,
                                  std::int64_t high) const {
    const auto& text = query(name);
    if (text.empty())
        return otherwise;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high)
        return fail(FailureKind::invalid_field, name,
                    std::format("a number from {} to {}", low, high));
    return value;
}

std::string digest_of(std::string_view method, std::string_view path, std::string_view query,
                      std::string_view body) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, 16);
    const auto add = [&](std::string_view text) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()),
                                  text.size());
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>("\n"), 1);
    };
    add(method);
    add(path);
    add(query);
    add(body);
    std::array<unsigned char, 16> hash;
    crypto_generichash_final(&state, hash.data(), hash.size());
    return hex_of(hash);
}

About& Router::add(Route route) {
    auto* node = &root_;
    std::string_view rest = route.pattern;
    while (!rest.empty() && rest != "/") {
        const auto segment = next_segment(rest);
        const std::string text = segment.starts_with('{') ? std::string() : std::string(segment);
        auto child = std::find_if(node->children.begin(), node->children.end(),
                                  [&](const Node& n) { return n.text == text; });
        if (child == node->children.end()) {
            // Fixed names before parameters.
            const auto where = text.empty() ? node->children.end() : node->children.begin();
            child = node->children.insert(where, Node{text, {}, {}});
        }
        node = &*child;
    }
    node->routes.push_back(routes_.size());
    figures_.push_back(&context_.metrics.route(route.method, route.pattern));
    if (!unmatched_)
        unmatched_ = &context_.metrics.route("other", "other");
    return routes_.emplace_back(std::move(route)).about;
}

std::int64_t Router::largest_body() const {
    auto largest = context_.config.http.max_body_bytes;
    for (const auto& route : routes_)
        largest = std::max(largest, route.max_body);
    return largest;
}

Router::Match Router::match(std::string_view path) const {
    Match out{&root_, {}};
    std::string_view rest = path;
    while (!rest.empty() && rest != "/") {
        const auto segment = next_segment(rest);
        const Node* found = nullptr;
        for (const auto& child : out.node->children)
            if (child.text == segment || (child.text.empty() && !segment.empty())) {
                found = &child;
                break;
            }
        if (!found)
            return {};
        if (found->text.empty())
            out.parameters.emplace_back(segment);
        out.node = found;
    }
    return out;
}

Result<SignedInPtr> Router::authenticate(const drogon::HttpRequestPtr& request,
                                         bool& by_cookie) const {
    static const std::string authorization = "authorization";
    static const std::string cookie = "chengyun_session";
    const std::string_view header = request->getHeader(authorization);
    constexpr std::string_view bearer = "Bearer ";
    std::string_view token = request->getCookie(cookie);
    by_cookie = !header.starts_with(bearer);
    if (!by_cookie)
        token = header.substr(bearer.size());
    if (by_cookie && token.empty())
        return fail(FailureKind::unauthenticated, {}, "no session");
    auto who = context_.sessions.check(token);
    if (who && context_.connections)
        context_.connections->known(ends_of(request));
    return who;
}

Result<CallPtr> Router::admit(const Route& route, const drogon::HttpRequestPtr& request,
                              std::vector<std::string> parameters) const {
    const auto max_body = route.max_body ? route.max_body : context_.config.http.max_body_bytes;
    if (static_cast<std::int64_t>(request->bodyLength()) > max_body)
        return fail(FailureKind::too_large, {}, std::format("at most {} bytes", max_body));
    auto call = std::make_shared<Call>();
    call->request = request;
    call->parameters = std::move(parameters);
    call->address = client_address(request, context_.config.http.proxy);
    if (route.access == Access::anybody)
        return call;

    auto who = authenticate(request, call->by_cookie);
    if (!who)
        return who.error();
    call->who = std::move(*who);
    // A browser has one cookie for all its pages: one that was opened by somebody else says whom it
    // takes the session for, so that nothing is done or shown in the wrong name.
    if (const auto& meant = request->getHeader("x-chengyun-account");
        !meant.empty() && meant != call->account().id)
        return fail(FailureKind::unauthenticated, "X-Chengyun-Account",
                    "the session is another account's");
    // Another site can make a browser send the cookie, but not this header.
    if (call->by_cookie && route.method != "GET" && request->getHeader("x-chengyun") != "1")
        return fail(FailureKind::forbidden, {}, "commands by cookie need the header X-Chengyun: 1");
    if (route.method != "GET" && route.access != Access::own_session &&
        !may_command(call->account().role))
        return fail(FailureKind::forbidden, {}, "a device only looks");
    if (route.permission && !may(call->account().role, *route.permission))
        return fail(FailureKind::forbidden, {}, "not allowed for this role");
    if (route.access != Access::command)
        return call;

    const auto& key = request->getHeader("idempotency-key");
    if (key.empty())
        return fail(FailureKind::missing_field, "Idempotency-Key", "commands carry a UUIDv7");
    // Its time decides how long its answer is kept.
    if (time_of_id(key) == Instant{})
        return fail(FailureKind::invalid_field, "Idempotency-Key", "a UUIDv7 in lower case");
    call->key = {key,
                 call->account().id,
                 digest_of(route.method, request->path(), request->query(), call->body()),
                 {}};
    if (const auto& expires = request->getHeader("command-expires"); !expires.empty()) {
        std::int64_t ms = 0;
        const auto [end, error] =
            std::from_chars(expires.data(), expires.data() + expires.size(), ms);
        if (error != std::errc{} || end != expires.data() + expires.size() || ms < 0 ||
            ms > latest_instant_ms)
            return fail(FailureKind::invalid_field, "Command-Expires", "UTC milliseconds");
        call->key.expires = instant_of(ms);
    }
    return call;
}

void Router::serve(const drogon::HttpRequestPtr& request, Send send) {
    ++running_;
    auto begun = guarded("http", [&]() -> Result<> {
        begin(request, send);
        return {};
    });
    if (!begun)
        finish(request, nullptr, 0, problem(begun.error()), SteadyClock::now(), send);
}

void Router::begin(const drogon::HttpRequestPtr& request, const Send& send) {
    const auto began = SteadyClock::now();
    if (context_.draining) {
        auto response = problem(fail(FailureKind::unavailable, {}, "the hub is stopping"));
        response.headers.emplace_back("connection", "close");
        return finish(request, nullptr, 0, std::move(response), began, send);
    }
    if (header_bytes(request) > context_.config.http.max_header_bytes) {
        return finish(request, nullptr, 0,
                      problem(fail(FailureKind::too_large, {}, "the request's headers"), 431),
                      began, send);
    }
    auto matched = match(request->path());
    if (!matched.node || matched.node->routes.empty())
        return finish(request, nullptr, 0,
                      problem(fail(FailureKind::not_found, {}, "no such address")), began, send);
    const std::string_view method = request->isHead() ? "GET" : request->methodString();
    std::optional<std::size_t> index;
    std::string allowed;
    for (const auto candidate : matched.node->routes) {
        if (routes_[candidate].method == method)
            index = candidate;
        allowed += (allowed.empty() ? "" : ", ") + std::string(routes_[candidate].method);
    }
    if (!index) {
        auto response = problem(fail(FailureKind::wrong_method, {}, "only " + allowed));
        response.headers.emplace_back("allow", allowed);
        return finish(request, nullptr, 0, std::move(response), began, send);
    }
    const auto& route = routes_[*index];
    auto call = admit(route, request, std::move(matched.parameters));
    if (!call)
        return finish(request, &route, *index, problem(call.error()), began, send);
    drogon::async_run(
        [this, &route, index = *index, call = std::move(*call), began, send]() -> drogon::Task<> {
            std::optional<Failure> thrown;
            Response response;
            try {
                response = co_await route.handler(call);
            } catch (...) {
                thrown = stopped_exception("http");
            }
            if (thrown)
                response = problem(*thrown);
            finish(call->request, &route, index, std::move(response), began, send);
        });
}

void Router::refuse(const drogon::HttpRequestPtr& request, const Failure& why, const Send& send) {
    ++running_;
    Response response{status_of(why.kind), {}, {}};
    guarded_job("http", [&] {
        response = problem(why);
        response.headers.emplace_back("connection", "close");
    });
    finish(request, nullptr, 0, std::move(response), SteadyClock::now(), send);
}

void Router::finish(const drogon::HttpRequestPtr& request, const Route* route, std::size_t index,
                    Response response, SteadyClock::time_point began, const Send& send) {
    const bool answered = guarded_job(
        "http", [&] { answer(request, route, index, std::move(response), began, send); });
    if (!answered)
        guarded_job("http", [&] {
            auto plain = drogon::HttpResponse::newHttpResponse();
            plain->setStatusCode(drogon::k500InternalServerError);
            send(plain);
        });
    --running_;
}

void Router::answer(const drogon::HttpRequestPtr& request, const Route* route, std::size_t index,
                    Response response, SteadyClock::time_point began, const Send& send) {
    const auto status = response.status;
    const auto out = to_drogon(std::move(response), request->path());
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - began);
    (route ? figures_[index] : unmatched_)->count(status, took);
    if (context_.config.log.requests && log_level() <= LogLevel::info) {
        // The pattern, not the path: what stands in a path may be a secret.
        const auto client = client_address(request, context_.config.http.proxy);
        log(LogLevel::info, "http", "request",
            {{"method", std::string_view(request->methodString())},
             {"route", route ? route->pattern : std::string_view("-")},
             {"status", std::int64_t{status}},
             {"us", std::int64_t{took.count()}},
             {"from", std::string_view(client)}});
    }
    send(out);
}

} // namespace chengyun::hub
