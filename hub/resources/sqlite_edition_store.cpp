#include "hub/journal/journal.h"
#include "hub/resources/sqlite_stores.h"
#include "hub/store/rows.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace chengyun::hub {

namespace {

struct State {
    std::int64_t shown = 0, open = 0, resources_after = 0, units_after = 0;
};

Result<State> state_of(Database& db) {
    auto query = bound(db, "SELECT shown, open, resources_after, units_after FROM edition");
    if (!query)
        return query.error();
    auto row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return fail(FailureKind::corrupt, {}, "it is not known which edition is shown");
    return State{query->integer(0), query->integer(1), query->integer(2), query->integer(3)};
}

/// The rows of a table with what is kept beside it, so that they go together.
struct Removal {
    std::string_view select; ///< row numbers; bound to what the caller has, then the limit
    std::array<std::string_view, 3> deletes;
};

template <class... Values>
Result<std::size_t> remove_rows(Database& db, const Removal& removal, std::size_t limit,
                                const Values&... values) {
    std::vector<std::int64_t> numbers;
    {
        auto query = bound(db, removal.select, values..., static_cast<std::int64_t>(limit));
        if (!query)
            return query.error();
        if (auto read =
                each_row(*query, [&](const Statement& row) { numbers.push_back(row.integer(0)); });
            !read)
            return read.error();
    }
    for (const auto number : numbers)
        for (const auto sql : removal.deletes)
            if (!sql.empty())
                if (auto done = run(db, sql, number); !done)
                    return done.error();
    return numbers.size();
}

constexpr std::array<std::string_view, 3> delete_resource = {
    "DELETE FROM resource_edition WHERE row = ?", "DELETE FROM resource_box WHERE row = ?",
    "DELETE FROM resource_text WHERE row = ?"};
constexpr std::array<std::string_view, 3> delete_unit = {
    "DELETE FROM unit_edition WHERE row = ?", "DELETE FROM unit_text WHERE row = ?", {}};

template <class... Values>
Result<std::size_t> change_rows(Database& db, std::string_view sql, const Values&... values) {
    if (auto done = run(db, sql, values...); !done)
        return done.error();
    return static_cast<std::size_t>(db.changes());
}

/// One kind of what was staged and not shown: removed, and what it was to replace stays.
Result<std::size_t> drop_staged(Database& db, const State& state, std::size_t limit) {
    const auto most = static_cast<std::int64_t>(limit);
    auto removed = remove_rows(db,
                               {"SELECT row FROM resource_edition WHERE row > ? AND since > ? "
                                "LIMIT ?",
                                delete_resource},
                               limit, state.resources_after, state.shown);
    if (removed && *removed == 0)
        removed = remove_rows(
            db, {"SELECT row FROM unit_edition WHERE row > ? AND since > ? LIMIT ?", delete_unit},
            limit, state.units_after, state.shown);
    for (const std::string_view sql :
         {"DELETE FROM area_edition WHERE (code, since) IN "
          "(SELECT code, since FROM area_edition WHERE since > ? LIMIT ?)",
          "UPDATE resource_edition SET until = 0 WHERE row IN (SELECT row FROM resource_edition "
          "WHERE until <> 0 AND until > ? LIMIT ?)",
          "UPDATE unit_edition SET until = 0 WHERE row IN (SELECT row FROM unit_edition "
          "WHERE until <> 0 AND until > ? LIMIT ?)",
          "UPDATE area_edition SET until = 0 WHERE (code, since) IN (SELECT code, since FROM "
          "area_edition WHERE until <> 0 AND until > ? LIMIT ?)"})
        if (removed && *removed == 0)
            removed = change_rows(db, sql, state.shown, most);
    if (removed && *removed == 0)
        removed = change_rows(db,
                              "DELETE FROM edition_change WHERE number IN "
                              "(SELECT number FROM edition_change LIMIT ?)",
                              most);
    return removed;
}

/// One kind of what was shown and has been replaced.
Result<std::size_t> drop_replaced(Database& db, const State& state, std::size_t limit) {
    auto removed = remove_rows(db,
                               {"SELECT row FROM resource_edition WHERE until <> 0 AND until <= ? "
                                "LIMIT ?",
                                delete_resource},
                               limit, state.shown);
    if (removed && *removed == 0)
        removed = remove_rows(
            db,
            {"SELECT row FROM unit_edition WHERE until <> 0 AND until <= ? LIMIT ?", delete_unit},
            limit, state.shown);
    if (removed && *removed == 0)
        removed = change_rows(db,
                              "DELETE FROM area_edition WHERE (code, since) IN (SELECT code, since "
                              "FROM area_edition WHERE until <> 0 AND until <= ? LIMIT ?)",
                              state.shown, static_cast<std::int64_t>(limit));
    return removed;
}

class SqliteEditionStore final : public EditionStore {
public:
    Result<> open(Database& db) override {
        auto remains = has_remains(db);
        if (!remains)
            return remains.error();
        if (*remains)
            return fail(FailureKind::conflict, {}, "another import has not ended yet");
        return run(db, "UPDATE edition SET open = shown + 1, "
                       "resources_after = (SELECT coalesce(max(row), 0) FROM resource_edition), "
                       "units_after = (SELECT coalesce(max(row), 0) FROM unit_edition)");
    }

    Result<std::int64_t> next_version(Database& db) const override {
        auto end = journal_end(db);
        if (!end)
            return end.error();
        return end->seq + 1;
    }

    Result<ChangedBeside> take_changes(Database& db, std::size_t limit) override {
        ChangedBeside out;
        std::vector<std::string> ids;
        std::int64_t last = 0;
        {
            auto query = bound(db,
                               "SELECT number, id, layer, code FROM edition_change "
                               "ORDER BY number LIMIT ?",
                               static_cast<std::int64_t>(limit));
            if (!query)
                return query.error();
            auto read = each_row(*query, [&](const Statement& row) {
                last = row.integer(0);
                ++out.changes;
                ids.emplace_back(row.text(1));
                if (!row.is_null(2) && !row.text(3).empty())
                    out.resources.emplace_back(static_cast<Layer>(row.integer(2)), row.text(3));
            });
            if (!read)
                return read.error();
        }
        if (auto followed = follow(db, std::move(ids), out); !followed)
            return followed.error();
        std::ranges::sort(out.areas);
        out.areas.erase(std::unique(out.areas.begin(), out.areas.end()), out.areas.end());
        if (auto done = run(db, "DELETE FROM edition_change WHERE number <= ?", last); !done)
            return done.error();
        return out;
    }

    Result<> show(Database& db) override {
        if (auto done = run(db, "UPDATE edition SET shown = open, open = 0 WHERE open <> 0"); !done)
            return done;
        if (db.changes() != 1)
            return fail(FailureKind::internal, {}, "no edition is open");
        return {};
    }

    Result<bool> has_remains(Database& db) const override {
        auto query = bound(
            db, "SELECT open <> 0 OR EXISTS (SELECT 1 FROM resource_edition WHERE until <> 0) OR "
                "EXISTS (SELECT 1 FROM unit_edition WHERE until <> 0) OR "
                "EXISTS (SELECT 1 FROM area_edition WHERE until <> 0) FROM edition");
        if (!query)
            return query.error();
        if (auto row = query->step(); !row)
            return row.error();
        return query->integer(0) != 0;
    }

    Result<bool> clear(Database& db, std::size_t limit) override {
        auto state = state_of(db);
        if (!state)
            return state.error();
        auto removed =
            state->open != 0 ? drop_staged(db, *state, limit) : drop_replaced(db, *state, limit);
        if (!removed)
            return removed.error();
        if (*removed > 0)
            return true;
        if (state->open == 0)
            return false;
        if (auto done = run(db, "UPDATE edition SET open = 0"); !done)
            return done.error();
        return true;
    }

private:
    /// From ids to the codes that they have or are staged under, and from codes to the ids that
    /// have them now, until there are no more: codes may have gone from one to the other.
    static Result<> follow(Database& db, std::vector<std::string> ids, ChangedBeside& out) {
        std::set<std::string> seen_ids;
        std::set<std::pair<Layer, std::string>> codes;
        std::vector<std::pair<Layer, std::string>> fresh = std::move(out.resources);
        while (!ids.empty() || !fresh.empty()) {
            for (const auto& id : std::exchange(ids, {}))
                if (seen_ids.insert(id).second)
                    if (auto read = add_codes(db, id, fresh, out.areas); !read)
                        return read;
            for (auto& code : std::exchange(fresh, {})) {
                if (!codes.insert(code).second)
                    continue;
                auto owner =
                    bound(db, "SELECT id FROM resource WHERE layer = ? AND code = ? AND code <> ''",
                          static_cast<std::int64_t>(code.first), code.second);
                if (!owner)
                    return owner.error();
                if (auto read = each_row(
                        *owner, [&](const Statement& row) { ids.emplace_back(row.text(0)); });
                    !read)
                    return read;
            }
        }
        out.resources.assign(codes.begin(), codes.end());
        return {};
    }

    /// Also whose office a unit is.
    static Result<> add_codes(Database& db, const std::string& id,
                              std::vector<std::pair<Layer, std::string>>& codes,
                              std::vector<std::string>& areas) {
        auto resources =
            bound(db, "SELECT layer, code FROM resource_edition WHERE id = ? AND code <> ''", id);
        if (!resources)
            return resources.error();
        if (auto read = each_row(*resources,
                                 [&](const Statement& row) {
                                     codes.emplace_back(static_cast<Layer>(row.integer(0)),
                                                        row.text(1));
                                 });
            !read)
            return read;
        auto offices = bound(db,
                             "SELECT area FROM unit_edition WHERE id = ? AND area <> '' AND "
                             "since > (SELECT shown FROM edition)",
                             id);
        if (!offices)
            return offices.error();
        return each_row(*offices, [&](const Statement& row) { areas.emplace_back(row.text(0)); });
    }
};

} // namespace

std::unique_ptr<EditionStore> make_sqlite_edition_store() {
    return std::make_unique<SqliteEditionStore>();
}

} // namespace chengyun::hub
