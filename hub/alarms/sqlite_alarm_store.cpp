#include "core/alarms/alarms_codec.h"
#include "hub/alarms/alarm_kinds.h"
#include "hub/alarms/alarm_store.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/journal/journal_walk.h"
#include "hub/store/findings.h"
#include "hub/store/row_check.h"
#include "hub/store/rows.h"

namespace chengyun::hub {

namespace {

constexpr std::string_view row_of = "SELECT json FROM alarm_mark WHERE id = ?";
constexpr std::string_view all_rows = "SELECT id, json FROM alarm_mark ORDER BY id";

class SqliteAlarmStore final : public AlarmStore {
public:
    Result<std::optional<AlarmMark>> find(Database& db, std::string_view id) const override {
        auto mark = one_value<AlarmMark>(db, row_of, "alarm", id);
        if (!mark && mark.error().kind == FailureKind::not_found)
            return std::optional<AlarmMark>();
        if (!mark)
            return mark.error();
        return std::optional(std::move(*mark));
    }

    Result<> each(Database& db,
                  const std::function<Result<>(std::string_view id, std::string_view json)>& visit)
        const override {
        auto query = bound(db, all_rows);
        if (!query)
            return query.error();
        return each_row(*query,
                        [&](const Statement& row) { return visit(row.text(0), row.text(1)); });
    }

    Result<std::vector<std::string>> made_by(Database& db,
                                             std::string_view account) const override {
        auto query = bound(db, "SELECT id FROM alarm_mark WHERE json ->> '$.by' = ?", account);
        if (!query)
            return query.error();
        std::vector<std::string> ids;
        auto read = each_row(*query, [&](const Statement& row) { ids.emplace_back(row.text(0)); });
        if (!read)
            return read.error();
        return ids;
    }

    Result<> put(Database& db, const AlarmMark& mark, std::string_view json) override {
        return run(db, "INSERT OR REPLACE INTO alarm_mark (id, json) VALUES (?, ?)", mark.id, json);
    }

    Result<> remove(Database& db, std::string_view id) override {
        return run(db, "DELETE FROM alarm_mark WHERE id = ?", id);
    }

    Result<> check(Database& db, const DeadlineStore& deadlines, Findings& findings) const override;
};

Result<> SqliteAlarmStore::check(Database& db, const DeadlineStore& deadlines,
                                 Findings& findings) const {
    VersionedRows rows(db, findings, "alarm_mark", entity_kind<AlarmMark>(), row_of);
    if (auto walked = rows.walk({alarm_entity, hall_alarm_entity}); !walked)
        return walked;
    auto query = bound(db, all_rows);
    if (!query)
        return query.error();
    const auto compare = [&](const Statement& row, const boost::json::value& json) -> Result<> {
        const auto id = row.text(0);
        auto pending = deadlines.of(db, id, alarm_deadlines);
        if (!pending)
            return pending.error();
        if (pending->empty())
            findings.wrong("deadline", id, "is missing: the alarm would stay as it is for ever");
        return rows.row(id, json, 0);
    };
    auto compared = each_row(*query, [&](const Statement& row) {
        return if_readable<AlarmMark>(
            row, "alarm_mark", findings,
            [&](const AlarmMark&, const boost::json::value& json) { return compare(row, json); });
    });
    if (!compared)
        return compared;
    return deadlines.each(db, alarm_deadlines, [&](const Deadline& deadline) -> Result<> {
        auto mark = find(db, deadline.subject);
        if (!mark)
            return mark.error();
        if (!*mark)
            findings.wrong("deadline", deadline.subject, "of an alarm that is open");
        return {};
    });
}

} // namespace

std::unique_ptr<AlarmStore> make_sqlite_alarm_store() {
    return std::make_unique<SqliteAlarmStore>();
}

} // namespace chengyun::hub
