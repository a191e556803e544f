#include "hub/resources/camera_health.h"

#include "core/resource/camera_health_codec.h"
#include "core/resource/entry_kinds.h"
#include "hub/journal/change_text.h"
#include "hub/resources/resource_store.h"
#include "hub/resources/scope.h"
#include "hub/store/condition.h"
#include "hub/store/findings.h"
#include "hub/store/row_check.h"
#include "hub/store/rows.h"

namespace chengyun::hub {

namespace {

/// Changes in one command: a recorder with all its cameras, and nobody waits long.
constexpr std::size_t told_at_once = 64;

} // namespace

Result<> CameraHealthService::open(Database& db) {
    auto query = bound(db, "SELECT json FROM camera_health");
    if (!query)
        return query.error();
    return each_row(*query, [&](const Statement& row) -> Result<> {
        auto health = stored_value<CameraHealth>(row.text(0));
        if (!health)
            return health.error();
        board_.settle(*health);
        return {};
    });
}

Result<> CameraHealthService::take(Database& db, const Account& account, const std::string& session,
                                   const SeenCameras& seen, Instant now) {
    if (auto ok = chengyun::check(seen); !ok)
        return ok;
    if (account.role == Role::unit)
        return fail(FailureKind::forbidden, {}, "cameras are watched in the centre");
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(reported_,
                      [&](const auto& one) { return now - one.second >= least_interval; });
        if (!reported_.emplace(session, now).second)
            return fail(FailureKind::too_many, {}, "a session reports every 5 s at most");
    }
    for (const auto& one : seen.cameras) {
        auto resource = resources_.get(db, one.camera);
        if (!resource && resource.error().kind != FailureKind::not_found)
            return resource.error();
        if (resource && resource->layer == Layer::camera && in_scope(account, resource->area))
            board_.take(session, one, now);
    }
    return {};
}

Result<> CameraHealthService::store(Transaction& tx, CameraHealth& health, bool& is_there) {
    auto& db = tx.database();
    auto resource = resources_.get(db, health.camera);
    is_there = resource.has_value();
    if (!resource)
        return resource.error().kind == FailureKind::not_found ? Result<>()
                                                               : Result<>(resource.error());
    health.area = resource->area;
    health.version = tx.next_seq();
    const auto json = json::write(health);
    if (auto done = run(db, "INSERT OR REPLACE INTO camera_health VALUES (?, ?, ?)", health.camera,
                        health.area, json);
        !done)
        return done;
    Entry entry;
    entry.actor = "system";
    entry.actor_name = "system";
    entry.kind = entry_kind::camera_health;
    entry.entity = "camera";
    entry.id = entry.subject = health.camera;
    if (!health.area.empty())
        entry.areas.push_back(health.area);
    ChangeText change;
    change.note("fault", json::name_of(health.fault)).note("name", resource->name);
    change.add<CameraHealth>(json);
    auto seq = tx.append(std::move(entry), change.text());
    return seq ? Result<>() : Result<>(seq.error());
}

Result<bool> CameraHealthService::tell(Writer& writer, Instant now) {
    auto due = board_.due(now, told_at_once);
    for (auto& health : due) {
        bool is_there = false;
        auto stored = writer.run([&](Transaction& tx) -> Result<Answer> {
            if (auto done = store(tx, health, is_there); !done)
                return done.error();
            return Answer{204, {}};
        });
        if (!stored)
            return stored.error();
        if (is_there)
            board_.settle(health);
        else
            board_.forget(health.camera);
    }
    return due.size() == told_at_once;
}

Result<> CameraHealthService::each(Database& db, std::string_view scope, const Each& visit) const {
    Conditions where;
    where.below("area", scope);
    auto query = db.prepare("SELECT json FROM camera_health" + where.sql() + " ORDER BY camera");
    if (!query)
        return query.error();
    where.bind_to(*query);
    return each_row(*query, [&](const Statement& row) { visit(row.text(0)); });
}

Result<> CameraHealthService::check(Database& db, Findings& findings) const {
    VersionedRows rows(db, findings, "camera_health", entity_kind<CameraHealth>(),
                       "SELECT json FROM camera_health WHERE camera = ?");
    rows.keyed_by("camera");
    auto walked = each_entry(db, {"resource", "camera"}, [&](const WalkedEntry& entry) -> Result<> {
        if (entry.text("kind") == entry_kind::resource_removed)
            return rows.removed(entry, entry.text("id"));
        return entry.text("kind") == entry_kind::camera_health ? rows.entry(entry) : Result<>();
    });
    if (!walked)
        return walked;
    rows.end_of_journal();
    auto query = bound(db, "SELECT camera, json FROM camera_health");
    if (!query)
        return query.error();
    return each_row(*query, [&](const Statement& row) {
        return if_readable<CameraHealth>(
            row, "camera_health", findings,
            [&](const CameraHealth&, const auto& json) { return rows.row(row.text(0), json, 0); });
    });
}

} // namespace chengyun::hub
