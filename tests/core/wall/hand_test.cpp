// What a hand may do at a wall, and what the pane that it moves shows then.
#include "core/wall/wall_codec.h"
#include "tests/core/wall/sample.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::test;

namespace {

using ChangeHand = void (*)(WallHand&);
using ChangeBoard = void (*)(WallBoard&);

/// Screen 1 shows the map.
WallBoard board_with_map() {
    auto board = empty_board(sample_wall());
    Pane pane;
    pane.content = content("map");
    pane.content.options = {{"lat", "30.5"}, {"layers", "7"}};
    board.screens[0].panes = {pane};
    return board;
}

} // namespace

Q_DECLARE_METATYPE(ChangeHand)
Q_DECLARE_METATYPE(ChangeBoard)

class HandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hands_are_checked_data() {
        QTest::addColumn<ChangeHand>("change");
        QTest::addColumn<ChangeBoard>("change_board");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](
                             const char* name, const char* refused, ChangeHand change,
                             ChangeBoard board = [](WallBoard&) {}) {
            QTest::newRow(name) << change << board << QByteArray(refused);
        };
        row("idle", "", [](WallHand&) {});
        row("points", "", [](WallHand& h) { h.x = h.y = 0; });
        row("points at the last corner", "", [](WallHand& h) { h.x = 3859, h.y = 1079; });
        row("right of the wall", "invalid_field x", [](WallHand& h) { h.x = 3860, h.y = 0; });
        row("below the wall", "invalid_field y", [](WallHand& h) { h.x = 0, h.y = 1080; });
        row("half a point", "invalid_field y", [](WallHand& h) { h.x = 5; });
        row("left of the wall", "invalid_field x", [](WallHand& h) { h.x = -2, h.y = 1; });
        row("moves", "", [](WallHand& h) { h.screen = "1", h.cell = 0; });
        row("moves with options", "",
            [](WallHand& h) { h.screen = "1", h.cell = 0, h.options = {{"lat", "30.6"}}; });
        row("no such screen", "not_found screen", [](WallHand& h) { h.screen = "3", h.cell = 0; });
        row("an empty pane", "not_found cell", [](WallHand& h) { h.screen = "2", h.cell = 0; });
        row("no such pane", "not_found cell", [](WallHand& h) { h.screen = "1", h.cell = 9; });
        row("a bad option", "invalid_field options",
            [](WallHand& h) { h.screen = "1", h.cell = 0, h.options = {{"Lat!", "1"}}; });
        row("a long option", "invalid_field options", [](WallHand& h) {
            h.screen = "1", h.cell = 0, h.options = {{"lat", std::string(201, '9')}};
        });
        const ChangeBoard lock = [](WallBoard& board) { board.locked = true; };
        row(
            "moves on a locked wall", "wrong_state locked",
            [](WallHand& h) { h.screen = "1", h.cell = 0; }, lock);
        row("points on a locked wall", "", [](WallHand& h) { h.x = h.y = 1; }, lock);
    }
    void hands_are_checked() {
        QFETCH(ChangeHand, change);
        QFETCH(ChangeBoard, change_board);
        WallHand hand;
        change(hand);
        auto board = board_with_map();
        change_board(board);
        QTEST(refusal(check(hand, sample_wall(), board)), "refused");
    }

    void its_options_stand_over_the_contents() {
        WallHand hand;
        hand.options = {{"lat", "31"}, {"lon", "114"}};
        auto expected = board_with_map().screens[0].panes[0].content;
        expected.options = {{"lat", "31"}, {"layers", "7"}, {"lon", "114"}};
        QCOMPARE(moved_by(hand, board_with_map().screens[0].panes[0].content), expected);
    }
};

QTEST_APPLESS_MAIN(HandTest)
#include "hand_test.moc"
