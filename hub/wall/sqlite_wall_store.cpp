#include "core/wall/wall_codec.h"
#include "hub/store/rows.h"
#include "hub/wall/wall_check.h"
#include "hub/wall/wall_store.h"

namespace chengyun::hub {

namespace {

/// Nothing in the place of not_found.
template <class T>
Result<std::optional<T>> if_any(Result<T> found) {
    if (found)
        return std::optional(std::move(*found));
    if (found.error().kind == FailureKind::not_found)
        return std::optional<T>();
    return found.error();
}

template <class T, class... Values>
Result<std::vector<T>> values(Database& db, std::string_view sql, const Values&... bound_values) {
    auto query = bound(db, sql, bound_values...);
    if (!query)
        return query.error();
    std::vector<T> out;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        auto value = stored_value<T>(query->text(0));
        if (!value)
            return value.error();
        out.push_back(std::move(*value));
    }
}

class SqliteWallStore final : public WallStore {
public:
    Result<std::vector<Wall>> all(Database& db) const override {
        return values<Wall>(db, "SELECT json FROM wall ORDER BY id");
    }
    Result<std::optional<Wall>> find(Database& db, std::string_view id) const override {
        return if_any(one_value<Wall>(db, "SELECT json FROM wall WHERE id = ?", "wall", id));
    }
    Result<> put(Database& db, const Wall& wall, std::string_view json) override {
        return run(db,
                   "INSERT INTO wall (id, json) VALUES (?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET json = excluded.json",
                   wall.id, json);
    }
    Result<> remove(Database& db, std::string_view id) override {
        for (const auto* sql :
             {"DELETE FROM wall_former WHERE wall = ?", "DELETE FROM wall_board WHERE wall = ?",
              "DELETE FROM wall WHERE id = ?"})
            if (auto done = run(db, sql, id); !done)
                return done;
        return {};
    }

    Result<WallBoard> board(Database& db, std::string_view wall) const override {
        return one_value<WallBoard>(db, "SELECT json FROM wall_board WHERE wall = ?", "wall", wall);
    }
    Result<> put(Database& db, const WallBoard& board, std::string_view json) override {
        return run(db,
                   "INSERT INTO wall_board (wall, json) VALUES (?, ?) "
                   "ON CONFLICT (wall) DO UPDATE SET json = excluded.json",
                   board.wall, json);
    }
    Result<> push_former(Database& db, const WallBoard& board) override {
        if (auto done =
                run(db, "INSERT OR REPLACE INTO wall_former (wall, number, json) VALUES (?, ?, ?)",
                    board.wall, board.version, json::write(board));
            !done)
            return done;
        return run(db,
                   "DELETE FROM wall_former WHERE wall = ? AND number NOT IN (SELECT number FROM "
                   "wall_former WHERE wall = ? ORDER BY number DESC LIMIT ?)",
                   board.wall, board.wall, static_cast<std::int64_t>(kept_formers));
    }
    Result<std::optional<WallBoard>> pop_former(Database& db, std::string_view wall) override {
        auto former = if_any(one_value<WallBoard>(
            db, "SELECT json FROM wall_former WHERE wall = ? ORDER BY number DESC LIMIT 1", "board",
            wall));
        if (!former || !*former)
            return former;
        if (auto done = run(db, "DELETE FROM wall_former WHERE wall = ? AND number = ?", wall,
                            (*former)->version);
            !done)
            return done.error();
        return former;
    }

    Result<std::vector<WallPreset>> presets(Database& db, std::string_view wall) const override {
        return values<WallPreset>(db, "SELECT json FROM wall_preset WHERE wall = ? ORDER BY id",
                                  wall);
    }
    Result<std::optional<WallPreset>> find_preset(Database& db,
                                                  std::string_view id) const override {
        return if_any(
            one_value<WallPreset>(db, "SELECT json FROM wall_preset WHERE id = ?", "preset", id));
    }
    Result<> put(Database& db, const WallPreset& preset, std::string_view json) override {
        return run(db,
                   "INSERT INTO wall_preset (id, wall, json) VALUES (?, ?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET json = excluded.json",
                   preset.id, preset.wall, json);
    }
    Result<> remove_preset(Database& db, std::string_view id) override {
        return run(db, "DELETE FROM wall_preset WHERE id = ?", id);
    }

    Result<> check(Database& db, const DeadlineStore& deadlines,
                   Findings& findings) const override {
        return check_walls(db, deadlines, findings);
    }
};

} // namespace

std::unique_ptr<WallStore> make_sqlite_wall_store() {
    return std::make_unique<SqliteWallStore>();
}

} // namespace chengyun::hub
