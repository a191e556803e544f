// LinkageStore::check, for `verify`.
#include "hub/deadlines/deadline_store.h"
#include "hub/journal/journal_walk.h"
#include "hub/linkage/linkage_kinds.h"
#include "hub/linkage/linkage_store.h"
#include "hub/store/findings.h"
#include "hub/store/row_check.h"
#include "hub/store/rows.h"
#include "hub/wall/wall_kinds.h"

namespace chengyun::hub {

Result<> LinkageStore::check(Database& db, const DeadlineStore& deadlines,
                             Findings& findings) const {
    VersionedRows of_walls(db, findings, "wall_links", entity_kind<WallLinks>(),
                           "SELECT json FROM wall_links WHERE wall = ?", {});
    of_walls.keyed_by("wall");
    VersionedRows of_rules(db, findings, "linkage_rule", entity_kind<LinkageRule>(),
                           "SELECT json FROM linkage_rule WHERE id = ?", {});
    if (auto done = of_walls.walk({wall_entity, links_entity}); !done)
        return done;
    if (auto done = of_rules.walk({linkage_rule_entity}); !done)
        return done;

    auto rule_rows = bound(db, "SELECT id, json FROM linkage_rule");
    if (!rule_rows)
        return rule_rows.error();
    auto read_rules = each_row(*rule_rows, [&](const Statement& row) {
        return if_readable<LinkageRule>(row, "linkage_rule", findings,
                                        [&](const LinkageRule&, const auto& json) {
                                            return of_rules.row(row.text(0), json, 0);
                                        });
    });
    if (!read_rules)
        return read_rules;

    auto link_rows = bound(db, "SELECT wall, json FROM wall_links");
    if (!link_rows)
        return link_rows.error();
    auto read_links = each_row(*link_rows, [&](const Statement& row) {
        return if_readable<WallLinks>(
            row, "wall_links", findings, [&](const WallLinks& links, const auto& json) -> Result<> {
                if (auto done = of_walls.row(row.text(0), json, 0); !done)
                    return done;
                auto pending = deadlines.of(db, links.wall, linkage_deadlines);
                if (!pending)
                    return pending.error();
                if (const auto at = next_link_end(links);
                    at && (pending->size() != 1 || pending->front().fire_at != *at))
                    findings.wrong("deadline", links.wall,
                                   "is missing: what is linked for a time would stay");
                return {};
            });
    });
    if (!read_links)
        return read_links;
    return deadlines.each(db, linkage_deadlines, [&](const Deadline& deadline) -> Result<> {
        auto known = links(db, deadline.subject);
        if (!known)
            return {}; // told of above
        if (!next_link_end(*known))
            findings.wrong("deadline", deadline.subject, "of a wall where no link runs out");
        return {};
    });
}

} // namespace chengyun::hub
