#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

#include <random>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

Resource shelter(const std::string& code, const std::string& name, double lon = 114.15,
                 double lat = 30.05) {
    Resource resource;
    resource.id = new_id();
    resource.layer = Layer::shelter;
    resource.code = code;
    resource.name = name;
    resource.kind = "other";
    resource.place = {lon, lat};
    resource.contact = {"李明", "13800000000"};
    return resource;
}

std::vector<std::string> codes(const std::string& page, std::string* next = nullptr) {
    const auto parsed = must(json::parse(page));
    std::vector<std::string> out;
    for (const auto& item : parsed.at("items").as_array())
        out.emplace_back(item.at("code").as_string());
    if (next) {
        const auto* member = parsed.as_object().if_contains("next");
        *next = member ? std::string(member->as_string()) : std::string();
    }
    return out;
}

} // namespace

class ResourcesTest : public QObject {
    Q_OBJECT

    static Result<Done> put(Hall& hall, const Account& by, const Resource& resource) {
        return hall.run([&](Transaction& tx) { return hall.resources.put(tx, by, resource); });
    }
    static ResourceService::Counts upsert(Hall& hall, const std::vector<Resource>& list) {
        ResourceService::Counts counts;
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            counts = must(hall.resources.upsert(tx, {"system", "system"}, list, "test.csv"));
            return Answer{};
        }));
        return counts;
    }

private Q_SLOTS:
    void creating_and_replacing() {
        Hall hall;
        hall.add_areas();
        auto resource = shelter("S1", "东湖小学");
        auto done = put(hall, hall.commander, resource);
        VERIFY_OK(done);
        QCOMPARE(done->change.values<Resource>().size(), 1U);
        const auto stored = done->change.values<Resource>()[0];
        QCOMPARE(stored.area, std::string(Hall::east)); // from its place
        QCOMPARE(stored.initials, std::string("dhxx"));
        QCOMPARE(stored.version, done->seq);
        QVERIFY(stored.updated == hall.clock());
        QVERIFY(must(json::read<Resource>(must(
                    hall.resources.get(*hall.reader, hall.commander, resource.id)))) == stored);
        QCOMPARE(done->change.values<Unit>().size(), 1U);
        QCOMPARE(done->change.values<Unit>()[0].id, resource.id);
        QCOMPARE(done->change.values<Unit>()[0].contact.name, std::string("李明"));

        // Its people said they are out of service; a new name does not change that.
        VERIFY_OK(hall.run([&](Transaction& tx) {
            PatchUnit patch;
            patch.state = Availability::unavailable;
            return hall.units.patch(tx, hall.commander, resource.id, patch);
        }));
        resource = stored;
        resource.name = "东湖中学";
        done = put(hall, hall.commander, resource);
        VERIFY_OK(done);
        const auto unit = must(hall.unit_store->get(*hall.reader, resource.id));
        QCOMPARE(unit.name, std::string("东湖中学"));
        QVERIFY(unit.state == Availability::unavailable);

        // Somebody else was first.
        VERIFY_REFUSED(put(hall, hall.commander, resource), conflict);
        auto twin = shelter("S1", "另一个");
        VERIFY_REFUSED(put(hall, hall.commander, twin), conflict);
        // Nor is it written over by who takes it for new.
        resource.version = 0;
        VERIFY_REFUSED(put(hall, hall.commander, resource), conflict);
        QCOMPARE(must(hall.resource_store->get(*hall.reader, resource.id)).version, done->seq);
        resource.layer = Layer::risk;
        VERIFY_REFUSED(put(hall, hall.commander, resource), invalid_field);
        VERIFY_REFUSED(put(hall, hall.auditor, shelter("S9", "x")), forbidden);
        VERIFY_REFUSED(put(hall, hall.commander, shelter("", "x")), missing_field);
        QVERIFY(hall.chain_intact());
    }

    void removing() {
        Hall hall;
        hall.add_areas();
        const auto resource = shelter("S1", "东湖小学");
        VERIFY_OK(put(hall, hall.commander, resource));
        const auto remove = [&](const Account& by) {
            return hall.run(
                [&](Transaction& tx) { return hall.resources.remove(tx, by, resource.id); });
        };
        const auto command = hall.command({resource.id});
        VERIFY_OK(hall.issue(hall.commander, command));
        VERIFY_REFUSED(remove(hall.commander), conflict);
        VERIFY_OK(hall.run([&](Transaction& tx) {
            return hall.orders.withdraw(tx, hall.commander, command.id, "Not needed.");
        }));
        VERIFY_REFUSED(remove(hall.west_operator), not_found);
        VERIFY_OK(remove(hall.commander));
        VERIFY_REFUSED(remove(hall.commander), not_found);
        VERIFY_REFUSED(hall.resources.get(*hall.reader, hall.commander, resource.id), not_found);
        VERIFY_REFUSED(hall.unit_store->get(*hall.reader, resource.id), not_found);
        ResourceQuery query;
        query.box = Box{114, 30, 115, 31};
        QVERIFY(codes(must(hall.resources.list(*hall.reader, hall.commander, query))).empty());
    }

    void a_resource_takes_no_units_place() {
        Hall hall;
        hall.add_areas();
        auto resource = shelter("S1", "东湖小学");
        Unit department;
        department.id = resource.id;
        department.kind = UnitKind::department;
        department.name = "水务局";
        must(hall.run(
            [&](Transaction& tx) { return hall.units.put(tx, hall.commander, department); }));
        const auto refused = put(hall, hall.east_operator, resource);
        QVERIFY(refused.has_error());
        QVERIFY(refused.error().kind == FailureKind::conflict);
        QCOMPARE(refused.error().field, std::string("id"));
        resource.id = hall.west_unit;
        const auto office = must(hall.unit_store->get(*hall.reader, hall.west_unit));
        VERIFY_REFUSED(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            auto stored = hall.resources.upsert(tx, {"system", "system"}, std::vector{resource});
            if (!stored)
                return stored.error();
            return Answer{};
        }),
                       conflict);
        QVERIFY(must(hall.unit_store->get(*hall.reader, hall.west_unit)) == office);
        VERIFY_REFUSED(hall.resources.get(*hall.reader, hall.commander, resource.id), not_found);
    }

    /// Also of one that the account does not see: when that is removed, its team would be missed.
    void a_department_takes_no_resources_place() {
        Hall hall;
        hall.add_areas();
        auto camera = shelter("C1", "西门");
        camera.layer = Layer::camera;
        camera.kind = "other";
        camera.area = Hall::west;
        camera.place = {114.05, 30.05};
        must(put(hall, hall.commander, camera));
        Unit department;
        department.id = camera.id;
        department.kind = UnitKind::department;
        department.name = "水务局";
        department.area = Hall::east;
        const auto answer = hall.run(
            [&](Transaction& tx) { return hall.units.put(tx, hall.east_operator, department); });
        VERIFY_REFUSED(answer, conflict);
        QCOMPARE(answer.error().field, std::string("id"));
        VERIFY_REFUSED(hall.unit_store->get(*hall.reader, camera.id), not_found);
    }

    /// Those that the hub makes from codes can be computed by everybody.
    void ids_of_codes_cannot_be_taken_beforehand_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("of an office to come")
            << QByteArray::fromStdString(office_unit_id("420114003000"));
        QTest::newRow("version 8") << QByteArray("5c0f6f6e-52a6-8d0e-9d0f-0a8b6a3f2d11");
        QTest::newRow("version 4") << QByteArray("5c0f6f6e-52a6-4d0e-9d0f-0a8b6a3f2d11");
        QTest::newRow("none") << QByteArray("east");
    }
    void ids_of_codes_cannot_be_taken_beforehand() {
        QFETCH(QByteArray, id);
        Hall hall;
        hall.add_areas();
        auto resource = shelter("S1", "东湖小学");
        resource.id = id.toStdString();
        const auto answer = put(hall, hall.commander, resource);
        VERIFY_REFUSED(answer, invalid_field);
        QCOMPARE(answer.error().field, std::string("id"));
        Unit department;
        department.id = id.toStdString();
        department.kind = UnitKind::department;
        department.name = "水务局";
        const auto unit = hall.run(
            [&](Transaction& tx) { return hall.units.put(tx, hall.commander, department); });
        VERIFY_REFUSED(unit, invalid_field);
        QCOMPARE(unit.error().field, std::string("id"));
    }

    void what_has_such_an_id_can_be_changed() {
        Hall hall;
        hall.add_areas();
        auto resource = shelter("S1", "东湖小学");
        resource.id = "5c0f6f6e-52a6-8d0e-9d0f-0a8b6a3f2d11";
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(hall.resources.upsert(tx, {"system", "system"}, std::vector{resource}));
            return Answer{};
        }));
        resource = must(hall.resource_store->get(*hall.reader, resource.id));
        resource.name = "东湖中学";
        VERIFY_OK(put(hall, hall.commander, resource));
    }

    void entries_reach_whoever_saw_it_before() {
        Hall hall;
        hall.add_areas();
        const auto last = [&] {
            return must(
                       read_journal(*hall.reader, hall.writer->kinds(), hall.writer->head() - 1, 1))
                .at(0);
        };
        Unit department;
        department.id = new_id();
        department.kind = UnitKind::department;
        department.name = "水务局";
        department.area = Hall::east;
        const auto move = [&](const std::string& area) {
            department.area = area;
            auto done = hall.run(
                [&](Transaction& tx) { return hall.units.put(tx, hall.commander, department); });
            if (done)
                department.version = done->seq;
            return done;
        };
        VERIFY_OK(move(Hall::east));
        QCOMPARE(last()->areas, std::vector<std::string>{Hall::east});
        VERIFY_OK(move(Hall::west));
        QCOMPARE(last()->areas, (std::vector<std::string>{Hall::west, Hall::east}));
        VERIFY_OK(move({}));
        QCOMPARE(last()->areas, std::vector<std::string>{Hall::west});

        auto resource = shelter("S1", "东湖小学");
        auto moved = put(hall, hall.commander, resource);
        VERIFY_OK(moved);
        resource.version = moved->seq;
        resource.place = {114.05, 30.05};
        VERIFY_OK(put(hall, hall.commander, resource));
        QCOMPARE(last()->areas, (std::vector<std::string>{Hall::west, Hall::east}));
        VERIFY_OK(hall.run([&](Transaction& tx) {
            return hall.resources.remove(tx, hall.commander, resource.id);
        }));
        QCOMPARE(last()->kind, std::string("resource.removed"));
        QCOMPARE(last()->areas, std::vector<std::string>{Hall::west});
        // The team's telephone learns that its unit is gone.
        QCOMPARE(last()->units, std::vector<std::string>{resource.id});
        QVERIFY(may_see(Hall::account(Role::unit, {}, resource.id), *last()));
    }

    void searching_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");
        QTest::newRow("a character") << QByteArray("湖") << QByteArrayList{"S1", "S2"};
        QTest::newRow("initials") << QByteArray("DHX") << QByteArrayList{"S1"};
        QTest::newRow("code") << QByteArray("s3") << QByteArrayList{"S3"};
        QTest::newRow("address") << QByteArray("和平大道") << QByteArrayList{"S3"};
        QTest::newRow("no pattern") << QByteArray("%") << QByteArrayList{};
        QTest::newRow("per cent in a name") << QByteArray("50%") << QByteArrayList{"S4"};
        QTest::newRow("blank restricts nothing")
            << QByteArray("  ") << QByteArrayList{"S1", "S2", "S3", "S4"};
        QTest::newRow("nothing like it") << QByteArray("没有") << QByteArrayList{};
    }
    void searching() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);
        Hall hall;
        hall.add_areas();
        auto third = shelter("S3", "青山体育馆");
        third.address = "和平大道122号";
        upsert(hall, {shelter("S1", "东湖小学"), shelter("S2", "南湖广场"), third,
                      shelter("S4", "降价50%商场")});
        ResourceQuery query;
        query.text = text.toStdString();
        QByteArrayList found;
        for (const auto& code :
             codes(must(hall.resources.list(*hall.reader, hall.commander, query))))
            found << QByteArray::fromStdString(code);
        if (text == "%")
            expected = {"S4"}; // it is a character like any other
        QCOMPARE(found, expected);
    }

    /// Box, layer, area and paging against a plain walk over everything.
    void queries_against_a_walk() {
        Hall hall;
        hall.add_areas();
        std::mt19937 random(3);
        std::uniform_real_distribution<double> lon(113.9, 114.4), lat(29.9, 30.4);
        std::vector<Resource> list;
        for (int i = 0; i < 500; ++i) {
            list.push_back(shelter("S" + std::to_string(i), "某处", lon(random), lat(random)));
            list.back().layer = i % 3 == 0 ? Layer::camera : Layer::shelter;
            if (i % 3 == 0)
                list.back().stream = "rtsp://127.0.0.1/" + std::to_string(i);
        }
        QCOMPARE(upsert(hall, list).inserted, 500);
        for (auto& resource : list)
            resource.area = must(hall.areas.containing(*hall.reader, resource.place));
        for (int round = 0; round < 30; ++round) {
            ResourceQuery query;
            const double west = lon(random), south = lat(random);
            if (round % 3 != 0)
                query.box = Box{west, south, west + 0.2, south + 0.2};
            if (round % 2 == 0)
                query.layers = {Layer::camera};
            if (round % 4 == 0)
                query.area = Hall::east;
            query.limit = 7;
            const auto& account = round % 5 == 0 ? hall.west_operator : hall.commander;
            std::vector<std::string> expected, found;
            for (const auto& resource : list)
                if ((!query.box || query.box->contains(resource.place)) &&
                    (query.layers.empty() || resource.layer == Layer::camera) &&
                    area_contains(query.area, resource.area) &&
                    area_contains(account.area, resource.area))
                    expected.push_back(resource.code);
            do {
                const auto page =
                    codes(must(hall.resources.list(*hall.reader, account, query)), &query.after);
                QVERIFY(page.size() <= 7U);
                found.insert(found.end(), page.begin(), page.end());
            } while (!query.after.empty());
            QCOMPARE(found, expected);
        }
        ResourceQuery query;
        QVERIFY(codes(must(hall.resources.list(*hall.reader, hall.east_phone, query))).empty());
        for (const auto* after : {"x", "1x", " 1", "99999999999999999999"}) {
            query.after = after;
            VERIFY_REFUSED(hall.resources.list(*hall.reader, hall.commander, query), invalid_field);
        }
    }

    void importing_again() {
        Hall hall;
        hall.add_areas();
        std::vector<Resource> list;
        for (int i = 0; i < 50; ++i)
            list.push_back(shelter("S" + std::to_string(i), "避难所" + std::to_string(i)));
        const auto head = hall.writer->head();
        auto counts = upsert(hall, list);
        QCOMPARE(counts.inserted, 50);
        QCOMPARE(hall.writer->head(), head + 1);
        const auto entry = must(json::read<Entry>(
            must(read_journal(*hall.reader, hall.writer->kinds(), head, 1))[0]->json));
        QCOMPARE(entry.kind, std::string("resources.imported"));
        QVERIFY(entry.body.values<Resource>().empty());
        QCOMPARE(entry.body.note.at("inserted"), std::string("50"));
        QCOMPARE(entry.body.note.at("source"), std::string("test.csv"));
        // Other ids, the same codes: they keep theirs, and nothing has changed.
        auto again = list;
        for (auto& resource : again)
            resource.id.clear();
        counts = upsert(hall, again);
        QCOMPARE(counts.unchanged, 50);
        QCOMPARE(hall.writer->head(), head + 1);
        again[7].capacity = 300;
        again.push_back(shelter("S50", "新的"));
        again.back().id.clear();
        counts = upsert(hall, again);
        QCOMPARE(counts.updated, 1);
        QCOMPARE(counts.inserted, 1);
        QCOMPARE(counts.unchanged, 49);
        const auto seventh = must(hall.resource_store->find(*hall.reader, Layer::shelter, "S7"));
        QVERIFY(seventh.has_value());
        QCOMPARE(seventh->id, list[7].id);
        QCOMPARE(seventh->capacity, 300);
        QCOMPARE(seventh->version, head + 2);
        VERIFY_OK(hall.unit_store->get(*hall.reader, list[7].id));
        QVERIFY(hall.chain_intact());
    }

    void units() {
        Hall hall;
        hall.add_areas();
        const auto list = [&](const Account& account, UnitQuery query = {}) {
            const auto parsed =
                must(json::parse(must(hall.units.list(*hall.reader, account, query))));
            std::vector<std::string> names;
            for (const auto& item : parsed.at("items").as_array())
                names.emplace_back(item.at("name").as_string());
            return names;
        };
        QCOMPARE(list(hall.commander),
                 (std::vector<std::string>{"临江区", "东街街道", "西街街道"}));
        QCOMPARE(list(hall.east_operator), std::vector<std::string>{"东街街道"});
        QCOMPARE(list(hall.east_phone), std::vector<std::string>{"东街街道"});
        UnitQuery query;
        query.text = "XJ";
        QCOMPARE(list(hall.commander, query), std::vector<std::string>{"西街街道"});
        query = {};
        query.area = Hall::east;
        QCOMPARE(list(hall.commander, query), std::vector<std::string>{"东街街道"});

        const auto patch = [&](const Account& by, const std::string& unit, PatchUnit what) {
            return hall.run([&](Transaction& tx) { return hall.units.patch(tx, by, unit, what); });
        };
        PatchUnit out;
        out.state = Availability::unavailable;
        VERIFY_OK(patch(hall.east_phone, hall.east_unit, out));
        QVERIFY(must(hall.unit_store->head(*hall.reader, hall.east_unit)).state ==
                Availability::unavailable);
        VERIFY_REFUSED(patch(hall.east_phone, hall.west_unit, out), not_found);
        VERIFY_REFUSED(patch(hall.auditor, hall.west_unit, out), forbidden);
        VERIFY_REFUSED(patch(hall.commander, hall.west_unit, {}), missing_field);
        out.state = Availability::committed;
        VERIFY_REFUSED(patch(hall.commander, hall.west_unit, out), invalid_field);

        Unit department;
        department.id = new_id();
        department.kind = UnitKind::department;
        department.name = "水务局";
        const auto create = [&](const Account& by, const Unit& unit) {
            return hall.run([&](Transaction& tx) { return hall.units.put(tx, by, unit); });
        };
        VERIFY_REFUSED(create(hall.east_operator, department), forbidden);
        VERIFY_OK(create(hall.commander, department));
        QCOMPARE(must(hall.units.get(*hall.reader, hall.commander, department.id)).initials,
                 std::string("swj"));
        VERIFY_REFUSED(hall.units.get(*hall.reader, hall.east_operator, department.id), not_found);
        // A department has no area: only those without a scope may order it.
        VERIFY_REFUSED(hall.issue(hall.east_operator, hall.command({department.id})), not_found);
        VERIFY_OK(hall.issue(hall.commander, hall.command({department.id})));
        QVERIFY(must(hall.unit_store->is_committed(*hall.reader, department.id)));
        VERIFY_REFUSED(create(hall.commander, department), conflict);
        department.kind = UnitKind::team;
        VERIFY_REFUSED(create(hall.commander, department), invalid_field);
    }
};

QTEST_GUILESS_MAIN(ResourcesTest)
#include "resources_test.moc"
