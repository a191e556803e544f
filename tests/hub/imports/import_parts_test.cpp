#include "hub/imports/import_map.h"
#include "hub/imports/judge.h"
#include "hub/imports/outliers.h"
#include "hub/imports/systems.h"
#include "hub/imports/table.h"

#include <QtTest>

#include <cmath>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

class ImportPartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lines_data();
    void lines();
    void numbers_data();
    void numbers();
    void headings_data();
    void headings();
    void systems_data();
    void systems();
    void maps_data();
    void maps();
    void templates();
    void formats_data();
    void formats();
    void limits_data();
    void limits();
    void encodings();
    void outliers();
};

void ImportPartsTest::lines_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QList<qint64>>("begin");
    QTest::newRow("plain") << QByteArray("a,b\n1,2\n3,4\n") << QList<qint64>{2, 3};
    QTest::newRow("no last break") << QByteArray("a\n1\n2") << QList<qint64>{2, 3};
    QTest::newRow("dos") << QByteArray("a\r\n1\r\n2\r\n") << QList<qint64>{2, 3};
    QTest::newRow("old Mac") << QByteArray("a\r1\r2\r") << QList<qint64>{2, 3};
    QTest::newRow("blanks alone") << QByteArray("a,b\n1,2\n  \n3,4\n") << QList<qint64>{2, 4};
    QTest::newRow("quoted break") << QByteArray("a\n\"x\ny\"\n2\n") << QList<qint64>{2, 4};
    QTest::newRow("quoted quote") << QByteArray("a\n\"x\"\"\ny\"\n2\n") << QList<qint64>{2, 4};
    QTest::newRow("empty lines") << QByteArray("a\n\n1\n\n\n2\n\n") << QList<qint64>{3, 6};
    QTest::newRow("break in heading") << QByteArray("\"a\nb\"\n1\n") << QList<qint64>{3};
    QTest::newRow("nothing") << QByteArray() << QList<qint64>{};
}

void ImportPartsTest::lines() {
    QFETCH(QByteArray, csv);
    QFETCH(QList<qint64>, begin);
    const auto table = read_table_bytes(csv.toStdString(), "t.csv", {}, {});
    QVERIFY(table);
    QList<qint64> found;
    for (const auto& row : table->rows)
        found.append(row.line);
    QCOMPARE(found, begin);
}

void ImportPartsTest::numbers_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<qint64>("value");
    QTest::newRow("plain") << QByteArray("42") << true << qint64(42);
    QTest::newRow("blanks") << QByteArray(" 42\t") << true << qint64(42);
    QTest::newRow("thousands") << QByteArray("1,234,567") << true << qint64(1234567);
    QTest::newRow("whole fraction") << QByteArray("10130.0") << true << qint64(10130);
    QTest::newRow("fraction") << QByteArray("1.5") << false << qint64(0);
    QTest::newRow("words") << QByteArray("100人") << false << qint64(0);
    QTest::newRow("empty") << QByteArray("") << false << qint64(0);
    QTest::newRow("infinite") << QByteArray("inf") << false << qint64(0);
    QTest::newRow("huge") << QByteArray("1e300") << false << qint64(0);
}

void ImportPartsTest::numbers() {
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    QFETCH(qint64, value);
    const auto found = whole_number(text.toStdString());
    QCOMPARE(found.has_value(), good);
    if (good)
        QCOMPARE(*found, value);
}

void ImportPartsTest::headings_data() {
    QTest::addColumn<QByteArray>("heading");
    QTest::addColumn<int>("claim");
    const auto row = [](const char* heading, Magnitude claim) {
        QTest::newRow(heading) << QByteArray(heading) << static_cast<int>(claim);
    };
    row("X座標_TWD97TM121", Magnitude::metres);
    row("TWD97-TM", Magnitude::unknown); // "-tm" alone is no sure sign
    row("X(TM2)", Magnitude::metres);
    row("横坐标（米）", Magnitude::metres);
    row("Easting", Magnitude::metres);
    row("經度", Magnitude::degrees);
    row("Longitude", Magnitude::degrees);
    row("X", Magnitude::unknown);
}

void ImportPartsTest::headings() {
    QFETCH(QByteArray, heading);
    QFETCH(int, claim);
    QCOMPARE(static_cast<int>(claim_of_heading(heading.toStdString())), claim);
}

void ImportPartsTest::systems_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("map");
    QTest::addColumn<QByteArray>("headings");
    QTest::addColumn<bool>("geojson");
    QTest::addColumn<bool>("metres"); // what the values are
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<int>("question");
    const int none = -1;
    const auto ask = [](QuestionKind kind) { return static_cast<int>(kind); };
    const auto row = [](const char* name, const char* answer, const char* map, const char* headings,
                        bool geojson, bool metres, const char* system, int question) {
        QTest::newRow(name) << QByteArray(answer) << QByteArray(map) << QByteArray(headings)
                            << geojson << metres << QByteArray(system) << question;
    };
    row("heading claims metres", "", "", "X_TWD97TM121 Y_TWD97TM121", false, false, "",
        ask(QuestionKind::metres_or_degrees));
    row("answered degrees", "degrees", "", "X_TWD97TM121 Y_TWD97TM121", false, false, "EPSG:4326",
        none);
    row("answer is final", "EPSG:3826", "", "X_TWD97TM121 Y_TWD97TM121", false, false, "EPSG:3826",
        none);
    row("map answers", "", "EPSG:4326", "X_TWD97TM121 Y_TWD97TM121", false, false, "EPSG:4326",
        none);
    row("map claims metres", "", "EPSG:4547", "x y", false, false, "",
        ask(QuestionKind::metres_or_degrees));
    row("map claims degrees", "", "EPSG:4326", "x y", false, true, "",
        ask(QuestionKind::degrees_or_metres));
    row("heading claims degrees", "", "", "lon lat", false, true, "",
        ask(QuestionKind::degrees_or_metres));
    row("nobody says", "", "", "x y", false, false, "", ask(QuestionKind::system_not_stated));
    row("datum not said", "", "", "lon lat", false, false, "",
        ask(QuestionKind::system_not_stated));
    row("metres of some grid", "", "", "x y", false, true, "",
        ask(QuestionKind::system_not_stated));
    row("GeoJSON in degrees", "", "", "", true, false, "EPSG:4326", none);
    row("GeoJSON in metres", "", "", "", true, true, "", ask(QuestionKind::degrees_or_metres));
    row("Mars", "GCJ-02", "", "lon lat", false, false, "GCJ-02", none);
    row("a longer name", "urn:ogc:def:crs:EPSG:9.8:4547", "", "x y", false, true, "EPSG:4547",
        none);
}

void ImportPartsTest::systems() {
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, map);
    QFETCH(QByteArray, headings);
    QFETCH(bool, geojson);
    QFETCH(bool, metres);
    QFETCH(QByteArray, system);
    QFETCH(int, question);
    const std::vector<Point> values =
        metres ? std::vector<Point>{{530000, 3392000}, {531000, 3391000}}
               : std::vector<Point>{{114.3, 30.6}, {0, 0}, {30.6, 114.3}};
    const SystemClaim claim{
        answer.toStdString(), map.toStdString(), {}, headings.toStdString(), geojson};
    const auto choice = choose_system(claim, magnitude_of(values));
    QVERIFY(choice);
    QCOMPARE(QByteArray::fromStdString(choice->system), system);
    QCOMPARE(choice->question ? static_cast<int>(choice->question->kind) : -1, question);
    if (choice->question)
        QVERIFY(!choice->question->answers.empty());
}

void ImportPartsTest::maps_data() {
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const char* toml, const char* field) {
        QTest::newRow(name) << QByteArray(toml) << QByteArray(field);
    };
    row("not TOML", "layer = ", "map");
    row("a header that breaks off", "layer='risk'\n[[\n", "map");
    row("a header of a comment", "layer='risk'\n  [ # x", "map");
    row("a bracket inside lists", "#\nname =[[[[}[[", "map");
    row("a header behind a mark", "\xEF\xBB\xBF[# x", "map");
    row("no layer", "[columns]\nname='n'", "map.layer");
    row("no such layer", "layer='ship'\n[columns]\nname='n'", "map.layer");
    row("unknown key", "layer='risk'\nkolor=1\n[columns]\nname='n'", "map.kolor");
    row("unknown field", "layer='risk'\n[columns]\nname='n'\nheight='h'", "map.columns.height");
    row("no name", "layer='risk'\n[columns]\nx='x'\ny='y'", "map.columns.name");
    row("x without y", "layer='risk'\n[columns]\nname='n'\nx='x'", "map.columns.y");
    row("braces", "layer='risk'\n[columns]\nname='{n'", "map.columns.name");
    row("area without code", "layer='area'\n[columns]\nname='n'", "map.columns.code");
    row("kind of another layer", "layer='risk'\n[columns]\nname='n'\n[[kind]]\nvalue='school'",
        "map.kind.value");
    row("rule without condition",
        "layer='risk'\n[columns]\nname='n'\n[[kind]]\ncolumn='n'\nvalue='other'", "map.kind");
    row("bad parent",
        "layer='area'\n[columns]\nname='n'\ncode='c'\n[[parents]]\ncode='12'\nname='x'",
        "map.parents");
    row("constant beside column",
        "layer='risk'\n[columns]\nname='n'\naddress='a'\n[constants]\naddress='b'",
        "map.constants.address");
}

void ImportPartsTest::maps() {
    QFETCH(QByteArray, toml);
    QFETCH(QByteArray, field);
    const auto map = parse_import_map(toml.toStdString());
    QVERIFY(!map);
    QCOMPARE(QByteArray::fromStdString(map.error().field), field);
}

void ImportPartsTest::templates() {
    const auto map = parse_import_map(
        "layer='shelter'\n[columns]\nname='{县}·{名} 号'\naddress='址'\n[constants]\nkind='park'");
    QVERIFY(map);
    const auto table = read_table_bytes("县,名,址\n云汀, 一 ,\"甲,乙\"\n", "t.csv", {}, {});
    QVERIFY(table);
    const auto columns = Columns::bind(*map, *table);
    QVERIFY(columns);
    QCOMPARE(columns->text(table->rows[0], "name"), "云汀·一 号"s);
    QCOMPARE(columns->text(table->rows[0], "address"), "甲,乙"s);
    QCOMPARE(columns->text(table->rows[0], "kind"), "park"s);
    QCOMPARE(columns->heading("address"), "址"s);
    QCOMPARE(columns->heading("name"), ""s);
}

void ImportPartsTest::formats_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("failure");
    const int none = -1;
    QTest::newRow("csv") << QByteArray("a.CSV") << QByteArray("n\n1\n") << none;
    QTest::newRow("tabs") << QByteArray("a.tsv") << QByteArray("n\tm\n1\t2\n") << none;
    QTest::newRow("geojson") << QByteArray("a.geojson")
                             << QByteArray(R"({"type":"FeatureCollection","features":[]})") << none;
    QTest::newRow("virtual") << QByteArray("a.vrt") << QByteArray("<OGRVRTDataSource/>")
                             << static_cast<int>(FailureKind::wrong_type);
    QTest::newRow("no ending") << QByteArray("a") << QByteArray("n\n1\n")
                               << static_cast<int>(FailureKind::wrong_type);
    QTest::newRow("broken geojson") << QByteArray("a.geojson") << QByteArray("{\"type\":")
                                    << static_cast<int>(FailureKind::malformed);
    QTest::newRow("not UTF-8") << QByteArray("a.csv") << QByteArray("n\n\xB1\xB1\n")
                               << static_cast<int>(FailureKind::malformed);
    QTest::newRow("no spreadsheet") << QByteArray("a.xlsx") << QByteArray("PK\x03\x04 no")
                                    << static_cast<int>(FailureKind::malformed);
}

void ImportPartsTest::formats() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, failure);
    const auto table = read_table_bytes(bytes.toStdString(), name.toStdString(), {}, {});
    QCOMPARE(table ? -1 : static_cast<int>(table.error().kind), failure);
}

void ImportPartsTest::limits_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("good");
    QTest::newRow("within") << QByteArray("a,b\n1,2\n1,2\n") << true;
    QTest::newRow("bytes") << QByteArray("a,b\n" + QByteArray(200, '1') + "\n") << false;
    QTest::newRow("rows") << QByteArray("a\n1\n1\n1\n1\n") << false;
    QTest::newRow("fields") << QByteArray("a,b,c,d\n1\n") << false;
    QTest::newRow("value") << QByteArray("a\n12345678901\n") << false;
}

void ImportPartsTest::limits() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, good);
    ImportLimits tight;
    tight.bytes = 100;
    tight.rows = 3;
    tight.fields = 3;
    tight.field_bytes = 10;
    const auto table = read_table_bytes(bytes.toStdString(), "t.csv", {}, tight);
    QCOMPARE(table.has_value(), good);
    if (!good)
        QCOMPARE(table.error().kind, FailureKind::too_large);
}

void ImportPartsTest::encodings() {
    const auto gbk =
        read_table_bytes("\xC3\xFB\xB3\xC6\n\xCE\xE4\xBA\xBA\n", "t.csv", {"GB18030", {}}, {});
    QVERIFY(gbk);
    QCOMPARE(gbk->columns.at(0), "名称"s);
    QCOMPARE(gbk->rows.at(0).values.at(0), "武汉"s);
    const auto bom = read_table_bytes("\xEF\xBB\xBF名称\n武汉\n", "t.csv", {}, {});
    QVERIFY(bom);
    QCOMPARE(bom->columns.at(0), "名称"s);
    const auto unknown = read_table_bytes("a\n1\n", "t.csv", {"Klingon", {}}, {});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().field, "map.encoding"s);
}

void ImportPartsTest::outliers() {
    std::vector<Place> places;
    for (int i = 0; i < 400; ++i)
        places.push_back({114.0 + 0.01 * (i % 20), 30.0 + 0.01 * std::floor(i / 20.0)});
    QVERIFY(far_from_rest(places, Spread::of(places)).empty());
    places.push_back({116.0, 31.0});  // alone, in another country
    places.push_back({114.1, 30.35}); // alone, a little off the coast
    places.push_back({113.0, 29.0});  // a village of its own
    places.push_back({113.001, 29.001});
    QCOMPARE(far_from_rest(places, Spread::of(places)), (std::vector<std::size_t>{400, 401}));
    const std::vector<Place> few(places.end() - 5, places.end());
    QVERIFY(far_from_rest(few, Spread::of(few)).empty());
}

QTEST_GUILESS_MAIN(ImportPartsTest)
#include "import_parts_test.moc"
