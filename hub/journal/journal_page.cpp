#include "hub/journal/journal_page.h"

#include "hub/journal/journal.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

/// {"items":[…]: the object is still open.
[[nodiscard]] std::string items_seen(const Account& account,
                                     const std::vector<StoredEntryPtr>& entries) {
    std::string out = "{\"items\":[";
    bool first = true;
    for (const auto& entry : entries) {
        if (!may_see(account, *entry))
            continue;
        if (!first)
            out += ',';
        first = false;
        out += entry->json;
    }
    return out + "]";
}

} // namespace

Result<std::string> journal_page(Database& db, const JournalKinds& kinds, const Account& account,
                                 std::int64_t from, std::size_t limit, std::int64_t head) {
    auto entries = read_journal(db, kinds, from, limit);
    if (!entries)
        return entries.error();
    auto out = items_seen(account, *entries);
    out += ",\"head\":" +
           std::to_string(entries->empty() ? head : std::max(head, entries->back()->seq));
    if (!entries->empty())
        out += ",\"next\":" + std::to_string(entries->back()->seq);
    return out + "}";
}

Result<std::string> timeline_page(Database& db, const JournalKinds& kinds, const Account& account,
                                  std::string_view subject, std::int64_t from, std::size_t limit) {
    auto entries = read_timeline(db, kinds, subject, from, limit + 1);
    if (!entries)
        return entries.error();
    const bool more = entries->size() > limit;
    if (more)
        entries->pop_back();
    auto out = items_seen(account, *entries);
    if (more)
        out += ",\"next\":" + std::to_string(entries->back()->seq);
    return out + "}";
}

} // namespace chengyun::hub
