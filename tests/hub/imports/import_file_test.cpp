// What is brought in is what was in the file: all its digits, and the coordinate system that it
// says.
#include "hub/imports/geojson_text.h"
#include "hub/imports/numbers.h"
#include "hub/imports/systems.h"
#include "tests/hub/imports/import_desk.h"
#include "tests/hub/imports/ogr_file.h"
#include "tests/hub/verify.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

std::string points(const std::string& properties, const std::string& crs = {}) {
    return R"({"type":"FeatureCollection",)" + crs +
           R"("features":[{"type":"Feature","properties":)" + properties +
           R"(,"geometry":{"type":"Point","coordinates":[114.01,30.51]}}]})";
}

} // namespace

class ImportFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plain_numbers_data();
    void plain_numbers();
    void long_codes_keep_their_digits();
    void numbers_beyond_a_sheet_are_refused_by_row();
    void keys_of_rounded_fractions_are_found_again();
    void dates_stay_as_they_are_written();
    void systems_data();
    void systems();
    void a_crs_within_properties_is_none();
    void definitions_that_do_not_say_where_data();
    void definitions_that_do_not_say_where();
    void broken_json_is_left_to_gdal_data();
    void broken_json_is_left_to_gdal();
};

// --- digits ---

void ImportFileTest::plain_numbers_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("plain");
    const auto row = [](const char* text, const char* plain) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(plain);
    };
    row("12345678901234567891", "12345678901234567891");
    row("9007199254740993", "9007199254740993");
    row("420114001001.0", "420114001001");
    row("4.20114001002e11", "420114001002");
    row("1.3800138E+10", "13800138000");
    row("123456789012345.67", "123456789012345.67");
    row("1.50", "1.5");
    row("0.1", "0.1");
    row("12e-1", "1.2");
    row("-5e-3", "-0.005");
    row("-0", "0");
    row("0e5", "0");
    row("1e400", "1e400");
    row("1.2.3", "1.2.3");
    row("-", "-");
}

void ImportFileTest::plain_numbers() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, plain);
    QCOMPARE(QByteArray::fromStdString(plain_number(text.toStdString())), plain);
}

void ImportFileTest::long_codes_keep_their_digits() {
    ImportDesk desk;
    const auto feature = [](const char* code, const char* phone, int i) {
        return R"({"type":"Feature","properties":{"code":)"s + code + R"(,"name":"n)" +
               std::to_string(i) + R"(","tel":)" + phone +
               R"(},"geometry":{"type":"Point","coordinates":[114.0)" + std::to_string(i) +
               ",30.5]}}";
    };
    const auto report = desk.import_text(
        "l.geojson",
        R"({"type":"FeatureCollection","features":[)" +
            feature("12345678901234567890", "13800138000.0", 1) + "," +
            feature("12345678901234567891", "1.3800138e10", 2) + "," +
            feature("9007199254740993", "null", 3) + "," +
            feature("4.20114001002e11", "\"013800138000\"", 4) + "," +
            feature("1.5", "13800138000", 5) + "]}",
        "layer='risk'\n[columns]\ncode='code'\nname='name'\ncontact_phone='tel'\n");
    VERIFY_OK(report);
    QVERIFY(report->stored);
    QCOMPARE(report->inserted, 5);
    const auto phone = [&](const char* code) {
        const auto found = desk.resource_store->find(desk.db(), Layer::risk, code);
        return found && *found ? (*found)->contact.phone : "none"s;
    };
    QCOMPARE(phone("12345678901234567890"), "13800138000"s);
    QCOMPARE(phone("12345678901234567891"), "13800138000"s);
    QCOMPARE(phone("9007199254740993"), ""s);
    QCOMPARE(phone("420114001002"), "013800138000"s);
    QCOMPARE(phone("1.5"), "13800138000"s);
}

void ImportFileTest::numbers_beyond_a_sheet_are_refused_by_row() {
    ImportDesk desk;
    ImportRequest request;
    request.file = desk.path() / "t.xlsx";
    const auto map = "layer='supply'\nsystem='EPSG:4326'\n[columns]\nname='name'\nx='lon'\n"
                     "y='lat'\n"s;
    QVERIFY(write_ogr("XLSX", request.file,
                      {{"s",
                        {"name", "lon", "lat", "code"},
                        {{Cell("甲"), Cell(114.05), Cell(30.57), Cell(1.2345678901234567e19)},
                         {Cell("乙"), Cell(114.06), Cell(30.57), Cell(420114001001.0)}}}}));
    request.map = map + "code='code'\n";
    const auto refused = desk.run(request);
    VERIFY_OK(refused);
    QVERIFY(!refused->stored);
    QCOMPARE(refused->refused, 1);
    QCOMPARE(refused->refused_rows.at(0).fault, RowFault::not_a_number);
    QCOMPARE(refused->refused_rows.at(0).field, "code"s);
    QCOMPARE(refused->refused_rows.at(0).line, 2); // the sheet's own row
    // Who does not use the column is not concerned.
    request.map = map;
    QCOMPARE(desk.run(request)->inserted, 2);
    request.map = map + "code='code'\n";
    request.skip_bad = true;
    QVERIFY(desk.run(request)->stored);
    const auto found = desk.resource_store->find(desk.db(), Layer::supply, "420114001001");
    QVERIFY(found && *found);
    QCOMPARE((*found)->name, "乙"s);
}

void ImportFileTest::keys_of_rounded_fractions_are_found_again() {
    // The digest that was made when GDAL had rounded the fraction to 15 digits.
    ImportDesk desk;
    const auto map = "layer='risk'\nkey=['name','lon']\n[columns]\nname='name'\n"s;
    VERIFY_OK(desk.import_text("k.geojson", points(R"({"name":"甲","lon":"114.02"})"), map));
    const auto again =
        desk.import_text("k.geojson", points(R"({"name":"甲","lon":114.02000000000001})"), map);
    VERIFY_OK(again);
    QCOMPARE(again->unchanged, 1);
}

void ImportFileTest::dates_stay_as_they_are_written() {
    ImportDesk desk;
    const auto report = desk.import_text("d.geojson", points(R"({"name":"2026-01-02"})"),
                                         "layer='risk'\n[columns]\nname='name'\ncode='name'\n");
    VERIFY_OK(report);
    const auto found = desk.resource_store->find(desk.db(), Layer::risk, "2026-01-02");
    QVERIFY(found && *found);
}

// --- coordinate systems ---

void ImportFileTest::systems_data() {
    QTest::addColumn<QByteArray>("crs");
    QTest::addColumn<bool>("metres");
    QTest::addColumn<QByteArray>("system");
    const auto row = [](const char* name, const char* crs, bool metres, const char* system) {
        QTest::newRow(name) << QByteArray(crs) << metres << QByteArray(system);
    };
    const auto named = [](const char* name) {
        return R"({"type":"name","properties":{"name":")"s + name + "\"}}";
    };
    row("none", "", false, "EPSG:4326");
    row("CRS84", named("urn:ogc:def:crs:OGC:1.3:CRS84").c_str(), false, "EPSG:4326");
    row("3857", named("urn:ogc:def:crs:EPSG::3857").c_str(), true, "EPSG:3857");
    row("address", named("http://www.opengis.net/def/crs/EPSG/0/3857").c_str(), true, "EPSG:3857");
    row("older form", R"({"type":"EPSG","properties":{"code":3857}})", true, "EPSG:3857");
    row("mere text", R"("EPSG:3857")", true, "EPSG:3857");
    row("Mars", named("GCJ-02").c_str(), false, "GCJ-02");
    row("Baidu", named("bd09").c_str(), false, "BD-09");
    row("unknown code", named("urn:ogc:def:crs:EPSG::999999").c_str(), false, nullptr);
    row("unknown name", named("beijing").c_str(), false, nullptr);
    row("unknown form", R"({"type":"link","properties":{"href":"a.prj"}})", false, nullptr);
    row("null", "null", false, nullptr);
}

void ImportFileTest::systems() {
    QFETCH(QByteArray, crs);
    QFETCH(bool, metres);
    QFETCH(QByteArray, system);
    ImportDesk desk;
    const auto member = crs.isEmpty() ? ""s : "\"crs\":" + crs.toStdString();
    const auto place = metres ? "12693761.5,3578323.4" : "114.03,30.58";
    const auto features = R"("features":[{"type":"Feature","properties":{"n":")" +
                          std::string(100, 'x') +
                          R"("},"geometry":{"type":"Point","coordinates":[)" + place + "]}}]";
    // Wherever it stands.
    for (const bool is_last : {false, true}) {
        const auto text = R"({"type":"FeatureCollection",)" +
                          (member.empty() ? features
                           : is_last      ? features + "," + member
                                          : member + "," + features) +
                          "}";
        const auto report =
            desk.import_text("s.geojson", text, "layer='risk'\n[columns]\nname='n'\n");
        VERIFY_OK(report);
        if (system.isNull()) {
            QVERIFY(report->question && !report->stored);
            QCOMPARE(report->question->kind, QuestionKind::system_not_known);
            QCOMPARE(report->question->answers.at(0), "EPSG:4326"s);
        } else {
            QVERIFY(!report->question);
            QCOMPARE(QByteArray::fromStdString(report->system), system);
            QVERIFY(report->stored);
        }
    }
}

void ImportFileTest::a_crs_within_properties_is_none() {
    const auto text = read_geojson_text(points(R"({"n":"a","crs":"EPSG:9","o":{"crs":null}})"));
    QVERIFY(text.systems.empty());
    QCOMPARE(text.features, 1);
    const auto nested = read_geojson_text(
        R"({"type":"Feature","properties":null,"geometry":{"crs":{"type":"name","properties":)"
        R"({"name":"GCJ-02"}},"type":"Point","coordinates":[1,2]},"crs":"EPSG:3857"})");
    QCOMPARE(nested.systems, (std::vector<std::string>{"GCJ-02", "EPSG:3857"}));
}

void ImportFileTest::definitions_that_do_not_say_where_data() {
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<bool>("good");
    const auto wkt = [](const char* datum) {
        return QByteArray("GEOGCS[\"x\",DATUM[\"") + datum +
               "\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],"
               "UNIT[\"degree\",0.0174532925199433]]";
    };
    QTest::newRow("datum") << wkt("WGS_1984") << true;
    QTest::newRow("no datum") << wkt("unknown") << false;
    QTest::newRow("Mars") << wkt("GCJ_02") << false;
    QTest::newRow("code") << QByteArray("EPSG:4547") << true;
    QTest::newRow("words") << QByteArray("Beijing 1954") << false;
    QTest::newRow("two") << QByteArray("EPSG:3857 and EPSG:4547") << false;
}

void ImportFileTest::definitions_that_do_not_say_where() {
    QFETCH(QByteArray, system);
    QFETCH(bool, good);
    QCOMPARE(is_understood(system.toStdString()), good);
}

// --- broken text ---

void ImportFileTest::broken_json_is_left_to_gdal_data() {
    QTest::addColumn<QByteArray>("json");
    for (const char* json : {"", "{", "\"", "\"\\", "}", "]]", "{\"properties\":{\"a\":1",
                             "{\"crs\":", "{\"crs\":nul", "[{\"properties\":{\"a\":[1,2]}}]", "-"})
        QTest::newRow(json) << QByteArray(json);
}

void ImportFileTest::broken_json_is_left_to_gdal() {
    QFETCH(QByteArray, json);
    const auto text = read_geojson_text(json.toStdString());
    QVERIFY(text.text.size() >= static_cast<std::size_t>(json.size()));
}

QTEST_GUILESS_MAIN(ImportFileTest)
#include "import_file_test.moc"
