#include "hub/journal/journal.h"

#include "core/json/codec.h"
#include "core/text/hex.h"
#include "hub/journal/entry_text.h"
#include "hub/store/condition.h"
#include "hub/store/database.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

constexpr std::string_view no_hash =
    "0000000000000000000000000000000000000000000000000000000000000000";

[[nodiscard]] std::vector<std::string> split(std::string_view joined) {
    std::vector<std::string> out;
    while (!joined.empty()) {
        const auto end = std::min(joined.find(' '), joined.size());
        out.emplace_back(joined.substr(0, end));
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return out;
}

/// Columns: seq, kind, entity, areas, units, body, hash, hash of the entry before.
[[nodiscard]] StoredEntryPtr stored(const Statement& row, const JournalKinds& kinds,
                                    std::string_view previous) {
    auto entry = std::make_shared<StoredEntry>();
    entry->seq = row.integer(0);
    entry->kind = row.text(1);
    entry->rule = kinds.rule_of(entry->kind, row.text(2));
    entry->areas = split(row.text(3));
    entry->units = split(row.text(4));
    entry->json = chained_text(row.text(5), previous, row.text(6));
    return entry;
}

[[nodiscard]] Result<std::string> hash_at(Database& db, std::int64_t seq) {
    auto query = db.prepare("SELECT hash FROM journal WHERE seq = ?");
    if (!query)
        return query.error();
    auto row = query->bind(seq).step();
    if (!row)
        return row.error();
    return std::string(*row ? query->text(0) : no_hash);
}

} // namespace

std::string joined(const std::vector<std::string>& items) {
    std::string out;
    for (const auto& item : items) {
        if (!out.empty())
            out += ' ';
        out += item;
    }
    return out;
}

bool is_chain_hash(std::string_view text) {
    return is_hex(text, no_hash.size());
}

bool may_see(const Account& account, const StoredEntry& entry) {
    return may_see(account, entry.rule.viewers, entry.areas, entry.units);
}

Result<std::vector<StoredEntryPtr>> read_journal(Database& db, const JournalKinds& kinds,
                                                 std::int64_t after, std::size_t limit) {
    auto previous = hash_at(db, after);
    if (!previous)
        return previous.error();
    auto query = db.prepare("SELECT seq, kind, entity, areas, units, body, hash FROM journal "
                            "WHERE seq > ? ORDER BY seq LIMIT ?");
    if (!query)
        return query.error();
    query->bind(after).bind(static_cast<std::int64_t>(limit));
    std::vector<StoredEntryPtr> out;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        out.push_back(stored(*query, kinds, *previous));
        previous = std::string(query->text(6));
    }
}

namespace {

/// Entries beside the ones before them, for stored(row, kinds); `rest` says which, of the journal
/// j.
[[nodiscard]] Result<Statement> prepare_entries(Database& db, std::string_view rest) {
    std::string sql = "SELECT j.seq, j.kind, j.entity, j.areas, j.units, j.body, j.hash, p.hash "
                      "FROM journal j LEFT JOIN journal p ON p.seq = j.seq - 1 ";
    return db.prepare(sql.append(rest));
}

[[nodiscard]] StoredEntryPtr stored(const Statement& row, const JournalKinds& kinds) {
    return stored(row, kinds, row.is_null(7) ? no_hash : row.text(7));
}

} // namespace

Result<std::vector<StoredEntryPtr>> read_timeline(Database& db, const JournalKinds& kinds,
                                                  std::string_view subject, std::int64_t after,
                                                  std::size_t limit) {
    auto query = prepare_entries(
        db, "WHERE j.subject = ? AND j.subject <> '' AND j.seq > ? ORDER BY j.seq LIMIT ?");
    if (!query)
        return query.error();
    query->bind(subject).bind(after).bind(
        static_cast<std::int64_t>(std::min<std::size_t>(limit, INT64_MAX)));
    std::vector<StoredEntryPtr> out;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        out.push_back(stored(*query, kinds));
    }
}

Result<> each_entry_back(Database& db, const JournalKinds& kinds, const Conditions& where,
                         const std::function<bool(const StoredEntryPtr&)>& visit) {
    auto query = prepare_entries(db, where.sql() + " ORDER BY j.seq DESC");
    if (!query)
        return query.error();
    where.bind_to(*query);
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row || !visit(stored(*query, kinds)))
            return {};
    }
}

namespace {

/// What an intact row would say, or why this one is not intact.
[[nodiscard]] std::string fault_of(const Statement& row, std::int64_t expected,
                                   std::string_view previous) {
    if (row.integer(0) != expected)
        return "entry " + std::to_string(expected) + " is missing";
    const auto body = row.text(1);
    if (chain_hash(previous, body) != row.text(2))
        return "the hash is not that of the entry and the one before";
    // The hash covers the text only; the columns beside it decide who sees the entry.
    auto value = json::parse(body);
    if (!value)
        return "the entry is not JSON";
    const auto* object = value->if_object();
    if (!object)
        return "the entry is not an object";
    const auto text = [&](std::string_view name) -> std::string {
        const auto* member = object->if_contains(name);
        const auto* string = member ? member->if_string() : nullptr;
        return string ? std::string(*string) : std::string();
    };
    const auto list = [&](std::string_view name) {
        std::vector<std::string> items;
        const auto* member = object->if_contains(name);
        if (const auto* array = member ? member->if_array() : nullptr)
            for (const auto& item : *array)
                if (const auto* string = item.if_string())
                    items.emplace_back(*string);
        return joined(items);
    };
    const auto* seq = object->if_contains("seq");
    if (!seq || !seq->is_int64() || seq->get_int64() != expected)
        return "the entry carries another number";
    // Entries stored before migration 0014 have the old name.
    const auto* subject = object->if_contains("subject") ? "subject" : "order";
    if (text("kind") != row.text(3) || text("entity") != row.text(4) ||
        text(subject) != row.text(5) || list("areas") != row.text(6) ||
        list("units") != row.text(7))
        return "a column differs from the entry's text";
    return {};
}

} // namespace

Result<ChainReport> verify_chain(Database& db) {
    auto scope = ReadScope::begin(db);
    if (!scope)
        return scope.error();
    return verify_chain_here(db);
}

Result<ChainReport> verify_chain_here(Database& db) {
    auto query = db.prepare("SELECT seq, body, hash, kind, entity, subject, areas, units "
                            "FROM journal ORDER BY seq");
    if (!query)
        return query.error();
    ChainReport report;
    std::string previous(no_hash);
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const auto expected = report.entries + 1;
        if (auto fault = fault_of(*query, expected, previous); !fault.empty()) {
            report.broken_at = expected;
            report.reason = std::move(fault);
            return report;
        }
        previous = std::string(query->text(2));
        report.entries = expected;
    }
    auto head = db.prepare("SELECT seq, hash FROM journal_head");
    if (!head)
        return head.error();
    auto row = head->step();
    if (!row)
        return row.error();
    if (!*row || head->integer(0) != report.entries || head->text(1) != previous) {
        report.broken_at =
            *row && head->integer(0) < report.entries ? head->integer(0) + 1 : report.entries + 1;
        report.reason = "the journal does not end where the last commit ended it";
    }
    return report;
}

Result<JournalPosition> journal_end(Database& db) {
    auto query = db.prepare("SELECT seq, hash FROM journal_head");
    if (!query)
        return query.error();
    auto row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return fail(FailureKind::corrupt, {}, "the journal has no head");
    return JournalPosition{query->integer(0), std::string(query->text(1))};
}

Result<> rewrite_journal_end(Database& db) {
    auto same = db.prepare("REPLACE INTO journal_head SELECT * FROM journal_head");
    if (!same)
        return same.error();
    return same->run();
}

} // namespace chengyun::hub
