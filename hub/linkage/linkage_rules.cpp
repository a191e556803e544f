// LinkageService: rules, and what goes with a wall.
#include "core/linkage/entry_kinds.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/linkage/linkage_kinds.h"
#include "hub/linkage/linkage_service.h"
#include "hub/resources/resources.h"
#include "hub/wall/wall_entries.h"
#include "hub/wall/wall_service.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

[[nodiscard]] Failure no_rule() {
    return fail(FailureKind::not_found, "rule", "no such rule");
}

} // namespace

Result<std::string> LinkageService::rules(Database& db, const Account& account) const {
    auto seen = seen_by(db, account);
    if (!seen)
        return seen.error();
    return "{\"items\":[" + seen->rules + "]}";
}

Result<Answer> LinkageService::put_rule(Transaction& tx, const Account& account, LinkageRule rule) {
    auto& db = tx.database();
    if (!may(account.role, Permission::configure_walls))
        return fail(FailureKind::forbidden, {}, "not allowed for this role");
    if (auto ok = check(rule); !ok)
        return ok.error();
    auto wall = seen(db, account, rule.wall, rule.screen);
    if (!wall)
        return wall.error();
    if (!rule.area.empty())
        if (auto known = others_.resources.reach.area(db, account, rule.area, "area"); !known)
            return known.error();
    auto before = store_.rule(db, rule.id);
    if (!before)
        return before.error();
    auto audience = audience_of(*wall);
    if (*before) {
        auto from = others_.walls.seen(db, account, (*before)->wall);
        if (!from)
            return from.error().kind == FailureKind::not_found ? no_rule() : from.error();
        // Who saw it at the wall of before must not keep it as it was.
        if (from->id != wall->id)
            for (auto& area : audience_of(*from).areas)
                audience.areas.push_back(std::move(area));
    }
    if (rule.version != (*before ? (*before)->version : 0))
        return fail(FailureKind::conflict, "version", "it has changed since");
    if (!*before) {
        auto all = store_.rules(db);
        if (!all)
            return all.error();
        if (all->size() >= most_linkage_rules)
            return fail(FailureKind::no_room, {}, "the hall has as many rules as it may");
    }
    if (rule.on)
        if (auto done = begin_to_follow(tx); !done)
            return done.error();
    rule.version = tx.next_seq();
    const auto json = json::write(rule);
    if (auto done = store_.put(db, rule, json); !done)
        return done.error();
    WallEntries entries(tx, actor_of(account));
    entries.hold<LinkageRule>(json);
    entries.note("rule", rule.name);
    entries.note("wall", wall->name);
    if (auto done = entries.append(entry_kind::linkage_rule_changed, linkage_rule_entity, rule.id,
                                   rule.id, audience);
        !done)
        return done.error();
    return entries.done();
}

Result<Answer> LinkageService::remove_rule(Transaction& tx, const Account& account,
                                           std::string_view id) {
    auto& db = tx.database();
    if (!may(account.role, Permission::configure_walls))
        return fail(FailureKind::forbidden, {}, "not allowed for this role");
    auto rule = store_.rule(db, id);
    if (!rule)
        return rule.error();
    if (!*rule)
        return no_rule();
    auto wall = others_.walls.seen(db, account, (*rule)->wall);
    if (!wall)
        return wall.error().kind == FailureKind::not_found ? no_rule() : wall.error();
    if (auto done = store_.remove_rule(db, id); !done)
        return done.error();
    WallEntries entries(tx, actor_of(account));
    entries.note("rule", (*rule)->name);
    entries.note("wall", wall->name);
    if (auto done = entries.append(entry_kind::linkage_rule_removed, linkage_rule_entity, id, id,
                                   audience_of(*wall));
        !done)
        return done.error();
    return entries.done();
}

Result<> LinkageService::forget_wall(Transaction& tx, const Actor& by, const Wall& wall) {
    auto& db = tx.database();
    auto rules = store_.rules(db);
    if (!rules)
        return rules.error();
    for (const auto& rule : *rules) {
        if (rule.wall != wall.id)
            continue;
        if (auto done = store_.remove_rule(db, rule.id); !done)
            return done;
        WallEntries entries(tx, by);
        entries.note("rule", rule.name);
        entries.note("wall", wall.name);
        if (auto done = entries.append(entry_kind::linkage_rule_removed, linkage_rule_entity,
                                       rule.id, rule.id, audience_of(wall));
            !done)
            return done;
    }
    if (auto done = store_.remove_links(db, wall.id); !done)
        return done;
    return others_.deadlines.set(db, wall.id, linkage_deadlines, {});
}

} // namespace chengyun::hub
