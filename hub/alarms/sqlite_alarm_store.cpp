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
        auto query = bound(db, "SELECT id, json FROM alarm_mark ORDER BY id");
        if (!query)
            return query.error();
        for (;;) {
            auto row = query->step();
            if (!row)
                return row.error();
            if (!*row)
                return {};
            if (auto done = visit(query->text(0), query->text(1)); !done)
                return done;
        }
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
    VersionedRows rows(db, findings, "alarm_mark", entity_kind<AlarmMark>().name, row_of, {});
    auto walked = each_entry(db, {alarm_entity, hall_alarm_entity}, [&](const WalkedEntry& entry) {
        return entry.text("kind") == entity_kind<AlarmMark>().removed_by
                   ? rows.removed(entry, entry.text("id"))
                   : rows.entry(entry);
    });
    if (!walked)
        return walked;
    rows.end_of_journal();
    auto compared = each(db, [&](std::string_view id, std::string_view text) -> Result<> {
        auto json = json::parse(text);
        if (!json || !stored_value<AlarmMark>(text)) {
            findings.wrong("alarm_mark", id, "cannot be read");
            return {};
        }
        auto pending = deadlines.of(db, id, alarm_deadlines);
        if (!pending)
            return pending.error();
        if (pending->empty())
            findings.wrong("deadline", id, "is missing: the alarm would stay as it is for ever");
        return rows.row(id, *json, 0);
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
