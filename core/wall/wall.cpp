#include "core/wall/wall.h"

#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <algorithm>

namespace chengyun {

namespace {

constexpr std::int64_t smallest_width = 320;
constexpr std::int64_t smallest_height = 240;
constexpr std::int64_t largest_side = 16'384;
constexpr std::int64_t farthest = 65'536;
constexpr std::size_t longest_screen_name = 50;
constexpr std::string_view device_prefix = "wall.";

bool overlap(const WallScreen& a, const WallScreen& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

Result<> check_screen(const WallScreen& screen, const std::string& field) {
    if (auto ok = first_failure(
            check_text(screen.name, field + ".name", longest_screen_name, true),
            check_range(screen.x, field + ".x", 0, farthest),
            check_range(screen.y, field + ".y", 0, farthest),
            check_range(screen.width, field + ".width", smallest_width, largest_side),
            check_range(screen.height, field + ".height", smallest_height, largest_side));
        !ok)
        return ok;
    if (screen.name == whole_wall)
        return fail(FailureKind::invalid_field, field + ".name", "it means the whole wall");
    return {};
}

} // namespace

Result<> check(const Wall& wall) {
    if (auto ok = first_failure(check_new_id(wall.id, "id"),
                                check_text(wall.name, "name", limits::name, true),
                                wall.area.empty() ? Result<>() : check_area(wall.area, "area"),
                                check_range(wall.scale_percent, "scale_percent",
                                            smallest_wall_scale, largest_wall_scale));
        !ok)
        return ok;
    if (wall.screens.empty())
        return fail(FailureKind::missing_field, "screens", "at least one");
    if (wall.screens.size() > most_wall_screens)
        return fail(FailureKind::too_many, "screens",
                    "at most " + std::to_string(most_wall_screens));
    for (std::size_t i = 0; i < wall.screens.size(); ++i) {
        const auto field = "screens[" + std::to_string(i) + "]";
        const auto& screen = wall.screens[i];
        if (auto ok = check_screen(screen, field); !ok)
            return ok;
        for (std::size_t before = 0; before < i; ++before) {
            if (wall.screens[before].name == screen.name)
                return fail(FailureKind::invalid_field, field + ".name", "another has this name");
            if (overlap(wall.screens[before], screen))
                return fail(FailureKind::invalid_field, field, "it lies over another screen");
        }
    }
    return {};
}

const WallScreen* find_screen(const Wall& wall, std::string_view name) {
    const auto found = std::ranges::find(wall.screens, name, &WallScreen::name);
    return found == wall.screens.end() ? nullptr : &*found;
}

std::string device_name(std::string_view wall) {
    return std::string(device_prefix) + std::string(wall);
}

std::optional<std::string> wall_of(const Account& account) {
    if (account.role != Role::wall || !account.name.starts_with(device_prefix))
        return std::nullopt;
    return account.name.substr(device_prefix.size());
}

} // namespace chengyun
