// A wall of two screens for a small hub, with an order, a title and an unknown kind on it.
#pragma once

#include "core/wall/wall_codec.h"
#include "tests/qml/small_hub.h"

namespace chengyun::console {

inline const std::string wallId = "0192f1a0-0000-7000-8000-00000000a001";

inline Pane paneOf(std::int64_t cell, const std::string& kind, const std::string& subject,
                   const std::string& title) {
    Pane pane;
    pane.cell = cell;
    pane.content.kind = kind;
    pane.content.subject = subject;
    pane.content.title = title;
    pane.by_name = "王调度";
    pane.at = system_now();
    return pane;
}

inline Wall sampleWall() {
    Wall wall;
    wall.id = wallId;
    wall.name = "指挥大厅主屏";
    wall.screens = {{"1", 0, 0, 1920, 1080}, {"2", 1920, 0, 1920, 1080}};
    wall.version = 1;
    return wall;
}

inline void putWallInto(Snapshot& snapshot) {
    auto board = empty_board(sampleWall());
    board.screens[0].layout = "4";
    board.screens[0].panes = {
        paneOf(0, "order", snapshot.values<Order>().front().id, "内涝"),
        paneOf(1, "orders", "", ""),
        paneOf(2, "title", "", "防汛应急"),
        paneOf(3, "hologram", "", "全息沙盘"),
    };
    board.screens[1].panes = {paneOf(0, "map", "", "")};
    board.version = 2;
    snapshot.values<Wall>() = {sampleWall()};
    snapshot.values<WallBoard>() = {board};
}

/// Another operator's change.
inline void pushBoard(SmallHub& hub, const WallBoard& board) {
    Entry entry;
    entry.kind = "wall.put_up";
    entry.entity = "wall";
    entry.id = wallId;
    entry.subject = wallId;
    entry.body.values<WallBoard>() = {board};
    hub.push(entry);
}

} // namespace chengyun::console
