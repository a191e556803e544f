#include "core/wall/hand.h"

#include <algorithm>
#include <limits>

namespace chengyun {
namespace {

/// Of the rectangle around all screens, from `first` over `length`.
std::int64_t extent(const Wall& wall, std::int64_t WallScreen::* first,
                    std::int64_t WallScreen::* length) {
    auto begin = std::numeric_limits<std::int64_t>::max();
    std::int64_t end = 0;
    for (const auto& screen : wall.screens) {
        begin = std::min(begin, screen.*first);
        end = std::max(end, screen.*first + screen.*length);
    }
    return wall.screens.empty() ? 0 : end - begin;
}

} // namespace

bool is_idle(const WallHand& hand) {
    return hand.x < 0 && hand.cell < 0;
}

PaneContent moved_by(const WallHand& hand, PaneContent content) {
    for (const auto& [key, value] : hand.options)
        content.options.insert_or_assign(key, value);
    return content;
}

Result<> check(const WallHand& hand, const Wall& wall, const WallBoard& board) {
    const auto points = [](std::int64_t at, std::int64_t most) { return at >= -1 && at < most; };
    if (!points(hand.x, extent(wall, &WallScreen::x, &WallScreen::width)))
        return fail(FailureKind::invalid_field, "x", "outside the wall");
    if (!points(hand.y, extent(wall, &WallScreen::y, &WallScreen::height)) ||
        (hand.x < 0) != (hand.y < 0))
        return fail(FailureKind::invalid_field, "y", "outside the wall");
    if (hand.cell < 0)
        return {};
    if (board.locked)
        return fail(FailureKind::wrong_state, "locked", "somebody has locked this wall");
    const auto* screen = find_screen(board, hand.screen);
    if (!screen)
        return fail(FailureKind::not_found, "screen", "the wall has no such screen");
    const auto* pane = find_pane(*screen, hand.cell);
    if (!pane)
        return fail(FailureKind::not_found, "cell", "nothing stands there");
    if (auto sound = check(moved_by(hand, pane->content)); !sound)
        return fail(FailureKind::invalid_field, "options", sound.error().detail);
    return {};
}

} // namespace chengyun
