// WallService: walls and what stands on them.
#include "hub/wall/wall_service.h"

#include "core/wall/wall_codec.h"
#include "core/wire/wire_codec.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/resources/scope.h"
#include "hub/wall/wall_entries.h"

#include <algorithm>
#include <iterator>

namespace chengyun::hub {

namespace {

[[nodiscard]] bool sees(const Account& account, const Wall& wall) {
    return account.role != Role::unit && in_scope(account, wall.area);
}

[[nodiscard]] Failure no_wall() {
    return fail(FailureKind::not_found, "wall", "no such wall");
}

[[nodiscard]] Result<> check_may(const Account& account, Permission permission) {
    if (!may(account.role, permission))
        return fail(FailureKind::forbidden, {}, "not allowed for this role");
    return {};
}

template <class T>
std::string joined(const std::vector<T>& values) {
    std::string out;
    for (const auto& value : values) {
        if (!out.empty())
            out += ',';
        json::append(out, value);
    }
    return out;
}

template <class T>
std::string items_text(const std::vector<T>& values) {
    return "{\"items\":[" + joined(values) + "]}";
}

/// What stands on a cell, for the note of an entry; nothing for an empty one.
[[nodiscard]] const PaneContent* content_at(const WallBoard& board, std::string_view screen,
                                            std::int64_t cell) {
    const auto* on = find_screen(board, screen);
    const auto* pane = on ? find_pane(*on, cell) : nullptr;
    return pane ? &pane->content : nullptr;
}

} // namespace

Result<Wall> WallService::seen(Database& db, const Account& account, std::string_view id) const {
    auto wall = walls_.find(db, id);
    if (!wall)
        return wall.error();
    if (!*wall || !sees(account, **wall))
        return no_wall();
    return std::move(**wall);
}

Result<std::string> WallService::list(Database& db, const Account& account) const {
    auto walls = walls_.all(db);
    if (!walls)
        return walls.error();
    std::erase_if(*walls, [&](const Wall& wall) { return !sees(account, wall); });
    return items_text(*walls);
}

Result<std::string> WallService::get(Database& db, const Account& account,
                                     std::string_view id) const {
    auto wall = seen(db, account, id);
    if (!wall)
        return wall.error();
    return json::write(*wall);
}

Result<std::string> WallService::board(Database& db, const Account& account,
                                       std::string_view id) const {
    if (auto wall = seen(db, account, id); !wall)
        return wall.error();
    auto board = walls_.board(db, id);
    if (!board)
        return board.error();
    return json::write(*board);
}

Result<Wall> WallService::reach_for(Database& db, const Account& account, std::string_view id,
                                    const WallHand& hand) const {
    if (auto ok = check_may(account, Permission::feed_walls); !ok)
        return ok.error();
    auto wall = seen(db, account, id);
    if (!wall)
        return wall.error();
    auto board = walls_.board(db, id);
    if (!board)
        return board.error();
    if (auto sound = check(hand, *wall, *board); !sound)
        return sound.error();
    return std::move(*wall);
}

Result<std::string> WallService::presets(Database& db, const Account& account,
                                         std::string_view id) const {
    if (auto wall = seen(db, account, id); !wall)
        return wall.error();
    auto presets = walls_.presets(db, id);
    if (!presets)
        return presets.error();
    return items_text(*presets);
}

Result<WallService::Seen> WallService::seen_by(Database& db, const Account& account) const {
    auto walls = walls_.all(db);
    if (!walls)
        return walls.error();
    std::erase_if(*walls, [&](const Wall& wall) { return !sees(account, wall); });
    std::vector<WallBoard> boards;
    std::vector<WallPreset> presets;
    for (const auto& wall : *walls) {
        auto board = walls_.board(db, wall.id);
        if (!board)
            return board.error();
        boards.push_back(std::move(*board));
        auto own = walls_.presets(db, wall.id);
        if (!own)
            return own.error();
        std::ranges::move(*own, std::back_inserter(presets));
    }
    return Seen{joined(*walls), joined(boards), joined(presets)};
}

Result<Answer> WallService::put(Transaction& tx, const Account& account, Wall wall) {
    auto& db = tx.database();
    if (auto ok = check_may(account, Permission::configure_walls); !ok)
        return ok.error();
    if (auto ok = check(wall); !ok)
        return ok.error();
    auto before = walls_.find(db, wall.id);
    if (!before)
        return before.error();
    if (*before && !sees(account, **before))
        return no_wall();
    if (wall.version != (*before ? (*before)->version : 0))
        return fail(FailureKind::conflict, "version", "it has changed since");
    if (!*before) {
        auto all = walls_.all(db);
        if (!all)
            return all.error();
        if (all->size() >= most_walls)
            return fail(FailureKind::no_room, {}, "the hall has as many walls as it may");
    }
    const bool moved = !*before || (*before)->area != wall.area;
    if (moved && wall.area.empty() && !in_scope(account, wall.area))
        return fail(FailureKind::not_found, "area", "outside your area");
    if (moved && !wall.area.empty())
        if (auto known = reach_.area(db, account, wall.area, "area"); !known)
            return known.error();
    if (moved && *before) {
        auto used = devices_().is_in_use(db, device_name(wall.id));
        if (!used)
            return used.error();
        if (*used)
            return fail(FailureKind::wrong_state, "area",
                        "its device sees the area of before: revoke that first");
    }
    auto board = *before ? walls_.board(db, wall.id) : Result<WallBoard>(empty_board(wall));
    if (!board)
        return board.error();
    *board = fitted(wall, std::move(*board));
    wall.version = board->version = tx.next_seq();
    const auto json = json::write(wall), board_json = json::write(*board);
    if (auto done = walls_.put(db, wall, json); !done)
        return done.error();
    if (auto done = walls_.put(db, *board, board_json); !done)
        return done.error();
    if (auto done = arm(db, *board); !done)
        return done.error();
    WallEntries entries(tx, actor_of(account));
    entries.hold<Wall>(json);
    entries.hold<WallBoard>(board_json);
    entries.note("wall", wall.name);
    auto audience = audience_of(wall);
    if (*before && moved)
        for (auto& area : audience_of(**before).areas)
            audience.areas.push_back(std::move(area));
    if (auto done = entries.of_wall(wall_kinds::changed, wall, audience); !done)
        return done.error();
    return entries.done();
}

Result<WallService::Removed> WallService::remove(Transaction& tx, const Account& account,
                                                 std::string_view id) {
    auto& db = tx.database();
    if (auto ok = check_may(account, Permission::configure_walls); !ok)
        return ok.error();
    auto wall = seen(db, account, id);
    if (!wall)
        return wall.error();
    Removed removed;
    auto committed = devices_().revoke(tx, actor_of(account), device_name(id));
    if (committed)
        removed.committed = std::move(*committed);
    else if (committed.error().kind != FailureKind::not_found)
        return committed.error();
    for (const auto& told : removed_)
        if (auto done = told(tx, actor_of(account), *wall); !done)
            return done.error();
    auto presets = walls_.presets(db, id);
    if (!presets)
        return presets.error();
    for (const auto& preset : *presets) {
        if (auto done = walls_.remove_preset(db, preset.id); !done)
            return done.error();
        WallEntries of_preset(tx, actor_of(account)); // the answer is the wall's
        of_preset.note("preset", preset.name);
        of_preset.note("wall", wall->name);
        if (auto done = of_preset.of_preset(wall_kinds::preset_removed, *wall, preset.id); !done)
            return done.error();
    }
    if (auto done = walls_.remove(db, id); !done)
        return done.error();
    if (auto done = deadlines_.set(db, id, wall_deadlines, {}); !done)
        return done.error();
    WallEntries entries(tx, actor_of(account));
    entries.note("wall", wall->name);
    if (auto done = entries.of_wall(wall_kinds::removed, *wall, audience_of(*wall)); !done)
        return done.error();
    removed.answer = entries.done();
    return removed;
}

Result<Answer> WallService::feed(Transaction& tx, const Account& account, std::string_view id,
                                 std::string_view kind, const Notes& notes, const Change& change) {
    auto& db = tx.database();
    if (auto ok = check_may(account, Permission::feed_walls); !ok)
        return ok.error();
    auto wall = seen(db, account, id);
    if (!wall)
        return wall.error();
    auto before = walls_.board(db, id);
    if (!before)
        return before.error();
    auto after = change(*wall, *before);
    if (!after)
        return after.error();
    if (auto kept = walls_.push_former(db, *before); !kept)
        return kept.error();
    return store(tx, actor_of(account), *wall, std::move(*after), kind, notes);
}

Result<Answer> WallService::store(Transaction& tx, const Actor& by, const Wall& wall,
                                  WallBoard board, std::string_view kind, Notes notes,
                                  const ChangeText& also) {
    board.version = tx.next_seq();
    const auto json = json::write(board);
    if (json.size() > largest_board_bytes)
        return fail(FailureKind::too_large, {}, "more than a wall can hold");
    if (auto done = walls_.put(tx.database(), board, json); !done)
        return done.error();
    if (auto done = arm(tx.database(), board); !done)
        return done.error();
    WallEntries entries(tx, by);
    entries.hold<WallBoard>(json);
    entries.hold(also);
    notes.emplace_back("wall", wall.name); // the last of the keys
    for (const auto& [key, value] : notes)
        entries.note(key, value);
    if (auto done = entries.of_wall(kind, wall, audience_of(wall)); !done)
        return done.error();
    return entries.done();
}

Result<Answer> WallService::show(Transaction& tx, const Actor& by, const Wall& wall,
                                 const WallBoard& before, WallBoard after, std::string_view kind,
                                 const Notes& notes, const ChangeText& also) {
    if (auto kept = walls_.push_former(tx.database(), before); !kept)
        return kept.error();
    return store(tx, by, wall, std::move(after), kind, notes, also);
}

Result<Answer> WallService::put_up(Transaction& tx, const Account& account, std::string_view id,
                                   const PutUp& command) {
    const auto actor = actor_of(account);
    return feed(tx, account, id, wall_kinds::put_up,
                {{"cell", std::to_string(command.cell)},
                 {"content", command.content.kind},
                 {"screen", command.screen},
                 {"title", command.content.title}},
                [&](const Wall& wall, WallBoard board) {
                    return chengyun::put_up(wall, std::move(board), command, {actor.id, actor.name},
                                            tx.now());
                });
}

Result<Answer> WallService::take_down(Transaction& tx, const Account& account, std::string_view id,
                                      const TakeDown& command) {
    Notes notes{{"cell", std::to_string(command.cell)}};
    auto board = walls_.board(tx.database(), id);
    if (!board)
        return board.error();
    if (const auto* content = content_at(*board, command.screen, command.cell))
        notes = {{"cell", std::to_string(command.cell)},
                 {"content", content->kind},
                 {"screen", command.screen},
                 {"title", content->title}};
    return feed(tx, account, id, wall_kinds::taken_down, notes,
                [&](const Wall& wall, WallBoard before) {
                    return chengyun::take_down(wall, std::move(before), command);
                });
}

Result<Answer> WallService::set_layout(Transaction& tx, const Account& account, std::string_view id,
                                       const SetLayout& command) {
    return feed(tx, account, id, wall_kinds::layout,
                {{"layout", command.layout}, {"screen", command.screen}},
                [&](const Wall& wall, WallBoard board) {
                    return chengyun::set_layout(wall, std::move(board), command);
                });
}

Result<Answer> WallService::move(Transaction& tx, const Account& account, std::string_view id,
                                 const MovePane& command) {
    Notes notes{{"screen", command.to.screen}};
    auto board = walls_.board(tx.database(), id);
    if (!board)
        return board.error();
    if (const auto* content = content_at(*board, command.from.screen, command.from.cell))
        notes = {
            {"content", content->kind}, {"screen", command.to.screen}, {"title", content->title}};
    return feed(tx, account, id, wall_kinds::moved, notes, [&](const Wall& wall, WallBoard before) {
        return move_pane(wall, std::move(before), command);
    });
}

Result<Answer> WallService::lock(Transaction& tx, const Account& account, std::string_view id,
                                 const SetLock& command) {
    if (auto ok = check_may(account, Permission::feed_walls); !ok)
        return ok.error();
    auto wall = seen(tx.database(), account, id);
    if (!wall)
        return wall.error();
    auto board = walls_.board(tx.database(), id);
    if (!board)
        return board.error();
    const auto actor = actor_of(account);
    auto after = set_lock(std::move(*board), command, {actor.id, actor.name}, tx.now());
    if (!after)
        return after.error();
    return store(tx, actor, *wall, std::move(*after),
                 command.locked ? wall_kinds::locked : wall_kinds::unlocked, {});
}

Result<Answer> WallService::undo(Transaction& tx, const Account& account, std::string_view id) {
    auto& db = tx.database();
    if (auto ok = check_may(account, Permission::feed_walls); !ok)
        return ok.error();
    auto wall = seen(db, account, id);
    if (!wall)
        return wall.error();
    auto board = walls_.board(db, id);
    if (!board)
        return board.error();
    // What has run out since is as it was before already: back to where something is seen of it.
    for (;;) {
        auto former = walls_.pop_former(db, id);
        if (!former)
            return former.error();
        if (!*former)
            return fail(FailureKind::wrong_state, "undo", "nothing is kept of before");
        auto after = undone(*wall, *board, std::move(**former), tx.now());
        if (!after)
            return after.error();
        if (!shows_the_same(*after, *board))
            return store(tx, actor_of(account), *wall, std::move(*after), wall_kinds::undone, {});
    }
}

Result<> WallService::arm(Database& db, const WallBoard& board) {
    std::vector<Deadline> next;
    if (const auto at = next_until(board); at && !board.locked)
        next.push_back({board.wall, wall_deadlines.first, *at, 0, *at});
    return deadlines_.set(db, board.wall, wall_deadlines, next);
}

DeadlineHandler WallService::deadline_handler() {
    return {"wall", wall_deadlines,
            [this](Transaction& tx, const Deadline& deadline) { return fire(tx, deadline); },
            [](Transaction& tx, const Deadline& deadline, const Failure& why) -> Result<> {
                CommandEntries entries(tx, {"timer", "timer"});
                entries.note("due", std::to_string(ms_of(deadline.due)));
                entries.note("why", json::name_of(why.kind));
                return entries.append("timer.failed", wall_entity, deadline.subject,
                                      deadline.subject);
            }};
}

Result<> WallService::fire(Transaction& tx, const Deadline& deadline) {
    auto& db = tx.database();
    auto wall = walls_.find(db, deadline.subject);
    if (!wall)
        return wall.error();
    if (!*wall)
        return {};
    auto board = walls_.board(db, deadline.subject);
    if (!board)
        return board.error();
    auto after = time_over(*board, tx.now());
    if (!after)
        return arm(db, *board);
    auto stored =
        store(tx, {"timer", "timer"}, **wall, std::move(*after), wall_kinds::time_over, {});
    return stored ? Result<>() : stored.error();
}

} // namespace chengyun::hub
