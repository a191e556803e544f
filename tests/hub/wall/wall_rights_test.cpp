// Who makes, feeds and sees walls.
#include "hub/journal/journal_kinds.h"
#include "tests/hub/wall/wall_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;
using chengyun::hub::test::refusal;
using chengyun::hub::test::WallHall;

class WallRightsTest : public QObject {
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
        WallHand hand;
        hand.x = hand.y = 0;
        QCOMPARE(refusal(walls.reach_for(*hall_->reader, account, id, hand)), refused);
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
};

QTEST_GUILESS_MAIN(WallRightsTest)
#include "wall_rights_test.moc"
