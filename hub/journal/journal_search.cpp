#include "hub/journal/journal_search.h"

#include "hub/journal/journal.h"
#include "hub/store/condition.h"
#include "hub/store/rows.h"

#include <algorithm>
#include <utility>

namespace chengyun::hub {

namespace {

/// Numbers from `low` up to, but without, `high`.
struct Range {
    std::int64_t low = 1, high = 1;
};

[[nodiscard]] Result<Range> range_of(Database& db, const JournalSearch& search) {
    auto end = journal_end(db);
    if (!end)
        return end.error();
    Range range{1, end->seq + 1};
    if (search.since) {
        auto low = first_entry_at(db, *search.since, end->seq);
        if (!low)
            return low.error();
        range.low = *low;
    }
    if (search.until) {
        auto high = first_entry_at(db, *search.until, end->seq);
        if (!high)
            return high.error();
        range.high = *high;
    }
    if (search.before)
        range.high = std::min(range.high, *search.before);
    return range;
}

[[nodiscard]] Conditions conditions_of(const JournalSearch& search, const Range& range) {
    Conditions where;
    where.add("j.seq >= ?", {range.low}).add("j.seq < ?", {range.high});
    std::string any;
    std::vector<Conditions::Value> values;
    for (const auto& kind : search.kinds) {
        any += any.empty() ? "(" : " OR ";
        any += "j.kind = ? OR substr(j.kind, 1, instr(j.kind, '.') - 1) = ?";
        values.insert(values.end(), 2, kind);
    }
    if (!any.empty())
        where.add(any + ")", std::move(values));
    if (!search.who.empty())
        where.add("(j.body ->> '$.actor' = ? OR instr(lower(j.body ->> '$.actor_name'), lower(?)) "
                  "> 0)",
                  {search.who, search.who});
    return where;
}

} // namespace

Result<std::int64_t> first_entry_at(Database& db, Instant moment, std::int64_t last) {
    std::int64_t low = 1, high = last + 1;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        auto query = bound(db, "SELECT body ->> '$.time' FROM journal WHERE seq = ?", middle);
        if (!query)
            return query.error();
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return fail(FailureKind::corrupt, "journal",
                        "entry " + std::to_string(middle) + " is missing");
        if (query->integer(0) < ms_of(moment))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Result<std::string> journal_search_page(Database& db, const JournalKinds& kinds,
                                        const Account& account, const JournalSearch& search) {
    auto range = range_of(db, search);
    if (!range)
        return range.error();
    const Range looked{std::max(range->low, range->high - most_entries_searched), range->high};
    std::string items;
    std::size_t count = 0;
    auto next = looked.low;
    auto read =
        each_entry_back(db, kinds, conditions_of(search, looked), [&](const StoredEntryPtr& entry) {
            if (!may_see(account, *entry))
                return true;
            if (count++ > 0)
                items += ',';
            items += entry->json;
            if (count < search.limit && items.size() <= most_bytes_a_page)
                return true;
            next = entry->seq;
            return false;
        });
    if (!read)
        return read.error();
    auto out = "{\"items\":[" + items + "]";
    if (next > range->low)
        out += ",\"next\":" + std::to_string(next);
    return out + "}";
}

} // namespace chengyun::hub
