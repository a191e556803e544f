// LinkageService: what a rule would have shown, played from the journal.
#include "core/linkage/entry_kinds.h"
#include "core/order/entry_kinds.h"
#include "hub/journal/journal.h"
#include "hub/journal/journal_search.h"
#include "hub/linkage/linkage_service.h"
#include "hub/orders/order_store.h"
#include "hub/store/condition.h"
#include "hub/store/rows.h"

#include <algorithm>
#include <map>

namespace chengyun::hub {

namespace {

/// Entries that one trial looks at, so that it does not hold a reader for long.
constexpr std::size_t most_played = 20'000;

/// What is played of the journal.
Conditions played_since(std::int64_t first) {
    Conditions where;
    std::string any;
    std::vector<Conditions::Value> kinds;
    for (const auto kind : entry_kind::of_orders)
        if (linkage_event(kind) || ends_order(kind)) {
            any += any.empty() ? "?" : ", ?";
            kinds.emplace_back(std::string(kind));
        }
    where.add("j.seq >= ?", {first}).add("j.kind IN (" + any + ")", std::move(kinds));
    return where;
}

} // namespace

Result<TrialAnswer> LinkageService::trial(Database& db, const JournalKinds& kinds,
                                          const Account& account, const LinkageRule& rule,
                                          Instant now) const {
    if (auto ok = check(rule); !ok)
        return ok.error();
    auto wall = seen(db, account, rule.wall, rule.screen);
    if (!wall)
        return wall.error();
    auto end = journal_end(db);
    if (!end)
        return end.error();
    TrialAnswer answer;
    answer.since = now - trial_days;
    auto first = first_entry_at(db, answer.since, end->seq);
    if (!first)
        return first.error();

    std::vector<Entry> entries;
    std::optional<Failure> unreadable;
    auto read = each_entry_back(db, kinds, played_since(*first), [&](const StoredEntryPtr& stored) {
        if (entries.size() == most_played) {
            answer.cut = true;
            return false;
        }
        auto entry = stored_value<Entry>(stored->json);
        if (!entry) {
            unreadable = entry.error();
            return false;
        }
        entry->body = {};
        entries.push_back(std::move(*entry));
        return true;
    });
    if (!read)
        return read.error();
    if (unreadable)
        return *unreadable;
    std::ranges::reverse(entries);
    if (answer.cut)
        answer.since = entries.front().time;

    std::map<std::string, Order, std::less<>> orders;
    std::vector<TrialEvent> events;
    events.reserve(entries.size());
    for (const auto& entry : entries) {
        auto known = orders.find(entry.subject);
        if (known == orders.end()) {
            auto order = others_.orders.order(db, entry.subject);
            if (!order && order.error().kind == FailureKind::not_found)
                continue; // as left_out in following
            if (!order)
                return order.error();
            known = orders.emplace(entry.subject, std::move(*order)).first;
        }
        events.push_back({entry.time, linkage_event(entry.kind), known->second});
    }
    auto rules = store_.rules(db);
    if (!rules)
        return rules.error();
    answer.items = play(rule, *wall, *rules, events, now);
    return answer;
}

} // namespace chengyun::hub
