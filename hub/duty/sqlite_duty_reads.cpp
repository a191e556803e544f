#include "hub/duty/duty_reads.h"

#include "hub/capability/snapshot.h"
#include "hub/duty/duty_actor.h"
#include "hub/duty/rota_reads.h"
#include "hub/journal/journal.h"
#include "hub/store/condition.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

constexpr std::chrono::days snapshot_back{1};
constexpr std::chrono::days snapshot_ahead{7};

/// The rows of which the account sees a shift: sheets name two, entries of the log one.
struct ScopeCondition {
    std::string sql;
    std::vector<Conditions::Value> values;
};
ScopeCondition condition_of(const DutyScope& scope, std::string_view shifts) {
    if (scope.everything)
        return {"1", {}};
    ScopeCondition out;
    for (const auto& post : scope.posts) {
        out.sql += out.values.empty() ? "?" : ", ?";
        out.values.emplace_back(post);
    }
    out.sql = "EXISTS (SELECT 1 FROM duty_shift s WHERE s.id IN (" + std::string(shifts) +
              ") AND (s.post IN (" + out.sql + ")";
    if (!scope.person.empty()) {
        out.sql += " OR s.json ->> '$.person' = ?";
        out.values.emplace_back(scope.person);
    }
    out.sql += "))";
    return out;
}
constexpr std::string_view of_sheet = "outgoing, incoming";
constexpr std::string_view of_entry = "shift";

/// {"handovers":[…]}: named as in a snapshot, and there when it is empty.
class NamedList {
public:
    explicit NamedList(std::string_view name) : out_("{\"" + std::string(name) + "\":[") {}
    void add(std::string_view json) {
        if (out_.back() != '[')
            out_ += ',';
        out_ += json;
    }
    [[nodiscard]] std::string text() const { return out_ + "]}"; }

private:
    std::string out_;
};

/// The texts of the rows of a table, newest or oldest first as `end` says.
template <class T, class Visit>
Result<> each_seen(Database& db, const Conditions& where, const std::string& end, Visit&& visit) {
    auto query = db.prepare("SELECT json FROM " + std::string(duty_table<T>().name) + where.sql() +
                            " " + end);
    if (!query)
        return query.error();
    where.bind_to(*query);
    return each_row(*query, [&](const Statement& row) { visit(row.text(0)); });
}

template <class T, class... Values>
Result<> list_all(Database& db, SnapshotText& text, std::string_view condition,
                  const Values&... values) {
    auto list = text.list(entity_kind<T>().name);
    return duty_table<T>().each_text(
        db, condition, [&](std::string_view json) { list.add(json); }, values...);
}

/// Requests about shifts of a period: the condition takes what overlapping_shifts takes, twice.
std::string exchanges_of_period() {
    const std::string shifts =
        "(SELECT id FROM duty_shift WHERE starts < ? AND starts > ? AND ends > ?)";
    return "shift IN " + shifts + " OR in_return IN " + shifts + " ORDER BY id";
}

/// What everybody sees.
Result<> add_rota(Database& db, SnapshotText& text, Instant now) {
    const auto first = now - snapshot_back;
    if (auto done = list_all<Post>(db, text, "1 ORDER BY id"); !done)
        return done;
    if (auto done = list_all<Person>(db, text, "1 ORDER BY id"); !done)
        return done;
    if (auto done = list_all<Pattern>(db, text, "1 ORDER BY id"); !done)
        return done;
    if (auto done = list_all<HolidayYear>(db, text, "1 ORDER BY id"); !done)
        return done;
    if (auto done = list_all<Shift>(
            db, text, "state = 1 OR (starts < ? AND starts > ? AND ends > ?) ORDER BY starts, id",
            ms_of(now + snapshot_ahead), earliest_start(first), ms_of(first));
        !done)
        return done;
    if (auto done = list_all<ShiftExchange>(db, text, "open = 1 ORDER BY id"); !done)
        return done;
    return list_all<Leave>(db, text, "open = 1 OR ends > ? ORDER BY id", ms_of(now));
}

std::string as_pattern(std::string_view text) {
    std::string out = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "%";
}

} // namespace

Result<std::string> DutyReads::roster(Database& db, Instant from, Instant to) const {
    auto reading = ReadScope::begin(db);
    if (!reading)
        return reading.error();
    auto end = journal_end(db);
    if (!end)
        return end.error();
    std::string out = "{\"seq\":" + std::to_string(end->seq);
    SnapshotText text(out);
    const auto last = ms_of(to);
    const auto first = earliest_start(from);
    const auto begin = ms_of(from);
    if (auto done = list_all<Shift>(db, text, overlapping_shifts, last, first, begin); !done)
        return done.error();
    if (auto done = list_all<ShiftExchange>(db, text, exchanges_of_period(), last, first, begin,
                                            last, first, begin);
        !done)
        return done.error();
    if (auto done = list_all<Leave>(db, text, "ends > ? AND starts < ? ORDER BY id", begin, last);
        !done)
        return done.error();
    return out + '}';
}

Result<std::string> DutyReads::own(Database& db, const Account& account, Instant now) const {
    auto reading = ReadScope::begin(db);
    if (!reading)
        return reading.error();
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    OwnDuty own;
    if (!actor->person)
        return json::write(own);
    auto current = duty_of(db, actor->person->id);
    if (!current)
        return current.error();
    auto coming = shifts_between(db, now, now + snapshot_ahead);
    if (!coming)
        return coming.error();
    const auto next = std::ranges::find_if(*coming, [&](const Shift& shift) {
        return shift.person == actor->person->id && shift.state == ShiftState::planned;
    });
    const bool has_next = next != coming->end();
    if (has_next && (!*current || next->start - check_in_early <= now)) {
        own.check_in_from = next->start - check_in_early;
        own.shift = std::move(*next);
    } else {
        own.shift = std::move(*current);
    }
    if (own.shift) {
        auto post = duty_table<Post>().get(db, own.shift->post);
        if (!post)
            return post.error();
        own.post = std::move(*post);
    }
    return json::write(own);
}

Result<std::string> DutyReads::handovers(Database& db, const Account& account, Instant from,
                                         Instant to) const {
    auto reading = ReadScope::begin(db);
    if (!reading)
        return reading.error();
    auto scope = viewers_.scope_of(db, account);
    if (!scope)
        return scope.error();
    auto seen = condition_of(*scope, of_sheet);
    Conditions where;
    where.add(
        "outgoing IN (SELECT id FROM duty_shift WHERE starts < ? AND starts > ? AND ends > ?)",
        {ms_of(to), earliest_start(from), ms_of(from)});
    where.add(seen.sql, std::move(seen.values));
    NamedList list("handovers");
    if (auto read = each_seen<Handover>(db, where, "ORDER BY drafted DESC, id DESC",
                                        [&](std::string_view json) { list.add(json); });
        !read)
        return read.error();
    return list.text();
}

Result<std::string> DutyReads::handover(Database& db, const Account& account,
                                        std::string_view id) const {
    auto reading = ReadScope::begin(db);
    if (!reading)
        return reading.error();
    auto sheet = duty_table<Handover>().get(db, id);
    if (!sheet)
        return sheet.error();
    auto scope = viewers_.scope_of(db, account);
    if (!scope)
        return scope.error();
    auto holds = DutyViewers::holds(db, *scope, *sheet);
    if (!holds)
        return holds.error();
    if (!*holds)
        return fail(FailureKind::not_found, "handover", "no such handover");
    NamedList list("handovers");
    list.add(json::write(*sheet));
    return list.text();
}

Result<std::string> DutyReads::log(Database& db, const Account& account,
                                   const LogQuery& query) const {
    auto reading = ReadScope::begin(db);
    if (!reading)
        return reading.error();
    auto scope = viewers_.scope_of(db, account);
    if (!scope)
        return scope.error();
    Conditions where;
    auto seen = condition_of(*scope, of_entry);
    where.add(seen.sql, std::move(seen.values));
    if (!query.text.empty())
        where.add("text LIKE ? ESCAPE '\\'", {as_pattern(query.text)});
    if (query.kind)
        where.add("kind = ?", {static_cast<std::int64_t>(*query.kind)});
    if (!query.order.empty())
        where.add("about = ?", {query.order});
    if (query.from)
        where.add("time >= ?", {ms_of(*query.from)});
    if (query.to)
        where.add("time < ?", {ms_of(*query.to)});
    if (!query.before.empty())
        where.add("(time, id) < (SELECT time, id FROM duty_log WHERE id = ?)", {query.before});
    NamedList list("duty_log");
    if (auto read = each_seen<LogEntry>(
            db, where, "ORDER BY time DESC, id DESC LIMIT " + std::to_string(query.limit),
            [&](std::string_view json) { list.add(json); });
        !read)
        return read.error();
    return list.text();
}

Result<> DutyReads::add_to_snapshot(Database& db, const Account& account, Instant now,
                                    SnapshotText& text) const {
    const auto recent = ms_of(now - snapshot_back);
    auto scope = viewers_.scope_of(db, account);
    if (!scope)
        return scope.error();
    if (auto done = add_rota(db, text, now); !done)
        return done;
    {
        auto list = text.list(entity_kind<Handover>().name);
        auto seen = condition_of(*scope, of_sheet);
        Conditions where;
        where.add("(open = 1 OR accepted >= ?)", {recent});
        where.add(seen.sql, std::move(seen.values));
        if (auto done = each_seen<Handover>(db, where, "ORDER BY drafted, id",
                                            [&](std::string_view json) { list.add(json); });
            !done)
            return done;
    }
    auto list = text.list(entity_kind<LogEntry>().name);
    auto seen = condition_of(*scope, of_entry);
    Conditions where;
    where.add("(stands = 1 OR time >= ?)", {recent});
    where.add(seen.sql, std::move(seen.values));
    return each_seen<LogEntry>(db, where, "ORDER BY time, id",
                               [&](std::string_view json) { list.add(json); });
}

} // namespace chengyun::hub
