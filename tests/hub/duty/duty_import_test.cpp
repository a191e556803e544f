// A rota that was kept as a sheet, as the shifts that would be planned.
#include "core/area/hall_policy.h"
#include "hub/duty/rota_import.h"
#include "tests/hub/duty/duty_hall.h"
#include "tests/hub/imports/ogr_file.h"
#include "tests/support/wuhan.h"

#include <QTest>

#include <fstream>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DutyHall;
using chengyun::hub::test::must;
using sample::id;

namespace {

struct Sheets : DutyHall {
    Sheets() {
        add_areas();
        auto desk = sample::post("调度员");
        desk.from_minute = 510;
        desk.until_minute = 1950;
        desk.people = 2;
        must(put(commander, desk));
        auto guard = sample::post("联络员", PostKind::liaison);
        guard.unit = east_unit;
        must(put(commander, guard));
        for (const auto* name : {"周敏", "陈立新"})
            add(name, name);
        add("w1", "王伟");
        add("w2", "王伟", east_unit);
        add("l1", "李强", east_unit);
        add("l2", "李强", east_unit);
    }
    void add(const char* key, const char* name, const std::string& unit = {}) {
        auto person = sample::person(key);
        person.name = name;
        person.unit = unit;
        must(put(commander, person));
    }
    RotaPreview preview(std::string bytes, const RotaFile& file = {"rota.csv", {}, {}},
                        const Zone& zone = sample::wuhan) {
        return must(preview_rota(*reader, std::move(bytes), file, zone, clock()));
    }
};

QByteArray told(const PlannedShift& shift) {
    return sample::said(shift.start) + " - " + sample::said(shift.end) + " " +
           (shift.person ? sample::name_of(*shift.person) : QByteArray("nobody"));
}
/// What comes of one row below these headings: its shifts, or why not.
QByteArray outcome_of(Sheets& hall, const QByteArray& row,
                      const QByteArray& headings = "日期,岗位,值班人,开始,结束,备班") {
    const auto preview = hall.preview((headings + "\n" + row + "\n").toStdString());
    QByteArrayList said;
    for (const auto& shift : preview.shifts)
        said << told(shift);
    for (const auto& refused : preview.refused)
        said << QByteArray::number(qint64(refused.line)) + " " +
                    QByteArray::fromStdString(refused.column) + " " +
                    QByteArray::fromStdString(std::string(json::name_of(refused.reason)));
    return said.join("; ");
}

/// As names of ids are: their last six bytes.
QByteArray last(const char* name) {
    return sample::name_of(id(name));
}

} // namespace

class DutyImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_data() {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* text, const QByteArray& said) {
            QTest::newRow(text) << QByteArray(text) << said;
        };
        const auto zhou = last("周敏"), chen = last("陈立新");
        row("2026-10-01,调度员,周敏,08:30,20:30,", "10-01 08:30 - 10-01 20:30 " + zhou);
        row("2026/10/1,调度员,周敏,20:30,8:30,", "10-01 20:30 - 10-02 08:30 " + zhou);
        row("2026年10月1日,调度员,周敏,20:30,次日8:30,", "10-01 20:30 - 10-02 08:30 " + zhou);
        row("2026/10/01 00:00:00,调度员, 周敏 ,08:30:00,24:00,",
            "10-01 08:30 - 10-02 00:00 " + zhou);
        row("2026-10-01,调度员,周敏,,,", "10-01 08:30 - 10-02 08:30 " + zhou);
        row("2026-10-01,调度员,周敏、陈立新,,,",
            "10-01 08:30 - 10-02 08:30 " + zhou + "; 10-01 08:30 - 10-02 08:30 " + chen);
        row("2026-10-01,调度员,,,,", "10-01 08:30 - 10-02 08:30 nobody");
        row("2026-10-01,调度员,王伟,,,", "10-01 08:30 - 10-02 08:30 w1");
        row("2026-10-01,联络员,王伟,,,", "10-01 00:00 - 10-02 00:00 w2");
        row("2026-10-01,联络员,李强,,,", "2 person conflict");
        row("2026-02-30,调度员,周敏,,,", "2 date invalid_field");
        row("明天,调度员,周敏,,,", "2 date invalid_field");
        row("2026-10-01,厨师,周敏,,,", "2 post not_found");
        row("2026-10-01,调度员,张三,,,", "2 person not_found");
        row("2026-10-01,调度员,周敏,25:00,,", "2 start invalid_field");
        row("2026-10-01,调度员,周敏,08:30,下午,", "2 end invalid_field");
        row("2026-10-01,调度员,周敏,08:30,08:35,", "2 end invalid_field");
        row("2026-10-01,调度员,周敏,,,张三", "2 backup not_found");
        row(",,,,,", "");
        row("99999999999999999999-1-1,调度员,周敏,,,", "2 date invalid_field");
    }
    void rows() {
        QFETCH(QByteArray, row);
        Sheets hall;
        const auto head = hall.head();
        QTEST(outcome_of(hall, row), "said");
        QCOMPARE(hall.head(), head);
    }

    void times_are_of_the_halls_zone() {
        Config settings;
        settings.of<HallPolicy>().zone = "Europe/Berlin";
        const DutyHall away(settings);
        QVERIFY(away.roster.zone == *zone_named("Europe/Berlin"));
        Sheets hall;
        const auto preview = hall.preview("日期,岗位,值班人,开始\n2026-10-01,调度员,周敏,08:30\n",
                                          {"rota.csv", {}, {}}, away.roster.zone);
        QCOMPARE(preview.shifts.size(), 1U);
        QCOMPARE(sample::said(preview.shifts[0].start), "10-01 14:30"); // at UTC+8
    }

    void english_headings_in_any_order() {
        Sheets hall;
        QCOMPARE(outcome_of(hall, "周敏,调度员,2026-10-01,陈立新", "Name,POST,Date,backup"),
                 "10-01 08:30 - 10-02 08:30 " + last("周敏"));
    }

    void columns_that_are_needed() {
        Sheets hall;
        const auto preview = preview_rota(*hall.reader, "日期,岗位\n2026-10-01,调度员\n",
                                          {"a.csv", {}, {}}, sample::wuhan, hall.clock());
        QVERIFY(preview.has_error());
        QCOMPARE(preview.error().kind, FailureKind::missing_field);
        QCOMPARE(preview.error().field, std::string("person"));
    }

    void what_it_shows_can_be_planned_and_is_known_then() {
        Sheets hall;
        const std::string text =
            "日期,岗位,值班人\n2026-10-01,调度员,周敏\n2026-10-02,调度员,陈立新\n";
        const auto preview = hall.preview(text);
        QCOMPARE(preview.shifts.size(), 2U);
        must(hall.plan(hall.commander, {preview.shifts, {}}));
        const auto again = hall.preview(text);
        QVERIFY(again.shifts.empty());
        QCOMPARE(again.refused.size(), 2U);
        QCOMPARE(again.refused.front().reason, FailureKind::conflict);
    }

    void a_spreadsheet() {
        Sheets hall;
        const auto file = std::filesystem::path(hall.dir.path().toStdString()) / "rota.xlsx";
        QVERIFY(write_ogr("XLSX", file,
                          {{"十月",
                            {"日期", "岗位", "值班人", "开始", "结束"},
                            {{"2026/10/01", "调度员", "周敏", "20:30", "08:30"}}}}));
        std::ifstream in(file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        const auto preview = hall.preview(bytes, {"rota.xlsx", {}, {}});
        QCOMPARE(preview.shifts.size(), 1U);
        QCOMPARE(told(preview.shifts.front()), "10-01 20:30 - 10-02 08:30 " + last("周敏"));
    }

    void what_is_no_sheet_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("nothing") << QByteArray() << QByteArray("a.csv")
                                 << FailureKind::missing_field;
        QTest::newRow("no name") << QByteArray("a,b\n") << QByteArray() << FailureKind::wrong_type;
        QTest::newRow("a picture")
            << QByteArray("\x89PNG") << QByteArray("a.png") << FailureKind::wrong_type;
        QTest::newRow("no spreadsheet")
            << QByteArray("PK\x03\x04 no") << QByteArray("a.xlsx") << FailureKind::malformed;
    }
    void what_is_no_sheet() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, name);
        Sheets hall;
        const auto preview =
            preview_rota(*hall.reader, bytes.toStdString(), {name.toStdString(), {}, {}},
                         sample::wuhan, hall.clock());
        QVERIFY(preview.has_error());
        QTEST(preview.error().kind, "kind");
    }
};

QTEST_GUILESS_MAIN(DutyImportTest)
#include "duty_import_test.moc"
