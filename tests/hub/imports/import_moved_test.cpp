// A second edition of a file whose key is a running number.
#include "tests/hub/imports/import_desk.h"
#include "tests/hub/verify.h"

#include <sstream>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

const auto map = R"(layer = "shelter"
system = "EPSG:4326"
[columns]
code = "no"
name = "name"
x = "lon"
y = "lat"
)"s;

} // namespace

class ImportMovedTest : public QObject {
    Q_OBJECT

    static Result<ImportReport> import(ImportDesk& desk, const std::string& rows,
                                       bool dry_run = false) {
        ImportRequest request;
        request.file = desk.write("shelters.csv", "no,name,lon,lat\n" + rows);
        request.map = map;
        return desk.run(request, dry_run);
    }

private Q_SLOTS:
    void shifted_numbers_are_told_data() {
        QTest::addColumn<bool>("dry_run");
        QTest::newRow("stored") << false;
        QTest::newRow("dry run") << true;
    }
    void shifted_numbers_are_told() {
        QFETCH(bool, dry_run);
        ImportDesk desk;
        const auto first = import(desk, "1,East,114.00,30.50\n2,West,114.10,30.50\n"
                                        "3,South,114.11,30.50\n");
        VERIFY_OK(first);
        QVERIFY(first->stored);
        QCOMPARE(first->warning, ""s);

        // A new first row: each later one has the number of the one before it.
        const auto second = import(desk,
                                   "1,North,114.00,30.51\n2,East,114.00,30.50\n"
                                   "3,West,114.10,30.50\n4,South,114.11,30.50\n",
                                   dry_run);
        VERIFY_OK(second);
        QCOMPARE(second->stored, !dry_run);
        QCOMPARE(second->warning,
                 "1 known key moved by more than 2 km: is the key column a running number?"s);
        QCOMPARE(second->flagged, 1);
        const auto& row = second->flagged_rows.at(0);
        QCOMPARE(row.doubt, RowDoubt::moved);
        QCOMPARE(row.row, 2);
        QCOMPARE(row.line, 3);
        QCOMPARE(row.name, "East"s);
        QVERIFY2(row.detail.find("9.6 km") != std::string::npos &&
                     row.detail.find("West") != std::string::npos,
                 row.detail.c_str());
        std::ostringstream printed;
        print(printed, *second);
        QVERIFY2(printed.str().find("warning: 1 known key") != std::string::npos,
                 printed.str().c_str());
    }

    void a_corrected_place_is_none() {
        ImportDesk desk;
        VERIFY_OK(import(desk, "1,East,114.00,30.50\n2,West,114.10,30.50\n"));
        const auto second = import(desk, "1,East,114.001,30.501\n2,West,114.10,30.515\n");
        VERIFY_OK(second);
        QCOMPARE(second->updated, 2);
        QCOMPARE(second->flagged, 0);
        QCOMPARE(second->warning, ""s);
    }
};

QTEST_GUILESS_MAIN(ImportMovedTest)
#include "import_moved_test.moc"
