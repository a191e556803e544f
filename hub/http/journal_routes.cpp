// /journal, /timeline and /snapshot.
#include "core/text/limits.h"
#include "hub/capability/snapshot.h"
#include "hub/http/routes.h"
#include "hub/journal/journal_page.h"
#include "hub/journal/journal_search.h"

#include <boost/describe/class.hpp>

#include <algorithm>

namespace chengyun::hub {
namespace {

using drogon::Task;

// For the description: hub/journal/journal_page.h and journal_search.h write them.
struct JournalPage {
    std::vector<Entry> items;
    std::int64_t head = 0;
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(JournalPage, (), (items, head, next))
struct EntryPage {
    std::vector<Entry> items;
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(EntryPage, (), (items, next))

constexpr std::size_t most_kinds_sought = 16;

/// "alarm,order.issued"
Result<std::vector<std::string>> read_kinds(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        if (out.size() == most_kinds_sought)
            return fail(FailureKind::invalid_field, "kinds",
                        "at most " + std::to_string(most_kinds_sought));
        out.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return out;
}

Result<JournalSearch> read_search(const Call& call) {
    JournalSearch search;
    auto kinds = read_kinds(call.query("kinds"));
    if (!kinds)
        return kinds.error();
    search.kinds = std::move(*kinds);
    search.who = call.query("who");
    if (auto ok = check_text(search.who, "who", limits::name, false); !ok)
        return ok.error();
    const auto number = [&](const char* name, std::int64_t high,
                            std::optional<std::int64_t>& out) -> Result<> {
        if (call.query(name).empty())
            return {};
        auto read = call.number(name, 0, 0, high);
        if (!read)
            return read.error();
        out = *read;
        return {};
    };
    std::optional<std::int64_t> since, until;
    if (auto ok = first_failure(number("since", latest_instant_ms, since),
                                number("until", latest_instant_ms, until),
                                number("before", INT64_MAX, search.before));
        !ok)
        return ok.error();
    if (since)
        search.since = instant_of(*since);
    if (until)
        search.until = instant_of(*until);
    auto limit = call.number("limit", 50, 1, 200);
    if (!limit)
        return limit.error();
    search.limit = static_cast<std::size_t>(*limit);
    return search;
}

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

Task<Response> search_journal(Context& context, CallPtr call) {
    auto search = read_search(*call);
    if (!search)
        co_return problem(search.error());
    co_return respond(co_await context.query<std::string>(
        [&context, call, search = std::move(*search)](Database& db) {
            return journal_search_page(db, context.writer.kinds(), call->account(), search);
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
        .add({"GET", "/api/v1/journal/search", Access::signed_in, Permission::see_journal,
              [&context](CallPtr call) { return search_journal(context, std::move(call)); }})
        .says("The journal, the newest first. A page may have fewer than `limit` entries, or none, "
              "and a next page still")
        .query("kinds", "one or more, with commas: alarm.taken, or alarm for all of alarms")
        .query("who", "part of the actor's name, or the actor's id")
        .query<std::int64_t>("since", "ms")
        .query<std::int64_t>("until", "ms: before it")
        .query<std::int64_t>("before", "`next` of the page before")
        .query<std::int64_t>("limit")
        .answers<EntryPage>();
    router
        .add({"GET",
              "/api/v1/timeline",
              Access::signed_in,
              {},
              [&context](CallPtr call) { return timeline_of(context, std::move(call)); }})
        .says("Journal entries that belong to one subject")
        .answers<EntryPage>()
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
