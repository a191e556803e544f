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
        for (const auto& mark : seen_by(commander).values<AlarmMark>())
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
