// /journal.
#include "hub/http/routes.h"

#include <algorithm>

namespace chengyun::hub {
namespace {

using drogon::Task;

/// What the account may see of the entries after `from`; the page ends after `limit` entries looked
/// at, so that an account that sees little does not make the hub read everything.
Result<std::string> page(Database& db, const Account& account, std::int64_t from, std::size_t limit,
                         std::int64_t head) {
    auto entries = read_journal(db, from, limit);
    if (!entries)
        return entries.error();
    std::string out = "{\"items\":[";
    bool first = true;
    for (const auto& entry : *entries) {
        if (!may_see(account, *entry))
            continue;
        if (!first)
            out += ',';
        first = false;
        out += entry->json;
    }
    out += "],\"head\":" +
           std::to_string(entries->empty() ? head : std::max(head, entries->back()->seq));
    if (!entries->empty())
        out += ",\"next\":" + std::to_string(entries->back()->seq);
    return out + "}";
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
            return page(db, call->account(), from, static_cast<std::size_t>(limit),
                        context.writer.head());
        }));
}

} // namespace

void add_journal_routes(Router& router, Context& context) {
    router.add({"GET", "/api/v1/journal", Access::signed_in, Permission::see_journal,
                [&context](CallPtr call) { return journal(context, std::move(call)); }});
}

} // namespace chengyun::hub
