// The real data beside the checkout: every number here is one that somebody looked up in the files.
#include "tests/hub/imports/import_desk.h"

#include "core/geo/projection.h"
#include "hub/imports/table.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <sstream>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

std::vector<std::int64_t> lines_of(const auto& rows) {
    std::vector<std::int64_t> out;
    for (const auto& row : rows)
        out.push_back(row.line);
    return out;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

} // namespace

class ImportSharedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void shelters();
    void rescue_units();
    void wuhan_has_no_systematic_shift();
    void caidian_in_three_levels();
    void shanghai_is_asked_for_its_datum();
    void everything_twice();
    void cases_data();
    void cases();
    void two_files_one_code();

private:
    [[nodiscard]] ImportRequest case_of(const std::string& folder, const std::string& file,
                                        const std::string& map = "map.toml") const {
        ImportRequest out;
        out.file = shared_ / "import-cases" / folder / file;
        out.map = ImportDesk::read(shared_ / "import-cases" / folder / map);
        return out;
    }
    [[nodiscard]] ImportRequest request(const std::string& file, const std::string& map) const {
        ImportRequest out;
        out.file = shared_ / "geo" / file;
        out.map = ImportDesk::shipped_map(map);
        return out;
    }
    std::filesystem::path shared_;
};

void ImportSharedTest::init() {
    shared_ = ImportDesk::shared();
    if (shared_.empty())
        QSKIP("../shared/data is not beside the checkout");
}

void ImportSharedTest::shelters() {
    ImportDesk desk;
    auto wish = request("shelters.csv", "shelters.toml");
    const auto refused = desk.run(wish);
    QVERIFY(refused);
    QVERIFY(!refused->stored);
    QCOMPARE(refused->read, 5973);
    QCOMPARE(refused->refused, 6);
    const auto& rows = refused->refused_rows;
    QCOMPARE(lines_of(rows), (std::vector<std::int64_t>{694, 793, 811, 2714, 3736, 4589}));
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(rows[i].fault, RowFault::no_place);
    // Names with a character that somebody made for himself.
    QCOMPARE(rows[3].fault, RowFault::bad_text);
    QCOMPARE(rows[5].fault, RowFault::bad_text);
    QCOMPARE(rows[4].fault, RowFault::swapped);
    QVERIFY(rows[4].offer.has_value());
    QVERIFY(distance_m(*rows[4].offer, {120.809515, 24.265910}) < 1);
    QCOMPARE(refused->flagged, 7);
    QCOMPARE(lines_of(refused->flagged_rows),
             (std::vector<std::int64_t>{18, 29, 79, 246, 606, 5946, 5947}));

    wish.skip_bad = true;
    wish.accept_swaps = true;
    const auto taken = desk.run(wish);
    QVERIFY(taken && taken->stored);
    QCOMPARE(taken->taken, 5968);
    QCOMPARE(taken->inserted, 5968);
    // Traditional characters have initials too: 五峰活動中心.
    const auto first = **desk.resource_store->find(desk.db(), Layer::shelter, "1");
    QCOMPARE(first.initials, "wfhdzx"s);
    QCOMPARE(first.kind, "community"s);
    QCOMPARE(first.capacity, 110);
}

void ImportSharedTest::rescue_units() {
    ImportDesk desk;
    auto wish = request("rescue_units.csv", "rescue_units.toml");
    const auto asked = desk.run(wish);
    QVERIFY(asked && asked->question);
    QCOMPARE(asked->question->kind, QuestionKind::metres_or_degrees);
    QCOMPARE(asked->question->answers, (std::vector<std::string>{"degrees", "EPSG:3826"}));
    QCOMPARE(desk.writer->head(), 0);
    wish.system = "EPSG:3826"; // a wrong answer harms nobody
    const auto wrong = desk.run(wish);
    QVERIFY(wrong && !wrong->stored);
    QCOMPARE(wrong->refused, 770);
    wish.system = "degrees";
    wish.skip_bad = true;
    const auto taken = desk.run(wish);
    QVERIFY(taken && taken->stored);
    QCOMPARE(taken->read, 770);
    QCOMPARE(taken->taken, 764); // six have 0, 0
    QCOMPARE(lines_of(taken->refused_rows),
             (std::vector<std::int64_t>{22, 128, 144, 228, 544, 709}));
    QCOMPARE(taken->flagged, 1); // Lanyu's, which really is on an island
    QCOMPARE(lines_of(taken->flagged_rows), std::vector<std::int64_t>{667});
}

void ImportSharedTest::wuhan_has_no_systematic_shift() {
    ImportDesk desk;
    const auto report =
        desk.run(request("wuhan_communities_gk114.geojson", "wuhan_communities.toml"));
    QVERIFY(report && report->stored);
    QCOMPARE(report->read, 974);
    QCOMPARE(report->inserted, 974);
    QCOMPARE(desk.area_store->get(desk.db(), "420199001974")->name, "武汉社区 973"s);

    const auto table = read_table(shared_ / "geo" / "wuhan_communities_gk114.geojson", {}, {}, {});
    const auto projection = Projection::from("EPSG:4547");
    QVERIFY(table && projection);
    const auto value = [&](const Row& row, const char* column) {
        return std::stod(row.values[*table->column(column)]);
    };
    std::vector<double> east;
    std::vector<double> north;
    for (const auto& row : table->rows) {
        const auto here = projection->to_wgs84(value(row, "Avg_X"), value(row, "Avg_Y"));
        QVERIFY(here);
        const Place there{value(row, "Avg_X_Coor"), value(row, "Avg_Y_Coor")};
        constexpr double metres_per_degree = 6371008.8 * std::numbers::pi / 180;
        // Where the attribute lies, seen from the transformed average.
        east.push_back((there.lon - here->lon) * metres_per_degree *
                       std::cos(there.lat * std::numbers::pi / 180));
        north.push_back((there.lat - here->lat) * metres_per_degree);
    }
    const double e = median(east);
    const double n = median(north);
    qInfo("median offset %.2f m east, %.2f m north", e, n);
    QVERIFY(std::abs(e - -1.5) < 0.1);
    QVERIFY(std::abs(n - -0.5) < 0.1);
    // A community's label lies where its own attribute says, give or take its size.
    std::vector<double> apart;
    for (const auto& row : table->rows) {
        const auto code =
            std::to_string(420199001001 + std::stoll(row.values[*table->column("FID_1")]));
        const auto area = desk.area_store->get(desk.db(), code);
        QVERIFY(area && area->centre && !area->rings.empty());
        apart.push_back(
            distance_m(*area->centre, {value(row, "Avg_X_Coor"), value(row, "Avg_Y_Coor")}));
    }
    QVERIFY(median(apart) < 150);
}

void ImportSharedTest::caidian_in_three_levels() {
    ImportDesk desk;
    const auto streets = desk.run(request("caidian_streets.csv", "caidian_streets.toml"));
    QVERIFY(streets && streets->stored);
    QCOMPARE(streets->inserted, 17);
    const auto communities =
        desk.run(request("caidian_communities.csv", "caidian_communities.toml"));
    QVERIFY(communities && communities->stored);
    QCOMPARE(communities->inserted, 417);
    const auto areas = desk.area_store->all(desk.db());
    QVERIFY(areas);
    const auto count = [&](AreaLevel level) {
        return std::ranges::count(*areas, level, &Area::level);
    };
    QCOMPARE(count(AreaLevel::city), 1);
    QCOMPARE(count(AreaLevel::district), 1);
    QCOMPARE(count(AreaLevel::street), 17);
    QCOMPARE(count(AreaLevel::community), 417);
    QCOMPARE(desk.area_store->get(desk.db(), "420114001001")->parent, "420114001000"s);
}

void ImportSharedTest::shanghai_is_asked_for_its_datum() {
    ImportDesk desk;
    auto wish = request("shanghai_medical.csv", "shanghai_medical.toml");
    const auto asked = desk.run(wish);
    QVERIFY(asked && asked->question);
    QCOMPARE(asked->question->kind, QuestionKind::system_not_stated);
    wish.system = "GCJ-02";
    const auto taken = desk.run(wish);
    QVERIFY(taken && taken->stored);
    QCOMPARE(taken->taken, 7513);
}

void ImportSharedTest::everything_twice() {
    ImportDesk desk;
    const auto list = ImportDesk::source("resources/imports/shared.toml");
    const Actor actor{"system", "import"};
    const auto first = run_import_list(list, shared_, false, *desk.writer, actor, desk.target);
    QVERIFY2(first, first ? "" : first.error().detail.c_str());
    QCOMPARE(first->size(), 5U);
    for (const auto& report : *first)
        QVERIFY2(report.stored, report.name.c_str());
    const auto again = run_import_list(list, shared_, false, *desk.writer, actor, desk.target);
    QVERIFY(again);
    for (const auto& report : *again)
        QCOMPARE(report.unchanged, report.taken);
}

// Files that went wrong once, and what must come of each (the README beside them).
void ImportSharedTest::cases_data() {
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* folder, const char* file, const char* outcome,
                        const char* said) {
        QTest::newRow(file) << QByteArray(folder) << QByteArray(file) << QByteArray(outcome)
                            << QByteArray(said);
    };
    row("I14-unclosed-quote", "unclosed4.csv", "malformed", "line 6: ");
    row("I6-extra-cell", "extra.csv", "refused", "refused line 2: 5 cells under 4 headings");
    row("I1-kml-folders", "folders.kml", "asked",
        "医院 (3 rows), 内 (1 row), 消防站 (2 rows), D (1 row)");
    row("I1-xlsx-sheets", "twosheets.xlsx", "asked", "东片区 (1 row), 西片区 (2 rows)");
    row("I1-gpkg-layers", "two.gpkg", "asked", "hosp (1 row), fire (2 rows)");
    row("I2-long-numbers", "i2.geojson", "stored", "new 5,");
    row("I2-long-numbers", "i2d.geojson", "stored", "new 2,");
    row("I2-long-numbers", "i2f.geojson", "stored", "new 2,");
    row("I4-wrong-encoding", "gbkascii.csv", "malformed", "GB18030 it reads “甲仓库");
    row("I4-wrong-encoding", "utf8ascii.csv", "malformed", "UTF-8 it reads “甲仓库");
    row("I7-import-empties-area", "a.csv", "stored", "new 1,");
    row("I11-crs", "i11_3857.geojson", "stored", "in EPSG:3857");
    row("I11-crs", "i11_late.geojson", "stored", "in EPSG:3857");
    row("I11-crs", "i11_gcj.geojson", "stored", "in GCJ-02");
    row("I11-crs", "i11_unknown.geojson", "asked", "EPSG:999999");
}

void ImportSharedTest::cases() {
    QFETCH(QByteArray, folder);
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, outcome);
    QFETCH(QByteArray, said);
    if (!std::filesystem::exists(shared_ / "import-cases"))
        QSKIP("../shared/data/import-cases is not beside the checkout");
    ImportDesk desk;
    const auto report = desk.run(case_of(folder.toStdString(), file.toStdString()));
    std::ostringstream printed;
    std::string came = "malformed";
    if (report) {
        print(printed, *report);
        came = report->stored ? "stored" : report->question ? "asked" : "refused";
    } else {
        QCOMPARE(report.error().kind, FailureKind::malformed);
        printed << report.error().detail;
    }
    QVERIFY2(came == outcome.toStdString() &&
                 printed.str().find(said.toStdString()) != std::string::npos,
             printed.str().c_str());
}

void ImportSharedTest::two_files_one_code() {
    if (!std::filesystem::exists(shared_ / "import-cases"))
        QSKIP("../shared/data/import-cases is not beside the checkout");
    ImportDesk desk;
    QVERIFY(desk.run(case_of("R22-two-files-one-code", "hosp.csv"))->stored);
    auto second = case_of("R22-two-files-one-code", "police.csv", "map-second.toml");
    QVERIFY(desk.run(second)->question);
    second.source = "police";
    QCOMPARE(desk.run(second)->inserted, 2);
    const auto first = **desk.resource_store->find(desk.db(), Layer::rescue_force, "1");
    QCOMPARE(first.name, "第一医院"s);
    QCOMPARE(first.kind, "hospital"s);
}

QTEST_GUILESS_MAIN(ImportSharedTest)
#include "import_shared_test.moc"
