// A hall with one wall of two screens, for tests of what shows and feeds it.
#pragma once

#include "core/wall/wall_codec.h"
#include "tests/app/link/hall.h"

namespace chengyun::test {

inline const std::string wallId = "0192f1a0-0000-7000-8000-00000000a001";
inline const std::string presetId = "0192f1a0-0000-7000-8000-00000000a002";

inline Wall twoScreens() {
    Wall wall;
    wall.id = wallId;
    wall.name = "指挥大厅主屏";
    wall.screens = {{"左", 100, 0, 1920, 1080}, {"右", 2040, 0, 1920, 1080}};
    wall.version = 1;
    return wall;
}

inline PaneContent contentOf(const std::string& kind, const std::string& subject = {},
                             const std::string& title = {}) {
    PaneContent content;
    content.kind = kind;
    content.subject = subject;
    content.title = title;
    return content;
}

inline Pane paneOf(std::int64_t cell, PaneContent content) {
    Pane pane;
    pane.cell = cell;
    pane.content = std::move(content);
    pane.by = "u1";
    pane.by_name = "王调度";
    pane.at = instant_of(hallNow);
    return pane;
}

/// Left: a camera and the orders in two of four cells; right: the map.
inline WallBoard filledBoard(std::int64_t version = 2) {
    auto board = empty_board(twoScreens());
    board.screens[0].layout = "4";
    board.screens[0].panes = {paneOf(0, contentOf("camera", "cam-1", "汉阳大道")),
                              paneOf(3, contentOf("orders"))};
    board.screens[1].panes = {paneOf(0, contentOf("map"))};
    board.version = version;
    return board;
}

inline Snapshot wallHall() {
    auto snapshot = hall();
    snapshot.values<Wall>() = {twoScreens()};
    snapshot.values<WallBoard>() = {filledBoard()};
    return snapshot;
}

} // namespace chengyun::test
