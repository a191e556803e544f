#include "tests/core/duty/sample.h"

#include <QFile>
#include <QTest>

using namespace chengyun;
using sample::at;

namespace {

HolidayYear year_2026() {
    QFile file(QStringLiteral(CHENGYUN_SOURCE_DIR "/resources/duty/holidays-2026.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto year = json::read<HolidayYear>(file.readAll().toStdString(), json::Unknown::refuse);
    return year ? *year : HolidayYear();
}

} // namespace

class DutyCalendarTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void days_as_text_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("a day") << QByteArray("2026-02-15") << true;
        QTest::newRow("leap day") << QByteArray("2028-02-29") << true;
        QTest::newRow("no leap year") << QByteArray("2026-02-29") << false;
        QTest::newRow("no such month") << QByteArray("2026-13-01") << false;
        QTest::newRow("month nought") << QByteArray("2026-00-01") << false;
        QTest::newRow("short") << QByteArray("2026-2-15") << false;
        QTest::newRow("sign") << QByteArray("2026--2-15") << false;
        QTest::newRow("minus in place of a digit") << QByteArray("2026--1-15") << false;
        QTest::newRow("letters") << QByteArray("2o26-02-15") << false;
        QTest::newRow("trailing") << QByteArray("2026-02-15 ") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }
    void days_as_text() {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        const auto day = day_of(text.toStdString());
        QCOMPARE(day.has_value(), good);
        if (day)
            QCOMPARE(QByteArray::fromStdString(text_of(*day)), text);
    }

    void the_data_of_2026_is_whole() {
        const auto year = year_2026();
        QCOMPARE(outcome(check(year)), "ok");
        QCOMPARE(year.year, "2026");
        std::size_t days = 0, statutory = 0;
        for (const auto& holiday : year.holidays) {
            days += static_cast<std::size_t>(
                (*day_of(holiday.last) - *day_of(holiday.first)).count() + 1);
            statutory += holiday.statutory.size();
        }
        // What the notice says: 3, 9, 3, 5, 3, 3 and 7 days; what the law says: 13 days.
        QCOMPARE(days, 33u);
        QCOMPARE(statutory, 13u);
        QCOMPARE(year.make_up_days.size(), 6u);
    }

    void kinds_of_days_data() {
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<bool>("statutory");
        const auto row = [](const char* day, const char* kind, bool statutory = false) {
            QTest::newRow(day) << QByteArray(day) << QByteArray(kind) << statutory;
        };
        row("2026-02-13", "working");
        row("2026-02-14", "working"); // Saturday, made up
        row("2026-02-15", "holiday"); // Sunday
        row("2026-02-17", "holiday", true);
        row("2026-02-23", "holiday"); // Monday
        row("2026-02-24", "working");
        row("2026-03-01", "weekend");
        row("2026-10-03", "holiday", true);
        row("2027-10-01", "working"); // no data of that year
    }
    void kinds_of_days() {
        QFETCH(QByteArray, day);
        QFETCH(QByteArray, kind);
        QFETCH(bool, statutory);
        const std::vector years{year_2026()};
        const Calendar calendar(years, sample::wuhan);
        const auto parsed = day_of(day.toStdString());
        QVERIFY(parsed);
        QCOMPARE(name(calendar.kind(*parsed)), kind);
        QCOMPARE(calendar.is_statutory(*parsed), statutory);
        QCOMPARE(calendar.knows(*parsed), day.startsWith("2026"));
    }

    void local_days_and_instants() {
        const Calendar calendar({}, sample::wuhan);
        const auto day = *day_of("2026-02-15");
        // 00:00 at UTC+8 is 16:00 of the day before.
        QCOMPARE(ms_of(calendar.at(day, 0)), 1'771'084'800'000);
        QVERIFY(calendar.day(calendar.at(day, 0)) == day);
        QVERIFY(calendar.day(calendar.at(day, 0) - std::chrono::milliseconds(1)) ==
                day - std::chrono::days(1));
        QVERIFY(calendar.at(day, 1440 + 30) == calendar.at(day + std::chrono::days(1), 30));
        const Calendar elsewhere({}, Zone({{Instant{}, std::chrono::minutes(-90)}}));
        QVERIFY(elsewhere.day(elsewhere.at(day, 0)) == day);
        QVERIFY(elsewhere.at(day, 0) - calendar.at(day, 0) == std::chrono::minutes(570));
        // Before 1970, too.
        const auto old = *day_of("1969-12-31");
        QVERIFY(calendar.day(calendar.at(old, 1)) == old);
    }

    void which_days_are_manned() {
        for (const auto kind : sample::all<DayKind>()) {
            QVERIFY(among(Days::every, kind));
            QCOMPARE(among(Days::working, kind), kind == DayKind::working);
            QCOMPARE(among(Days::off, kind), kind != DayKind::working);
        }
    }

    void wrong_data_names_the_field_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* what, const char* json, const char* expected) {
            QTest::newRow(what) << QByteArray(json) << QByteArray(expected);
        };
        row("year", R"({"year": "26", "source": ""})", "invalid_field year");
        row("no year", R"({"year": "", "source": ""})", "invalid_field year");
        row("another key for it", R"({"year": "02026", "source": ""})", "invalid_field year");
        row("no name", R"({"year":"2026","source":"","holidays":[
            {"name":" ","first":"2026-01-01","last":"2026-01-03"}]})",
            "missing_field holidays[0].name");
        row("no day", R"({"year":"2026","source":"","holidays":[
            {"name":"a","first":"2026-01-32","last":"2026-01-03"}]})",
            "invalid_field holidays[0].first");
        row("turned round", R"({"year":"2026","source":"","holidays":[
            {"name":"a","first":"2026-01-03","last":"2026-01-01"}]})",
            "invalid_field holidays[0].last");
        row("another year", R"({"year":"2026","source":"","holidays":[
            {"name":"a","first":"2026-01-03","last":"2028-01-01"}]})",
            "invalid_field holidays[0].last");
        row("statutory outside", R"({"year":"2026","source":"","holidays":[
            {"name":"a","first":"2026-01-01","last":"2026-01-03","statutory":["2026-01-04"]}]})",
            "invalid_field holidays[0].statutory[0]");
        row("made up on a Friday", R"({"year":"2026","source":"","make_up_days":["2026-02-13"]})",
            "invalid_field make_up_days[0]");
        row("made up in a holiday", R"({"year":"2026","source":"","holidays":[
            {"name":"a","first":"2026-02-14","last":"2026-02-16"}],
            "make_up_days":["2026-02-28","2026-02-14"]})",
            "invalid_field make_up_days[1]");
    }
    void wrong_data_names_the_field() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, expected);
        const auto year = json::read<HolidayYear>(json.toStdString(), json::Unknown::refuse);
        QVERIFY(year);
        QCOMPARE(outcome(check(*year)), expected);
    }
};

QTEST_APPLESS_MAIN(DutyCalendarTest)
#include "calendar_test.moc"
