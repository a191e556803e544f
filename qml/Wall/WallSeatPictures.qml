// Pictures of the page on which the walls are fed.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart
    readonly property Seat seat: seatPart.seat

    Picture {
        name: "wall-page"
        rank: 45
        settled: (walk.seatPart.page?.miniature.row ?? -1) >= 0 || walk.seatPart.wall.store.walls.length === 0
        onEntered: walk.seat.go("wall")
    }
    Picture {
        name: "wall-put-up"
        rank: 45
        settled: (walk.seatPart.page?.putUpPanel.offers.length ?? 0) > 0
        onEntered: {
            walk.seat.go("wall");
            walk.seatPart.page.putUpPanel.kind = "camera";
        }
    }
    Picture {
        // Of the pane that shows the map.
        name: "wall-hand"
        rank: 45
        settled: walk.seatPart.page?.hand.shown?.settled ?? false
        onEntered: {
            walk.seat.go("wall");
            const page = walk.seatPart.page;
            for (let row = 0; row < page.board.count; ++row) {
                const pane = page.board.at(row);
                if (pane.kind === "map")
                    page.hand.begin(pane.screen, pane.cell);
            }
        }
        onLeft: walk.seatPart.page.hand.end(false)
    }
    Picture {
        name: "wall-announce"
        rank: 45
        onEntered: {
            walk.seat.go("wall");
            walk.seatPart.page.putUpPanel.kind = "announcement";
            walk.seatPart.page.putUpPanel.write(qsTr("Assembly at 19:30 in the hall"));
        }
        onLeft: walk.seatPart.page.putUpPanel.write("")
    }
    Picture {
        name: "wall-free"
        rank: 45
        settled: (walk.seatPart.page?.freeDialog.drawn.count ?? 0) > 0
        onEntered: {
            walk.seat.go("wall");
            const page = walk.seatPart.page;
            page.freeDialog.begin(page.miniature.screen);
            page.freeDialog.drawn.current = 0;
        }
        onLeft: walk.seatPart.page.freeDialog.close()
    }
    Picture {
        name: "wall-new"
        rank: 45
        onEntered: {
            walk.seat.go("wall");
            walk.seatPart.page.wallDialog.begin(walk.seatPart.page.board);
        }
        onLeft: walk.seatPart.page.wallDialog.close()
    }
    Picture {
        name: "wall-aim"
        rank: 50
        onEntered: {
            walk.seat.home();
            walk.seat.run("search", undefined);
            walk.seatPart.seat.part("search").search.commands.text = "wall 1 upper left";
        }
        onLeft: walk.seat.run("search", undefined)
    }
    Picture {
        name: "wall-preset"
        rank: 45
        onEntered: {
            walk.seat.go("wall");
            walk.seatPart.page.presetDialog.begin();
        }
        onLeft: walk.seatPart.page.presetDialog.close()
    }
}
