// A board (上屏内容): what stands on a wall now.
#pragma once

#include "core/time/instant.h"
#include "core/wall/layout.h"
#include "core/wall/wall.h"

#include <map>
#include <optional>

namespace chengyun {

/// What a pane shows. The capability that owns the kind draws it; core knows the form of the words
/// only, so that a newer console may put up what an older one shows by its title.
struct PaneContent {
    /// "camera", "map", "orders", "order", "supervision", "load", "duty", "announcement", "title",
    /// or a later one: lower-case letters, digits and '_', a letter first, 32 at most.
    std::string kind;
    std::string subject; ///< id of the thing that is shown (camera, order), may be empty
    /// What else the kind takes: keys formed as `kind` is, values of one line.
    std::map<std::string, std::string> options;
    std::string title; ///< a short text; of a title: what it says
    std::string text;  ///< of an announcement: what it says, of several lines
    bool operator==(const PaneContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(PaneContent, (), (kind, subject, options, title, text))

inline constexpr std::size_t most_pane_options = 20;
inline constexpr std::size_t longest_pane_option = 200;
inline constexpr std::size_t longest_pane_text = 2'000;

/// Forms and lengths; the failure names "kind", "options", … An announcement has a text, and a
/// title has a title.
[[nodiscard]] Result<> check(const PaneContent& content);

/// A content, with who put it up and when.
struct Shown {
    PaneContent content;
    std::string by; ///< account
    std::string by_name;
    Instant at{};
    bool operator==(const Shown&) const = default;
};
BOOST_DESCRIBE_STRUCT(Shown, (), (content, by, by_name, at))

/// A pane (窗格): a cell of a screen that shows something.
struct Pane : Shown {
    std::int64_t cell = 0;        ///< index in the boxes of its screen (boxes_of)
    std::optional<Instant> until; ///< put up for some minutes: over from then on
    std::optional<Shown> before;  ///< stands there again after `until`; nothing: an empty cell
    bool operator==(const Pane&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pane, (Shown), (cell, until, before))

struct ScreenBoard {
    std::string screen;         ///< a screen's name, or whole_wall
    std::string layout = "1";   ///< of layouts(); whole_wall has free_layout
    std::vector<GridBox> boxes; ///< of free_layout; otherwise none
    std::vector<Pane> panes;    ///< cells that show something, by cell
    bool operator==(const ScreenBoard&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreenBoard, (), (screen, layout, boxes, panes))

/// By cell: cells_of its layout, or its own boxes; on grid_of its layout. The grid of whole_wall
/// lies over the rectangle around all screens.
[[nodiscard]] std::vector<GridBox> boxes_of(const ScreenBoard& screen);
/// Null where the cell is empty.
[[nodiscard]] const Pane* find_pane(const ScreenBoard& screen, std::int64_t cell);

struct WallBoard {
    std::string wall; ///< its id
    /// Of each screen of the wall in its order; then whole_wall where something stands there.
    std::vector<ScreenBoard> screens;
    bool locked = false;        ///< nothing moves until somebody unlocks it
    std::string locked_by_name; ///< empty where it is not locked
    std::string preset;         ///< id of the one that stands here; empty after a change by hand
    std::int64_t version = 0;   ///< journal number of its last change
    bool operator==(const WallBoard&) const = default;
};
BOOST_DESCRIBE_STRUCT(WallBoard, (), (wall, screens, locked, locked_by_name, preset, version))

/// Null where the board has no such screen; whole_wall may be missing on any board.
[[nodiscard]] const ScreenBoard* find_screen(const WallBoard& board, std::string_view screen);

/// A screen in one piece that shows nothing.
[[nodiscard]] ScreenBoard empty_screen(std::string_view name);
/// What a new wall shows: nothing.
[[nodiscard]] WallBoard empty_board(const Wall& wall);

/// The board for a wall whose screens have changed: what stood on a screen that is gone goes with
/// it, and a new one is empty.
[[nodiscard]] WallBoard fitted(const Wall& wall, WallBoard board);

/// What stands on the screens is the same, by whomever it was put up.
[[nodiscard]] bool shows_the_same(const WallBoard& a, const WallBoard& b);

/// Of a board's and a preset's JSON. The hub refuses what is larger with too_large.
inline constexpr std::size_t largest_board_bytes = 256 * 1024;

} // namespace chengyun
