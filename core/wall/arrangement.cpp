#include "core/wall/arrangement.h"

#include <algorithm>

namespace chengyun {

namespace {

bool has_name(const std::vector<WallScreen>& screens, const std::string& name) {
    return std::ranges::find(screens, name, &WallScreen::name) != screens.end();
}

} // namespace

std::vector<WallScreen> arranged(const Arrangement& arrangement,
                                 const std::vector<WallScreen>& before) {
    const auto most = std::int64_t(most_wall_screens);
    const auto across = std::clamp<std::int64_t>(arrangement.across, 1, most);
    const auto down = std::clamp<std::int64_t>(arrangement.down, 1, most);
    std::vector<WallScreen> screens;
    std::int64_t number = 0;
    for (std::int64_t row = 0; row < down; ++row)
        for (std::int64_t column = 0; column < across; ++column) {
            std::string name;
            if (screens.size() < before.size())
                name = before[screens.size()].name;
            while (name.empty()) {
                auto next = std::to_string(++number);
                if (!has_name(screens, next) && !has_name(before, next))
                    name = std::move(next);
            }
            screens.push_back({std::move(name), column * (arrangement.width + arrangement.gap),
                               row * (arrangement.height + arrangement.gap), arrangement.width,
                               arrangement.height});
        }
    return screens;
}

std::optional<Arrangement> arrangement_of(const std::vector<WallScreen>& screens) {
    if (screens.empty())
        return std::nullopt;
    const auto& first = screens.front();
    Arrangement found{0, 0, first.width, first.height, 0};
    for (const auto& screen : screens)
        found.across += screen.y == first.y;
    found.down = std::int64_t(screens.size()) / found.across;
    if (found.across > 1)
        found.gap = screens[1].x - first.x - first.width;
    else if (found.down > 1)
        found.gap = screens[1].y - first.y - first.height;
    // Where the wall's corner lies does not matter.
    auto expected = arranged(found, screens);
    for (auto& screen : expected) {
        screen.x += first.x;
        screen.y += first.y;
    }
    return expected == screens ? std::optional(found) : std::nullopt;
}

} // namespace chengyun
