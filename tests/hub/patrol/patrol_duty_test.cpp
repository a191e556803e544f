// Patrol duty in the hub: who says what of which camera, what comes of a round, and what verify
// says.
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

namespace {

struct ShareList {
    std::vector<PatrolShare> items;
};
BOOST_DESCRIBE_STRUCT(ShareList, (), (items))

LookAtCamera look(int number, int camera, int round = 1) {
    LookAtCamera look;
    look.id = "0190a000-0000-7000-8000-00000000e0" + std::to_string(10 + number);
    look.round = "0190a000-0000-7000-8000-00000000f0" + std::to_string(10 + round);
    look.group = PatrolHall::group("", {}).id;
    look.of = 2;
    look.camera = PatrolHall::camera_id(camera);
    return look;
}

LookAtCamera with_order(LookAtCamera look) {
    look.finding = PatrolFinding::order;
    look.order = "0190a000-0000-7000-8000-00000000aa01";
    return look;
}

Result<Done> say(PatrolHall& hall, const Account& by, const LookAtCamera& look) {
    return hall.run([&](Transaction& tx) { return hall.duty.look(tx, by, look); });
}

} // namespace

class PatrolDutyHubTest : public QObject {
    Q_OBJECT
    std::unique_ptr<PatrolHall> hall_;

    [[nodiscard]] std::vector<PatrolShare>
    rounds(const Account& account, std::int64_t from_min = -60, std::int64_t to_min = 60) const {
        const auto at = [&](std::int64_t minutes) {
            return instant_of(hub::test::start_ms + minutes * 60'000);
        };
        return must(json::read<ShareList>(must(
                        hall_->duty.rounds(*hall_->reader, account, at(from_min), at(to_min)))))
            .items;
    }

private Q_SLOTS:
    void init() {
        hall_ = std::make_unique<PatrolHall>();
        hall_->add_map();
        must(hall_->put(hall_->li, PatrolHall::group("", {1, 2})));
        must(hall_->put(hall_->li, PatrolHall::group(Hall::east, {1}, 2)));
    }

    void who_says_what_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<int>("group");
        QTest::addColumn<int>("camera");
        QTest::addColumn<QByteArray>("refused");
        QTest::newRow("operator") << QByteArray("operator") << 1 << 2 << QByteArray();
        QTest::newRow("of a street") << QByteArray("east") << 2 << 1 << QByteArray();
        QTest::newRow("of another street")
            << QByteArray("west") << 2 << 1 << QByteArray("not_found group");
        QTest::newRow("no such group")
            << QByteArray("operator") << 3 << 1 << QByteArray("not_found group");
        QTest::newRow("a camera elsewhere")
            << QByteArray("east") << 2 << 2 << QByteArray("not_found camera");
        QTest::newRow("no camera")
            << QByteArray("operator") << 1 << 3 << QByteArray("not_found camera");
        QTest::newRow("auditor") << QByteArray("auditor") << 1 << 1 << QByteArray("forbidden");
        QTest::newRow("device") << QByteArray("device") << 1 << 1 << QByteArray("forbidden");
    }
    void who_says_what() {
        QFETCH(QByteArray, who);
        QFETCH(int, group);
        QFETCH(int, camera);
        QFETCH(QByteArray, refused);
        auto one = look(1, camera);
        one.group = PatrolHall::group("", {}, group).id;
        const auto& by = who == "operator" ? hall_->li
                         : who == "east"   ? hall_->east_operator
                         : who == "west"   ? hall_->west_operator
                         : who == "device" ? hall_->device
                                           : hall_->auditor;
        QCOMPARE(refusal(say(*hall_, by, one)), refused);
    }

    void a_camera_is_looked_at_once_in_a_round() {
        must(say(*hall_, hall_->li, look(1, 1)));
        QCOMPARE(refusal(say(*hall_, hall_->li, look(2, 1))), QByteArray("conflict camera"));
        QCOMPARE(refusal(say(*hall_, hall_->li, look(1, 2))), QByteArray("conflict id"));
        must(say(*hall_, hall_->li, look(3, 1, 2)));
    }

    void a_round_is_one_persons_through_one_group() {
        must(say(*hall_, hall_->li, look(1, 1)));
        QCOMPARE(refusal(say(*hall_, hall_->commander, look(2, 2))), QByteArray("conflict round"));
        auto longer = look(2, 2);
        longer.of = 3;
        QCOMPARE(refusal(say(*hall_, hall_->li, longer)), QByteArray("conflict round"));
    }

    void what_comes_of_rounds() {
        must(say(*hall_, hall_->li, look(1, 1)));
        hall_->later(2);
        must(say(*hall_, hall_->li, with_order(look(2, 2))));
        hall_->later(10);
        auto east = look(3, 1, 2);
        east.group = PatrolHall::group("", {}, 2).id;
        must(say(*hall_, hall_->east_operator, east));
        const auto all = rounds(hall_->li);
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all[0].group_name, std::string("group 2"));
        QCOMPARE(all[0].seen, std::int64_t{1});
        QCOMPARE(all[1].round, look(1, 1).round);
        QCOMPARE(all[1].of, std::int64_t{2});
        QCOMPARE(all[1].seen, std::int64_t{2});
        QCOMPARE(all[1].orders, std::int64_t{1});
        QCOMPARE(ms_of(all[1].last) - ms_of(all[1].begun), std::int64_t{120'000});
        // By time, and by what the account sees.
        QCOMPARE(rounds(hall_->li, 5).size(), std::size_t{1});
        QCOMPARE(rounds(hall_->li, -60, 1).front().seen, std::int64_t{1});
        QCOMPARE(rounds(hall_->east_operator).size(), std::size_t{1});
        QCOMPARE(rounds(hall_->west_operator).size(), std::size_t{0});
        QCOMPARE(rounds(hall_->east_phone).size(), std::size_t{0});
        QCOMPARE(hall_->told().mid(2),
                 (QStringList{QStringLiteral("patrol.seen operator group 1"),
                              QStringLiteral("patrol.raised operator group 1"),
                              QStringLiteral("patrol.seen operator group 2")}));
    }

    void verify_names_what_was_edited_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* sql, const char* what) {
            QTest::newRow(sql) << QByteArray(sql) << QByteArray(what);
        };
        row("", "");
        row("UPDATE patrol_look SET json = replace(json, 'camera 1', 'camera 9')",
            "in camera_name");
        row("UPDATE patrol_look SET json = '{'", "cannot be read");
        row("DELETE FROM patrol_look", "is missing");
        row("UPDATE patrol_look SET ordered = 1", "another look's");
        row("UPDATE patrol_look SET at = at + 1", "another look's");
    }
    void verify_names_what_was_edited() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, what);
        DataFolderOf<PatrolHall> data;
        auto& hall = data.hall;
        hall.add_map();
        must(hall.put(hall.li, PatrolHall::group("", {1, 2})));
        must(say(hall, hall.li, look(1, 1)));
        hall.close();
        if (!sql.isEmpty())
            data.tamper(sql.constData());
        const auto report = must(verify(data.folder));
        QVERIFY2(report.good() == sql.isEmpty(), text_of(report).c_str());
        QVERIFY2(sql.isEmpty() || says(report, "patrol_look", what.toStdString()),
                 text_of(report).c_str());
    }
};

QTEST_GUILESS_MAIN(PatrolDutyHubTest)
#include "patrol_duty_test.moc"
