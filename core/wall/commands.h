// What is done to a board: the bodies of the commands, and their rules as pure functions, by which
// hub and console judge alike.
#pragma once

#include "core/wall/preset.h"

namespace chengyun {

/// POST /api/v1/walls/{id}/put_up: a content onto a cell, over what stands there (上屏).
struct PutUp {
    std::string screen;
    std::int64_t cell = 0;
    PaneContent content;
    std::int64_t minutes = 0; ///< 0: it stays; otherwise it goes away after so many
    bool operator==(const PutUp&) const = default;
};
BOOST_DESCRIBE_STRUCT(PutUp, (), (screen, cell, content, minutes))
inline constexpr std::int64_t longest_put_up_minutes = 1'440;

/// POST /api/v1/walls/{id}/take_down: an empty cell (下屏).
struct TakeDown {
    std::string screen;
    std::int64_t cell = 0;
    bool operator==(const TakeDown&) const = default;
};
BOOST_DESCRIBE_STRUCT(TakeDown, (), (screen, cell))

/// POST /api/v1/walls/{id}/layout: divides a screen. Panes keep their cells, or go where `formers`
/// says; those whose cell is gone go away. For whole_wall: free boxes, none to take everything away
/// that stands there.
struct SetLayout {
    std::string screen;
    std::string layout;
    std::vector<GridBox> boxes; ///< of free_layout only
    /// By new cell: the cell that its pane had before, no cell twice; −1: an empty cell. Empty:
    /// panes keep their cells.
    std::vector<std::int64_t> formers{};
    bool operator==(const SetLayout&) const = default;
};
BOOST_DESCRIBE_STRUCT(SetLayout, (), (screen, layout, boxes, formers))

struct PaneRef {
    std::string screen;
    std::int64_t cell = 0;
    bool operator==(const PaneRef&) const = default;
};
BOOST_DESCRIBE_STRUCT(PaneRef, (), (screen, cell))

/// POST /api/v1/walls/{id}/move: what stands on two cells changes places; one may be empty.
struct MovePane {
    PaneRef from; ///< shows something
    PaneRef to;
    bool operator==(const MovePane&) const = default;
};
BOOST_DESCRIBE_STRUCT(MovePane, (), (from, to))

/// POST /api/v1/walls/{id}/lock
struct SetLock {
    bool locked = false;
    bool operator==(const SetLock&) const = default;
};
BOOST_DESCRIBE_STRUCT(SetLock, (), (locked))

/// Who feeds the wall.
struct WallFeeder {
    std::string id; ///< account
    std::string name;
};

/// Each gives the board after the command. A locked board refuses all but set_lock with wrong_state
/// ("locked"); a screen or cell that is not there is not_found ("screen", "cell", "from.cell", …);
/// contents and boxes are refused as their checks say ("content.kind", "boxes[2]").
///
/// Whatever a person changes makes `preset` empty. `version` is left to the hub.
[[nodiscard]] Result<WallBoard> put_up(const Wall& wall, WallBoard board, const PutUp& command,
                                       const WallFeeder& feeder, Instant now);
/// An empty cell is not_found ("cell").
[[nodiscard]] Result<WallBoard> take_down(const Wall& wall, WallBoard board,
                                          const TakeDown& command);
[[nodiscard]] Result<WallBoard> set_layout(const Wall& wall, WallBoard board,
                                           const SetLayout& command);
[[nodiscard]] Result<WallBoard> move_pane(const Wall& wall, WallBoard board,
                                          const MovePane& command);
/// Locked already, or not locked: wrong_state ("locked"). What ran out while the board was locked
/// goes away when it is unlocked.
[[nodiscard]] Result<WallBoard> set_lock(WallBoard board, const SetLock& command,
                                         const WallFeeder& feeder, Instant now);
/// The preset's screens in the place of the board's. Screens that the wall does not have any more
/// are left out; of another wall: invalid_field ("wall").
[[nodiscard]] Result<WallBoard> put_up_preset(const Wall& wall, WallBoard board,
                                              const WallPreset& preset, const WallFeeder& feeder,
                                              Instant now);

/// A former board in the place of the present one, for undoing: fitted to the wall as it is now,
/// without what has run out since.
[[nodiscard]] Result<WallBoard> undone(const Wall& wall, const WallBoard& board, WallBoard former,
                                       Instant now);

/// Puts back what stood before each pane that has run out; nothing where none has, or where the
/// board is locked.
[[nodiscard]] std::optional<WallBoard> time_over(const WallBoard& board, Instant now);

/// When the next pane runs out.
[[nodiscard]] std::optional<Instant> next_until(const WallBoard& board);

} // namespace chengyun
