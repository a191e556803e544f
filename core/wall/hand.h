// A hand at a wall (远程操控): where somebody at a seat points, and the pane whose view moves under
// that person's mouse. Worth nothing a moment later: it goes by the live lane and stands in no
// journal.
#pragma once

#include "core/wall/board.h"

namespace chengyun {

/// POST /api/v1/walls/{id}/hand: what the account's hand does at the wall now, in place of what it
/// did before.
struct WallHand {
    std::int64_t x =
        -1; ///< pixels, from the upper left corner around all screens; −1: it does not point
    std::int64_t y = -1;
    std::string screen;     ///< of the pane that it moves
    std::int64_t cell = -1; ///< −1: it moves none
    /// Over the options of what stands there, as long as the hand is on it.
    std::map<std::string, std::string> options;
    bool operator==(const WallHand&) const = default;
};
BOOST_DESCRIBE_STRUCT(WallHand, (), (x, y, screen, cell, options))

/// The value of the topic `wall.hands` under the key "<wall>/<account>", about the wall.
struct ShownHand : WallHand {
    std::string name; ///< whose it is
    bool operator==(const ShownHand&) const = default;
};
BOOST_DESCRIBE_STRUCT(ShownHand, (WallHand), (name))

inline constexpr std::string_view wall_hands_topic = "wall.hands";

/// It neither points nor moves anything.
[[nodiscard]] bool is_idle(const WallHand& hand);
/// What stands in the pane, as the hand shows it.
[[nodiscard]] PaneContent moved_by(const WallHand& hand, PaneContent content);
/// A point outside the wall: invalid_field ("x", "y"). A pane that shows nothing: not_found
/// ("cell"). Nothing is moved on a locked board: wrong_state ("locked"). Options that no content
/// may have: invalid_field ("options").
[[nodiscard]] Result<> check(const WallHand& hand, const Wall& wall, const WallBoard& board);

} // namespace chengyun
