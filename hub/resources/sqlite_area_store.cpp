#include "hub/journal/journal_walk.h"
#include "hub/resources/area_service.h"
#include "hub/resources/sqlite_stores.h"
#include "hub/store/condition.h"
#include "hub/store/findings.h"
#include "hub/store/row_sum.h"
#include "hub/store/rows.h"

#include <optional>

namespace chengyun::hub {

namespace {

/// The area's text with its rings as its last member.
[[nodiscard]] std::string with_rings(std::string_view json, std::string_view rings) {
    if (rings == "[]")
        return std::string(json);
    std::string out(json.substr(0, json.size() - 1));
    out += ",\"rings\":";
    out += rings;
    out += '}';
    return out;
}

class SqliteAreaStore final : public AreaStore {
public:
    Result<Area> get(Database& db, std::string_view code) const override {
        auto found = text(db, code, true);
        if (!found)
            return found.error();
        return stored_value<Area>(*found);
    }

    Result<std::string> text(Database& db, std::string_view code, bool rings) const override {
        auto query = bound(db, "SELECT json, rings FROM area WHERE code = ?", code);
        if (!query)
            return query.error();
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return fail(FailureKind::not_found, "area", "no such area");
        return with_rings(query->text(0), rings ? query->text(1) : "[]");
    }

    Result<> each(Database& db, std::string_view scope, const Each& visit) const override {
        Conditions where;
        where.below("code", scope);
        auto query = db.prepare("SELECT json FROM area" + where.sql() + " ORDER BY code");
        if (!query)
            return query.error();
        where.bind_to(*query);
        return each_row(*query, [&](const Statement& row) { visit(row.text(0)); });
    }

    Result<std::vector<Area>> all(Database& db) const override {
        auto query = bound(db, "SELECT json, rings FROM area ORDER BY code");
        if (!query)
            return query.error();
        std::vector<Area> areas;
        std::optional<Failure> damage;
        auto read = each_row(*query, [&](const Statement& row) {
            auto area = stored_value<Area>(with_rings(row.text(0), row.text(1)));
            if (area)
                areas.push_back(std::move(*area));
            else
                damage = area.error();
        });
        if (!read)
            return read.error();
        if (damage)
            return *damage;
        return areas;
    }

    Result<std::int64_t> revision(Database& db) const override {
        auto query = bound(db, "SELECT revision FROM area_revision");
        if (!query)
            return query.error();
        if (auto row = query->step(); !row)
            return row.error();
        return query->integer(0);
    }

    // The primary key holds the edition too, and no row that is gone has the one that is shown: it
    // was gone before.
    Result<> put(Database& db, const Area& area) override {
        const auto text = area_text(area);
        auto seen = seen_row(db, area.code);
        if (!seen)
            return seen.error();
        RowSum change;
        if (*seen)
            change.take((*seen)->text);
        if (auto done = RowSums::change(db, RowKind::area, change.add(text.plain + text.rings),
                                        *seen && (*seen)->is_to_be_replaced);
            !done)
            return done;
        if (*seen)
            return run(db,
                       "UPDATE area_edition SET json = ?, rings = ? WHERE code = ? AND since = ?",
                       text.plain, text.rings, area.code, (*seen)->since);
        return run(db,
                   "INSERT INTO area_edition (code, since, until, json, rings) "
                   "SELECT ?, shown, 0, ?, ? FROM edition",
                   area.code, text.plain, text.rings);
    }

    Result<> remove(Database& db, std::string_view code) override {
        auto seen = seen_row(db, code);
        if (!seen)
            return seen.error();
        if (!*seen)
            return {};
        const auto& [since, text, is_to_be_replaced] = **seen;
        if (auto done = RowSums::change(db, RowKind::area, RowSum().take(text), is_to_be_replaced);
            !done)
            return done;
        return run(db, "DELETE FROM area_edition WHERE code = ? AND since = ?", code, since);
    }

    Result<> stage(Database& db, std::string_view code, const AreaText& text) override {
        auto closed = changed_rows(db,
                                   "UPDATE area_edition SET until = (SELECT open FROM edition) "
                                   "WHERE code = ? AND until = 0 AND "
                                   "since <= (SELECT shown FROM edition) RETURNING json || rings",
                                   code);
        if (!closed)
            return closed.error();
        if (auto done = RowSums::take_staged(db, RowKind::area, *closed); !done)
            return done;
        if (auto done = run(db,
                            "INSERT INTO area_edition (code, since, until, json, rings) "
                            "SELECT ?, open, 0, ?, ? FROM edition",
                            code, text.plain, text.rings);
            !done)
            return done;
        return RowSums::change_staged(db, RowKind::area, RowSum().add(text.plain + text.rings));
    }

    Result<> unstage(Database& db, std::string_view code) override {
        auto dropped = changed_rows(db,
                                    "DELETE FROM area_edition WHERE code = ? AND since > "
                                    "(SELECT shown FROM edition) RETURNING json || rings",
                                    code);
        if (!dropped)
            return dropped.error();
        if (auto done = RowSums::take_staged(db, RowKind::area, *dropped); !done)
            return done;
        auto open = changed_rows(db,
                                 "UPDATE area_edition SET until = 0 WHERE code = ? AND until <> 0 "
                                 "AND until > (SELECT shown FROM edition) RETURNING json || rings",
                                 code);
        if (!open)
            return open.error();
        return RowSums::change_staged(db, RowKind::area, *open);
    }

    Result<> set_revision(Database& db, std::int64_t revision) override {
        return run(db, "UPDATE area_revision SET revision = ?", revision);
    }

    Result<> check(Database& db, Findings& findings) const override;

private:
    /// An area's row that is seen.
    struct SeenRow {
        std::int64_t since = 0;
        std::string text;               ///< with its rings behind it
        bool is_to_be_replaced = false; ///< by the open edition
    };
    static Result<std::optional<SeenRow>> seen_row(Database& db, std::string_view code) {
        auto query = bound(db,
                           "SELECT since, json || rings, until FROM area_edition, edition "
                           "WHERE code = ? AND since <= shown AND (until = 0 OR until > shown)",
                           code);
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
};

Result<> SqliteAreaStore::check(Database& db, Findings& findings) const {
    std::int64_t last = 0;
    RowTotal total(RowKind::area);
    auto walked = each_entry(db, {"area"}, [&](const WalkedEntry& entry) -> Result<> {
        total.entry(entry);
        last = entry.seq;
        return {};
    });
    if (!walked)
        return walked;
    auto now = revision(db);
    if (!now)
        return now.error();
    if (*now != last)
        findings.wrong("area_revision", "", "is not the number of the last import of areas");
    std::int64_t areas = 0;
    auto query = bound(db, "SELECT code, json, rings FROM area");
    if (!query)
        return query.error();
    auto compared = each_row(*query, [&](const Statement& row) -> Result<> {
        ++areas;
        total.row(std::string(row.text(1)).append(row.text(2)));
        const auto code = row.text(0);
        const auto area = stored_value<Area>(with_rings(row.text(1), row.text(2)));
        if (!area) {
            findings.wrong("area", code, "cannot be read: " + area.error().detail);
            return {};
        }
        if (area->code != code || area->level != area_level(code))
            findings.wrong("area", code, "column code differs from the text");
        if (area->level == AreaLevel::city)
            return {};
        auto office = bound(db, "SELECT name FROM unit WHERE id = ?", office_unit_id(code));
        if (!office)
            return office.error();
        auto has = office->step();
        if (!has)
            return has.error();
        if (!*has || office->text(0) != area->name)
            findings.wrong("unit", office_unit_id(code),
                           "the office of area " + std::string(code) +
                               " is missing or has another name");
        return {};
    });
    if (!compared)
        return compared;
    if (auto done = total.check(db, findings); !done)
        return done;
    findings.not_compared("areas come by imports, whose entries do not hold them", areas);
    return {};
}

} // namespace

AreaText area_text(const Area& area) {
    Area plain = area;
    plain.rings.clear();
    return {json::write(plain), json::write(area.rings)};
}

std::unique_ptr<AreaStore> make_sqlite_area_store() {
    return std::make_unique<SqliteAreaStore>();
}

} // namespace chengyun::hub
