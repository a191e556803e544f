// Known keys that come as something else: the next edition of a file whose key is a running number,
// and a second list that counts from 1 too.
#include "tests/hub/hall.h"
#include "tests/hub/imports/import_desk.h"
#include "tests/hub/verify.h"

#include <QtTest>

#include <fstream>
#include <sstream>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

const auto shelter_map = R"(layer = "shelter"
system = "EPSG:4326"
[columns]
code = "no"
name = "name"
x = "lon"
y = "lat"
)"s;

std::string force_map(const std::string& kind) {
    return "layer = \"rescue_force\"\nsystem = \"EPSG:4326\"\n[columns]\ncode = \"no\"\n"
           "name = \"name\"\nx = \"lon\"\ny = \"lat\"\n[[kind]]\nvalue = \"" +
           kind + "\"\n";
}

// Two lists that know nothing of each other.
const auto hospitals = "1,第一医院,114.030,30.580\n2,第二医院,114.031,30.581\n"s;
const auto stations = "1,朝阳派出所,114.032,30.580\n2,建设派出所,114.033,30.581\n"s;

ImportRequest request_of(const std::filesystem::path& folder, const std::string& rows,
                         const std::string& map) {
    ImportRequest request;
    request.file = folder / "list.csv";
    std::ofstream(request.file, std::ios::binary) << "no,name,lon,lat\n" << rows;
    request.map = map;
    return request;
}

} // namespace

class ImportKnownKeysTest : public QObject {
    Q_OBJECT

    static Resource resource(ImportDesk& desk, Layer layer, const std::string& code) {
        const auto found = desk.resource_store->find(desk.db(), layer, code);
        return found && *found ? **found : Resource{};
    }

private Q_SLOTS:
    void shifted_numbers_are_asked_data() {
        QTest::addColumn<bool>("dry_run");
        QTest::newRow("stored") << false;
        QTest::newRow("dry run") << true;
    }
    void shifted_numbers_are_asked() {
        QFETCH(bool, dry_run);
        ImportDesk desk;
        const auto first = desk.run(request_of(
            desk.path(), "1,East,114.00,30.50\n2,West,114.10,30.50\n3,South,114.11,30.50\n",
            shelter_map));
        VERIFY_OK(first);
        QVERIFY(first->stored);
        QCOMPARE(first->warning, ""s);

        // A new first row: each later one has the number of the one before it.
        auto next = request_of(desk.path(),
                               "1,North,114.00,30.51\n2,East,114.00,30.50\n"
                               "3,West,114.10,30.50\n4,South,114.11,30.50\n",
                               shelter_map);
        const auto asked = desk.run(next, dry_run);
        VERIFY_OK(asked);
        QVERIFY(!asked->stored);
        QVERIFY(asked->question);
        QCOMPARE(asked->question->kind, QuestionKind::keys_of_other_things);
        QCOMPARE(asked->question->answers, (std::vector<std::string>{"source", "next_edition"}));
        QVERIFY2(asked->question->detail.starts_with(
                     "3 of 3 known keys would name other things: 1 was East and would be North;"),
                 asked->question->detail.c_str());
        QCOMPARE(resource(desk, Layer::shelter, "1").name, "East"s);

        next.next_edition = true;
        const auto second = desk.run(next, dry_run);
        VERIFY_OK(second);
        QVERIFY(!second->question);
        QCOMPARE(second->stored, !dry_run);
        QCOMPARE(second->warning,
                 "1 known key moved by more than 2 km: is the key column a running number?"s);
        QCOMPARE(second->flagged, 3);
        QCOMPARE(second->flagged_rows.at(0).doubt, RowDoubt::renamed);
        const auto& row = second->flagged_rows.at(1);
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

    void a_correction_is_not_asked_data() {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<int>("flagged");
        QTest::newRow("place") << QByteArray("1,East,114.001,30.501\n") << 0;
        QTest::newRow("name") << QByteArray("1,The East,114.00,30.50\n") << 1;
        QTest::newRow("far place") << QByteArray("1,East,114.10,30.50\n") << 1;
    }
    void a_correction_is_not_asked() {
        QFETCH(QByteArray, row);
        QFETCH(int, flagged);
        ImportDesk desk;
        VERIFY_OK(desk.run(request_of(desk.path(), "1,East,114.00,30.50\n", shelter_map)));
        const auto second = desk.run(request_of(desk.path(), row.toStdString(), shelter_map));
        VERIFY_OK(second);
        QVERIFY(second->stored);
        QCOMPARE(second->updated, 1);
        QCOMPARE(second->flagged, flagged);
    }

    void two_lists_that_count_from_one() {
        ImportDesk desk;
        VERIFY_OK(desk.run(request_of(desk.path(), hospitals, force_map("hospital"))));
        auto second = request_of(desk.path(), stations, force_map("police"));
        const auto asked = desk.run(second);
        VERIFY_OK(asked);
        QVERIFY(asked->question && !asked->stored);
        QCOMPARE(resource(desk, Layer::rescue_force, "1").name, "第一医院"s);

        second.source = "police";
        const auto both = desk.run(second);
        VERIFY_OK(both);
        QVERIFY(both->stored);
        QCOMPARE(both->inserted, 2);
        QCOMPARE(resource(desk, Layer::rescue_force, "1").name, "第一医院"s);
        QCOMPARE(resource(desk, Layer::rescue_force, "police:1").name, "朝阳派出所"s);
        // The map says it as well, and both lists are found again.
        second.source.clear();
        second.map = "source = \"police\"\n" + second.map;
        QCOMPARE(desk.run(second)->unchanged, 2);
        QCOMPARE(desk.run(request_of(desk.path(), hospitals, force_map("hospital")))->unchanged, 2);
    }

    void the_same_names_of_another_kind_elsewhere_are_asked() {
        ImportDesk desk;
        VERIFY_OK(
            desk.run(request_of(desk.path(), "1,值班室,114.030,30.580\n", force_map("hospital"))));
        const auto asked =
            desk.run(request_of(desk.path(), "1,值班室,114.032,30.580\n", force_map("police")));
        VERIFY_OK(asked);
        QVERIFY(asked->question && !asked->stored);
    }

    void a_source_given_later_keeps_the_ids() {
        ImportDesk desk;
        VERIFY_OK(desk.run(request_of(desk.path(), hospitals, force_map("hospital"))));
        const auto before = resource(desk, Layer::rescue_force, "1");
        auto named =
            request_of(desk.path(), hospitals + "3,第三医院,114.04,30.58\n", force_map("hospital"));
        named.source = "hospitals";
        const auto report = desk.run(named);
        VERIFY_OK(report);
        QCOMPARE(report->unchanged, 2);
        QCOMPARE(report->inserted, 1);
        QVERIFY(resource(desk, Layer::rescue_force, "1") == before);
        QCOMPARE(resource(desk, Layer::rescue_force, "hospitals:3").name, "第三医院"s);
    }

    void the_recipient_of_an_open_order_stays_who_it_is_data() {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("another list")
            << QByteArray::fromStdString(stations) << QByteArray("police");
        QTest::newRow("another name at the place")
            << QByteArray("1,第一医院门诊部,114.030,30.580\n2,第二医院,114.031,30.581\n")
            << QByteArray("hospital");
    }
    void the_recipient_of_an_open_order_stays_who_it_is() {
        QFETCH(QByteArray, rows);
        QFETCH(QByteArray, kind);
        hub::test::Hall hall;
        hall.add_areas();
        const auto editions = make_sqlite_edition_store();
        Readers readers(hall.file);
        ImportTarget target{hall.resources,   hall.areas,       *hall.resource_store,
                            *hall.area_store, *hall.unit_store, *editions,
                            readers};
        const std::filesystem::path folder = hall.dir.path().toStdString();
        const auto run = [&](const ImportRequest& request, bool dry_run = false) {
            return run_import(request, dry_run, *hall.writer, Actor{"system", "import"}, target);
        };
        VERIFY_OK(run(request_of(folder, hospitals, force_map("hospital"))));
        const auto unit = imported_id(Layer::rescue_force, "1");
        const auto order = hall.command({unit});
        VERIFY_OK(hall.issue(hall.commander, order));

        auto second = request_of(folder, rows.toStdString(), force_map(kind.toStdString()));
        second.next_edition = true;
        for (const bool dry_run : {true, false}) {
            const auto refused = run(second, dry_run);
            VERIFY_OK(refused);
            QVERIFY(!refused->stored);
            QVERIFY(!refused->not_stored.empty());
            QCOMPARE(refused->refused, 1);
            QCOMPARE(refused->refused_rows.at(0).fault, RowFault::in_use);
            QCOMPARE(refused->refused_rows.at(0).line, 2);
        }
        second.skip_bad = true;
        const auto rest = run(second);
        VERIFY_OK(rest);
        QVERIFY(rest->stored);
        QCOMPARE(rest->taken, 1);
        QCOMPARE(hall.unit_store->get(*hall.reader, unit)->name, "第一医院"s);

        VERIFY_OK(hall.run([&](Transaction& tx) {
            return hall.orders.withdraw(tx, hall.commander, order.id, "no need");
        }));
        QVERIFY(run(second)->stored);
        QVERIFY(hall.unit_store->get(*hall.reader, unit)->name != "第一医院"s);
    }

    void counted_areas_are_asked_and_coded_ones_renamed() {
        ImportDesk desk;
        const auto map = "layer='area'\n[columns]\ncode='no'\nname='name'\n[[parents]]\n"
                         "code='9909'\nname='市'\n"s;
        auto counted = request_of(desk.path(), "1,一社区,0,0\n2,二社区,0,0\n",
                                  "code_base=990901001000\n" + map);
        VERIFY_OK(desk.run(counted));
        counted = request_of(desk.path(), "1,甲社区,0,0\n2,二社区,0,0\n", counted.map);
        const auto asked = desk.run(counted);
        VERIFY_OK(asked);
        QVERIFY(asked->question && !asked->stored);
        QCOMPARE(asked->question->answers, (std::vector<std::string>{"code_base", "next_edition"}));
        counted.next_edition = true;
        QVERIFY(desk.run(counted)->stored);

        const auto coded = desk.run(request_of(desk.path(), "990901001001,新名,0,0\n", map));
        VERIFY_OK(coded);
        QVERIFY(coded->stored && !coded->question);
    }

    void sources_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("good");
        QTest::newRow("word") << QByteArray("police") << true;
        QTest::newRow("Chinese") << QByteArray("派出所 2026") << true;
        QTest::newRow("colon") << QByteArray("a:b") << false;
        QTest::newRow("blank") << QByteArray(" ") << false;
        QTest::newRow("long") << QByteArray(41, 'a') << false;
    }
    void sources() {
        QFETCH(QByteArray, source);
        QFETCH(bool, good);
        ImportDesk desk;
        auto request = request_of(desk.path(), hospitals, force_map("hospital"));
        request.source = source.toStdString();
        const auto report = desk.run(request);
        QCOMPARE(report.has_value(), good);
        if (!good)
            QCOMPARE(report.error().field, "source"s);
    }
};

QTEST_GUILESS_MAIN(ImportKnownKeysTest)
#include "import_known_keys_test.moc"
