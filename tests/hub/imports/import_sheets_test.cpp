// Files of several sheets, folders or layers: nobody's rows are left out unasked.
#include "hub/imports/kml_text.h"
#include "tests/hub/imports/import_desk.h"
#include "tests/hub/imports/ogr_file.h"
#include "tests/hub/verify.h"

#include <QtTest>

#include <sstream>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

std::string placemark(const char* name, const char* place) {
    return "<Placemark><name>"s + name + "</name><Point><coordinates>" + place +
           ",0</coordinates></Point></Placemark>";
}

std::string folder(const char* name, const std::string& content) {
    return "<Folder><name>"s + name + "</name>" + content + "</Folder>";
}

// A folder within another, an empty one, and a comment that looks like a row.
const auto kml =
    "<?xml version='1.0' encoding='UTF-8'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document>"
    "<name>D</name><!-- <Placemark> of yesterday -->"s +
    folder("医院", placemark("医一", "114.03,30.58") + placemark("医二", "114.04,30.58")) +
    folder("消防站",
           placemark("消一", "114.03,30.57") + folder("内", placemark("微站", "114.05,30.57"))) +
    folder("空", {}) + "</Document></kml>";

const auto kml_map = "layer='rescue_force'\n[columns]\nname='Name'\n"s;

} // namespace

class ImportSheetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void several_folders_are_asked();
    void a_part_that_is_not_there();
    void several_sheets_data();
    void several_sheets();
    void a_part_without_a_column_that_is_used();
    void placemarks();
    void a_declared_encoding_is_past();
};

void ImportSheetsTest::several_folders_are_asked() {
    ImportDesk desk;
    const auto asked = desk.import_text("f.kml", kml, kml_map);
    VERIFY_OK(asked);
    QVERIFY(asked->question && !asked->stored);
    QCOMPARE(asked->question->kind, QuestionKind::which_parts);
    QCOMPARE(QByteArray::fromStdString(asked->question->detail),
             QByteArray("the file has 3 parts with rows: 医院 (2 rows), 内 (1 row), 消防站 (1 "
                        "row); which of them are of this map?"));
    QCOMPARE(asked->question->answers, (std::vector<std::string>{"医院", "内", "消防站"}));

    const auto one = desk.import_text("f.kml", kml, kml_map, {"消防站"});
    VERIFY_OK(one);
    QVERIFY(one->stored);
    QCOMPARE(one->read, 1);
    std::ostringstream printed;
    print(printed, *one);
    QVERIFY2(printed.str().find("read: 消防站 (1)\n  not read: 医院 (2), 内 (1)\n") !=
                 std::string::npos,
             printed.str().c_str());

    const auto all = desk.import_text("f.kml", kml, "parts=['*']\n" + kml_map);
    VERIFY_OK(all);
    QCOMPARE(all->inserted, 3);
    QCOMPARE(all->unchanged, 1);
}

void ImportSheetsTest::a_part_that_is_not_there() {
    ImportDesk desk;
    const auto failed = desk.import_text("f.kml", kml, kml_map, {"派出所"});
    VERIFY_REFUSED(failed, invalid_field);
    QCOMPARE(failed.error().field, "parts"s);
    QVERIFY2(failed.error().detail.find("医院, 内, 消防站") != std::string::npos,
             failed.error().detail.c_str());
    VERIFY_REFUSED(desk.import_text("f.csv", "Name\n甲\n", kml_map, {"甲"}), invalid_field);
}

void ImportSheetsTest::several_sheets_data() {
    QTest::addColumn<QByteArray>("driver");
    QTest::addColumn<QByteArray>("ending");
    QTest::newRow("XLSX") << QByteArray("XLSX") << QByteArray(".xlsx");
    QTest::newRow("ODS") << QByteArray("ODS") << QByteArray(".ods");
    QTest::newRow("GPKG") << QByteArray("GPKG") << QByteArray(".gpkg");
}

void ImportSheetsTest::several_sheets() {
    QFETCH(QByteArray, driver);
    QFETCH(QByteArray, ending);
    ImportDesk desk;
    ImportRequest request;
    request.file = desk.path() / ("t" + ending.toStdString());
    request.map = "layer='supply'\nsystem='EPSG:4326'\n[columns]\nname='name'\nx='lon'\ny='lat'\n";
    const std::vector<std::string> headings = {"name", "lon", "lat"};
    QVERIFY(write_ogr(
        driver.constData(), request.file,
        {{"east", headings, {{Cell("甲"), Cell(114.05), Cell(30.57)}}},
         {"west",
          headings,
          {{Cell("乙"), Cell(114.02), Cell(30.58)}, {Cell("丙"), Cell(0.0), Cell(30.58)}}}}));
    const auto asked = desk.run(request);
    VERIFY_OK(asked);
    QVERIFY(asked->question && !asked->stored);
    QCOMPARE(asked->question->answers, (std::vector<std::string>{"east", "west"}));
    request.parts = {"*"};
    request.skip_bad = true;
    const auto all = desk.run(request);
    VERIFY_OK(all);
    QVERIFY(all->stored);
    QCOMPARE(all->read, 3);
    QCOMPARE(all->inserted, 2);
    QCOMPARE(all->refused_rows.at(0).part, "west"s);
    QCOMPARE(all->refused_rows.at(0).row, 2);
}

void ImportSheetsTest::a_part_without_a_column_that_is_used() {
    ImportDesk desk;
    ImportRequest request;
    request.file = desk.path() / "t.xlsx";
    request.map = "layer='supply'\nsystem='EPSG:4326'\n[columns]\nname='name'\nx='lon'\ny='lat'\n"
                  "address='address'\n";
    QVERIFY(
        write_ogr("XLSX", request.file,
                  {{"east",
                    {"name", "lon", "lat", "address"},
                    {{Cell("甲"), Cell(114.05), Cell(30.57), Cell("路")}}},
                   {"west", {"lat", "lon", "name"}, {{Cell(30.58), Cell(114.02), Cell("乙")}}}}));
    request.parts = {"*"};
    const auto failed = desk.run(request);
    VERIFY_REFUSED(failed, invalid_field);
    QCOMPARE(failed.error().field, "map.columns.address"s);
    QVERIFY2(failed.error().detail.starts_with("west has no column address"),
             failed.error().detail.c_str());
    // In another order they are the same columns.
    request.map = "layer='supply'\nsystem='EPSG:4326'\n[columns]\nname='name'\nx='lon'\ny='lat'\n";
    const auto both = desk.run(request);
    VERIFY_OK(both);
    QCOMPARE(both->inserted, 2);
}

void ImportSheetsTest::placemarks() {
    QCOMPARE(placemarks_in(kml), 4);
    QCOMPARE(placemarks_in("<a:Placemark id='1'/><![CDATA[<Placemark>]]><Placemarks/>"), 1);
}

void ImportSheetsTest::a_declared_encoding_is_past() {
    std::string xml = "<?xml version='1.0' encoding='GB2312'?><kml/>";
    forget_encoding(xml);
    QCOMPARE(xml, "<?xml version='1.0'                  ?><kml/>"s);
}

QTEST_GUILESS_MAIN(ImportSheetsTest)
#include "import_sheets_test.moc"
