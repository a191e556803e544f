// Walls: who makes and feeds them, what others see of it, what comes back by itself, and what can
// be undone.
#include "hub/duty/duty_capability.h"
#include "hub/journal/journal_kinds.h"
#include "hub/ops/verify.h"
#include "tests/hub/ops/data_folder.h"
#include "tests/hub/wall/wall_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DataFolderOf;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;
using chengyun::hub::test::refusal;
using chengyun::hub::test::says;
using chengyun::hub::test::WallHall;

class WallHubTest : public QObject {
    Q_OBJECT
    std::unique_ptr<WallHall> hall_;

    const Account& called(const QByteArray& who) const {
        static const Account street_commander = Hall::account(Role::commander, Hall::east);
        return who == "commander"          ? hall_->commander
               : who == "street commander" ? street_commander
               : who == "operator"         ? hall_->li
               : who == "east"             ? hall_->east_operator
               : who == "west"             ? hall_->west_operator
               : who == "phone"            ? hall_->east_phone
               : who == "admin"            ? hall_->admin
               : who == "device"           ? hall_->device
                                           : hall_->auditor;
    }
    void make_wall(const std::string& area = {}) {
        must(hall_->put(hall_->commander, WallHall::wall(area)));
    }
    void switch_mode(Mode mode) {
        auto& duty = hall_->capabilities.get<DutyCapability>().service();
        SetDuty command;
        command.mode = mode;
        command.reason = "rain";
        command.version = must(duty.now(*hall_->reader)).version;
        must(hall_->run([&](Transaction& tx) { return duty.set(tx, hall_->commander, command); }));
    }

private Q_SLOTS:
    void init() {
        hall_ = std::make_unique<WallHall>();
        hall_->add_areas();
    }

    void who_makes_walls_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* who, const char* area, const char* refused) {
            QTest::addRow("%s in '%s'", who, area)
                << QByteArray(who) << QByteArray(area) << QByteArray(refused);
        };
        row("commander", "", "");
        row("commander", Hall::east, "");
        row("commander", "420114009000", "not_found area");
        row("street commander", Hall::east, "");
        row("street commander", Hall::west, "not_found area");
        row("street commander", "", "not_found area");
        row("admin", "", "");
        row("operator", "", "forbidden");
        row("east", Hall::east, "forbidden");
        row("phone", "", "forbidden");
        row("auditor", "", "forbidden");
        row("device", "", "forbidden");
    }
    void who_makes_walls() {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, area);
        QFETCH(QByteArray, refused);
        const auto wall = WallHall::wall(area.toStdString());
        QCOMPARE(refusal(hall_->put(called(who), wall)), refused);
        QCOMPARE(int(hall_->seen_by(hall_->commander).values<Wall>().size()),
                 refused.isEmpty() ? 1 : 0);
    }
    void who_edits_walls_data() { who_makes_walls_data(); }
    void who_edits_walls() {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, area);
        QFETCH(QByteArray, refused);
        make_wall(Hall::east);
        auto wall = must(json::read<Wall>(
            must(hall_->walls.get(*hall_->reader, hall_->commander, WallHall::wall().id))));
        wall.area = area.toStdString();
        QCOMPARE(refusal(hall_->put(called(who), wall)), refused);
        const bool may_remove = may(called(who).role, Permission::configure_walls);
        QCOMPARE(hall_->remove(called(who), wall.id).has_value(), may_remove);
    }

    void who_feeds_walls_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* who, const char* area, const char* refused) {
            QTest::addRow("%s in '%s'", who, area)
                << QByteArray(who) << QByteArray(area) << QByteArray(refused);
        };
        row("commander", "", "");
        row("operator", "", "");
        row("operator", Hall::east, "");
        row("east", Hall::east, "");
        row("west", Hall::east, "not_found wall");
        row("east", "", "not_found wall");
        row("admin", "", "forbidden");
        row("auditor", "", "forbidden");
        row("phone", Hall::east, "forbidden");
        row("device", "", "forbidden");
    }
    void who_feeds_walls() {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, area);
        QFETCH(QByteArray, refused);
        make_wall(area.toStdString());
        must(hall_->up(hall_->commander, "load"));
        const auto& account = called(who);
        const auto id = WallHall::wall().id;
        auto& walls = hall_->walls;
        const auto all = {
            hall_->up(account, "map"),
            hall_->run(
                [&](Transaction& tx) { return walls.set_layout(tx, account, id, {"2", "4", {}}); }),
            hall_->run(
                [&](Transaction& tx) { return walls.move(tx, account, id, {{"1", 0}, {"2", 3}}); }),
            hall_->undo(account),
            hall_->run([&](Transaction& tx) { return walls.take_down(tx, account, id, {"1", 0}); }),
            hall_->lock(account, true)};
        for (const auto& done : all)
            QCOMPARE(refusal(done), refused);
        QCOMPARE(refusal(hall_->lock(hall_->commander, false)),
                 refused.isEmpty() ? QByteArray() : QByteArray("wrong_state locked"));
        if (!refused.isEmpty())
            QCOMPARE(hall_->shown(), QByteArray("load"));
    }

    void a_device_changes_nothing() {
        make_wall();
        QCOMPARE(refusal(hall_->put(hall_->device, WallHall::preset("p", "map"))),
                 QByteArray("forbidden"));
    }

    /// In the snapshot and by entries: those whose scope holds the wall's area, but for phones.
    void who_sees_it_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<bool>("sees");
        const auto row = [](const char* who, const char* area, bool sees) {
            QTest::addRow("%s, '%s'", who, area) << QByteArray(who) << QByteArray(area) << sees;
        };
        row("operator", "", true);
        row("auditor", "", true);
        row("device", "", true);
        row("east", "", false);
        row("east", Hall::east, true);
        row("west", Hall::east, false);
        row("phone", Hall::east, false);
    }
    void who_sees_it() {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, area);
        QFETCH(bool, sees);
        make_wall(area.toStdString());
        must(hall_->put(hall_->commander, WallHall::preset("p", "map")));
        const auto& account = called(who);
        const auto snapshot = hall_->seen_by(account);
        QCOMPARE(int(snapshot.values<Wall>().size()), sees ? 1 : 0);
        QCOMPARE(int(snapshot.values<WallBoard>().size()), sees ? 1 : 0);
        QCOMPARE(int(snapshot.values<WallPreset>().size()), sees ? 1 : 0);
        const auto id = WallHall::wall().id;
        QCOMPARE(hall_->walls.get(*hall_->reader, account, id).has_value(), sees);
        QCOMPARE(hall_->walls.board(*hall_->reader, account, id).has_value(), sees);
        QCOMPARE(hall_->walls.presets(*hall_->reader, account, id).has_value(), sees);
        QCOMPARE(must(hall_->walls.list(*hall_->reader, account)).find(id) != std::string::npos,
                 sees);
        for (const auto& entry : hall_->entries())
            if (who != "phone") // sees entries of no area by unit only
                QCOMPARE(may_see(account, Viewers::by_place, entry.areas, entry.units), sees);
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

    void presets() {
        make_wall();
        auto preset = WallHall::preset("usual", "map");
        preset.key = "1";
        const auto made = must(hall_->put(hall_->li, preset)); // operators keep them, too
        preset.version = made.seq;
        preset.name = "as usual";
        must(hall_->put(hall_->commander, preset));
        const auto up = must(hall_->run(
            [&](Transaction& tx) { return hall_->walls.put_up_preset(tx, hall_->li, preset.id); }));
        QCOMPARE(hall_->shown(), QByteArray("map"));
        QCOMPARE(up.change.values<WallBoard>().front().preset, preset.id);
        QCOMPARE(hall_->entries().back().body.note.at("preset"), std::string("as usual"));
        must(hall_->undo(hall_->li));
        QCOMPARE(hall_->shown(), QByteArray());
        must(hall_->run(
            [&](Transaction& tx) { return hall_->walls.remove_preset(tx, hall_->li, preset.id); }));
        QVERIFY(hall_->seen_by(hall_->li).values<WallPreset>().empty());
        QCOMPARE(refusal(hall_->run([&](Transaction& tx) {
                     return hall_->walls.put_up_preset(tx, hall_->li, preset.id);
                 })),
                 QByteArray("not_found preset"));
    }
    void presets_differ_in_key_and_mode() {
        make_wall();
        auto one = WallHall::preset("one", "map", 1), two = WallHall::preset("two", "load", 2);
        one.key = two.key = "1";
        must(hall_->put(hall_->li, one));
        QCOMPARE(refusal(hall_->put(hall_->li, two)), QByteArray("conflict key"));
        two.key = "2";
        two.mode = "emergency";
        must(hall_->put(hall_->li, two));
        auto three = WallHall::preset("three", "duty", 3);
        three.mode = "emergency";
        QCOMPARE(refusal(hall_->put(hall_->li, three)), QByteArray("conflict mode"));
        three.mode.clear();
        three.wall = WallHall::wall({}, 2).id;
        QCOMPARE(refusal(hall_->put(hall_->li, three)), QByteArray("not_found wall"));
    }
    void a_preset_of_another_street_is_not_there() {
        make_wall(Hall::east);
        must(hall_->put(hall_->east_operator, WallHall::preset("p", "map")));
        const auto id = WallHall::preset("p", "map").id;
        auto& walls = hall_->walls;
        QVERIFY(hall_
                    ->run([&](Transaction& tx) {
                        return walls.put_up_preset(tx, hall_->west_operator, id);
                    })
                    .has_error());
        QVERIFY(hall_
                    ->run([&](Transaction& tx) {
                        return walls.remove_preset(tx, hall_->west_operator, id);
                    })
                    .has_error());
    }

    void the_mode_brings_its_preset() {
        make_wall();
        auto usual = WallHall::preset("usual", "map", 1),
             alert = WallHall::preset("alert", "orders", 2);
        usual.mode = "peace";
        alert.mode = "emergency";
        must(hall_->put(hall_->li, usual));
        must(hall_->put(hall_->li, alert));
        switch_mode(Mode::emergency);
        QCOMPARE(hall_->shown(), QByteArray("orders"));
        QCOMPARE(hall_->told().last(), QStringLiteral("wall.preset_put_up commander"));
        must(hall_->lock(hall_->li, true));
        switch_mode(Mode::peace); // the mode is switched; what somebody has locked stays
        QCOMPARE(hall_->shown(), QByteArray("orders"));
        must(hall_->lock(hall_->li, false));
        switch_mode(Mode::emergency);
        switch_mode(Mode::peace);
        QCOMPARE(hall_->shown(), QByteArray("map"));
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

    void verify_names_what_was_edited_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* sql, const char* table, const char* what) {
            QTest::newRow(sql) << QByteArray(sql) << QByteArray(table) << QByteArray(what);
        };
        row("", "", "");
        row("UPDATE wall SET json = replace(json, 'wall 1', 'wall 9')", "wall", "in name");
        row("UPDATE wall SET json = '{'", "wall", "cannot be read");
        row("PRAGMA foreign_keys = OFF; DELETE FROM wall", "wall", "is missing");
        row("UPDATE wall_board SET json = replace(json, 'load!', 'other')", "wall_board",
            "in screens");
        row("DELETE FROM wall_board", "wall_board", "is missing");
        row("UPDATE wall_preset SET json = replace(json, 'usual', 'other')", "wall_preset",
            "in name");
        row("DELETE FROM wall_preset", "wall_preset", "is missing");
        row("UPDATE wall_former SET json = replace(json, 'map!', 'other')", "wall_former",
            "in screens");
        row("DELETE FROM deadline WHERE kind = 30", "deadline", "is missing");
        row("INSERT INTO deadline (subject, kind, due, level, fire_at) VALUES ('x', 30, 1, 0, 1)",
            "deadline", "where nothing runs out");
    }
    void verify_names_what_was_edited() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, what);
        DataFolderOf<WallHall> data;
        auto& hall = data.hall;
        must(hall.put(hall.commander, WallHall::wall()));
        must(hall.put(hall.commander, WallHall::wall({}, 2)));
        must(hall.remove(hall.commander, WallHall::wall({}, 2).id));
        must(hall.put(hall.li, WallHall::preset("usual", "map")));
        must(hall.put(hall.li, WallHall::preset("gone", "map", 2)));
        must(hall.run([&](Transaction& tx) {
            return hall.walls.remove_preset(tx, hall.li, WallHall::preset("gone", "map", 2).id);
        }));
        for (const auto* kind : {"duty", "map", "orders"})
            must(hall.up(hall.li, kind));
        must(hall.undo(hall.li));
        must(hall.up(hall.li, "load", 5));
        hall.close();
        if (!sql.isEmpty())
            data.tamper(sql.constData());
        const auto report = must(verify(data.folder));
        QVERIFY2(report.good() == sql.isEmpty(), text_of(report).c_str());
        QVERIFY2(sql.isEmpty() || says(report, table.toStdString(), what.toStdString()),
                 text_of(report).c_str());
    }
};

QTEST_GUILESS_MAIN(WallHubTest)
#include "wall_test.moc"
