// A wall (大屏): the screens that the hall looks at together. docs/wall.md.
#pragma once

#include "core/account/account.h"
#include "core/result.h"

#include <boost/describe/class.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun {

/// One output of the wall's machine, and where it hangs. Places are pixels of the wall: what lies
/// between the boxes of two screens is the gap of their bezels, which no picture is drawn on.
struct WallScreen {
    std::string name; ///< "1", "左": unique in the wall, not whole_wall
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t width = 1920;
    std::int64_t height = 1080;
    bool operator==(const WallScreen&) const = default;
};
BOOST_DESCRIBE_STRUCT(WallScreen, (), (name, x, y, width, height))

struct Wall {
    std::string id;                   ///< UUIDv7
    std::string name;                 ///< "指挥大厅主屏"
    std::string area;                 ///< who sees and feeds it: 12 digits; empty: the whole hall
    std::vector<WallScreen> screens;  ///< 1 … most_wall_screens
    std::int64_t scale_percent = 200; ///< of texts, for the distance it is looked at from
    std::int64_t version = 0;         ///< journal number of its last change
    bool operator==(const Wall&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wall, (), (id, name, area, screens, scale_percent, version))

inline constexpr std::size_t most_walls = 32;
inline constexpr std::size_t most_wall_screens = 16;
inline constexpr std::int64_t smallest_wall_scale = 100;
inline constexpr std::int64_t largest_wall_scale = 300;

/// In the place of a screen's name: what is drawn across all screens of the wall, over what stands
/// on each.
inline constexpr std::string_view whole_wall = "*";

/// Id, names, area, scale, and the screens: 320×240 to 16,384 pixels a side, within 65,536 pixels
/// from the corner, none over another, no name twice.
[[nodiscard]] Result<> check(const Wall& wall);

/// Null where the wall has no screen of that name.
[[nodiscard]] const WallScreen* find_screen(const Wall& wall, std::string_view name);

/// The name of the account by which the wall's machine signs in.
[[nodiscard]] std::string device_name(std::string_view wall);
/// The id of the wall whose machine this account is; nothing where it is no machine's.
[[nodiscard]] std::optional<std::string> wall_of(const Account& account);

/// Journal kinds about walls. The subject of each entry is the wall, and its note holds the wall's
/// name as "wall". Each but `removed`, `preset_changed`, `preset_removed` and those of the device
/// carries the wall's board as it is after it.
namespace wall_kinds {
inline constexpr std::string_view changed = "wall.changed"; ///< made or edited; holds the wall, too
inline constexpr std::string_view removed = "wall.removed";
inline constexpr std::string_view put_up = "wall.put_up"; ///< note: screen, cell, content, title
inline constexpr std::string_view taken_down = "wall.taken_down"; ///< note: the same
inline constexpr std::string_view layout = "wall.layout";         ///< note: screen, layout
inline constexpr std::string_view moved = "wall.moved";           ///< note: screen, content, title
inline constexpr std::string_view locked = "wall.locked";
inline constexpr std::string_view unlocked = "wall.unlocked";
inline constexpr std::string_view undone = "wall.undone";
inline constexpr std::string_view time_over = "wall.time_over";           ///< by the hub itself
inline constexpr std::string_view preset_put_up = "wall.preset_put_up";   ///< note: preset
inline constexpr std::string_view preset_changed = "wall.preset_changed"; ///< note: preset
inline constexpr std::string_view preset_removed = "wall.preset_removed"; ///< note: preset
inline constexpr std::string_view device_coded = "wall.device_coded";     ///< may sign in by a code
inline constexpr std::string_view device_revoked = "wall.device_revoked";
/// All of them.
inline constexpr std::string_view all[] = {
    changed,       removed,        put_up,         taken_down,   layout,
    moved,         locked,         unlocked,       undone,       time_over,
    preset_put_up, preset_changed, preset_removed, device_coded, device_revoked};
} // namespace wall_kinds

} // namespace chengyun
