#include "core/resource/entry_kinds.h"
#include "hub/resources/area_service.h"
#include "hub/resources/resource_kinds.h"
#include "hub/resources/search_text.h"
#include "hub/resources/sqlite_editions.h"
#include "hub/resources/sqlite_stores.h"
#include "hub/store/condition.h"
#include "hub/store/findings.h"
#include "hub/store/id_key.h"
#include "hub/store/page.h"
#include "hub/store/row_check.h"
#include "hub/store/row_sum.h"
#include "hub/store/rows.h"

#include <algorithm>
#include <optional>

namespace chengyun::hub {

namespace {

class SqliteUnitStore final : public UnitStore {
public:
    Result<Unit> get(Database& db, std::string_view id) const override {
        return one_value<Unit>(db, "SELECT json FROM unit WHERE id = ?", "unit", id);
    }

    Result<UnitHead> head(Database& db, std::string_view id) const override {
        auto query = db.prepare("SELECT name, area, state FROM unit WHERE id = ?");
        if (!query)
            return query.error();
        auto row = query->bind_view(id).step();
        if (!row)
            return row.error();
        if (!*row)
            return fail(FailureKind::not_found, "unit", "no such unit");
        return UnitHead{std::string(query->text(0)), std::string(query->text(1)),
                        static_cast<Availability>(query->integer(2))};
    }

    Result<Page> query(Database& db, std::string_view scope, const UnitQuery& query) const override;

    Result<> each(Database& db, std::string_view scope, const Each& visit) const override {
        Conditions where;
        where.below("area", scope);
        auto query = db.prepare("SELECT json FROM unit" + where.sql() + " ORDER BY row");
        if (!query)
            return query.error();
        where.bind_to(*query);
        return each_row(*query, [&](const Statement& row) { visit(row.text(0)); });
    }

    Result<> put(Database& db, const Unit& unit, std::string_view json) override {
        auto seen = seen_row(db, unit.id);
        if (!seen)
            return seen.error();
        RowSum change;
        std::int64_t number = 0;
        if (*seen) {
            number = (*seen)->number;
            change.take((*seen)->json);
            if (auto done =
                    run(db,
                        "UPDATE unit_edition SET state = ?, area = ?, name = ?, json = ? "
                        "WHERE row = ?",
                        static_cast<std::int64_t>(unit.state), unit.area, unit.name, json, number);
                !done)
                return done;
        } else {
            auto inserted = insert(db,
                                   "INSERT INTO unit_edition (id, since, until, state, area, name, "
                                   "json) SELECT ?, shown, 0, ?, ?, ?, ? FROM edition "
                                   "RETURNING row",
                                   unit, json);
            if (!inserted)
                return inserted.error();
            number = *inserted;
        }
        if (auto done = RowSums::change(db, RowKind::unit, change.add(json),
                                        *seen && (*seen)->is_to_be_replaced);
            !done)
            return done;
        if (auto noted = note_unit(db, unit.id); !noted)
            return noted;
        return put_text(db, number, unit);
    }

    Result<> remove(Database& db, std::string_view id) override {
        auto seen = seen_row(db, id);
        if (!seen)
            return seen.error();
        if (!*seen)
            return {};
        const auto& [number, json, is_to_be_replaced] = **seen;
        if (auto done = RowSums::change(db, RowKind::unit, RowSum().take(json), is_to_be_replaced);
            !done)
            return done;
        if (auto noted = note_unit(db, id); !noted)
            return noted;
        if (auto done = run(db, "DELETE FROM unit_text WHERE row = ?", number); !done)
            return done;
        return run(db, "DELETE FROM unit_edition WHERE row = ?", number);
    }

    Result<> stage(Database& db, const Unit& unit, std::string_view json) override {
        auto closed = changed_rows(db,
                                   "UPDATE unit_edition SET until = (SELECT open FROM edition) "
                                   "WHERE id = ? AND until = 0 AND "
                                   "since <= (SELECT shown FROM edition) RETURNING json",
                                   unit.id);
        if (!closed)
            return closed.error();
        if (auto done = RowSums::take_staged(db, RowKind::unit, *closed); !done)
            return done;
        auto number = insert(db,
                             "INSERT INTO unit_edition (id, since, until, state, area, name, json) "
                             "SELECT ?, open, 0, ?, ?, ?, ? FROM edition RETURNING row",
                             unit, json);
        if (!number)
            return number.error();
        if (auto done = RowSums::change_staged(db, RowKind::unit, RowSum().add(json)); !done)
            return done;
        return put_text(db, *number, unit);
    }

    Result<> unstage(Database& db, std::string_view id) override {
        if (auto done = run(db,
                            "DELETE FROM unit_text WHERE row IN (SELECT row FROM unit_edition "
                            "WHERE id = ? AND since > (SELECT shown FROM edition))",
                            id);
            !done)
            return done;
        auto dropped = changed_rows(db,
                                    "DELETE FROM unit_edition WHERE id = ? AND "
                                    "since > (SELECT shown FROM edition) RETURNING json",
                                    id);
        if (!dropped)
            return dropped.error();
        if (auto done = RowSums::take_staged(db, RowKind::unit, *dropped); !done)
            return done;
        auto open = changed_rows(db,
                                 "UPDATE unit_edition SET until = 0 WHERE id = ? AND until <> 0 "
                                 "AND until > (SELECT shown FROM edition) RETURNING json",
                                 id);
        if (!open)
            return open.error();
        return RowSums::change_staged(db, RowKind::unit, *open);
    }

    Result<bool> is_committed(Database& db, std::string_view id) const override {
        auto query = bound(db,
                           "SELECT 1 FROM assignment INDEXED BY assignment_open WHERE unit_key = ? "
                           "AND unit = ? AND open = 1 "
                           "LIMIT 1",
                           unit_key(id), id);
        if (!query)
            return query.error();
        return query->step();
    }

    Result<> check(Database& db, Findings& findings) const override;
    Result<> each_committed(Database& db, const EachId& visit) const override {
        auto query =
            bound(db, "SELECT unit FROM assignment INDEXED BY assignment_open WHERE open = 1");
        if (!query)
            return query.error();
        return each_row(*query, [&](const Statement& row) { visit(row.text(0)); });
    }

private:
    /// A unit's row that is seen.
    struct SeenRow {
        std::int64_t number = 0;
        std::string json;
        bool is_to_be_replaced = false; ///< by the open edition
    };
    static Result<std::optional<SeenRow>> seen_row(Database& db, std::string_view id) {
        auto query = bound(db,
                           "SELECT u.row, u.json, e.until FROM unit u "
                           "JOIN unit_edition e ON e.row = u.row WHERE u.id = ?",
                           id);
        if (!query)
            return query.error();
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<SeenRow>();
        return std::optional(
            SeenRow{query->integer(0), std::string(query->text(1)), query->integer(2) != 0});
    }
    static Result<std::int64_t> insert(Database& db, std::string_view sql, const Unit& unit,
                                       std::string_view json) {
        auto statement = db.prepare(sql);
        if (!statement)
            return statement.error();
        auto row = statement->bind_view(unit.id)
                       .bind(static_cast<std::int64_t>(unit.state))
                       .bind_view(unit.area)
                       .bind_view(unit.name)
                       .bind_view(json)
                       .step();
        if (!row)
            return row.error();
        return statement->integer(0);
    }
    static Result<> put_text(Database& db, std::int64_t number, const Unit& unit) {
        return run(db, "INSERT OR REPLACE INTO unit_text VALUES (?, ?)", number,
                   search_text({unit.name, unit.initials}));
    }
};

Result<UnitStore::Page> SqliteUnitStore::query(Database& db, std::string_view scope,
                                               const UnitQuery& query) const {
    const auto after = page_start(query.after);
    if (!after)
        return after.error();
    Conditions where;
    std::string from = " FROM unit u";
    const auto needle = search_needle(query.text);
    if (!needle.empty()) {
        from += " JOIN unit_text t ON t.row = u.row";
        where.add("instr(t.text, ?) > 0", {needle});
    }
    where.below("u.area", query.area);
    where.below("u.area", scope);
    if (*after)
        where.add("u.row > ?", {**after});
    const auto limit = std::clamp<std::size_t>(query.limit, 1, 5000);
    auto statement =
        db.prepare("SELECT u.json, u.row" + from + where.sql() + " ORDER BY u.row LIMIT ?");
    if (!statement)
        return statement.error();
    where.bind_to(*statement);
    statement->bind(static_cast<std::int64_t>(limit) + 1);
    Page page;
    auto next = read_page(*statement, limit, 1,
                          [&](const Statement& row) { page.items.emplace_back(row.text(0)); });
    if (!next)
        return next.error();
    page.next = std::move(*next);
    return page;
}

Result<> SqliteUnitStore::check(Database& db, Findings& findings) const {
    VersionedRows rows(db, findings, "unit", entity_kind<Unit>(),
                       "SELECT json FROM unit WHERE id = ?", import_kinds);
    RowTotal total(RowKind::unit);
    // Teams come and go with their resources, offices with their areas.
    auto walked = rows.walk({"resource", "unit", "area"}, [&](const WalkedEntry& entry) {
        total.entry(entry);
        // Of those without a team the entry names no unit: a department may have the id.
        if (entry.text("kind") == entry_kind::resource_removed &&
            !entry.names_unit(entry.text("id")))
            return Result<>();
        if (entry.text("kind") == entry_kind::areas_imported)
            rows.may_be_gone(entry, [](std::string_view area) { return office_unit_id(area); });
        return rows.entry(entry);
    });
    if (!walked)
        return walked;
    auto query =
        bound(db, "SELECT u.id, u.json, u.state, u.area, u.name, t.text, e.since FROM unit u "
                  "JOIN unit_edition e ON e.row = u.row "
                  "LEFT JOIN unit_text t ON t.row = u.row ORDER BY u.row");
    if (!query)
        return query.error();
    const auto check_columns = [&](const Statement& row, const Unit& unit) {
        const auto is = [&](const char* name, bool right) {
            if (!right)
                findings.wrong("unit", row.text(0),
                               std::string("column ") + name + " differs from the text");
        };
        is("id", row.text(0) == unit.id);
        is("state", row.integer(2) == static_cast<std::int64_t>(unit.state));
        is("area", row.text(3) == unit.area);
        is("name", row.text(4) == unit.name);
        is("text", row.text(5) == search_text({unit.name, unit.initials}));
    };
    auto compared = each_row(*query, [&](const Statement& row) {
        total.row(row.text(1));
        return if_readable<Unit>(row, "unit", findings, [&](const Unit& unit, const auto& json) {
            check_columns(row, unit);
            return rows.row(row.text(0), json, row.integer(6));
        });
    });
    if (!compared)
        return compared;
    return total.check(db, findings);
}

} // namespace

std::unique_ptr<UnitStore> make_sqlite_unit_store() {
    return std::make_unique<SqliteUnitStore>();
}

} // namespace chengyun::hub
