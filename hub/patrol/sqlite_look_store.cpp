#include "core/area/area.h"
#include "core/patrol/patrol_codec.h"
#include "hub/patrol/look_store.h"
#include "hub/patrol/patrol_kinds.h"
#include "hub/store/row_check.h"
#include "hub/store/rows.h"

namespace chengyun::hub {

namespace {

class SqliteLookStore final : public LookStore {
public:
    Result<std::optional<PatrolLook>> of_round(Database& db,
                                               std::string_view round) const override {
        auto look = one_value<PatrolLook>(
            db, "SELECT json FROM patrol_look WHERE round = ? LIMIT 1", "round", round);
        if (look)
            return std::optional(std::move(*look));
        if (look.error().kind == FailureKind::not_found)
            return std::optional<PatrolLook>();
        return look.error();
    }

    Result<> add(Database& db, const PatrolLook& look, std::string_view json) override {
        auto known =
            bound(db, "SELECT id FROM patrol_look WHERE id = ? OR (round = ? AND camera = ?)",
                  look.id, look.round, look.camera);
        if (!known)
            return known.error();
        auto there = known->step();
        if (!there)
            return there.error();
        if (*there)
            return fail(FailureKind::conflict, known->text(0) == look.id ? "id" : "camera",
                        "it has been looked at already");
        return run(db,
                   "INSERT INTO patrol_look (id, round, camera, at, ordered, json) "
                   "VALUES (?, ?, ?, ?, ?, ?)",
                   look.id, look.round, look.camera, ms_of(look.at), !look.order.empty(), json);
    }

    Result<std::vector<PatrolShare>> rounds(Database& db, std::string_view area, Instant from,
                                            Instant to) const override {
        auto query = bound(db,
                           "SELECT json, count(*), sum(ordered), min(at), max(at) FROM patrol_look "
                           "WHERE at >= ? AND at < ? GROUP BY round ORDER BY max(at) DESC, round",
                           ms_of(from), ms_of(to));
        if (!query)
            return query.error();
        std::vector<PatrolShare> out;
        auto done = each_row(*query, [&](const Statement& row) -> Result<> {
            // Group, person and number of cameras are the same in all looks of a round.
            auto look = stored_value<PatrolLook>(row.text(0));
            if (!look)
                return look.error();
            if (out.size() < static_cast<std::size_t>(most_patrol_rounds) &&
                area_contains(area, look->area))
                out.push_back({look->round, look->group_name, look->by_name,
                               instant_of(row.integer(3)), instant_of(row.integer(4)), look->of,
                               row.integer(1), row.integer(2)});
            return {};
        });
        if (!done)
            return done.error();
        return out;
    }

    Result<> check(Database& db, Findings& findings) const override {
        VersionedRows looks(db, findings, "patrol_look", entity_kind<PatrolLook>(),
                            "SELECT json FROM patrol_look WHERE id = ?");
        if (auto walked = looks.walk({patrol_look_entity}); !walked)
            return walked;
        auto query = bound(db, "SELECT id, json, round, camera, at, ordered FROM patrol_look");
        if (!query)
            return query.error();
        return each_row(*query, [&](const Statement& row) -> Result<> {
            return if_readable<PatrolLook>(
                row, "patrol_look", findings, [&](const PatrolLook& look, const auto& json) {
                    if (row.text(2) != look.round || row.text(3) != look.camera ||
                        row.integer(4) != ms_of(look.at) ||
                        (row.integer(5) != 0) != !look.order.empty())
                        findings.wrong("patrol_look", look.id, "its columns are another look's");
                    return looks.row(look.id, json, 0);
                });
        });
    }
};

} // namespace

std::unique_ptr<LookStore> make_sqlite_look_store() {
    return std::make_unique<SqliteLookStore>();
}

} // namespace chengyun::hub
