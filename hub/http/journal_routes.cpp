// /journal, /timeline and /snapshot.
#include "hub/capability/snapshot.h"
#include "hub/http/routes.h"
#include "hub/journal/journal_page.h"

#include <boost/describe/class.hpp>

namespace chengyun::hub {
namespace {

using drogon::Task;

// For the description: hub/journal/journal_page.h writes them.
struct JournalPage {
    std::vector<Entry> items;
    std::int64_t head = 0;
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(JournalPage, (), (items, head, next))
struct Timeline {
    std::vector<Entry> items;
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(Timeline, (), (items, next))

Task<Response> journal(Context& context, CallPtr call) {
    const auto from = call->number("from", 0, 0, INT64_MAX);
    if (!from)
        co_return problem(from.error());
    const auto limit = call->number("limit", 200, 1, 1000);
    if (!limit)
        co_return problem(limit.error());
    co_return respond(co_await context.query<std::string>(
        [&context, call, from = *from, limit = *limit](Database& db) {
            return journal_page(db, context.writer.kinds(), call->account(), from,
                                static_cast<std::size_t>(limit), context.writer.head());
        }));
}

Task<Response> timeline_of(Context& context, CallPtr call) {
    if (call->query("subject").empty())
        co_return problem(fail(FailureKind::missing_field, "subject", "required"));
    const auto from = call->number("from", 0, 0, INT64_MAX);
    if (!from)
        co_return problem(from.error());
    const auto limit = call->number("limit", 200, 1, 1000);
    if (!limit)
        co_return problem(limit.error());
    co_return respond(co_await context.query<std::string>(
        [&context, call, from = *from, limit = *limit](Database& db) {
            return timeline_page(db, context.writer.kinds(), call->account(),
                                 call->query("subject"), from, static_cast<std::size_t>(limit));
        }));
}

Task<Response> snapshot(Context& context, SnapshotMaker maker, CallPtr call) {
    co_return respond(co_await context.query<std::string>([&context, maker, call](Database& db) {
        return maker.make(db, call->account(), context.clock());
    }));
}

} // namespace

void add_journal_routes(Router& router, CapabilityList capabilities) {
    auto& context = router.context();
    router
        .add({"GET", "/api/v1/journal", Access::signed_in, Permission::see_journal,
              [&context](CallPtr call) { return journal(context, std::move(call)); }})
        .says("The journal")
        .answers<JournalPage>()
        .query<std::int64_t>("from")
        .query<std::int64_t>("limit");
    router
        .add({"GET",
              "/api/v1/timeline",
              Access::signed_in,
              {},
              [&context](CallPtr call) { return timeline_of(context, std::move(call)); }})
        .says("Journal entries that belong to one subject")
        .answers<Timeline>()
        .query("subject", {}, true)
        .query<std::int64_t>("from")
        .query<std::int64_t>("limit");
    router
        .add({"GET",
              "/api/v1/snapshot",
              Access::signed_in,
              {},
              [&context, maker = SnapshotMaker(capabilities)](CallPtr call) {
                  return snapshot(context, maker, std::move(call));
              }})
        .says("Everything in my scope")
        .answers<Snapshot>();
}

} // namespace chengyun::hub
