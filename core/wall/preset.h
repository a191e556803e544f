// Presets (布局预设): what a wall shows at a stroke.
#pragma once

#include "core/wall/board.h"

namespace chengyun {

struct PresetPane {
    std::int64_t cell = 0;
    PaneContent content;
    bool operator==(const PresetPane&) const = default;
};
BOOST_DESCRIBE_STRUCT(PresetPane, (), (cell, content))

/// As a ScreenBoard, without who and when.
struct PresetScreen {
    std::string screen;
    std::string layout = "1";
    std::vector<GridBox> boxes;
    std::vector<PresetPane> panes; ///< by cell
    bool operator==(const PresetScreen&) const = default;
};
BOOST_DESCRIBE_STRUCT(PresetScreen, (), (screen, layout, boxes, panes))

struct WallPreset {
    std::string id;   ///< UUIDv7
    std::string wall; ///< of this wall only
    std::string name;
    std::string key;  ///< one lower-case letter or digit that puts it up, or empty
    std::string mode; ///< "peace" or "emergency": the hall's mode that it belongs to; or empty
    std::vector<PresetScreen> screens; ///< a screen that is missing here is left as it is
    std::int64_t version = 0;          ///< journal number of its last change
    bool operator==(const WallPreset&) const = default;
};
BOOST_DESCRIBE_STRUCT(WallPreset, (), (id, wall, name, key, mode, screens, version))

inline constexpr std::size_t most_wall_presets = 64; ///< of a wall

/// Ids, name, key, mode, and each screen: layout, boxes, cells, contents; no screen and no cell
/// twice. That no other preset of the wall has its key or mode is asked of the hub (conflict).
[[nodiscard]] Result<> check(const WallPreset& preset);

/// What stands on a board, for a new preset of it. Of what was put up for some minutes: what stands
/// there afterwards.
[[nodiscard]] std::vector<PresetScreen> preset_screens(const WallBoard& board);

} // namespace chengyun
