// Storing in pieces: nobody sees a part of an import, whatever else happens meanwhile and wherever
// it is cut off.
#include "hub/imports/storing.h"

#include "core/account/account_codec.h"
#include "core/area/area_codec.h"
#include "core/id/uuid.h"
#include "core/resource/resource_codec.h"
#include "core/unit/unit_codec.h"
#include "hub/journal/journal.h"
#include "hub/resources/edition_store.h"
#include "hub/resources/unit_service.h"
#include "hub/store/rows.h"
#include "tests/hub/hall.h"
#include "tests/hub/imports/import_desk.h"
#include "tests/hub/imports/watched_writer.h"
#include "tests/hub/verify.h"

#include <map>

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

constexpr int many = 1300; // three pieces of rows, two of boxes

/// Rows "S0" … in two lines of towns, all with this capacity.
std::string rows(int count, int capacity) {
    std::string out = "no,name,lon,lat,capacity\n";
    for (int i = 0; i < count; ++i)
        out += "S" + std::to_string(i) + ",避难所" + std::to_string(i) + "," +
               std::to_string(114.0 + 0.0001 * i) + ",30.5," + std::to_string(capacity) + "\n";
    return out;
}

PreparedImport prepared(ImportDesk& desk, const std::string& csv, const std::string& by = map) {
    ImportRequest request;
    request.file = desk.write("rows.csv", csv);
    request.map = by;
    auto made = prepare_import(request);
    if (!made || !made->may_be_stored())
        qFatal("the file is not as the test means it");
    return std::move(*made);
}

const Actor actor{"system", "import"};

Account admin() {
    Account account;
    account.role = Role::admin;
    return account;
}

/// What is seen of the map: capacities by code. Found one by one, by box and as a list: the same.
std::map<std::string, std::int64_t> seen(ImportDesk& desk) {
    std::map<std::string, std::int64_t> out;
    std::size_t listed = 0;
    const auto read = desk.resource_store->each(desk.db(), {}, [&](std::string_view text) {
        const auto resource = json::read<Resource>(text);
        out[resource->code] = resource->capacity;
        ++listed;
    });
    ResourceQuery query;
    query.box = Box{113, 30, 116, 31};
    query.limit = 5000;
    const auto boxed = desk.resource_store->query(desk.db(), {}, query);
    query.box.reset();
    query.text = "避难所";
    const auto found = desk.resource_store->query(desk.db(), {}, query);
    std::size_t units = 0;
    const auto teams = desk.unit_store->each(desk.db(), {}, [&](std::string_view) { ++units; });
    if (!read || !boxed || !found || !teams || listed != out.size() ||
        boxed->items.size() != listed || found->items.size() != listed || units != listed)
        qFatal("lists differ: %zu %zu %zu %zu %zu", listed, out.size(),
               boxed ? boxed->items.size() : 0, found ? found->items.size() : 0, units);
    return out;
}

std::map<std::string, std::int64_t> all_with(int count, std::int64_t capacity) {
    std::map<std::string, std::int64_t> out;
    for (int i = 0; i < count; ++i)
        out["S" + std::to_string(i)] = capacity;
    return out;
}

std::int64_t number(Database& db, std::string_view sql) {
    auto query = bound(db, sql);
    if (!query || !query->step())
        qFatal("no number");
    return query->integer(0);
}

/// Rows that nobody sees, in all tables.
std::int64_t hidden(Database& db) {
    return number(db, "SELECT (SELECT count(*) FROM resource_edition) + "
                      "(SELECT count(*) FROM unit_edition) + (SELECT count(*) FROM area_edition) + "
                      "(SELECT count(*) FROM resource_text) + (SELECT count(*) FROM unit_text) + "
                      "(SELECT count(*) FROM resource_box) + (SELECT count(*) FROM edition_change) "
                      "- 3 * (SELECT count(*) FROM resource) - 2 * (SELECT count(*) FROM unit) - "
                      "(SELECT count(*) FROM area)");
}

} // namespace

class ImportStoringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void all_or_nothing_to_whoever_looks() {
        ImportDesk desk;
        for (const int capacity : {1, 2}) { // new rows, then new editions of them
            const auto before = seen(desk);
            const auto head = desk.writer->head();
            const auto file = prepared(desk, rows(many, capacity));
            WatchedWriter writer(*desk.writer);
            int looks = 0;
            writer.before = [&](int) {
                ++looks;
                QCOMPARE(seen(desk), before);
                QCOMPARE(desk.writer->head(), head);
            };
            ImportStoring storing(writer, file, actor, desk.target);
            VERIFY_OK(storing.run({}));
            QVERIFY(looks > 7);
            QVERIFY(storing.report().stored);
            QCOMPARE(capacity == 1 ? storing.report().inserted : storing.report().updated, many);
            QCOMPARE(seen(desk), all_with(many, capacity));
            QCOMPARE(desk.writer->head(), head + 1); // told once, with its last step
            const auto entry = read_journal(desk.db(), desk.writer->kinds(), head, 1)->at(0);
            QCOMPARE(entry->kind, "resources.imported"s);
            VERIFY_OK(clear_editions(*desk.writer, *desk.edition_store, {}));
            QCOMPARE(hidden(desk.db()), 0);
        }
    }

    /// As if the import had come at its last moment, after all that others did meanwhile.
    void what_others_change_meanwhile_stays() {
        ImportDesk desk;
        UnitService units(*desk.unit_store, desk.reach);
        const auto first = prepared(desk, rows(many, 1));
        VERIFY_OK(ImportStoring(*desk.writer, first, actor, desk.target).run({}));
        const auto by_code = [&](const std::string& code) {
            return desk.resource_store->find(desk.db(), Layer::shelter, code);
        };
        const auto put = [&](Resource resource) {
            const auto stored = desk.resource_store->get(desk.db(), resource.id);
            resource.version = stored ? stored->version : 0; // whoever edits has seen it
            const auto done = desk.writer->run(
                [&](Transaction& tx) { return desk.resources.put(tx, admin(), resource); });
            VERIFY_OK(done);
        };
        const auto do_all = [&](int round) {
            const auto n = [&](int i) { return "S" + std::to_string(90 * round + i); };
            auto closed = **by_code(n(0));
            closed.state = Availability::unavailable;
            closed.contact = {"李明", "13800000000"};
            put(closed);
            const auto gone = (**by_code(n(1))).id;
            VERIFY_OK(desk.writer->run(
                [&](Transaction& tx) { return desk.resources.remove(tx, admin(), gone); }));
            auto renamed = **by_code(n(2));
            renamed.code = "T" + n(2);
            put(renamed);
            const auto out_of_service = (**by_code(n(3))).id;
            VERIFY_OK(desk.writer->run([&](Transaction& tx) {
                return units.patch(tx, admin(), out_of_service, {Availability::unavailable, {}});
            }));
            // Somebody else enters one that the file has too.
            Resource fresh = **by_code(n(4));
            fresh.id = new_id();
            fresh.version = 0;
            fresh.code = "S" + std::to_string(many + round);
            fresh.name = "避难所" + std::to_string(many + round);
            fresh.place.lon = 114.0 + 0.0001 * (many + round);
            fresh.contact.name = "王芳";
            put(fresh);
            // Two exchange their codes.
            auto one = **by_code(n(5));
            auto two = **by_code(n(6));
            const auto [a, b] = std::pair(one.code, two.code);
            one.code = "X";
            put(one);
            two.code = a;
            put(two);
            one.code = b;
            put(one);
        };
        const auto file = prepared(desk, rows(many + 20, 2));
        WatchedWriter writer(*desk.writer);
        int rounds = 0;
        std::map<std::string, std::string> ids; // of those that exchanged their codes
        writer.before = [&](int) {
            if (rounds == 14) // each round has rows of its own
                return;
            do_all(rounds);
            for (const int i : {5, 6}) {
                const auto code = "S" + std::to_string(90 * rounds + i);
                ids[code] = (**by_code(code)).id;
            }
            ++rounds;
        };
        ImportStoring storing(writer, file, actor, desk.target);
        VERIFY_OK(storing.run({}));
        QVERIFY2(storing.report().stored, storing.report().not_stored.c_str());
        QVERIFY2(rounds > 4, qPrintable(QString::number(rounds)));
        VERIFY_OK(clear_editions(*desk.writer, *desk.edition_store, {}));
        QCOMPARE(hidden(desk.db()), 0);

        auto expected = all_with(many + 20, 2);
        for (int round = 0; round < rounds; ++round)
            expected["TS" + std::to_string(90 * round + 2)] = 1; // not in the file any more
        QCOMPARE(seen(desk), expected);
        for (int round = 0; round < rounds; ++round) {
            const auto n = [&](int i) { return "S" + std::to_string(90 * round + i); };
            const auto closed = **by_code(n(0));
            QCOMPARE(closed.state, Availability::unavailable);
            QCOMPARE(closed.contact.phone, "13800000000"s);
            QCOMPARE(desk.unit_store->get(desk.db(), closed.id)->state, Availability::unavailable);
            QCOMPARE(desk.unit_store->get(desk.db(), (**by_code(n(3))).id)->state,
                     Availability::unavailable);
            QCOMPARE((**by_code("S" + std::to_string(many + round))).contact.name, "王芳"s);
            for (const int i : {5, 6})
                QCOMPARE((**by_code(n(i))).id, ids[n(i)]);
        }
        const auto chain = verify_chain(desk.db());
        VERIFY_OK(chain);
        QVERIFY(!chain->broken_at);
    }

    /// Killed after each of its works in turn: nothing of it is seen, what was there is, and the
    /// next one is whole.
    void a_kill_leaves_nothing_or_all() {
        bool came_to_its_end = false;
        for (int last = 1; !came_to_its_end; ++last) {
            ImportDesk desk;
            VERIFY_OK(ImportStoring(*desk.writer, prepared(desk, rows(700, 1)), actor, desk.target)
                          .run({}));
            const auto file = prepared(desk, rows(many, 2));
            WatchedWriter writer(*desk.writer);
            writer.last = last;
            came_to_its_end = ImportStoring(writer, file, actor, desk.target).run({}).has_value();
            const auto expected = came_to_its_end ? all_with(many, 2) : all_with(700, 1);
            QCOMPARE(seen(desk), expected);
            desk.restart();
            QCOMPARE(seen(desk), expected);
            // Somebody changes a row that a lost edition was to replace.
            auto row = **desk.resource_store->find(desk.db(), Layer::shelter, "S600");
            row.address = "新址";
            VERIFY_OK(desk.writer->run(
                [&](Transaction& tx) { return desk.resources.put(tx, admin(), row); }));
            // Clearing away is cut off as well, and goes on.
            for (int cleared = 1; number(desk.db(), "SELECT open FROM edition") != 0; ++cleared) {
                WatchedWriter short_lived(*desk.writer);
                short_lived.last = 1;
                static_cast<void>(clear_editions(short_lived, *desk.edition_store, {}));
                QCOMPARE(seen(desk), expected);
                QVERIFY(cleared < 100);
            }
            VERIFY_OK(clear_editions(*desk.writer, *desk.edition_store, {}));
            QCOMPARE(hidden(desk.db()), 0);
            QCOMPARE((**desk.resource_store->find(desk.db(), Layer::shelter, "S600")).address,
                     "新址"s);
            ImportStoring again(*desk.writer, file, actor, desk.target);
            VERIFY_OK(again.run({}));
            QCOMPARE(again.report().inserted, came_to_its_end ? 0 : many - 700);
            QCOMPARE(seen(desk), all_with(many, 2));
            QVERIFY(last < 30);
        }
    }

    void stopped_it_leaves_nothing() {
        ImportDesk desk;
        const auto file = prepared(desk, rows(many, 1));
        WatchedWriter writer(*desk.writer);
        std::stop_source source;
        writer.before = [&](int work) {
            if (work == 4)
                source.request_stop();
        };
        VERIFY_REFUSED(ImportStoring(writer, file, actor, desk.target, source.get_token()).run({}),
                       unavailable);
        QVERIFY(seen(desk).empty());
        QCOMPARE(desk.writer->head(), 0);
        VERIFY_OK(clear_editions(*desk.writer, *desk.edition_store, {}));
        QCOMPARE(hidden(desk.db()), 0);
    }

    /// An edit may be in the batch of a work of the import, before it: its entry is not stored yet.
    void a_row_is_newer_than_the_edit_before_it_in_its_batch() {
        ImportDesk desk;
        VERIFY_OK(
            ImportStoring(*desk.writer, prepared(desk, rows(3, 1)), actor, desk.target).run({}));
        VERIFY_OK(clear_editions(*desk.writer, *desk.edition_store, {}));
        const auto file = prepared(desk, rows(3, 2));
        WatchedWriter writer(*desk.writer);
        std::int64_t edited = 0;
        writer.beside = [&] {
            return [&](Transaction& tx) -> Result<Answer> {
                auto row = desk.resource_store->find(tx.database(), Layer::shelter, "S1");
                if (!row)
                    return row.error();
                edited = tx.next_seq();
                (*row)->address = std::to_string(edited);
                return desk.resources.put(tx, admin(), **row);
            };
        };
        VERIFY_OK(ImportStoring(writer, file, actor, desk.target).run({}));
        const auto row = **desk.resource_store->find(desk.db(), Layer::shelter, "S1");
        QCOMPARE(row.capacity, 2);
        QCOMPARE(row.address, std::to_string(edited));
        QCOMPARE(row.version, edited + 1);
    }

    /// A hub of before let it have that id.
    void a_unit_in_the_way_refuses_all_of_it() {
        ImportDesk desk;
        Unit department;
        department.id = imported_id(Layer::shelter, "S900");
        department.kind = UnitKind::department;
        department.name = "Drainage";
        const auto file = prepared(desk, rows(many, 1));
        WatchedWriter writer(*desk.writer);
        writer.before = [&](int work) {
            if (work == 6) // its row has been staged
                VERIFY_OK(desk.writer->run([&](Transaction& tx) -> Result<Answer> {
                    auto done =
                        desk.unit_store->put(tx.database(), department, json::write(department));
                    if (!done)
                        return done.error();
                    return Answer{};
                }));
        };
        VERIFY_REFUSED(ImportStoring(writer, file, actor, desk.target).run({}), conflict);
        VERIFY_OK(clear_editions(*desk.writer, *desk.edition_store, {}));
        QCOMPARE(number(desk.db(), "SELECT count(*) FROM resource"), 0);
        QCOMPARE(number(desk.db(), "SELECT count(*) FROM unit"), 1);
        QCOMPARE(hidden(desk.db()), 0);
    }

    /// The recipient of an open order never becomes somebody else, also of one that was issued
    /// after its row was stored.
    void an_order_issued_meanwhile_keeps_its_recipient_data() {
        QTest::addColumn<bool>("skip_bad");
        QTest::newRow("all or nothing") << false;
        QTest::newRow("without it") << true;
    }
    void an_order_issued_meanwhile_keeps_its_recipient() {
        QFETCH(bool, skip_bad);
        hub::test::Hall hall;
        hall.add_areas();
        const auto editions = make_sqlite_edition_store();
        Readers readers(hall.file);
        const ImportTarget target{hall.resources,   hall.areas,       *hall.resource_store,
                                  *hall.area_store, *hall.unit_store, *editions,
                                  readers};
        ImportDesk desk; // for its files
        const auto first = prepared(desk, "no,name,lon,lat,capacity\n1,East,114.1,30.05,1\n"
                                          "2,West,114.2,30.05,1\n");
        VERIFY_OK(ImportStoring(*hall.writer, first, actor, target).run({}));
        auto next = prepared(desk, "no,name,lon,lat,capacity\n1,East school,114.1,30.05,2\n"
                                   "2,West school,114.2,30.05,2\n");
        next.skip_bad = skip_bad;
        const auto unit = imported_id(Layer::shelter, "1");
        const auto head = hall.writer->head();
        WatchedWriter writer(*hall.writer);
        writer.before = [&](int work) {
            if (work == 4) // its row has been stored by the third
                VERIFY_OK(hall.issue(hall.commander, hall.command({unit})));
        };
        ImportStoring storing(writer, next, actor, target);
        VERIFY_OK(storing.run({}));
        VERIFY_OK(clear_editions(*hall.writer, *editions, {}));
        const auto& report = storing.report();
        QCOMPARE(report.stored, skip_bad);
        QCOMPARE(report.refused, 1);
        QCOMPARE(report.refused_rows.at(0).fault, RowFault::in_use);
        QCOMPARE(report.updated, skip_bad ? 1 : 0);
        QCOMPARE(hall.writer->head(), head + (skip_bad ? 2 : 1));
        QCOMPARE(hall.unit_store->get(*hall.reader, unit)->name, "East"s);
        QCOMPARE(hall.unit_store->get(*hall.reader, imported_id(Layer::shelter, "2"))->name,
                 skip_bad ? "West school"s : "West"s);
        QCOMPARE(hidden(*hall.reader), 0);
    }

    void areas_and_their_offices() {
        ImportDesk desk;
        UnitService units(*desk.unit_store, desk.reach);
        const auto area_map = "layer='area'\n[columns]\ncode='code'\nname='name'\n[[parents]]\n"
                              "code='4209'\nname='市'\n[[parents]]\ncode='420901'\nname='区'\n"s;
        const auto list = [](const std::string& what) {
            auto text = "code,name\n"s;
            for (int i = 0; i < 900; ++i)
                text += std::to_string(420901001 + i) + "," + what + std::to_string(i) + "街道\n";
            return text;
        };
        const auto names = [&] {
            std::map<std::string, int> out;
            const auto read = desk.area_store->each(desk.db(), {}, [&](std::string_view text) {
                const auto area = json::read<Area>(text);
                ++out[area->name.substr(0, 3)];
            });
            return read ? out : std::map<std::string, int>();
        };
        VERIFY_OK(
            ImportStoring(*desk.writer, prepared(desk, list("东"), area_map), actor, desk.target)
                .run({}));
        QCOMPARE(names(), (std::map<std::string, int>{{"东", 900}, {"区", 1}, {"市", 1}}));
        const auto file = prepared(desk, list("西"), area_map);
        const auto before = names();
        const auto revision = *desk.area_store->revision(desk.db());
        const auto office = office_unit_id("420901500000");
        WatchedWriter writer(*desk.writer);
        int looks = 0;
        writer.before = [&](int) {
            ++looks;
            QCOMPARE(names(), before);
            QCOMPARE(*desk.area_store->revision(desk.db()), revision);
            QVERIFY(desk.unit_store->get(desk.db(), office)->name.starts_with("东"));
            PatchUnit patch;
            patch.contact = Contact{"李明", std::to_string(looks)};
            VERIFY_OK(desk.writer->run(
                [&](Transaction& tx) { return units.patch(tx, admin(), office, patch); }));
        };
        ImportStoring storing(writer, file, actor, desk.target);
        VERIFY_OK(storing.run({}));
        QVERIFY(looks > 4);
        QCOMPARE(storing.report().updated, 900);
        QCOMPARE(names(), (std::map<std::string, int>{{"西", 900}, {"区", 1}, {"市", 1}}));
        QVERIFY(*desk.area_store->revision(desk.db()) > revision);
        const auto unit = desk.unit_store->get(desk.db(), office);
        VERIFY_OK(unit);
        QVERIFY(unit->name.starts_with("西"));
        QCOMPARE(unit->contact.phone, std::to_string(looks));
        VERIFY_OK(clear_editions(*desk.writer, *desk.edition_store, {}));
        QCOMPARE(hidden(desk.db()), 0);
    }

    /// Ten times the rows: ten times the works, each as short as before.
    void works_grow_with_the_rows() {
        const auto works = [](int count) {
            ImportDesk desk;
            const auto file = prepared(desk, rows(count, 1));
            WatchedWriter writer(*desk.writer);
            const auto changes = [&] {
                std::int64_t out = 0;
                static_cast<void>(desk.writer->run([&](Transaction& tx) -> Result<Answer> {
                    out = number(tx.database(), "SELECT total_changes()");
                    return Answer{};
                }));
                return out;
            };
            auto last = changes();
            std::int64_t most = 0;
            writer.before = [&](int) {
                const auto now = changes();
                most = std::max(most, now - last);
                last = now;
            };
            if (!ImportStoring(writer, file, actor, desk.target).run({}))
                qFatal("not stored");
            return std::pair(writer.works(), std::max(most, changes() - last));
        };
        const auto [few, few_changes] = works(1000);
        const auto [more, more_changes] = works(10'000);
        QVERIFY2(more <= 10 * few, qPrintable(QString::number(more)));
        QVERIFY2(more_changes <= 2 * few_changes, qPrintable(QString::number(more_changes)));
    }
};

QTEST_GUILESS_MAIN(ImportStoringTest)
#include "import_storing_test.moc"
