// The journal entries of a command about a wall.
#pragma once

#include "core/wall/wall_codec.h"
#include "hub/journal/command_entries.h"
#include "hub/wall/wall_kinds.h"

#include <string_view>

namespace chengyun::hub {

/// The accounts whose scope holds the wall's area; without one, those of the whole hall.
[[nodiscard]] inline Audience audience_of(const Wall& wall) {
    Audience audience;
    if (!wall.area.empty())
        audience.areas.push_back(wall.area);
    return audience;
}

/// Only inside the command's Transaction.
class WallEntries : public CommandEntries {
public:
    using CommandEntries::CommandEntries;

    /// Of the next entry; `json` is what the codec makes of a T.
    template <class T>
    void hold(std::string_view json) {
        change_.add<T>(json);
    }
    void hold(const ChangeText& values) { change_.merge(values); }
    [[nodiscard]] Result<> of_wall(std::string_view kind, const Wall& wall,
                                   const Audience& seen_by) {
        return append(kind, wall_entity, wall.id, wall.id, seen_by);
    }
    [[nodiscard]] Result<> of_preset(std::string_view kind, const Wall& wall,
                                     std::string_view preset) {
        return append(kind, wall_preset_entity, preset, wall.id, audience_of(wall));
    }
};

} // namespace chengyun::hub
