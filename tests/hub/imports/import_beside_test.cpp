// What becomes of rows that somebody works with while, or just after, they are imported.
#include "hub/imports/storing.h"

#include "hub/resources/edition_store.h"
#include "hub/resources/unit_service.h"
#include "tests/hub/hall.h"
#include "tests/hub/imports/import_desk.h"
#include "tests/hub/imports/watched_writer.h"
#include "tests/hub/verify.h"

#include <format>
#include <set>

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
capacity = "capacity"
)"s;

const Actor actor{"system", "import"};

PreparedImport prepared(ImportDesk& desk, const std::string& rows) {
    ImportRequest request;
    request.file = desk.write("rows.csv", "no,name,lon,lat,capacity\n" + rows);
    request.map = map;
    auto made = prepare_import(request);
    if (!made || !made->may_be_stored())
        qFatal("the file is not as the test means it");
    return std::move(*made);
}

} // namespace

class ImportBesideTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The recipient of an open order is refused at the first look; whatever makes the import look
    /// again, it is one row.
    void a_row_is_refused_once_data() {
        QTest::addColumn<bool>("withdrawn");
        QTest::addColumn<int>("refused");
        QTest::newRow("its order stays open") << false << 1;
        QTest::newRow("its order is withdrawn meanwhile") << true << 0;
    }
    void a_row_is_refused_once() {
        QFETCH(bool, withdrawn);
        QFETCH(int, refused);
        hub::test::Hall hall;
        hall.add_areas();
        const auto editions = make_sqlite_edition_store();
        Readers readers(hall.file);
        const ImportTarget target{hall.resources,   hall.areas,       *hall.resource_store,
                                  *hall.area_store, *hall.unit_store, *editions,
                                  readers};
        ImportDesk desk; // for its files
        const auto first = prepared(desk, "1,East,114.1,30.05,1\n2,West,114.2,30.05,1\n");
        VERIFY_OK(ImportStoring(*hall.writer, first, actor, target).run({}));
        const auto unit = imported_id(Layer::shelter, "1");
        const auto issued = hall.issue(hall.commander, hall.command({unit}));
        VERIFY_OK(issued);
        auto next = prepared(desk, "1,East school,114.1,30.05,2\n2,West,114.2,30.05,2\n");
        next.skip_bad = true;
        UnitService units(*hall.unit_store, hall.reach);
        WatchedWriter writer(*hall.writer);
        writer.before = [&](int work) {
            if (work != 4) // all rows have been looked at
                return;
            PatchUnit patch;
            patch.contact = Contact{"李明", "13800000000"};
            VERIFY_OK(hall.writer->run(
                [&](Transaction& tx) { return units.patch(tx, hall.commander, unit, patch); }));
            if (withdrawn)
                VERIFY_OK(hall.writer->run([&](Transaction& tx) {
                    return hall.orders.withdraw(
                        tx, hall.commander, issued->change.values<Order>().at(0).id, "a mistake");
                }));
        };
        ImportStoring storing(writer, next, actor, target);
        VERIFY_OK(storing.run({}));
        const auto& report = storing.report();
        QVERIFY(report.stored);
        QCOMPARE(report.refused, refused);
        QCOMPARE(report.refused_rows.size(), std::size_t(refused));
        QCOMPARE(report.updated, 2 - refused);
        QCOMPARE(report.taken + report.refused, report.read);
    }

    /// An import gives new numbers to the rows it changes, and pages go on by number.
    void pages_leave_nothing_out_data() {
        QTest::addColumn<bool>("of_units");
        QTest::newRow("resources") << false;
        QTest::newRow("units") << true;
    }
    void pages_leave_nothing_out() {
        QFETCH(bool, of_units);
        ImportDesk desk;
        const auto store = [&](int from, int to, int capacity) {
            std::string rows;
            for (int i = from; i < to; ++i)
                rows +=
                    std::format("S{},避难所{},{},30.5,{}\n", i, i, 114.0 + 0.0001 * i, capacity);
            const auto file = prepared(desk, rows);
            VERIFY_OK(ImportStoring(*desk.writer, file, actor, desk.target).run({}));
        };
        const auto page =
            [&](const std::string& after) -> std::pair<std::vector<std::string>, std::string> {
            if (of_units) {
                UnitQuery query;
                query.limit = 30;
                query.after = after;
                const auto units = desk.unit_store->query(desk.db(), {}, query);
                return {units->items, units->next};
            }
            ResourceQuery query;
            query.limit = 30;
            query.after = after;
            const auto resources = desk.resource_store->query(desk.db(), {}, query);
            return {resources->items, resources->next};
        };
        store(0, 200, 1);
        std::set<std::string> seen;
        std::size_t listed = 0;
        std::string after;
        for (int pages = 0; pages == 0 || !after.empty(); ++pages) {
            QVERIFY(pages < 100);
            const auto [items, next] = page(after);
            for (const auto& item : items)
                seen.insert(json::parse(item)->at("id").as_string().c_str());
            listed += items.size();
            after = next;
            if (pages == 2) // some of those listed, and some of the others
                store(50, 150, 2);
            if (pages == 3)
                VERIFY_OK(clear_editions(*desk.writer, *desk.edition_store, {}));
        }
        QCOMPARE(seen.size(), std::size_t(200));
        QVERIFY(listed >= 200);
    }

    /// A code is free as soon as nobody is seen with it, also while the rows that an import has
    /// replaced wait to be cleared away.
    void a_code_that_was_given_up_can_be_taken() {
        ImportDesk desk;
        Account admin;
        admin.role = Role::admin;
        const auto store = [&](const std::string& rows) {
            const auto file = prepared(desk, rows);
            return ImportStoring(*desk.writer, file, actor, desk.target).run({});
        };
        VERIFY_OK(store("A,East,114.1,30.05,1\nB,West,114.2,30.05,1\n"));
        VERIFY_OK(store("A,East,114.1,30.05,2\nB,West,114.2,30.05,1\n")); // A has another row now
        const auto rename = [&](const std::string& from, const std::string& to) {
            auto resource = **desk.resource_store->find(desk.db(), Layer::shelter, from);
            resource.code = to;
            return desk.writer->run(
                [&](Transaction& tx) { return desk.resources.put(tx, admin, resource); });
        };
        VERIFY_OK(rename("A", "C"));
        VERIFY_OK(rename("B", "A"));
        QCOMPARE((**desk.resource_store->find(desk.db(), Layer::shelter, "A")).name, "West"s);
        QCOMPARE((**desk.resource_store->find(desk.db(), Layer::shelter, "C")).name, "East"s);
        VERIFY_REFUSED(rename("C", "A"), conflict); // one that is seen has it
        VERIFY_OK(clear_editions(*desk.writer, *desk.edition_store, {}));
        ResourceQuery query;
        query.box = Box{113, 30, 116, 31};
        QCOMPARE(desk.resource_store->query(desk.db(), {}, query)->items.size(), std::size_t(2));
        query = {};
        query.text = "st"; // East, West
        QCOMPARE(desk.resource_store->query(desk.db(), {}, query)->items.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(ImportBesideTest)
#include "import_beside_test.moc"
