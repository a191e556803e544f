// /stream/admission. The stream itself is Drogon's WebSocket registry's (stream_socket.h).
#include "hub/config/origin.h"
#include "hub/http/routes.h"
#include "hub/http/stream_admission.h"

namespace chengyun::hub {

Result<> check_stream(const Context& context, std::string_view origin, std::string_view host) {
    if (!origin.empty())
        if (auto ours = check_origin(origin, host, context.config.http.public_url); !ours)
            return ours;
    if (context.draining)
        return fail(FailureKind::unavailable, {}, "the hub is stopping");
    if (context.feed->figures().seats >= context.config.stream.max_seats)
        return fail(FailureKind::too_many, {}, "too many streams");
    return {};
}

void add_stream_routes(Router& router) {
    router
        .add({"GET",
              "/api/v1/stream/admission",
              Access::signed_in,
              {},
              [&context = router.context()](CallPtr call) -> drogon::Task<Response> {
                  const auto may = check_stream(context, call->query("origin"),
                                                call->request->getHeader("host"));
                  if (!may)
                      co_return problem(may.error());
                  co_return Response{204, {}, {}};
              }})
        .says("Whether the stream would be opened; the problem says why not, for a browser does "
              "not tell a page")
        .answers_nothing("it would")
        .query("origin", "whose page asks, as in the Origin header");
}

} // namespace chengyun::hub
