// The table of routes and what happens to every request before and after its handler: limits,
// session, permission, idempotency key, headers, metrics and log.
//
// A table of our own rather than Drogon's registry: methods, permissions and limits stand in one
// place, the OpenAPI description can be checked against it, and paths are matched by splitting, not
// by a regular expression over hostile text.
#pragma once

#include "core/account/account.h"
#include "core/journal/images.h"
#include "hub/http/about.h"
#include "hub/http/call.h"
#include "hub/http/context.h"
#include "hub/http/response.h"

#include <drogon/HttpResponse.h>
#include <drogon/utils/coroutine.h>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

using Handler = std::function<drogon::Task<Response>(CallPtr)>;

enum class Access {
    anybody,
    signed_in,
    command,    ///< signed in, with an Idempotency-Key
    own_session ///< signed in; about the session itself, so that a device may do it, too
};

struct Route {
    std::string_view method;
    std::string_view pattern; ///< "/api/v1/orders/{id}"
    Access access = Access::signed_in;
    std::optional<Permission> permission{};
    Handler handler{};
    std::int64_t max_body = 0; ///< 0: http.max_body_bytes
    About about{};
};

/// Makes handlers out of the methods of an object, which lives as long as they do:
///     const auto to = handlers_of(std::make_shared<DutyRoutes>(router.context(), service));
///     router.add({"GET", "/api/v1/duty", Access::signed_in, {}, to(&DutyRoutes::get)});
template <class Routes>
[[nodiscard]] auto handlers_of(std::shared_ptr<Routes> routes) {
    return [routes = std::move(routes)](drogon::Task<Response> (Routes::*method)(CallPtr)) {
        return [routes, method](CallPtr call) { return (routes.get()->*method)(std::move(call)); };
    };
}

class Router {
public:
    explicit Router(Context& context) : context_(context) {}
    /// What handlers need of the hub; outlives this.
    [[nodiscard]] Context& context() { return context_; }

    /// Before serving. What is returned is for saying more of the route at once, before the next
    /// one is added.
    About& add(Route route);
    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }
    /// Bytes of the largest body that any route takes.
    [[nodiscard]] std::int64_t largest_body() const;

    /// Says of a kind of entity that it stands in changes and snapshots, for the description.
    template <class T>
    void describe_entity() {
        entities_.push_back({&entity_kind<T>(), make_schema<T>});
    }
    struct DescribedEntity {
        const EntityKind* kind;
        SchemaMaker make;
    };
    [[nodiscard]] const std::vector<DescribedEntity>& entities() const { return entities_; }

    using Send = std::function<void(const drogon::HttpResponsePtr&)>;
    /// On an IO loop.
    void serve(const drogon::HttpRequestPtr& request, Send send);
    /// Answers a request that is not to be served, and closes its connection. On an IO loop.
    void refuse(const drogon::HttpRequestPtr& request, const Failure& why, const Send& send);
    /// Requests whose answer has not been sent yet.
    [[nodiscard]] std::int64_t running() const { return running_; }

    /// Session and page rules for a request that is not a route's (the stream's upgrade).
    [[nodiscard]] Result<SignedInPtr> authenticate(const drogon::HttpRequestPtr& request,
                                                   bool& by_cookie) const;

private:
    struct Node {
        std::string text; ///< empty: a parameter
        std::vector<Node> children;
        std::vector<std::size_t> routes; ///< that end here
    };
    struct Match {
        const Node* node = nullptr;
        std::vector<std::string> parameters;
    };
    [[nodiscard]] Match match(std::string_view path) const;
    [[nodiscard]] Result<CallPtr> admit(const Route& route, const drogon::HttpRequestPtr& request,
                                        std::vector<std::string> parameters) const;
    void begin(const drogon::HttpRequestPtr& request, const Send& send);
    void finish(const drogon::HttpRequestPtr& request, const Route* route, std::size_t index,
                Response response, std::chrono::steady_clock::time_point began, const Send& send);
    /// Counts and logs the answer and sends it.
    void answer(const drogon::HttpRequestPtr& request, const Route* route, std::size_t index,
                Response response, std::chrono::steady_clock::time_point began, const Send& send);

    Context& context_;
    std::vector<Route> routes_;
    std::vector<DescribedEntity> entities_;
    std::vector<RouteFigures*> figures_;
    RouteFigures* unmatched_ = nullptr;
    Node root_;
    std::atomic<std::int64_t> running_{0};
};

} // namespace chengyun::hub
