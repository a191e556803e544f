#include "hub/patrol/patrol_service.h"

#include "core/area/area.h"
#include "core/patrol/entry_kinds.h"
#include "core/patrol/patrol_codec.h"
#include "hub/patrol/patrol_entries.h"
#include "hub/resources/reach.h"
#include "hub/resources/resource_store.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

[[nodiscard]] Failure no_group() {
    return fail(FailureKind::not_found, "group", "no such group");
}

} // namespace

Result<std::string> PatrolService::seen_by(Database& db, const Account& account) const {
    auto groups = groups_.groups(db);
    if (!groups)
        return groups.error();
    std::string out;
    for (const auto& group : *groups) {
        if (!sees(account, group))
            continue;
        if (!out.empty())
            out += ',';
        json::append(out, group);
    }
    return out;
}

Result<std::string> PatrolService::list(Database& db, const Account& account) const {
    auto seen = seen_by(db, account);
    if (!seen)
        return seen.error();
    return "{\"items\":[" + *seen + "]}";
}

Result<> PatrolService::check_area_of(Database& db, const Account& account,
                                      const PatrolGroup& group) const {
    if (!group.area.empty())
        return reach_.area(db, account, group.area, "area");
    if (!in_scope(account, group.area))
        return fail(FailureKind::not_found, "area", "outside your area");
    return {};
}

Result<> PatrolService::check_cameras(Database& db, const PatrolGroup& group,
                                      const PatrolGroup* before) const {
    for (std::size_t i = 0; i < group.cameras.size(); ++i) {
        const auto& id = group.cameras[i];
        if (before && before->area == group.area &&
            std::ranges::find(before->cameras, id) != before->cameras.end())
            continue;
        const auto field = "cameras[" + std::to_string(i) + "]";
        auto camera = resources_.get(db, id);
        if (!camera && camera.error().kind != FailureKind::not_found)
            return camera.error();
        if (!camera || camera->layer != Layer::camera || !area_contains(group.area, camera->area))
            return fail(FailureKind::not_found, field, "no camera in the group's area");
    }
    return {};
}

Result<Answer> PatrolService::put(Transaction& tx, const Account& account, PatrolGroup group) {
    auto& db = tx.database();
    if (auto ok = check_may_patrol(account); !ok)
        return ok.error();
    if (auto ok = check(group); !ok)
        return ok.error();
    auto before = groups_.find(db, group.id);
    if (!before)
        return before.error();
    if (*before && !sees(account, **before))
        return no_group();
    if (group.version != (*before ? (*before)->version : 0))
        return fail(FailureKind::conflict, "version", "it has changed since");
    if (!*before) {
        auto all = groups_.groups(db);
        if (!all)
            return all.error();
        if (all->size() >= most_patrol_groups)
            return fail(FailureKind::no_room, {}, "the hall has as many groups as it may");
    }
    if (!*before || (*before)->area != group.area)
        if (auto ok = check_area_of(db, account, group); !ok)
            return ok.error();
    if (!group.rule.area.empty() && (!*before || (*before)->rule.area != group.rule.area))
        if (auto ok = reach_.area(db, account, group.rule.area, "rule.area"); !ok)
            return ok.error();
    if (auto ok = check_cameras(db, group, *before ? &**before : nullptr); !ok)
        return ok.error();
    group.started = tx.now();
    group.version = tx.next_seq();
    const auto json = json::write(group);
    if (auto done = groups_.put(db, group, json); !done)
        return done.error();
    PatrolEntries entries(tx, actor_of(account));
    entries.hold<PatrolGroup>(json);
    entries.note("group", group.name);
    auto audience = audience_of(group);
    // Who saw it where it lay before must not keep it as it was.
    if (*before && (*before)->area != group.area)
        for (auto& area : audience_of(**before).areas)
            audience.areas.push_back(std::move(area));
    if (auto done = entries.append(entry_kind::patrol_changed, patrol_group_entity, group.id,
                                   group.id, audience);
        !done)
        return done.error();
    return entries.done();
}

Result<Answer> PatrolService::remove(Transaction& tx, const Account& account, std::string_view id) {
    auto& db = tx.database();
    if (auto ok = check_may_patrol(account); !ok)
        return ok.error();
    auto group = groups_.find(db, id);
    if (!group)
        return group.error();
    if (!*group || !sees(account, **group))
        return no_group();
    if (auto done = groups_.remove(db, id); !done)
        return done.error();
    PatrolEntries entries(tx, actor_of(account));
    entries.note("group", (*group)->name);
    if (auto done = entries.append(entry_kind::patrol_removed, patrol_group_entity, (*group)->id,
                                   (*group)->id, audience_of(**group));
        !done)
        return done.error();
    return entries.done();
}

} // namespace chengyun::hub
