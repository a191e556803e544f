#include "hub/patrol/patrol_duty.h"

#include "core/patrol/entry_kinds.h"
#include "core/patrol/patrol_codec.h"
#include "hub/patrol/patrol_entries.h"
#include "hub/resources/resource_store.h"

namespace chengyun::hub {

Result<Answer> PatrolDuty::look(Transaction& tx, const Account& account,
                                const LookAtCamera& command) {
    auto& db = tx.database();
    if (auto ok = check_may_patrol(account); !ok)
        return ok.error();
    if (auto ok = check(command); !ok)
        return ok.error();
    auto group = groups_.find(db, command.group);
    if (!group)
        return group.error();
    if (!*group || !sees(account, **group))
        return fail(FailureKind::not_found, "group", "no such group");
    auto camera = resources_.get(db, command.camera);
    if (!camera && camera.error().kind != FailureKind::not_found)
        return camera.error();
    if (!camera || !can_show(**group, *camera))
        return fail(FailureKind::not_found, "camera", "no camera in the group's area");
    const auto actor = actor_of(account);
    auto begun = looks_.of_round(db, command.round);
    if (!begun)
        return begun.error();
    if (*begun && ((*begun)->group != command.group || (*begun)->by != actor.id ||
                   (*begun)->of != command.of))
        return fail(FailureKind::conflict, "round", "it is another one's");
    PatrolLook look;
    static_cast<LookAtCamera&>(look) = command;
    look.group_name = (*group)->name;
    look.area = (*group)->area;
    look.camera_name = camera->name;
    look.by = actor.id;
    look.by_name = actor.name;
    look.at = tx.now();
    look.version = tx.next_seq();
    const auto json = json::write(look);
    if (auto done = looks_.add(db, look, json); !done)
        return done.error();
    PatrolEntries entries(tx, actor);
    entries.hold<PatrolLook>(json);
    entries.note("camera", look.camera_name);
    entries.note("group", look.group_name);
    if (auto done = entries.append(look.finding == PatrolFinding::order ? entry_kind::patrol_raised
                                                                        : entry_kind::patrol_seen,
                                   patrol_look_entity, look.id, look.camera, audience_of(**group));
        !done)
        return done.error();
    return entries.done();
}

Result<std::string> PatrolDuty::rounds(Database& db, const Account& account, Instant from,
                                       Instant to) const {
    // Who sees no group has an area that holds none; phones see none at all.
    if (account.role == Role::unit)
        return std::string("{\"items\":[]}");
    auto rounds = looks_.rounds(db, account.area, from, to);
    if (!rounds)
        return rounds.error();
    std::string items;
    for (const auto& round : *rounds) {
        if (!items.empty())
            items += ',';
        json::append(items, round);
    }
    return "{\"items\":[" + items + "]}";
}

} // namespace chengyun::hub
