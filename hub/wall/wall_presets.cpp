// WallService: presets, and the machine behind a wall.
#include "core/wall/wall_codec.h"
#include "core/wire/wire_codec.h"
#include "hub/config/log.h"
#include "hub/resources/scope.h"
#include "hub/wall/wall_entries.h"
#include "hub/wall/wall_service.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

[[nodiscard]] Failure no_preset() {
    return fail(FailureKind::not_found, "preset", "no such preset");
}

[[nodiscard]] bool fits(const WallBoard& board) {
    return json::write(board).size() <= largest_board_bytes;
}

/// What the journal calls the machine of a wall.
[[nodiscard]] Device device_of(const Wall& wall) {
    return {device_name(wall.id), wall.name, Role::wall, wall.area};
}

/// Who feeds walls keeps presets, as well as who makes them.
[[nodiscard]] Result<> check_may_keep(const Account& account) {
    if (!may(account.role, Permission::feed_walls) &&
        !may(account.role, Permission::configure_walls))
        return fail(FailureKind::forbidden, {}, "not allowed for this role");
    return {};
}

/// Presets of a wall differ in their keys, and each mode has one at most.
[[nodiscard]] Result<> check_differs(const WallPreset& preset,
                                     const std::vector<WallPreset>& others) {
    for (const auto& other : others) {
        if (other.id == preset.id)
            continue;
        if (!preset.key.empty() && other.key == preset.key)
            return fail(FailureKind::conflict, "key", "another preset of this wall has it");
        if (!preset.mode.empty() && other.mode == preset.mode)
            return fail(FailureKind::conflict, "mode", "another preset of this wall has it");
    }
    return {};
}

} // namespace

Result<Answer> WallService::put_preset(Transaction& tx, const Account& account, WallPreset preset) {
    auto& db = tx.database();
    if (auto ok = check_may_keep(account); !ok)
        return ok.error();
    if (auto ok = check(preset); !ok)
        return ok.error();
    auto wall = seen(db, account, preset.wall);
    if (!wall)
        return wall.error();
    auto before = walls_.find_preset(db, preset.id);
    if (!before)
        return before.error();
    if (*before && (*before)->wall != preset.wall)
        return fail(FailureKind::conflict, "wall", "the preset is another wall's");
    if (preset.version != (*before ? (*before)->version : 0))
        return fail(FailureKind::conflict, "version", "it has changed since");
    auto all = walls_.presets(db, preset.wall);
    if (!all)
        return all.error();
    if (!*before && all->size() >= most_wall_presets)
        return fail(FailureKind::no_room, {}, "the wall has as many presets as it may");
    if (auto ok = check_differs(preset, *all); !ok)
        return ok.error();
    preset.version = tx.next_seq();
    const auto json = json::write(preset);
    if (json.size() > largest_board_bytes)
        return fail(FailureKind::too_large, {}, "more than a wall can hold");
    if (auto done = walls_.put(db, preset, json); !done)
        return done.error();
    WallEntries entries(tx, actor_of(account));
    entries.hold<WallPreset>(json);
    entries.note("preset", preset.name);
    entries.note("wall", wall->name);
    if (auto done = entries.of_preset(wall_kinds::preset_changed, *wall, preset.id); !done)
        return done.error();
    return entries.done();
}

Result<Answer> WallService::remove_preset(Transaction& tx, const Account& account,
                                          std::string_view id) {
    auto& db = tx.database();
    if (auto ok = check_may_keep(account); !ok)
        return ok.error();
    auto preset = walls_.find_preset(db, id);
    if (!preset)
        return preset.error();
    if (!*preset)
        return no_preset();
    auto wall = seen(db, account, (*preset)->wall);
    if (!wall)
        return wall.error().kind == FailureKind::not_found ? no_preset() : wall.error();
    if (auto done = walls_.remove_preset(db, id); !done)
        return done.error();
    WallEntries entries(tx, actor_of(account));
    entries.note("preset", (*preset)->name);
    entries.note("wall", wall->name);
    if (auto done = entries.of_preset(wall_kinds::preset_removed, *wall, id); !done)
        return done.error();
    return entries.done();
}

Result<Answer> WallService::put_up_preset(Transaction& tx, const Account& account,
                                          std::string_view id) {
    auto preset = walls_.find_preset(tx.database(), id);
    if (!preset)
        return preset.error();
    if (!*preset)
        return no_preset();
    const auto actor = actor_of(account);
    return feed(tx, account, (*preset)->wall, wall_kinds::preset_put_up,
                {{"preset", (*preset)->name}}, [&](const Wall& wall, WallBoard board) {
                    return chengyun::put_up_preset(wall, std::move(board), **preset,
                                                   {actor.id, actor.name}, tx.now());
                });
}

Result<> WallService::follow_mode(Transaction& tx, const Actor& by, std::string_view mode) {
    auto& db = tx.database();
    auto walls = walls_.all(db);
    if (!walls)
        return walls.error();
    for (const auto& wall : *walls) {
        auto presets = walls_.presets(db, wall.id);
        if (!presets)
            return presets.error();
        const auto preset = std::ranges::find(*presets, mode, &WallPreset::mode);
        if (preset == presets->end())
            continue;
        auto board = walls_.board(db, wall.id);
        if (!board)
            return board.error();
        if (board->locked)
            continue;
        // The hall's mode is not refused because a preset does not fit its wall any more.
        auto after = chengyun::put_up_preset(wall, *board, *preset, {by.id, by.name}, tx.now());
        if (!after || !fits(*after)) {
            log(LogLevel::warning, "wall", "the preset of a mode is not put up",
                {{"wall", wall.id}, {"preset", preset->id}});
            continue;
        }
        if (auto kept = walls_.push_former(db, *board); !kept)
            return kept;
        if (auto stored = store(tx, by, wall, std::move(*after), wall_kinds::preset_put_up,
                                {{"preset", preset->name}});
            !stored)
            return stored.error();
    }
    return {};
}

Result<DeviceAccounts::Coded> WallService::make_code(Transaction& tx, const Account& account,
                                                     std::string_view id) {
    auto wall = seen(tx.database(), account, id);
    if (!wall)
        return wall.error();
    const auto actor = actor_of(account);
    auto coded = devices_().make_code(tx, actor, device_of(*wall));
    if (!coded)
        return coded.error();
    WallEntries entries(tx, actor);
    entries.note("wall", wall->name);
    if (auto done = entries.of_wall(wall_kinds::device_coded, *wall, audience_of(*wall)); !done)
        return done.error();
    return coded;
}

Result<WallService::Removed> WallService::revoke(Transaction& tx, const Account& account,
                                                 std::string_view id) {
    auto wall = seen(tx.database(), account, id);
    if (!wall)
        return wall.error();
    const auto actor = actor_of(account);
    auto committed = devices_().revoke(tx, actor, device_name(id));
    if (!committed)
        return committed.error();
    WallEntries entries(tx, actor);
    entries.note("wall", wall->name);
    if (auto done = entries.of_wall(wall_kinds::device_revoked, *wall, audience_of(*wall)); !done)
        return done.error();
    return Removed{entries.done(), std::move(*committed)};
}

Result<Session> WallService::sign_in_now(const Actor& by, const Wall& wall) {
    return devices_().sign_in_now(by, device_of(wall));
}

} // namespace chengyun::hub
