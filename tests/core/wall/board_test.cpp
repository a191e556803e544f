// What stands on a wall after each command: by the pure functions that hub and console share.
#include "core/wall/commands.h"
#include "tests/core/wall/sample.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::test;

namespace {

const WallFeeder li{"account-li", "李"};
const WallFeeder wang{"account-wang", "王"};

/// "1/4: 0=map 3=camera:c1; 2/1:", with "~" behind what is put up for a time.
QByteArray shown(const WallBoard& board) {
    QByteArrayList screens;
    for (const auto& screen : board.screens) {
        QByteArray text = QByteArray::fromStdString(screen.screen + '/' + screen.layout + ':');
        for (const auto& pane : screen.panes) {
            text += ' ' + QByteArray::number(qlonglong(pane.cell)) + '=' +
                    QByteArray::fromStdString(pane.content.kind);
            if (!pane.content.subject.empty())
                text += ':' + QByteArray::fromStdString(pane.content.subject);
            if (pane.until)
                text += '~';
        }
        screens.append(text);
    }
    return screens.join("; ");
}

} // namespace

class BoardTest : public QObject {
    Q_OBJECT
    Wall wall_ = sample_wall();
    WallBoard board_;

    void up(const std::string& screen, std::int64_t cell, const PaneContent& what,
            std::int64_t minutes = 0, Instant at = now) {
        auto after = chengyun::put_up(wall_, board_, {screen, cell, what, minutes}, li, at);
        QVERIFY2(after.has_value(), refusal(after).constData());
        board_ = std::move(*after);
    }
    void divide(const std::string& screen, const std::string& layout,
                const std::vector<GridBox>& boxes = {}) {
        auto after = set_layout(wall_, board_, {screen, layout, boxes});
        QVERIFY2(after.has_value(), refusal(after).constData());
        board_ = std::move(*after);
    }
    void time_passes(int minutes) {
        if (auto after = time_over(board_, now + minutes * minute))
            board_ = std::move(*after);
    }

private Q_SLOTS:
    void init() {
        wall_ = sample_wall();
        board_ = empty_board(wall_);
    }

    void a_new_wall_shows_nothing() { QCOMPARE(shown(board_), QByteArray("1/1:; 2/1:")); }

    void what_is_put_up_says_by_whom() {
        up("1", 0, content("camera", "c1"));
        const auto* pane = find_pane(*find_screen(board_, "1"), 0);
        QVERIFY(pane);
        QCOMPARE(pane->by, li.id);
        QCOMPARE(pane->by_name, li.name);
        QVERIFY(pane->at == now);
        QVERIFY(!pane->until);
        const auto after =
            chengyun::put_up(wall_, board_, {"1", 0, content("map"), 0}, wang, now + minute);
        QCOMPARE(shown(*after), QByteArray("1/1: 0=map; 2/1:")); // the last one counts
        QCOMPARE(find_pane(*find_screen(*after, "1"), 0)->by_name, wang.name);
    }

    void panes_stand_by_cell() {
        divide("2", "4");
        up("2", 3, content("map"));
        up("2", 0, content("orders"));
        up("2", 2, content("load"));
        QCOMPARE(shown(board_), QByteArray("1/1:; 2/4: 0=orders 2=load 3=map"));
        board_ = *take_down(wall_, board_, {"2", 2});
        QCOMPARE(shown(board_), QByteArray("1/1:; 2/4: 0=orders 3=map"));
    }

    void for_some_minutes_then_back() {
        up("1", 0, content("map"));
        const auto before = *find_pane(*find_screen(board_, "1"), 0);
        up("1", 0, content("announcement"), 5, now + minute);
        QCOMPARE(shown(board_), QByteArray("1/1: 0=announcement~; 2/1:"));
        QVERIFY(next_until(board_) == now + 6 * minute);
        time_passes(5);
        QCOMPARE(shown(board_), QByteArray("1/1: 0=announcement~; 2/1:"));
        time_passes(6);
        QCOMPARE(shown(board_), QByteArray("1/1: 0=map; 2/1:"));
        QVERIFY(*find_pane(*find_screen(board_, "1"), 0) == before); // who put it up when, too
        QVERIFY(!next_until(board_));
        QVERIFY(!time_over(board_, now + 7 * minute));
    }

    /// Two for a time, one over the other: what stays comes back after the second.
    void one_for_a_time_over_another() {
        up("1", 0, content("map"));
        up("1", 0, content("announcement"), 5);
        up("1", 0, content("camera", "c1"), 10);
        time_passes(5);
        QCOMPARE(shown(board_), QByteArray("1/1: 0=camera:c1~; 2/1:"));
        time_passes(10);
        QCOMPARE(shown(board_), QByteArray("1/1: 0=map; 2/1:"));
    }
    void for_a_time_on_an_empty_cell() {
        up("1", 0, content("camera", "c1"), 5);
        up("2", 0, content("map"), 3);
        QVERIFY(next_until(board_) == now + 3 * minute);
        time_passes(3);
        QCOMPARE(shown(board_), QByteArray("1/1: 0=camera:c1~; 2/1:"));
        time_passes(5);
        QCOMPARE(shown(board_), QByteArray("1/1:; 2/1:"));
    }
    /// A person has put something else there, or taken it down: nothing comes back.
    void what_was_changed_since_stays() {
        up("1", 0, content("map"));
        up("1", 0, content("announcement"), 5);
        auto replaced = board_;
        up("1", 0, content("load"));
        time_passes(5);
        QCOMPARE(shown(board_), QByteArray("1/1: 0=load; 2/1:"));
        board_ = *take_down(wall_, replaced, {"1", 0});
        time_passes(5);
        QCOMPARE(shown(board_), QByteArray("1/1:; 2/1:"));
    }

    void cells_that_are_gone_take_what_they_show_along() {
        divide("1", "4");
        for (int cell = 0; cell < 4; ++cell)
            up("1", cell, content("camera", std::to_string(cell)));
        divide("1", "9");
        QCOMPARE(shown(board_),
                 QByteArray("1/9: 0=camera:0 1=camera:1 2=camera:2 3=camera:3; 2/1:"));
        divide("1", "1");
        QCOMPARE(shown(board_), QByteArray("1/1: 0=camera:0; 2/1:"));
    }

    void across_the_wall() {
        divide("*", "free", {{0, 40, 48, 8}});
        up("*", 0, content("title"));
        QCOMPARE(shown(board_), QByteArray("1/1:; 2/1:; */free: 0=title"));
        QCOMPARE(int(boxes_of(board_.screens.back()).size()), 1);
        up("1", 0, content("map")); // under it
        QCOMPARE(shown(board_), QByteArray("1/1: 0=map; 2/1:; */free: 0=title"));
        divide("*", "free");
        QCOMPARE(shown(board_), QByteArray("1/1: 0=map; 2/1:"));
        QVERIFY(!find_screen(board_, whole_wall));
    }

    void moving_changes_places() {
        divide("1", "4");
        up("1", 0, content("map"));
        up("2", 0, content("load"), 5);
        board_ = *move_pane(wall_, board_, {{"1", 0}, {"1", 2}});
        QCOMPARE(shown(board_), QByteArray("1/4: 2=map; 2/1: 0=load~"));
        board_ = *move_pane(wall_, board_, {{"2", 0}, {"1", 2}});
        QCOMPARE(shown(board_), QByteArray("1/4: 2=load~; 2/1: 0=map"));
        time_passes(5); // its time goes with it
        QCOMPARE(shown(board_), QByteArray("1/4:; 2/1: 0=map"));
    }

    void a_locked_wall_does_not_move() {
        up("1", 0, content("map"));
        up("1", 0, content("announcement"), 5);
        auto locked = set_lock(board_, {true}, wang, now);
        QVERIFY(locked.has_value());
        board_ = *locked;
        QVERIFY(board_.locked);
        QCOMPARE(board_.locked_by_name, wang.name);
        const QByteArray refused = "wrong_state locked";
        QCOMPARE(refusal(chengyun::put_up(wall_, board_, {"1", 0, content("map"), 0}, li, now)),
                 refused);
        QCOMPARE(refusal(take_down(wall_, board_, {"1", 0})), refused);
        QCOMPARE(refusal(set_layout(wall_, board_, {"1", "4", {}})), refused);
        QCOMPARE(refusal(move_pane(wall_, board_, {{"1", 0}, {"2", 0}})), refused);
        QCOMPARE(refusal(undone(wall_, board_, empty_board(wall_), now)), refused);
        WallPreset preset;
        preset.wall = wall_.id;
        QCOMPARE(refusal(put_up_preset(wall_, board_, preset, li, now)), refused);
        QCOMPARE(refusal(set_lock(board_, {true}, li, now)), refused);
        QVERIFY(!time_over(board_, now + 10 * minute)); // not even what runs out
        // What has run out meanwhile goes when somebody unlocks it.
        board_ = *set_lock(board_, {false}, li, now + 10 * minute);
        QVERIFY(!board_.locked && board_.locked_by_name.empty());
        QCOMPARE(shown(board_), QByteArray("1/1: 0=map; 2/1:"));
        QCOMPARE(refusal(set_lock(board_, {false}, li, now)), refused);
    }

    void presets_stand_in_the_place_of_what_they_name() {
        divide("1", "4");
        up("1", 3, content("load"), 5);
        up("1", 0, content("map"));
        up("2", 0, content("orders"));
        divide("*", "free", {{0, 0, 48, 4}});
        WallPreset preset;
        preset.id = "p";
        preset.wall = wall_.id;
        preset.screens = {{"2", "4", {}, {{1, content("duty")}}},
                          {"gone", "1", {}, {{0, content("map")}}}};
        board_ = *put_up_preset(wall_, board_, preset, wang, now);
        QCOMPARE(shown(board_), QByteArray("1/4: 0=map 3=load~; 2/4: 1=duty"));
        QCOMPARE(board_.preset, preset.id);
        QCOMPARE(find_pane(board_.screens[1], 1)->by_name, wang.name);
        up("1", 1, content("duty"));
        QVERIFY(board_.preset.empty()); // it stands there no more
        preset.wall = "another";
        QCOMPARE(refusal(put_up_preset(wall_, board_, preset, li, now)),
                 QByteArray("invalid_field wall"));
    }
    void a_board_makes_a_preset() {
        divide("1", "4");
        up("1", 0, content("map"));
        up("1", 0, content("announcement"), 5);
        up("1", 1, content("duty"), 5);
        up("1", 2, content("load"));
        const auto screens = preset_screens(board_);
        QCOMPARE(int(screens.size()), 2);
        QCOMPARE(int(screens[0].panes.size()), 2); // what is there for a time only is not of it
        QVERIFY(screens[0].panes[0].content == content("map"));
        WallPreset preset{"p", wall_.id, "n", "", "", screens, 0};
        const auto again = *put_up_preset(wall_, empty_board(wall_), preset, li, now);
        QCOMPARE(shown(again), QByteArray("1/4: 0=map 2=load; 2/1:"));
    }

    void undoing_gives_the_former_board() {
        up("1", 0, content("map"));
        up("1", 0, content("announcement"), 5);
        const auto former = board_;
        up("1", 0, content("load"));
        QVERIFY(!shows_the_same(board_, former));
        const auto soon = *undone(wall_, board_, former, now + minute);
        QVERIFY(shows_the_same(soon, former));
        const auto later = *undone(wall_, board_, former, now + 5 * minute);
        QCOMPARE(shown(later), QByteArray("1/1: 0=map; 2/1:"));
        // On a wall whose screens are others by now.
        wall_.screens.erase(wall_.screens.begin());
        wall_.screens.push_back({"3", 4000, 0, 1920, 1080});
        QCOMPARE(shown(*undone(wall_, fitted(wall_, board_), former, now)),
                 QByteArray("2/1:; 3/1:"));
    }

    /// Boxes that are taken out from among others take their panes with them, and no others.
    void panes_go_with_their_boxes() {
        divide("1", "free", {{0, 0, 10, 10}, {10, 0, 10, 10}, {20, 0, 10, 10}});
        for (const auto* kind : {"map", "load", "duty"})
            up("1", std::int64_t(find_screen(board_, "1")->panes.size()), content(kind));
        auto after = set_layout(
            wall_, board_,
            {"1", "free", {{20, 0, 28, 10}, {0, 20, 10, 10}, {0, 0, 10, 10}}, {2, -1, 0}});
        QVERIFY2(after.has_value(), refusal(after).constData());
        QCOMPARE(shown(*after), QByteArray("1/free: 0=duty 2=map; 2/1:"));
        after = set_layout(wall_, board_, {"1", "1", {}, {7}}); // nothing stood there
        QCOMPARE(shown(*after), QByteArray("1/1:; 2/1:"));
    }

    void what_is_not_there_is_refused_data() {
        QTest::addColumn<QByteArray>("refused");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const auto& result, const char* expected) {
            QTest::newRow(name) << refusal(result) << QByteArray(expected);
        };
        const auto wall = sample_wall();
        const auto board = empty_board(wall);
        const auto put = [&](const std::string& screen, std::int64_t cell, std::int64_t minutes,
                             const char* kind = "map") {
            return chengyun::put_up(wall, board, {screen, cell, {kind, "", {}, "", ""}, minutes},
                                    li, now);
        };
        row("no screen", put("3", 0, 0), "not_found screen");
        row("the whole wall, undivided", put("*", 0, 0), "not_found screen");
        row("no cell", put("1", 1, 0), "not_found cell");
        row("a cell before the first", put("1", -1, 0), "not_found cell");
        row("no content", put("1", 0, 0, "?"), "invalid_field content.kind");
        row("longer than a day", put("1", 0, 1441), "invalid_field minutes");
        row("a day", put("1", 0, 1440), "");
        row("backwards", put("1", 0, -1), "invalid_field minutes");
        row("nothing to take down", take_down(wall, board, {"1", 0}), "not_found cell");
        row("no layout", set_layout(wall, board, {"1", "5", {}}), "invalid_field layout");
        row("a layout for the whole wall", set_layout(wall, board, {"*", "4", {}}),
            "invalid_field layout");
        row("boxes for a layout", set_layout(wall, board, {"1", "4", {{0, 0, 1, 1}}}),
            "invalid_field boxes");
        row("free without boxes", set_layout(wall, board, {"1", "free", {}}),
            "missing_field boxes");
        row("boxes outside", set_layout(wall, board, {"1", "free", {{48, 0, 1, 1}}}),
            "invalid_field boxes[0]");
        row("a former for some boxes only",
            set_layout(wall, board, {"1", "free", {{0, 0, 1, 1}, {1, 0, 1, 1}}, {0}}),
            "invalid_field formers");
        row("a former twice",
            set_layout(wall, board, {"1", "free", {{0, 0, 1, 1}, {1, 0, 1, 1}}, {0, 0}}),
            "invalid_field formers[1]");
        row("a former before the first", set_layout(wall, board, {"1", "1", {}, {-2}}),
            "invalid_field formers[0]");
        row("no screen to divide", set_layout(wall, board, {"3", "4", {}}), "not_found screen");
        row("nothing to move", move_pane(wall, board, {{"1", 0}, {"2", 0}}), "not_found from.cell");
        row("nowhere to move", move_pane(wall, board, {{"1", 0}, {"2", 1}}), "not_found to.cell");
        row("moved to itself", move_pane(wall, board, {{"1", 0}, {"1", 0}}), "invalid_field to");
    }
    void what_is_not_there_is_refused() {
        QFETCH(QByteArray, refused);
        QFETCH(QByteArray, expected);
        QCOMPARE(refused, expected);
    }
};

QTEST_APPLESS_MAIN(BoardTest)
#include "board_test.moc"
