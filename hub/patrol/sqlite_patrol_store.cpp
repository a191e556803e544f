#include "core/patrol/patrol_codec.h"
#include "hub/patrol/patrol_kinds.h"
#include "hub/patrol/patrol_store.h"
#include "hub/store/row_check.h"
#include "hub/store/rows.h"

namespace chengyun::hub {

namespace {

class SqlitePatrolStore final : public PatrolStore {
public:
    Result<std::vector<PatrolGroup>> groups(Database& db) const override {
        auto query = bound(db, "SELECT json FROM patrol_group ORDER BY id");
        if (!query)
            return query.error();
        std::vector<PatrolGroup> out;
        auto done = each_row(*query, [&](const Statement& row) -> Result<> {
            auto group = stored_value<PatrolGroup>(row.text(0));
            if (!group)
                return group.error();
            out.push_back(std::move(*group));
            return {};
        });
        if (!done)
            return done.error();
        return out;
    }
    Result<std::optional<PatrolGroup>> find(Database& db, std::string_view id) const override {
        auto group =
            one_value<PatrolGroup>(db, "SELECT json FROM patrol_group WHERE id = ?", "group", id);
        if (group)
            return std::optional(std::move(*group));
        if (group.error().kind == FailureKind::not_found)
            return std::optional<PatrolGroup>();
        return group.error();
    }
    Result<> put(Database& db, const PatrolGroup& group, std::string_view json) override {
        return run(db,
                   "INSERT INTO patrol_group (id, json) VALUES (?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET json = excluded.json",
                   group.id, json);
    }
    Result<> remove(Database& db, std::string_view id) override {
        return run(db, "DELETE FROM patrol_group WHERE id = ?", id);
    }

    Result<> check(Database& db, Findings& findings) const override {
        VersionedRows groups(db, findings, "patrol_group", entity_kind<PatrolGroup>(),
                             "SELECT json FROM patrol_group WHERE id = ?");
        auto walked = groups.walk({patrol_group_entity});
        if (!walked)
            return walked;
        auto query = bound(db, "SELECT id, json FROM patrol_group");
        if (!query)
            return query.error();
        return each_row(*query, [&](const Statement& row) -> Result<> {
            return if_readable<PatrolGroup>(row, "patrol_group", findings,
                                            [&](const PatrolGroup& group, const auto& json) {
                                                return groups.row(group.id, json, 0);
                                            });
        });
    }
};

} // namespace

std::unique_ptr<PatrolStore> make_sqlite_patrol_store() {
    return std::make_unique<SqlitePatrolStore>();
}

} // namespace chengyun::hub
