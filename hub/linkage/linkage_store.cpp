#include "hub/linkage/linkage_store.h"

#include "hub/store/rows.h"

namespace chengyun::hub {

namespace {

template <class T>
Result<std::vector<T>> all_of(Database& db, std::string_view sql) {
    auto query = bound(db, sql);
    if (!query)
        return query.error();
    std::vector<T> out;
    auto read = each_row(*query, [&](const Statement& row) -> Result<> {
        auto value = stored_value<T>(row.text(0));
        if (!value)
            return value.error();
        out.push_back(std::move(*value));
        return {};
    });
    if (!read)
        return read.error();
    return out;
}

} // namespace

Result<std::vector<WallLinks>> LinkageStore::all(Database& db) const {
    return all_of<WallLinks>(db, "SELECT json FROM wall_links ORDER BY wall");
}

Result<WallLinks> LinkageStore::links(Database& db, std::string_view wall) const {
    auto found =
        one_value<WallLinks>(db, "SELECT json FROM wall_links WHERE wall = ?", "links", wall);
    if (found || found.error().kind != FailureKind::not_found)
        return found;
    return WallLinks{std::string(wall), {}, 0};
}

Result<> LinkageStore::put(Database& db, const WallLinks& links, std::string_view json) {
    return run(db,
               "INSERT INTO wall_links (wall, json) VALUES (?, ?) "
               "ON CONFLICT (wall) DO UPDATE SET json = excluded.json",
               links.wall, json);
}

Result<> LinkageStore::remove_links(Database& db, std::string_view wall) {
    return run(db, "DELETE FROM wall_links WHERE wall = ?", wall);
}

Result<std::vector<LinkageRule>> LinkageStore::rules(Database& db) const {
    return all_of<LinkageRule>(db, "SELECT json FROM linkage_rule ORDER BY id");
}

Result<std::optional<LinkageRule>> LinkageStore::rule(Database& db, std::string_view id) const {
    auto found =
        one_value<LinkageRule>(db, "SELECT json FROM linkage_rule WHERE id = ?", "rule", id);
    if (found)
        return std::optional(std::move(*found));
    if (found.error().kind == FailureKind::not_found)
        return std::optional<LinkageRule>();
    return found.error();
}

Result<> LinkageStore::put(Database& db, const LinkageRule& rule, std::string_view json) {
    return run(db,
               "INSERT INTO linkage_rule (id, json) VALUES (?, ?) "
               "ON CONFLICT (id) DO UPDATE SET json = excluded.json",
               rule.id, json);
}

Result<> LinkageStore::remove_rule(Database& db, std::string_view id) {
    return run(db, "DELETE FROM linkage_rule WHERE id = ?", id);
}

Result<std::int64_t> LinkageStore::cursor(Database& db) const {
    auto query = bound(db, "SELECT seq FROM linkage_cursor");
    if (!query)
        return query.error();
    auto row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return fail(FailureKind::corrupt, "linkage_cursor", "is missing");
    return query->integer(0);
}

Result<> LinkageStore::put_cursor(Database& db, std::int64_t seq) {
    return run(db, "UPDATE linkage_cursor SET seq = ?", seq);
}

} // namespace chengyun::hub
