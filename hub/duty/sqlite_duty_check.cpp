#include "hub/duty/duty_check.h"

#include "core/journal/images.h"
#include "hub/duty/duty_deadlines.h"
#include "hub/duty/duty_tables.h"
#include "hub/journal/journal.h"
#include "hub/store/findings.h"
#include "hub/store/row_check.h"

#include <map>

namespace chengyun::hub {

namespace {

constexpr std::initializer_list<std::string_view> duty_entities = {
    "duty_post", "duty_person", "duty_pattern", "holiday_year", "shift",
    "exchange",  "leave",       "handover",     "duty_log"};

/// Are the columns those of the value?
template <class T>
void compare_cells(const Statement& row, const T& value, Findings& findings) {
    const auto& table = duty_table<T>();
    const auto cells = table.cells(value);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto column = static_cast<int>(i) + 2; // after id and text
        const auto* text = std::get_if<std::string>(&cells[i]);
        const bool same = text ? row.text(column) == *text
                               : row.integer(column) == std::get<std::int64_t>(cells[i]);
        if (!same)
            findings.wrong(table.name, row.text(0),
                           "column " + std::string(table.columns[i]) + " is not the value's");
    }
}

/// Tells every row: its text, its key, and that its columns were compared.
template <class T, class Visit>
Result<> each_checked_row(Database& db, Findings& findings, Visit&& visit) {
    const auto& table = duty_table<T>();
    std::string sql = "SELECT id, json";
    for (const auto column : table.columns)
        sql += ", " + std::string(column);
    auto query = bound(db, sql + " FROM " + std::string(table.name) + " ORDER BY id");
    if (!query)
        return query.error();
    return each_row(*query, [&](const Statement& row) {
        return if_readable<T>(row, table.name, findings, [&](const T& value, const auto& json) {
            compare_cells(row, value, findings);
            return visit(row.text(0), json);
        });
    });
}

/// Rows that say in `version` which entry changed them last.
template <class T>
class CheckedVersions {
public:
    CheckedVersions(Database& db, Findings& findings)
        : db_(db), findings_(findings),
          rows_(db, findings, duty_table<T>().name, entity_kind<T>(), row_of()) {}
    Result<> entry(const WalkedEntry& entry) { return rows_.entry(entry); }
    Result<> compare() {
        rows_.end_of_journal();
        return each_checked_row<T>(db_, findings_,
                                   [&](std::string_view id, const boost::json::value& json) {
                                       return rows_.row(id, json, 0);
                                   });
    }

private:
    static const std::string& row_of() {
        static const std::string sql =
            "SELECT json FROM " + std::string(duty_table<T>().name) + " WHERE id = ?";
        return sql;
    }

    Database& db_;
    Findings& findings_;
    VersionedRows rows_;
};

/// Rows of which there are a handful: the last image of each is held.
template <class T>
class CheckedImages {
public:
    CheckedImages(Database& db, Findings& findings, std::string_view key)
        : db_(db), findings_(findings), key_(key) {}
    Result<> entry(const WalkedEntry& entry) {
        for (const auto& image : entry.images(entity_kind<T>().name)) {
            const auto* object = image.if_object();
            const auto* key = object ? object->if_contains(key_) : nullptr;
            if (const auto* text = key ? key->if_string() : nullptr)
                told_.insert_or_assign(std::string(*text), image);
        }
        return {};
    }
    Result<> compare() {
        const auto& table = duty_table<T>();
        auto read = each_checked_row<T>(
            db_, findings_, [&](std::string_view id, const boost::json::value& json) -> Result<> {
                const auto told = told_.find(id);
                if (told == told_.end()) {
                    findings_.wrong(table.name, id, "is in no entry of the journal");
                    return {};
                }
                findings_.compared();
                if (const auto names = differences(json, told->second); !names.empty())
                    findings_.wrong(table.name, id,
                                    "differs from its last entry of the journal in " + names);
                told_.erase(told);
                return {};
            });
        for (const auto& [id, image] : told_)
            findings_.wrong(table.name, id, "is missing; the journal has it");
        return read;
    }

private:
    Database& db_;
    Findings& findings_;
    std::string key_;
    std::map<std::string, boost::json::value, std::less<>> told_;
};

Result<bool> is_there(Database& db, std::string_view sql, std::string_view id) {
    auto query = bound(db, sql, id);
    if (!query)
        return query.error();
    return query->step();
}

Result<> must_wait(Database& db, const DeadlineStore& deadlines, Findings& findings,
                   const Shift& shift, DutyDeadline kind, std::string_view what) {
    const auto number = static_cast<std::int64_t>(kind);
    auto pending = deadlines.of(db, shift.id, {number, number});
    if (!pending)
        return pending.error();
    if (pending->empty())
        findings.wrong("deadline", shift.id, "is missing: " + std::string(what));
    return {};
}

/// Nobody would ring for such a shift. Of those that became late before the last entry the ring may
/// have fired.
Result<> check_rings(Database& db, const DeadlineStore& deadlines, Findings& findings) {
    auto end = journal_end(db);
    if (!end)
        return end.error();
    if (end->seq == 0)
        return {};
    auto last = walked_entry(db, end->seq);
    if (!last)
        return last.error();
    auto shifts = duty_table<Shift>().where(db, "state = 0 AND starts > ?", last->time());
    if (!shifts)
        return shifts.error();
    for (const auto& shift : *shifts) {
        if (shift.person.empty())
            continue;
        if (auto done = must_wait(db, deadlines, findings, shift, DutyDeadline::late_check_in,
                                  "the ring of a shift");
            !done)
            return done;
    }
    return {};
}

Result<> check_deadlines(Database& db, const DeadlineStore& deadlines, Findings& findings) {
    auto strays = deadlines.each(db, duty_deadlines, [&](const Deadline& deadline) -> Result<> {
        const auto kind = static_cast<DutyDeadline>(deadline.kind);
        const bool of_shift =
            kind == DutyDeadline::late_check_in || kind == DutyDeadline::draft_sheet;
        auto there = is_there(db,
                              of_shift ? "SELECT 1 FROM duty_shift WHERE id = ?"
                                       : "SELECT 1 FROM duty_handover WHERE id = ? AND open = 1",
                              deadline.subject);
        if (!there)
            return there.error();
        if (!*there)
            findings.wrong("deadline", deadline.subject,
                           of_shift ? "of no shift" : "of no sheet that is open");
        return {};
    });
    if (!strays)
        return strays;
    // Without its sheet such a shift could never be closed.
    auto shifts = duty_table<Shift>().where(
        db, "state = 1 AND id NOT IN (SELECT outgoing FROM duty_handover)");
    if (!shifts)
        return shifts.error();
    for (const auto& shift : *shifts) {
        auto post = duty_table<Post>().get(db, shift.post);
        if (!post || !post->hands_over)
            continue;
        if (auto done = must_wait(db, deadlines, findings, shift, DutyDeadline::draft_sheet,
                                  "the sheet of a shift");
            !done)
            return done;
    }
    return check_rings(db, deadlines, findings);
}

} // namespace

Result<> check_roster(Database& db, const DeadlineStore& deadlines, Findings& findings) {
    std::tuple versions{CheckedVersions<Post>(db, findings),
                        CheckedVersions<Person>(db, findings),
                        CheckedVersions<Shift>(db, findings),
                        CheckedVersions<ShiftExchange>(db, findings),
                        CheckedVersions<Leave>(db, findings),
                        CheckedVersions<Handover>(db, findings),
                        CheckedVersions<LogEntry>(db, findings),
                        CheckedImages<Pattern>(db, findings, "key"),
                        CheckedImages<HolidayYear>(db, findings, "year")};
    const auto each_table = [&](auto&& what) {
        return std::apply(
            [&](auto&... table) {
                Result<> done;
                static_cast<void>(((done = what(table)).has_value() && ...));
                return done;
            },
            versions);
    };
    auto walked = each_entry(db, duty_entities, [&](const WalkedEntry& entry) {
        return each_table([&](auto& table) { return table.entry(entry); });
    });
    if (!walked)
        return walked;
    if (auto compared = each_table([](auto& table) { return table.compare(); }); !compared)
        return compared;
    return check_deadlines(db, deadlines, findings);
}

} // namespace chengyun::hub
