#include "hub/resources/resource_check.h"
#include "hub/resources/search_text.h"
#include "hub/resources/sqlite_editions.h"
#include "hub/resources/sqlite_stores.h"
#include "hub/resources/stream_secrets.h"
#include "hub/store/condition.h"
#include "hub/store/page.h"
#include "hub/store/row_sum.h"
#include "hub/store/rows.h"

#include <algorithm>
#include <optional>

namespace chengyun::hub {

namespace {

class SqliteResourceStore final : public ResourceStore {
public:
    explicit SqliteResourceStore(SecretBox& secrets) : secrets_(secrets) {}

    Result<Resource> get(Database& db, std::string_view id) const override {
        return one_value<Resource>(db, "SELECT json FROM resource WHERE id = ?", "resource", id);
    }

    Result<std::string> area_of(Database& db, std::string_view id) const override {
        auto query = db.prepare("SELECT area FROM resource WHERE id = ?");
        if (!query)
            return query.error();
        auto row = query->bind_view(id).step();
        if (!row)
            return row.error();
        if (!*row)
            return fail(FailureKind::not_found, "resource", "no such resource");
        return std::string(query->text(0));
    }

    Result<std::optional<Resource>> find(Database& db, Layer layer,
                                         std::string_view code) const override {
        auto query =
            bound(db, "SELECT json FROM resource WHERE layer = ? AND code = ? AND code <> ''",
                  static_cast<std::int64_t>(layer), code);
        if (!query)
            return query.error();
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<Resource>();
        auto resource = stored_value<Resource>(query->text(0));
        if (!resource)
            return resource.error();
        return std::optional(std::move(*resource));
    }

    Result<Page> query(Database& db, std::string_view scope,
                       const ResourceQuery& query) const override;

    Result<> each(Database& db, std::string_view scope, const Each& visit) const override {
        Conditions where;
        where.below("area", scope);
        auto query = db.prepare("SELECT json FROM resource" + where.sql() + " ORDER BY row");
        if (!query)
            return query.error();
        where.bind_to(*query);
        return each_row(*query, [&](const Statement& row) { visit(row.text(0)); });
    }

    Result<StreamSignIns> sign_ins(Database& db, std::string_view id) const override {
        return secrets_.of(db, id);
    }
    Result<> put_sign_ins(Database& db, std::string_view id, const StreamSignIns& who) override {
        return secrets_.put(db, id, who);
    }
    Result<std::int64_t> unreadable_sign_ins(Database& db) const override {
        return secrets_.unreadable(db);
    }

    Result<> put(Database& db, const Resource& resource, std::string_view json) override;
    Result<> remove(Database& db, std::string_view id) override;
    Result<> check(Database& db, Findings& findings) const override {
        auto checked = check_resources(db, findings);
        return checked ? secrets_.check(db, findings) : checked;
    }
    Result<std::int64_t> stage(Database& db, const Resource& resource,
                               std::string_view json) override;
    Result<> stage_box(Database& db, std::int64_t row, Place place) override;
    Result<std::string> unstage(Database& db, Layer layer, std::string_view code) override;

private:
    StreamSecrets secrets_;
};

/// A resource's row that is seen.
struct SeenRow {
    std::int64_t number = 0;
    std::int64_t layer = 0;
    std::string code;
    std::string json;
    bool is_to_be_replaced = false; ///< by the open edition
};

Result<std::optional<SeenRow>> seen_row(Database& db, std::string_view id) {
    auto query = bound(db,
                       "SELECT r.row, r.layer, r.code, r.json, e.until FROM resource r "
                       "JOIN resource_edition e ON e.row = r.row WHERE r.id = ?",
                       id);
    if (!query)
        return query.error();
    auto row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<SeenRow>();
    return std::optional(SeenRow{query->integer(0), query->integer(1), std::string(query->text(2)),
                                 std::string(query->text(3)), query->integer(4) != 0});
}

/// `sql` inserts and returns the row's number.
Result<std::int64_t> insert(Database& db, std::string_view sql, const Resource& resource,
                            std::string_view json) {
    auto statement = db.prepare(sql);
    if (!statement)
        return statement.error();
    auto row = statement->bind_view(resource.id)
                   .bind(static_cast<std::int64_t>(resource.layer))
                   .bind_view(resource.code)
                   .bind_view(resource.kind)
                   .bind_view(resource.area)
                   .bind(resource.place.lon)
                   .bind(resource.place.lat)
                   .bind_view(json)
                   .step();
    if (!row)
        return row.error();
    return statement->integer(0);
}

/// A row keeps its edition when it gets another code. Another resource's row that had this code in
/// the same edition, and that a shown import has replaced since, may still wait to be cleared away;
/// the index of codes would take the two for one.
Result<> clear_code(Database& db, std::int64_t number, std::int64_t layer, std::string_view code) {
    std::int64_t replaced = 0;
    {
        auto query = bound(db,
                           "SELECT row FROM resource_edition WHERE layer = ? AND code = ? AND "
                           "code <> '' AND "
                           "since = (SELECT since FROM resource_edition WHERE row = ?) AND "
                           "until <> 0 AND until <= (SELECT shown FROM edition)",
                           layer, code, number);
        if (!query)
            return query.error();
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        replaced = query->integer(0);
    }
    for (const std::string_view sql :
         {"DELETE FROM resource_edition WHERE row = ?", "DELETE FROM resource_box WHERE row = ?",
          "DELETE FROM resource_text WHERE row = ?"})
        if (auto done = run(db, sql, replaced); !done)
            return done;
    return {};
}

Result<> put_text(Database& db, std::int64_t number, const Resource& resource) {
    return run(db, "INSERT OR REPLACE INTO resource_text VALUES (?, ?)", number,
               search_text({resource.name, resource.code, resource.initials, resource.address}));
}

Result<ResourceStore::Page> SqliteResourceStore::query(Database& db, std::string_view scope,
                                                       const ResourceQuery& query) const {
    const auto after = page_start(query.after);
    if (!after)
        return after.error();
    Conditions where;
    std::string from = " FROM resource r";
    if (query.box) {
        // The index keeps single precision, rounded outwards; the columns decide. CROSS keeps
        // SQLite from reading all resources first.
        const auto& box = *query.box;
        from = " FROM resource_box b CROSS JOIN resource r ON r.row = b.row";
        where.add("b.west <= ? AND b.east >= ? AND b.south <= ? AND b.north >= ?",
                  {box.east, box.west, box.north, box.south});
        where.add("r.lon BETWEEN ? AND ? AND r.lat BETWEEN ? AND ?",
                  {box.west, box.east, box.south, box.north});
    }
    const auto needle = search_needle(query.text);
    if (!needle.empty()) {
        from += " JOIN resource_text t ON t.row = r.row";
        where.add("instr(t.text, ?) > 0", {needle});
    }
    if (!query.layers.empty()) {
        std::string in = "r.layer IN (";
        std::vector<Conditions::Value> layers;
        for (const auto layer : query.layers) {
            in += layers.empty() ? "?" : ", ?";
            layers.emplace_back(static_cast<std::int64_t>(layer));
        }
        where.add(in + ")", std::move(layers));
    }
    if (!query.kind.empty())
        where.add("r.kind = ?", {query.kind});
    where.below("r.area", query.area);
    where.below("r.area", scope);
    if (*after)
        where.add("r.row > ?", {**after});

    const auto limit = std::clamp<std::size_t>(query.limit, 1, 5000);
    // As many texts as there are ways to filter: none is kept.
    auto statement = db.prepare_once("SELECT r.json, r.row" + from + where.sql() +
                                     " ORDER BY r.row LIMIT " + std::to_string(limit + 1));
    if (!statement)
        return statement.error();
    where.bind_to(*statement);
    Page page;
    auto next = read_page(*statement, limit, 1,
                          [&](const Statement& row) { page.items.emplace_back(row.text(0)); });
    if (!next)
        return next.error();
    page.next = std::move(*next);
    return page;
}

Result<> SqliteResourceStore::put(Database& db, const Resource& resource, std::string_view json) {
    const auto layer = static_cast<std::int64_t>(resource.layer);
    {
        auto other = bound(db,
                           "SELECT 1 FROM resource WHERE layer = ? AND code = ? AND code <> '' "
                           "AND id <> ?",
                           layer, resource.code, resource.id);
        if (!other)
            return other.error();
        auto row = other->step();
        if (!row)
            return row.error();
        if (*row)
            return fail(FailureKind::conflict, "code", "another resource of the layer has it");
    }
    auto seen = seen_row(db, resource.id);
    if (!seen)
        return seen.error();
    std::int64_t number = 0;
    if (*seen) {
        // The row number stays, and with it paging and the box index.
        number = (*seen)->number;
        if ((*seen)->layer != layer || (*seen)->code != resource.code)
            if (auto done = clear_code(db, number, layer, resource.code); !done)
                return done;
        if (auto done = run(db,
                            "UPDATE resource_edition SET layer = ?, code = ?, kind = ?, area = ?, "
                            "lon = ?, lat = ?, json = ? WHERE row = ?",
                            layer, resource.code, resource.kind, resource.area, resource.place.lon,
                            resource.place.lat, json, number);
            !done)
            return done;
        if ((*seen)->code != resource.code)
            if (auto noted = note_resource(db, resource.id, (*seen)->layer, (*seen)->code); !noted)
                return noted;
    } else {
        auto inserted = insert(db,
                               "INSERT INTO resource_edition (id, since, until, layer, code, kind, "
                               "area, lon, lat, json) SELECT ?, shown, 0, ?, ?, ?, ?, ?, ?, ? "
                               "FROM edition RETURNING row",
                               resource, json);
        if (!inserted)
            return inserted.error();
        number = *inserted;
    }
    RowSum change;
    if (*seen)
        change.take((*seen)->json);
    if (auto done = RowSums::change(db, RowKind::resource, change.add(json),
                                    *seen && (*seen)->is_to_be_replaced);
        !done)
        return done;
    if (auto noted = note_resource(db, resource.id, layer, resource.code); !noted)
        return noted;
    const auto& place = resource.place;
    if (auto done = run(db, "INSERT OR REPLACE INTO resource_box VALUES (?, ?, ?, ?, ?)", number,
                        place.lon, place.lon, place.lat, place.lat);
        !done)
        return done;
    return put_text(db, number, resource);
}

Result<> SqliteResourceStore::remove(Database& db, std::string_view id) {
    auto seen = seen_row(db, id);
    if (!seen)
        return seen.error();
    if (!*seen)
        return fail(FailureKind::not_found, "resource", "no such resource");
    const auto& [number, layer, code, json, is_to_be_replaced] = **seen;
    if (auto done = RowSums::change(db, RowKind::resource, RowSum().take(json), is_to_be_replaced);
        !done)
        return done;
    if (auto noted = note_resource(db, id, layer, code); !noted)
        return noted;
    if (auto done = put_sign_ins(db, id, {}); !done)
        return done;
    if (auto done = run(db, "DELETE FROM camera_health WHERE camera = ?", id); !done)
        return done;
    if (auto done = run(db, "DELETE FROM resource_edition WHERE row = ?", number); !done)
        return done;
    if (auto done = run(db, "DELETE FROM resource_box WHERE row = ?", number); !done)
        return done;
    return run(db, "DELETE FROM resource_text WHERE row = ?", number);
}

Result<std::int64_t> SqliteResourceStore::stage(Database& db, const Resource& resource,
                                                std::string_view json) {
    auto closed = changed_rows(db,
                               "UPDATE resource_edition SET until = (SELECT open FROM edition) "
                               "WHERE id = ? AND until = 0 AND "
                               "since <= (SELECT shown FROM edition) RETURNING json",
                               resource.id);
    if (!closed)
        return closed.error();
    // Also when the insertion is refused: what unstage() opens again it adds.
    if (auto done = RowSums::take_staged(db, RowKind::resource, *closed); !done)
        return done.error();
    auto number = insert(db,
                         "INSERT INTO resource_edition (id, since, until, layer, code, kind, area, "
                         "lon, lat, json) SELECT ?, open, 0, ?, ?, ?, ?, ?, ?, ? FROM edition "
                         "RETURNING row",
                         resource, json);
    if (!number)
        return number.error();
    if (auto done = RowSums::change_staged(db, RowKind::resource, RowSum().add(json)); !done)
        return done.error();
    if (auto done = put_text(db, *number, resource); !done)
        return done.error();
    return *number;
}

Result<> SqliteResourceStore::stage_box(Database& db, std::int64_t row, Place place) {
    return run(db, "INSERT INTO resource_box VALUES (?, ?, ?, ?, ?)", row, place.lon, place.lon,
               place.lat, place.lat);
}

Result<std::string> SqliteResourceStore::unstage(Database& db, Layer layer, std::string_view code) {
    std::string id;
    std::int64_t number = 0;
    RowSum change;
    {
        auto staged =
            bound(db,
                  "SELECT row, id, json FROM resource_edition WHERE layer = ? AND code = ? AND "
                  "code <> '' AND since > (SELECT shown FROM edition)",
                  static_cast<std::int64_t>(layer), code);
        if (!staged)
            return staged.error();
        auto row = staged->step();
        if (!row)
            return row.error();
        if (!*row)
            return id;
        number = staged->integer(0);
        id = staged->text(1);
        change.take(staged->text(2));
    }
    for (const std::string_view sql :
         {"DELETE FROM resource_edition WHERE row = ?", "DELETE FROM resource_box WHERE row = ?",
          "DELETE FROM resource_text WHERE row = ?"})
        if (auto done = run(db, sql, number); !done)
            return done.error();
    auto open = changed_rows(db,
                             "UPDATE resource_edition SET until = 0 WHERE id = ? AND until <> 0 "
                             "AND until > (SELECT shown FROM edition) RETURNING json",
                             id);
    if (!open)
        return open.error();
    change += *open;
    if (auto done = RowSums::change_staged(db, RowKind::resource, change); !done)
        return done.error();
    return id;
}

} // namespace

std::unique_ptr<ResourceStore> make_sqlite_resource_store(SecretBox& secrets) {
    return std::make_unique<SqliteResourceStore>(secrets);
}

} // namespace chengyun::hub
