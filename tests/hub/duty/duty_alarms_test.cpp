// What the alarm desk knows of duty: which alarms stand.
#include "core/alarms/alarms_codec.h"
#include "core/duty/alarms.h"
#include "hub/alarms/alarms_capability.h"
#include "tests/hub/duty/duty_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DutyHall;
using chengyun::hub::test::must;
using chengyun::hub::test::outcome;
using sample::id;

namespace {

/// Ann is to come to a desk of the centre in ten minutes, for eight hours; she has ten more.
struct Watch : DutyHall {
    AlarmService& alarms = capabilities.get<AlarmsCapability>().service();

    Watch() {
        add_areas();
        add_post("chief", PostKind::shift_leader);
        add_post("desk");
        add_person("ann");
        add_shift("s1", "desk", "ann", 10, 490);
    }
    void missed() {
        later(20);
        fire();
    }
    [[nodiscard]] AlarmItem alarm(const char* name) {
        const auto at = late_at(shift(name));
        return {id_of({"shift", id(name), "late_check_in",
                       duty_occurrence(PostKind::shift_leader, at)}),
                at, 0};
    }
    Result<Done> take(const Account& by, const AlarmItem& item) {
        return run([&](Transaction& tx) { return alarms.take(tx, by, {{item}}); });
    }
    /// The ids of the alarms that somebody has.
    [[nodiscard]] QStringList marks() {
        QStringList ids;
        const auto seen = seen_by(commander);
        for (const auto& mark : seen.values<AlarmMark>())
            ids << QString::fromStdString(mark.id);
        return ids;
    }
};

} // namespace

class DutyAlarmsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Moved by the planner, she is late anew: the alarm is another, and nobody has taken it.
    void who_is_late_a_second_time_is_another_alarm() {
        Watch hall;
        hall.missed();
        const auto first = hall.alarm("s1");
        must(hall.take(hall.commander, first));
        auto moved = hall.planned("s1", "desk", "ann", 90, 470);
        moved.version = hall.shift("s1").version;
        must(hall.plan(hall.commander, {{moved}, {}}));
        const auto head = hall.head();
        hall.later(99);
        hall.fire();
        QCOMPARE(hall.head(), head);
        hall.later(1);
        hall.fire();
        QCOMPARE(hall.kinds(head), std::vector<std::string>{"shift.late"});
        QCOMPARE(hall.marks(), QStringList{QString::fromStdString(first.id)});
        QVERIFY(hall.alarm("s1").id != first.id);
    }

    /// Everybody sees the rota and hears who has not come; for all it is taken by those whose post
    /// it is.
    void who_may_data() {
        QTest::addColumn<QByteArray>("area"); // of the operator
        QTest::addColumn<bool>("centre");     // of the post; else the eastern street's
        QTest::addColumn<bool>("may");
        const QByteArray east(Watch::east), west(Watch::west), district(Watch::district);
        QTest::newRow("the hall, its own") << QByteArray() << true << true;
        QTest::newRow("the district, the hall's") << district << true << true;
        QTest::newRow("a street, the hall's") << east << true << false;
        QTest::newRow("the hall, a street's") << QByteArray() << false << true;
        QTest::newRow("the street, its own") << east << false << true;
        QTest::newRow("a street, another's") << west << false << false;
    }
    void who_may() {
        QFETCH(QByteArray, area);
        QFETCH(bool, centre);
        QFETCH(bool, may);
        Watch hall;
        hall.add_post("guard", PostKind::liaison, hall.east_unit);
        hall.add_person("eve", hall.east_unit);
        hall.add_shift("g1", "guard", "eve", 10, 490);
        hall.missed();
        const auto item = hall.alarm(centre ? "s1" : "g1");
        const auto done = hall.take(DutyHall::of("lee", area.toStdString()), item);
        QCOMPARE(outcome(done), may ? QByteArray("ok") : QByteArray("forbidden alarms[0].id"));
        QCOMPARE(int(hall.marks().size()), may ? 1 : 0);
    }

    /// A day after it was taken the mark goes, unless she can still come.
    void a_mark_goes_when_nobody_can_come_any_more_data() {
        QTest::addColumn<int>("hours"); // the shift lasts so long
        QTest::addColumn<bool>("moved");
        QTest::addColumn<int>("marks");
        QTest::newRow("the shift is over") << 23 << false << 0;
        QTest::newRow("it goes on") << 48 << false << 1;
        QTest::newRow("another beginning is missed") << 48 << true << 0;
    }
    void a_mark_goes_when_nobody_can_come_any_more() {
        QFETCH(int, hours);
        QFETCH(bool, moved);
        QFETCH(int, marks);
        Watch hall;
        hall.add_shift("s2", "desk", "ann", 10, 10 + hours * 60);
        hall.missed();
        must(hall.take(hall.commander, hall.alarm("s2")));
        if (moved) {
            auto later = hall.planned("s2", "desk", "ann", 60, hours * 60);
            later.version = hall.shift("s2").version;
            must(hall.plan(hall.commander, {{later}, {}}));
        }
        hall.later(24 * 60);
        hall.fire();
        QCOMPARE(int(hall.marks().size()), marks);
    }
};

QTEST_GUILESS_MAIN(DutyAlarmsTest)
#include "duty_alarms_test.moc"
