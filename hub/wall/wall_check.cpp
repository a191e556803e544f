#include "hub/wall/wall_check.h"

#include "core/journal/images.h"
#include "core/wall/wall_codec.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/journal/journal_walk.h"
#include "hub/store/findings.h"
#include "hub/store/row_check.h"
#include "hub/store/rows.h"
#include "hub/wall/wall_kinds.h"

#include <functional>

namespace chengyun::hub {

namespace {

/// Each row of `sql`, which gives its id and its JSON; `look` is given what can be read.
template <class T>
Result<> each_value(Database& db, Findings& findings, std::string_view table, VersionedRows& rows,
                    std::string_view sql, const std::function<Result<>(const T&)>& look = {}) {
    auto query = bound(db, sql);
    if (!query)
        return query.error();
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const std::string id(query->text(0)), text(query->text(1));
        auto json = json::parse(text);
        auto value = stored_value<T>(text);
        if (!json || !value) {
            findings.wrong(table, id, "cannot be read");
            continue;
        }
        if (auto done = rows.row(id, *json, 0); !done)
            return done;
        if (look)
            if (auto done = look(*value); !done)
                return done;
    }
}

/// When the hub has to look at the board again; nothing where it need not.
std::optional<Instant> awaited(const WallBoard& board) {
    return board.locked ? std::nullopt : next_until(board);
}

} // namespace

Result<> check_walls(Database& db, const DeadlineStore& deadlines, Findings& findings) {
    VersionedRows walls(db, findings, "wall", entity_kind<Wall>(),
                        "SELECT json FROM wall WHERE id = ?", {});
    VersionedRows boards(db, findings, "wall_board", entity_kind<WallBoard>(),
                         "SELECT json FROM wall_board WHERE wall = ?", {});
    boards.keyed_by("wall");
    VersionedRows presets(db, findings, "wall_preset", entity_kind<WallPreset>(),
                          "SELECT json FROM wall_preset WHERE id = ?", {});
    VersionedRows formers(db, findings, "wall_former", entity_kind<WallBoard>(), {}, {});
    formers.keyed_by("wall");

    auto walked = each_entry(db, {wall_entity, wall_preset_entity},
                             [&](const WalkedEntry& entry) -> Result<> {
                                 const auto kind = entry.text("kind"), id = entry.text("id");
                                 if (kind == wall_kinds::removed) {
                                     if (auto done = walls.removed(entry, id); !done)
                                         return done;
                                     return boards.removed(entry, id);
                                 }
                                 if (kind == wall_kinds::preset_removed)
                                     return presets.removed(entry, id);
                                 for (auto* rows : {&walls, &boards, &presets})
                                     if (auto done = rows->entry(entry); !done)
                                         return done;
                                 return {};
                             });
    if (!walked)
        return walked;
    for (auto* rows : {&walls, &boards, &presets})
        rows->end_of_journal();

    if (auto done = each_value<Wall>(db, findings, "wall", walls, "SELECT id, json FROM wall");
        !done)
        return done;
    if (auto done = each_value<WallPreset>(db, findings, "wall_preset", presets,
                                           "SELECT id, json FROM wall_preset");
        !done)
        return done;
    if (auto done =
            each_value<WallBoard>(db, findings, "wall_former", formers,
                                  "SELECT wall, json FROM wall_former ORDER BY wall, number");
        !done)
        return done;
    auto compared = each_value<WallBoard>(
        db, findings, "wall_board", boards, "SELECT wall, json FROM wall_board",
        [&](const WallBoard& board) -> Result<> {
            auto pending = deadlines.of(db, board.wall, wall_deadlines);
            if (!pending)
                return pending.error();
            if (const auto at = awaited(board);
                at && (pending->size() != 1 || pending->front().fire_at != *at))
                findings.wrong("deadline", board.wall,
                               "is missing: what was put up for a time would stay");
            return {};
        });
    if (!compared)
        return compared;
    return deadlines.each(db, wall_deadlines, [&](const Deadline& deadline) -> Result<> {
        auto board = one_value<WallBoard>(db, "SELECT json FROM wall_board WHERE wall = ?", "wall",
                                          deadline.subject);
        if (!board && board.error().kind != FailureKind::not_found)
            return {}; // told of above
        if (!board || !awaited(*board))
            findings.wrong("deadline", deadline.subject, "of a wall where nothing runs out");
        return {};
    });
}

} // namespace chengyun::hub
