// What the clocks of a place say, also on the days on which they are changed.
#include "core/duty/calendar.h"
#include "core/time/zone.h"

#include <QTest>

using namespace chengyun;

namespace {

/// "2026-03-29 02:30" of a place, or of UTC.
std::chrono::milliseconds time_of(const QByteArray& text) {
    const auto day = *day_of(text.left(10).toStdString());
    return day.time_since_epoch() + std::chrono::hours(text.mid(11, 2).toInt()) +
           std::chrono::minutes(text.mid(14, 2).toInt());
}

} // namespace

class ZoneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clocks_say_data() {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("local");
        QTest::addColumn<QByteArray>("utc");
        QTest::addColumn<QByteArray>("again"); ///< what they say then; empty: `local`
        const auto row = [](const char* what, const char* zone, const char* local, const char* utc,
                            const char* again = "") {
            QTest::newRow(what) << QByteArray(zone) << QByteArray(local) << QByteArray(utc)
                                << QByteArray(again);
        };
        row("the same all year", "Asia/Shanghai", "2026-07-01 08:00", "2026-07-01 00:00");
        row("the day before", "Asia/Shanghai", "2026-07-01 07:59", "2026-06-30 23:59");
        row("behind UTC, half an hour", "America/St_Johns", "2026-01-01 00:00", "2026-01-01 03:30");
        row("in winter", "Europe/Berlin", "2026-01-15 12:00", "2026-01-15 11:00");
        row("in summer", "Europe/Berlin", "2026-07-15 12:00", "2026-07-15 10:00");
        row("many years on", "Europe/Berlin", "2099-07-15 12:00", "2099-07-15 10:00");
        row("before clocks are put on", "Europe/Berlin", "2026-03-29 01:59", "2026-03-29 00:59");
        row("left out", "Europe/Berlin", "2026-03-29 02:30", "2026-03-29 01:00",
            "2026-03-29 03:00");
        row("after clocks are put on", "Europe/Berlin", "2026-03-29 03:00", "2026-03-29 01:00");
        row("twice", "Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30");
        row("after clocks are put back", "Europe/Berlin", "2026-10-25 03:00", "2026-10-25 02:00");
        row("no midnight that day", "Asia/Beirut", "2026-03-29 00:00", "2026-03-28 22:00",
            "2026-03-29 01:00");
        row("UTC", "Etc/UTC", "2026-03-29 02:30", "2026-03-29 02:30");
    }
    void clocks_say() {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, local);
        QFETCH(QByteArray, utc);
        QFETCH(QByteArray, again);
        const auto found = zone_named(zone.toStdString());
        QVERIFY(found);
        const auto instant = found->instant(LocalTime(time_of(local)));
        QCOMPARE(qint64(ms_of(instant)), qint64(time_of(utc).count()));
        QCOMPARE(qint64(found->local(instant).time_since_epoch().count()),
                 qint64(time_of(again.isEmpty() ? local : again).count()));
    }

    void the_second_of_two_times_is_told_as_the_first() {
        const auto berlin = *zone_named("Europe/Berlin");
        const Instant second(time_of("2026-10-25 01:30"));
        QCOMPARE(qint64(berlin.local(second).time_since_epoch().count()),
                 qint64(time_of("2026-10-25 02:30").count()));
    }

    void a_day_is_as_long_as_its_clocks_say() {
        const Calendar calendar({}, *zone_named("Europe/Berlin"));
        const auto day = *day_of("2026-03-29");
        const auto hours = [&](Day of) {
            return (calendar.at(of, 1440) - calendar.at(of, 0)) / std::chrono::hours(1);
        };
        QCOMPARE(int(hours(day)), 23);
        QCOMPARE(int(hours(day + std::chrono::days(1))), 24);
        QCOMPARE(int(hours(*day_of("2026-10-25"))), 25);
        // Eight in the morning is eight on the clock.
        const auto eight = calendar.at(day, 480);
        QCOMPARE(qint64(ms_of(eight)), qint64(time_of("2026-03-29 06:00").count()));
        QCOMPARE(calendar.minute(eight), 480);
        QCOMPARE(calendar.minute(day - std::chrono::days(1), eight), 1440 + 480);
        QVERIFY(calendar.day(eight) == day);
    }

    void what_is_not_known() {
        QVERIFY(!zone_named("Asia/Nowhere"));
        QVERIFY(!zone_named(""));
        QCOMPARE(Zone().offset(system_now()).count(), 0);
    }
};

QTEST_APPLESS_MAIN(ZoneTest)
#include "zone_test.moc"
