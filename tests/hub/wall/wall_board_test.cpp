// What stands on a wall: what is told of it, what goes away by itself, and what can be undone.
#include "tests/hub/wall/wall_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::must;
using chengyun::hub::test::refusal;
using chengyun::hub::test::WallHall;

class WallBoardTest : public QObject {
    Q_OBJECT
    std::unique_ptr<WallHall> hall_;

    void make_wall(const std::string& area = {}) {
        must(hall_->put(hall_->commander, WallHall::wall(area)));
    }

private Q_SLOTS:
    void init() {
        hall_ = std::make_unique<WallHall>();
        hall_->add_areas();
    }

    void what_is_put_up_is_told() {
        make_wall();
        const auto done = must(hall_->up(hall_->li, "map"));
        const auto& board = done.change.values<WallBoard>().front();
        QCOMPARE(board.version, done.seq);
        QVERIFY(hall_->seen_by(hall_->commander).values<WallBoard>().front() == board);
        const auto entry = hall_->entries().back();
        QCOMPARE(entry.seq, done.seq);
        QCOMPARE(entry.subject, WallHall::wall().id);
        QVERIFY(entry.body.values<WallBoard>().front() == board);
        const std::map<std::string, std::string> note{{"cell", "0"},
                                                      {"content", "map"},
                                                      {"screen", "1"},
                                                      {"title", "map!"},
                                                      {"wall", "wall 1"}};
        QVERIFY(entry.body.note == note);
        QCOMPARE(hall_->told(), (QStringList{QStringLiteral("wall.changed commander"),
                                             QStringLiteral("wall.put_up operator")}));
        QVERIFY(hall_->chain_intact());
    }

    void the_second_editor_is_told() {
        make_wall();
        auto wall = must(json::read<Wall>(
            must(hall_->walls.get(*hall_->reader, hall_->li, WallHall::wall().id))));
        wall.name = "another";
        must(hall_->put(hall_->commander, wall));
        QCOMPARE(refusal(hall_->put(hall_->commander, wall)), QByteArray("conflict version"));
        QCOMPARE(refusal(hall_->put(hall_->commander, WallHall::wall())),
                 QByteArray("conflict version"));
    }

    /// What stood on a screen that is taken off goes; the rest stays.
    void screens_come_and_go() {
        make_wall();
        must(hall_->up(hall_->li, "map"));
        auto wall = must(json::read<Wall>(
            must(hall_->walls.get(*hall_->reader, hall_->li, WallHall::wall().id))));
        wall.screens[1].name = "3";
        const auto done = must(hall_->put(hall_->commander, wall));
        const auto& board = done.change.values<WallBoard>().front();
        QCOMPARE(int(board.screens.size()), 2);
        QCOMPARE(board.screens[1].screen, std::string("3"));
        QCOMPARE(hall_->shown(), QByteArray("map"));
    }

    void locked_it_stands_still() {
        make_wall();
        must(hall_->up(hall_->li, "map"));
        must(hall_->up(hall_->li, "load", 5));
        must(hall_->lock(hall_->commander, true));
        QCOMPARE(refusal(hall_->up(hall_->li, "duty")), QByteArray("wrong_state locked"));
        QCOMPARE(refusal(hall_->undo(hall_->li)), QByteArray("wrong_state locked"));
        hall_->later(6);
        hall_->fire();
        QCOMPARE(hall_->shown(), QByteArray("load"));
        must(hall_->lock(hall_->li, false));
        QCOMPARE(hall_->shown(), QByteArray("map"));
        QVERIFY(hall_->told().endsWith(QStringLiteral("wall.unlocked operator")));
    }

    /// By itself, exactly once, also when the hub was down at that time.
    void the_time_is_over_data() {
        QTest::addColumn<bool>("restart");
        QTest::newRow("the hub runs") << false;
        QTest::newRow("the hub was down") << true;
    }
    void the_time_is_over() {
        QFETCH(bool, restart);
        make_wall();
        must(hall_->up(hall_->li, "map"));
        must(hall_->up(hall_->li, "load", 5));
        hall_->later(4);
        hall_->fire();
        QCOMPARE(hall_->shown(), QByteArray("load"));
        if (restart)
            hall_->close();
        hall_->later(1);
        if (restart)
            hall_->open();
        hall_->fire();
        QCOMPARE(hall_->shown(), QByteArray("map"));
        QCOMPARE(hall_->told().last(), QStringLiteral("wall.time_over timer"));
        const auto told = hall_->told().size();
        hall_->fire();
        hall_->later(60);
        hall_->fire();
        QCOMPARE(hall_->told().size(), told);
    }
    void several_times_each_has_its_own() {
        make_wall();
        must(hall_->up(hall_->li, "load", 10));
        must(hall_->run([&](Transaction& tx) {
            return hall_->walls.put_up(tx, hall_->li, WallHall::wall().id,
                                       {"2", 0, WallHall::content("map"), 5});
        }));
        hall_->later(5);
        hall_->fire();
        QCOMPARE(hall_->shown(), QByteArray("load"));
        hall_->later(5);
        hall_->fire();
        QCOMPARE(hall_->shown(), QByteArray());
        QCOMPARE(hall_->told().filter(QStringLiteral("time_over")).size(), 2);
    }
    void what_was_changed_since_stays() {
        make_wall();
        must(hall_->up(hall_->li, "map"));
        must(hall_->up(hall_->li, "load", 5));
        must(hall_->up(hall_->commander, "duty"));
        hall_->later(6);
        hall_->fire();
        QCOMPARE(hall_->shown(), QByteArray("duty"));
        QVERIFY(hall_->told().filter(QStringLiteral("time_over")).isEmpty());
    }

    void undoing_goes_back_step_by_step() {
        make_wall();
        for (const auto* kind : {"map", "load", "duty"})
            must(hall_->up(hall_->li, kind));
        must(hall_->undo(hall_->commander)); // whoever it was
        QCOMPARE(hall_->shown(), QByteArray("load"));
        must(hall_->undo(hall_->li));
        QCOMPARE(hall_->shown(), QByteArray("map"));
        must(hall_->up(hall_->li, "orders"));
        must(hall_->undo(hall_->li));
        QCOMPARE(hall_->shown(), QByteArray("map"));
        must(hall_->undo(hall_->li));
        QCOMPARE(hall_->shown(), QByteArray());
        QCOMPARE(refusal(hall_->undo(hall_->li)), QByteArray("wrong_state undo"));
    }
    /// Undoing what has run out already would show nothing: it goes back to where one sees it.
    void undoing_passes_what_has_run_out() {
        make_wall();
        must(hall_->up(hall_->li, "map"));
        must(hall_->up(hall_->li, "load", 5));
        hall_->later(5);
        hall_->fire();
        must(hall_->undo(hall_->li));
        QCOMPARE(hall_->shown(), QByteArray());
    }
    void undone_a_time_runs_on() {
        make_wall();
        must(hall_->up(hall_->li, "map"));
        must(hall_->up(hall_->li, "load", 5));
        must(hall_->up(hall_->li, "duty"));
        hall_->later(3);
        must(hall_->undo(hall_->li));
        QCOMPARE(hall_->shown(), QByteArray("load"));
        hall_->later(2);
        hall_->fire();
        QCOMPARE(hall_->shown(), QByteArray("map"));
    }
    void twenty_steps_are_kept() {
        make_wall();
        for (std::size_t i = 0; i < kept_formers + 5; ++i)
            must(hall_->up(hall_->li, "kind_" + std::to_string(i)));
        for (std::size_t i = 0; i < kept_formers; ++i)
            must(hall_->undo(hall_->li));
        QCOMPARE(hall_->shown(), QByteArray("kind_4"));
        QCOMPARE(refusal(hall_->undo(hall_->li)), QByteArray("wrong_state undo"));
    }

    void removed_it_is_gone_with_all_of_it() {
        make_wall();
        must(hall_->up(hall_->li, "map", 5));
        must(hall_->put(hall_->li, WallHall::preset("p", "map")));
        must(hall_->remove(hall_->commander, WallHall::wall().id));
        const auto snapshot = hall_->seen_by(hall_->li);
        QVERIFY(snapshot.values<Wall>().empty());
        QVERIFY(snapshot.values<WallBoard>().empty());
        QVERIFY(snapshot.values<WallPreset>().empty());
        hall_->later(6);
        hall_->fire();
        QCOMPARE(hall_->told().mid(3), (QStringList{QStringLiteral("wall.preset_removed commander"),
                                                    QStringLiteral("wall.removed commander")}));
        QCOMPARE(refusal(hall_->remove(hall_->commander, WallHall::wall().id)),
                 QByteArray("not_found wall"));
        make_wall(); // its name and id are free again
    }

    void a_hall_has_so_many_walls() {
        for (std::size_t i = 0; i < most_walls; ++i)
            must(hall_->put(hall_->commander, WallHall::wall({}, int(i))));
        QCOMPARE(refusal(hall_->put(hall_->commander, WallHall::wall({}, 60))),
                 QByteArray("no_room"));
    }

    void a_board_has_its_limit() {
        make_wall();
        const auto id = WallHall::wall().id;
        PaneContent large = WallHall::content("announcement");
        large.text = std::string(longest_pane_text, 'x');
        for (char key = 'a'; key < 'u'; ++key)
            large.options.emplace(std::string(1, key), std::string(longest_pane_option, 'x'));
        must(hall_->run([&](Transaction& tx) {
            return hall_->walls.set_layout(tx, hall_->li, id, {"1", "64", {}});
        }));
        QByteArray refused;
        for (int cell = 0; cell < 64 && refused.isEmpty(); ++cell)
            refused = refusal(hall_->run([&](Transaction& tx) {
                return hall_->walls.put_up(tx, hall_->li, id, {"1", cell, large, 0});
            }));
        QCOMPARE(refused, QByteArray("too_large"));
        QVERIFY(must(hall_->walls.board(*hall_->reader, hall_->li, id)).size() <=
                largest_board_bytes);
    }
};

QTEST_GUILESS_MAIN(WallBoardTest)
#include "wall_board_test.moc"
