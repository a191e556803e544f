// When and where for people, by the hall's zone on a machine of another.
#include "app/local/local.h"

#include <QSignalSpy>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

qint64 utc(int year, int month, int day, int hour, int minute, int second = 0) {
    return QDateTime({year, month, day}, {hour, minute, second}, QTimeZone::UTC)
        .toMSecsSinceEpoch();
}

} // namespace

class LocalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { Local::instance().take({}); }

    void a_seat_in_another_zone_shows_the_halls_time_data() {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("difference");
        QTest::newRow("hall's") << u"Asia/Shanghai"_s << u"2026-07-01 22:32"_s << u"UTC+8"_s;
        QTest::newRow("half an hour")
            << u"Asia/Kolkata"_s << u"2026-07-01 20:02"_s << u"UTC+5:30"_s;
        QTest::newRow("west") << u"America/New_York"_s << u"2026-07-01 10:32"_s << u"UTC−4"_s;
        QTest::newRow("this machine's") << u"Europe/Berlin"_s << u"2026-07-01 16:32"_s << QString();
        QTest::newRow("none") << QString() << u"2026-07-01 16:32"_s << QString();
        QTest::newRow("not known here") << u"Moon/Tycho"_s << u"2026-07-01 16:32"_s << QString();
    }
    void a_seat_in_another_zone_shows_the_halls_time() {
        QFETCH(QString, zone);
        QFETCH(QString, shown);
        QFETCH(QString, difference);
        Local::instance().take({zone.toStdString(), "WGS-84"});
        const auto now = utc(2026, 7, 1, 14, 32);
        QCOMPARE(Local::text(Local::instance().zone(), now, u"yyyy-MM-dd HH:mm"_s), shown);
        QCOMPARE(Local::difference(Local::instance().zone(), now), difference);
    }

    void the_date_stands_where_it_is_not_today_data() {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QString>("shown");
        // In Shanghai it is the 2nd of July already, 00:30.
        QTest::newRow("today") << utc(2026, 7, 1, 16, 5) << u"00:05"_s;
        QTest::newRow("yesterday there, today here") << utc(2026, 7, 1, 15, 59) << u"07-01 23:59"_s;
        QTest::newRow("tomorrow") << utc(2026, 7, 2, 16, 0) << u"07-03 00:00"_s;
        QTest::newRow("another year") << utc(2025, 7, 1, 16, 5) << u"2025-07-02 00:05"_s;
        QTest::newRow("never") << qint64(0) << QString();
    }
    void the_date_stands_where_it_is_not_today() {
        QFETCH(qint64, at);
        QFETCH(QString, shown);
        QCOMPARE(Local::moment(u"Asia/Shanghai"_s, at, utc(2026, 7, 1, 16, 30), false), shown);
    }

    void coordinates_are_the_halls_data() {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("shown");
        QTest::newRow("WGS-84") << u"WGS-84"_s << u"114.03000  30.58000"_s;
        QTest::newRow("CGCS2000") << u"CGCS2000"_s << u"114.03000  30.58000  CGCS2000"_s;
        QTest::newRow("GCJ-02") << u"GCJ-02"_s << u"114.03568  30.57762  GCJ-02"_s;
        QTest::newRow("BD-09") << u"BD-09"_s << u"114.04219  30.58351  BD-09"_s;
    }
    void coordinates_are_the_halls() {
        QFETCH(QString, system);
        QFETCH(QString, shown);
        QSignalSpy changed(&Local::instance(), &Local::changed);
        Local::instance().take({"", system.toStdString()});
        QCOMPARE(changed.count(), system == u"WGS-84"_s ? 0 : 1);
        QCOMPARE(Local::placeText(Local::instance().coordinates(), 114.03, 30.58), shown);
    }
};

int main(int argc, char** argv) {
    qputenv("TZ", "Europe/Berlin");
    QCoreApplication app(argc, argv);
    LocalTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "local_test.moc"
