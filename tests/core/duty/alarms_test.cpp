// What of duty rings, and that an alarm says what was missed.
#include "core/duty/alarms.h"
#include "tests/core/duty/sample.h"

#include <QTest>

using namespace chengyun;
using sample::id;

namespace {

/// "08:10" of a day.
Instant at(const QByteArray& time) {
    return sample::at(QByteArray("2026-02-01 " + time).constData());
}

} // namespace

class DutyAlarmsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Planned from 08:00 to 20:00, with ten minutes of grace.
    void a_shift_rings_while_somebody_can_still_come_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("person");
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QByteArray>("missed"); // as the alarm says it
        QTest::addColumn<bool>("rings");
        const auto row = [](const char* name, ShiftState state, bool person, const char* now,
                            const char* missed, bool rings) {
            QTest::newRow(name) << int(state) << person << QByteArray(now) << QByteArray(missed)
                                << rings;
        };
        using S = ShiftState;
        row("in the grace time", S::planned, true, "08:09", "08:10", false);
        row("late", S::planned, true, "08:10", "08:10", true);
        row("late for long", S::planned, true, "19:59", "08:10", true);
        row("it is over", S::planned, true, "20:00", "08:10", false);
        row("nobody was to come", S::planned, false, "09:00", "08:10", false);
        row("somebody has come", S::on_duty, true, "09:00", "08:10", false);
        row("cancelled", S::cancelled, true, "09:00", "08:10", false);
        row("another beginning was missed", S::planned, true, "09:00", "06:10", false);
    }
    void a_shift_rings_while_somebody_can_still_come() {
        QFETCH(int, state);
        QFETCH(bool, person);
        QFETCH(QByteArray, now);
        QFETCH(QByteArray, missed);
        auto shift = sample::shift("s1", "desk", person ? "ann" : "", "2026-02-01 08:00",
                                   "2026-02-01 20:00");
        shift.state = ShiftState(state);
        const auto moment = at(now);
        const AlarmName alarm{"shift", shift.id, "late_check_in",
                              duty_occurrence(PostKind::shift_leader, at(missed))};
        QTEST(stands(alarm, shift, moment), "rings");
        // The list of those who are late is of the same mind.
        const std::vector<Shift> shifts{shift};
        QCOMPARE(late_shifts({.posts = {}, .people = {}, .shifts = shifts, .leaves = {}}, moment)
                         .size() == 1,
                 is_missing(shift, moment));
        for (const auto& other :
             {AlarmName{"shift", shift.id, "late_check_in", "shift_leader"},
              AlarmName{"shift", shift.id, "late_check_in", "king." + alarm.occurrence.substr(13)},
              AlarmName{"shift", shift.id, "handover", alarm.occurrence}})
            QVERIFY2(!stands(other, shift, moment), id_of(other).c_str());
        QVERIFY(alarm_name(id_of(alarm)) == alarm);
    }

    void a_sheet_rings_until_it_is_accepted() {
        Handover sheet;
        sheet.id = id("h1");
        sheet.due = at("20:30");
        const AlarmName alarm{"handover", sheet.id, "handover",
                              duty_occurrence(PostKind::commander, sheet.due)};
        QVERIFY(!stands(alarm, sheet, at("20:29")));
        for (const auto state : {HandoverState::drafted, HandoverState::handed_over}) {
            sheet.state = state;
            QVERIFY(stands(alarm, sheet, at("23:59")));
        }
        sheet.state = HandoverState::accepted;
        QVERIFY(!stands(alarm, sheet, at("23:59")));
    }
};

QTEST_GUILESS_MAIN(DutyAlarmsTest)
#include "alarms_test.moc"
