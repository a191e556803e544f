#include "core/area/area.h"
#include "hub/patrol/shown_store.h"
#include "hub/store/rows.h"

namespace chengyun::hub {

namespace {

class SqliteShownStore final : public ShownStore {
public:
    Result<> put(Database& db, std::string_view account, std::string_view area,
                 const ShownCamera& shown) override {
        return run(db,
                   "INSERT INTO patrol_shown (account, grp, camera, began, ended, area, machine, "
                   "by_name, group_name, camera_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                   "ON CONFLICT (account, machine, grp, began, camera) "
                   "DO UPDATE SET ended = max(ended, excluded.ended)",
                   account, shown.group, shown.camera, ms_of(shown.from), ms_of(shown.to), area,
                   shown.machine, shown.by_name, shown.group_name, shown.camera_name);
    }

    Result<> prune(Database& db, Instant before, std::int64_t most_rows) override {
        if (auto done = run(db, "DELETE FROM patrol_shown WHERE ended < ?", ms_of(before)); !done)
            return done;
        return run(db,
                   "DELETE FROM patrol_shown WHERE number <= "
                   "(SELECT max(number) FROM patrol_shown) - ?",
                   most_rows);
    }

    Result<std::vector<ShownCamera>> list(Database& db, std::string_view area, Instant from,
                                          Instant to, std::int64_t after,
                                          std::int64_t limit) const override {
        auto query = bound(db,
                           "SELECT number, grp, camera, began, ended, area, machine, by_name, "
                           "group_name, camera_name FROM patrol_shown "
                           "WHERE number > ? AND ended >= ? AND began < ? ORDER BY number",
                           after, ms_of(from), ms_of(to));
        if (!query)
            return query.error();
        std::vector<ShownCamera> out;
        while (out.size() < static_cast<std::size_t>(limit)) {
            auto row = query->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            if (!area_contains(area, query->text(5)))
                continue;
            ShownCamera shown;
            shown.number = query->integer(0);
            shown.group = query->text(1);
            shown.camera = query->text(2);
            shown.from = instant_of(query->integer(3));
            shown.to = instant_of(query->integer(4));
            shown.machine = query->text(6);
            shown.by_name = query->text(7);
            shown.group_name = query->text(8);
            shown.camera_name = query->text(9);
            out.push_back(std::move(shown));
        }
        return out;
    }
};

} // namespace

std::unique_ptr<ShownStore> make_sqlite_shown_store() {
    return std::make_unique<SqliteShownStore>();
}

} // namespace chengyun::hub
