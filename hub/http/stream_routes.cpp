// /stream/admission and /stream/entries. The stream itself is Drogon's WebSocket registry's
// (stream_socket.h).
#include "core/journal/entry.h"
#include "hub/config/origin.h"
#include "hub/http/routes.h"
#include "hub/http/stream_admission.h"
#include "hub/stream/frames.h"

#include <boost/describe/class.hpp>

namespace chengyun::hub {
namespace {

using drogon::Task;

// For the description: hub/stream/frames.h writes it.
struct StreamFrame {
    std::string t;
    std::optional<std::string> wire;
    std::optional<std::int64_t> after;
    std::int64_t head = 0;
    std::string hash;
    std::vector<Entry> entries;
    std::optional<bool> more;
};
BOOST_DESCRIBE_STRUCT(StreamFrame, (), (t, wire, after, head, hash, entries, more))

Task<Response> entries_by_request(Context& context, CallPtr call) {
    const auto from = call->number("from", 0, 0, INT64_MAX);
    if (!from)
        co_return problem(from.error());
    const auto& hash = call->query("hash");
    if (!hash.empty() && !is_chain_hash(hash))
        co_return problem(fail(FailureKind::invalid_field, "hash", "the hash of the entry `from`"));
    std::optional<JournalPosition> at;
    if (!call->query("from").empty())
        at = JournalPosition{*from, hash};
    co_return respond(co_await context.query<std::string>([&context, call, at](Database& db) {
        return next_frame(db, context.writer.kinds(), call->account(), at,
                          context.config.stream.catch_up_entries);
    }));
}

} // namespace

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
              "/api/v1/stream/entries",
              Access::signed_in,
              {},
              [&context = router.context()](CallPtr call) {
                  return entries_by_request(context, std::move(call));
              }})
        .says("The next frame of the stream, for who cannot open it; without `from`: where the "
              "journal ends")
        .answers<StreamFrame>()
        .query<std::int64_t>("from", "position: the seq up to which the seat has everything")
        .query("hash", "the hash of that entry, as the last frame told it");
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
