// Camera patrol in the hub: who makes groups, what others see of it, and what verify says.
#include "hub/ops/verify.h"
#include "tests/hub/ops/data_folder.h"
#include "tests/hub/patrol/patrol_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DataFolderOf;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;
using chengyun::hub::test::PatrolHall;
using chengyun::hub::test::refusal;
using chengyun::hub::test::says;

class PatrolHubTest : public QObject {
    Q_OBJECT
    std::unique_ptr<PatrolHall> hall_;

    const Account& called(const QByteArray& who) const {
        return who == "commander"  ? hall_->commander
               : who == "operator" ? hall_->li
               : who == "east"     ? hall_->east_operator
               : who == "west"     ? hall_->west_operator
               : who == "phone"    ? hall_->east_phone
               : who == "device"   ? hall_->device
                                   : hall_->auditor;
    }

private Q_SLOTS:
    void init() {
        hall_ = std::make_unique<PatrolHall>();
        hall_->add_map();
    }

    void who_makes_groups_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<int>("camera");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* who, const char* area, int camera, const char* refused) {
            QTest::addRow("%s in '%s' with %d", who, area, camera)
                << QByteArray(who) << QByteArray(area) << camera << QByteArray(refused);
        };
        row("commander", "", 1, "");
        row("operator", "", 2, "");
        row("operator", Hall::east, 1, "");
        row("east", Hall::east, 1, "");
        row("east", Hall::west, 2, "not_found area");
        row("east", "", 1, "not_found area");
        row("operator", "420114009000", 1, "not_found area");
        // All cameras lie in the group's area.
        row("operator", Hall::east, 2, "not_found cameras[0]");
        row("operator", "", 3, "not_found cameras[0]");
        row("operator", "", 9, "not_found cameras[0]");
        row("phone", Hall::east, 1, "forbidden");
        row("auditor", "", 1, "forbidden");
        row("device", "", 1, "forbidden");
    }
    void who_makes_groups() {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, area);
        QFETCH(int, camera);
        QFETCH(QByteArray, refused);
        const auto group = PatrolHall::group(area.toStdString(), {camera});
        QCOMPARE(refusal(hall_->put(called(who), group)), refused);
        QCOMPARE(hall_->told().size(), refused.isEmpty() ? 1 : 0);
    }

    void who_sees_them() {
        must(hall_->put(hall_->li, PatrolHall::group(Hall::east, {1})));
        must(hall_->put(hall_->li, PatrolHall::group("", {1, 2}, 2)));
        QCOMPARE(hall_->seen_by(hall_->li).size(), std::size_t{2});
        QCOMPARE(hall_->seen_by(hall_->device).size(), std::size_t{2});
        QCOMPARE(hall_->seen_by(hall_->east_operator).size(), std::size_t{1});
        QCOMPARE(hall_->seen_by(hall_->west_operator).size(), std::size_t{0});
        QCOMPARE(hall_->seen_by(hall_->east_phone).size(), std::size_t{0});
        // What one does not see, one does not edit.
        QCOMPARE(refusal(hall_->remove(hall_->west_operator, PatrolHall::group("", {}).id)),
                 QByteArray("not_found group"));
        auto other = PatrolHall::group(Hall::west, {2});
        QCOMPARE(refusal(hall_->put(hall_->west_operator, other)), QByteArray("not_found group"));
    }

    /// All machines reckon from the same moment, whoever they are.
    void its_turns_begin_when_it_is_kept() {
        auto group = PatrolHall::group("", {1, 2});
        group.started = instant_of(5);
        must(hall_->put(hall_->li, group));
        auto kept = hall_->seen_by(hall_->li).front();
        QCOMPARE(ms_of(kept.started), hall_->now_ms.load());
        hall_->later(5);
        kept.name = "another";
        must(hall_->put(hall_->commander, kept));
        QCOMPARE(ms_of(hall_->seen_by(hall_->li).front().started), hall_->now_ms.load());
        QCOMPARE(hall_->told(), (QStringList{QStringLiteral("patrol.changed operator group 1"),
                                             QStringLiteral("patrol.changed commander another")}));
    }

    void the_second_of_two_is_refused() {
        must(hall_->put(hall_->li, PatrolHall::group("", {1})));
        const auto kept = hall_->seen_by(hall_->li).front();
        must(hall_->put(hall_->commander, kept));
        QCOMPARE(refusal(hall_->put(hall_->li, kept)), QByteArray("conflict version"));
    }

    /// A camera that is gone by now hinders nobody from changing the name.
    void cameras_it_had_are_not_judged_again() {
        must(hall_->put(hall_->li, PatrolHall::group("", {1, 2})));
        must(hall_->run([&](Transaction& tx) {
            return hall_->resources.remove(tx, Hall::account(Role::admin),
                                           PatrolHall::camera_id(1));
        }));
        auto kept = hall_->seen_by(hall_->li).front();
        kept.name = "another";
        must(hall_->put(hall_->li, kept));
        kept = hall_->seen_by(hall_->li).front();
        kept.area = Hall::west;
        QCOMPARE(refusal(hall_->put(hall_->li, kept)), QByteArray("not_found cameras[0]"));
    }

    void a_removed_one_is_gone() {
        must(hall_->put(hall_->li, PatrolHall::group(Hall::east, {1})));
        must(hall_->remove(hall_->east_operator, PatrolHall::group("", {}).id));
        QVERIFY(hall_->seen_by(hall_->li).empty());
        QCOMPARE(hall_->told().last(), QStringLiteral("patrol.removed operator group 1"));
        QCOMPARE(refusal(hall_->remove(hall_->li, PatrolHall::group("", {}).id)),
                 QByteArray("not_found group"));
    }

    void a_hall_has_so_many_groups() {
        for (int i = 0; i < int(most_patrol_groups); ++i)
            must(hall_->put(hall_->li, PatrolHall::group("", {1}, i)));
        QCOMPARE(refusal(hall_->put(hall_->li, PatrolHall::group("", {1}, 80))),
                 QByteArray("no_room"));
    }

    void verify_names_what_was_edited_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* sql, const char* what) {
            QTest::newRow(sql) << QByteArray(sql) << QByteArray(what);
        };
        row("", "");
        row("UPDATE patrol_group SET json = replace(json, 'group 1', 'group 9')", "in name");
        row("UPDATE patrol_group SET json = '{'", "cannot be read");
        row("DELETE FROM patrol_group", "is missing");
    }
    void verify_names_what_was_edited() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, what);
        DataFolderOf<PatrolHall> data;
        auto& hall = data.hall;
        hall.add_map();
        must(hall.put(hall.li, PatrolHall::group("", {1, 2})));
        must(hall.put(hall.li, PatrolHall::group("", {1}, 2)));
        must(hall.remove(hall.li, PatrolHall::group("", {}, 2).id));
        hall.close();
        if (!sql.isEmpty())
            data.tamper(sql.constData());
        const auto report = must(verify(data.folder));
        QVERIFY2(report.good() == sql.isEmpty(), text_of(report).c_str());
        QVERIFY2(sql.isEmpty() || says(report, "patrol_group", what.toStdString()),
                 text_of(report).c_str());
    }
};

QTEST_GUILESS_MAIN(PatrolHubTest)
#include "patrol_test.moc"
