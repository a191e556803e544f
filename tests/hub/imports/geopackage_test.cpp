// A database that somebody sent is looked at before GDAL opens it: nothing in it is computed.
#include "hub/imports/geopackage.h"

#include "tests/hub/imports/import_desk.h"
#include "tests/hub/imports/ogr_file.h"
#include "tests/hub/verify.h"

#include <QtTest>

#include <ogr_srs_api.h>
#include <sqlite3.h>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

const auto supply_map =
    "layer='supply'\nsystem='EPSG:4326'\n[columns]\nname='name'\nx='lon'\ny='lat'\n"s;

/// As GDAL writes it, with what `sql` makes of it.
std::filesystem::path package(ImportDesk& desk, const char* sql, int rows = 1) {
    const auto file = desk.path() / "t.gpkg";
    Sheet sheet{"t", {"name", "lon", "lat"}, {}};
    for (int i = 0; i < rows; ++i)
        sheet.rows.push_back({Cell("仓库" + std::to_string(i)), Cell(114.05), Cell(30.57)});
    if (!write_ogr("GPKG", file, {sheet}))
        qFatal("GDAL cannot write it");
    sqlite3* db = nullptr;
    char* error = nullptr;
    if (sqlite3_open(file.c_str(), &db) != SQLITE_OK ||
        sqlite3_exec(db, sql, nullptr, nullptr, &error) != SQLITE_OK)
        qFatal("%s", error ? error : "cannot be opened");
    sqlite3_close(db);
    return file;
}

/// In the file, as a number of so many bytes, the highest first.
std::uint32_t number(const std::string& bytes, std::size_t at, int size) {
    std::uint32_t out = 0;
    for (int i = 0; i < size; ++i)
        out = out << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return out;
}

/// The first page of the table's tree names its first part once for each of its parts.
std::string with_one_part_for_all(std::string bytes, const std::filesystem::path& file) {
    sqlite3* db = nullptr;
    sqlite3_open(file.c_str(), &db);
    std::size_t root = 0;
    sqlite3_exec(
        db, "SELECT rootpage FROM sqlite_schema WHERE name = 't'",
        [](void* to, int, char** values, char**) {
            *static_cast<std::size_t*>(to) = std::stoul(values[0]);
            return 0;
        },
        &root, nullptr);
    sqlite3_close(db);
    const auto page = (root - 1) * number(bytes, 16, 2);
    if (bytes[page] != 5)
        qFatal("the table is no tree yet");
    const auto cells = number(bytes, page + 3, 2);
    const auto first = page + number(bytes, page + 12, 2);
    for (std::uint32_t i = 1; i < cells; ++i)
        bytes.replace(page + number(bytes, page + 12 + 2 * i, 2), 4, bytes, first, 4);
    return bytes;
}

} // namespace

class GeopackageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void what_it_may_hold_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("refused"); // a part of why, or empty
        const auto row = [](const char* name, const char* sql, const char* refused) {
            QTest::newRow(name) << QByteArray(sql) << QByteArray(refused);
        };
        row("as GDAL writes it", "", "");
        row("triggers", "CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM t; END", "");
        row("an index on an expression", "CREATE INDEX x ON t (lower(name)) WHERE lon > 1", "");
        row("an R-tree",
            "CREATE VIRTUAL TABLE \"rtree_t_geom\" USING rtree(id, minx, maxx, miny, maxy)", "");
        row("an R-tree with a name in Chinese",
            "CREATE VIRTUAL TABLE [rtree_仓 库] USING RTREE (id, minx, maxx)", "");
        row("a log beside it", "PRAGMA journal_mode=WAL", "");
        row("a constraint that does not hold",
            "CREATE TABLE n (a CHECK (a > 1)); PRAGMA ignore_check_constraints=ON; "
            "INSERT INTO n VALUES (0)",
            "");
        row("values that a table should not have",
            "CREATE TABLE n (a); INSERT INTO n VALUES (NULL); PRAGMA writable_schema=ON; "
            "UPDATE sqlite_schema SET sql = 'CREATE TABLE n (a NOT NULL)' WHERE name = 'n'",
            "");
        row("a table that is another one too",
            "PRAGMA writable_schema=ON; INSERT INTO sqlite_schema SELECT type, 'n', 'n', rootpage, "
            "replace(sql, '\"t\"', '\"n\"') FROM sqlite_schema WHERE name = 't'",
            "two of its tables are one");
        row("a view", "CREATE VIEW v AS SELECT * FROM t", "the view v,");
        row("a view without end",
            "CREATE VIEW v AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "
            "SELECT n AS name, 114.05 AS lon, 30.57 AS lat FROM c;"
            "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('v', 'attributes')",
            "the view v,");
        row("a full text index", "CREATE VIRTUAL TABLE rtree_x USING fts5(a)",
            "the virtual table rtree_x,");
        row("a full text index that looks like an R-tree",
            "CREATE VIRTUAL TABLE \"rtree_x USING rtree(\" USING fts5(a)", "the virtual table");
        row("an R-tree that is no index", "CREATE VIRTUAL TABLE x USING rtree(id, minx, maxx)",
            "the virtual table x,");
        row("an R-tree as a layer",
            "CREATE VIRTUAL TABLE rtree_x USING rtree(id, minx, maxx);"
            "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('RTREE_X', 'attributes')",
            "the layer RTREE_X,");
        row("a column that is computed",
            "ALTER TABLE t ADD COLUMN c GENERATED ALWAYS AS (hex(zeroblob(400000000)))",
            "the column t.c,");
    }
    void what_it_may_hold() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, refused);
        ImportDesk desk;
        ImportRequest request;
        request.file = package(desk, sql.constData());
        request.map = supply_map;
        const auto prepared = prepare_import(request);
        if (refused.isEmpty()) {
            VERIFY_OK(prepared);
            return;
        }
        QVERIFY(prepared.has_error());
        QVERIFY2(prepared.error().detail.find(refused.toStdString()) != std::string::npos,
                 prepared.error().detail.c_str());
    }

    void its_rows_are_read() {
        ImportDesk desk;
        ImportRequest request;
        request.file = package(desk, "PRAGMA journal_mode=WAL", 300);
        request.map = supply_map;
        const auto prepared = prepare_import(request);
        VERIFY_OK(prepared);
        QCOMPARE(prepared->resources.size(), std::size_t(300));
    }

    /// With the index and the triggers that a layer of places has.
    void places_are_read() {
        ImportDesk desk;
        ImportRequest request;
        request.file = desk.path() / "places.gpkg";
        GDALAllRegister();
        auto* dataset = GDALCreate(GDALGetDriverByName("GPKG"), request.file.c_str(), 0, 0, 0,
                                   GDT_Unknown, nullptr);
        auto* system = OSRNewSpatialReference(nullptr);
        OSRImportFromEPSG(system, 4326);
        auto* layer = GDALDatasetCreateLayer(dataset, "避难所", system, wkbPoint, nullptr);
        OSRDestroySpatialReference(system);
        auto* field = OGR_Fld_Create("name", OFTString);
        OGR_L_CreateField(layer, field, TRUE);
        OGR_Fld_Destroy(field);
        for (int i = 0; i < 200; ++i) {
            auto* feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
            OGR_F_SetFieldString(feature, 0, ("所" + std::to_string(i)).c_str());
            auto* place = OGR_G_CreateGeometry(wkbPoint);
            OGR_G_SetPoint_2D(place, 0, 114.0 + 0.001 * i, 30.5);
            OGR_F_SetGeometryDirectly(feature, place);
            QVERIFY(OGR_L_CreateFeature(layer, feature) == OGRERR_NONE);
            OGR_F_Destroy(feature);
        }
        QVERIFY(GDALClose(dataset) == CE_None);
        request.map = "layer='shelter'\n[columns]\nname='name'\n";
        const auto prepared = prepare_import(request);
        VERIFY_OK(prepared);
        QCOMPARE(prepared->resources.size(), std::size_t(200));
    }

    /// A few pages can be rows without end: each level of the tree names the next one many times.
    void pages_are_named_once() {
        ImportDesk desk;
        const auto file = package(desk, "", 3'000);
        auto bytes = ImportDesk::read(file);
        VERIFY_OK(check_geopackage(bytes));
        bytes = with_one_part_for_all(bytes, file);
        VERIFY_REFUSED(check_geopackage(bytes), malformed);
    }

    void what_is_no_database_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("the mark alone") << QByteArray("SQLite format 3", 16);
        QTest::newRow("a virtual dataset")
            << QByteArray("<OGRVRTDataSource><OGRVRTLayer name='t'><SrcDataSource>/etc/passwd"
                          "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
        QTest::newRow("a list of commands") << QByteArray("-- SQL GPKG\nCREATE TABLE t (a);\n");
    }
    void what_is_no_database() {
        QFETCH(QByteArray, content);
        auto bytes = content.toStdString();
        VERIFY_REFUSED(check_geopackage(bytes), wrong_type);
    }

    void what_is_damaged() {
        ImportDesk desk;
        auto bytes = ImportDesk::read(package(desk, "", 300));
        bytes.resize(bytes.size() / 2);
        VERIFY_REFUSED(check_geopackage(bytes), malformed);
        bytes.resize(120);
        VERIFY_REFUSED(check_geopackage(bytes), malformed);
    }

    /// One driver is allowed, by the name's ending: no other looks at the content.
    void no_other_driver_reads_data() {
        QTest::addColumn<QByteArray>("ending");
        for (const char* ending :
             {".gpkg", ".kml", ".geojson", ".geojsonl", ".fgb", ".xlsx", ".ods"})
            QTest::newRow(ending) << QByteArray(ending);
    }
    void no_other_driver_reads() {
        QFETCH(QByteArray, ending);
        ImportDesk desk;
        const auto other = desk.write("other.csv", "name,lon,lat\n甲,114.05,30.57\n");
        ImportRequest request;
        request.file =
            desk.write("t" + ending.toStdString(),
                       "<OGRVRTDataSource><OGRVRTLayer name='other'><SrcDataSource>" +
                           other.string() + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
        request.map = supply_map;
        QVERIFY(prepare_import(request).has_error());
    }

    void a_kml_has_few_folders() {
        ImportDesk desk;
        std::string kml = "<kml xmlns='http://www.opengis.net/kml/2.2'><Document>";
        for (int i = 0; i < 10'000; ++i)
            kml += "<Folder/>";
        VERIFY_REFUSED(desk.import_text("t.kml", kml + "</Document></kml>",
                                        "layer='supply'\n[columns]\nname='Name'\n"),
                       too_large);
    }

    void a_kml_has_no_document_type() {
        ImportDesk desk;
        const auto kml = [](const std::string& type, const std::string& name) {
            return "<?xml version='1.0'?>" + type +
                   "<kml xmlns='http://www.opengis.net/kml/2.2'><Document><Folder><name>f</name>"
                   "<Placemark><name>" +
                   name +
                   "</name><Point><coordinates>114.05,30.57,0</coordinates></Point></Placemark>"
                   "</Folder></Document></kml>";
        };
        const auto map = "layer='supply'\n[columns]\nname='Name'\n"s;
        VERIFY_OK(desk.import_text("t.kml", kml({}, "甲"), map));
        VERIFY_REFUSED(
            desk.import_text("t.kml", kml("<!DOCTYPE kml [<!ENTITY a 'b'>]>", "&a;"), map),
            wrong_type);
    }
};

QTEST_GUILESS_MAIN(GeopackageTest)
#include "geopackage_test.moc"
