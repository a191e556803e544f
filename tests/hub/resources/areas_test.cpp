#include "hub/resources/area_index.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

class AreasTest : public QObject {
    Q_OBJECT

    static AreaService::Counts put(Hall& hall, const std::vector<Area>& areas, bool replace) {
        AreaService::Counts counts;
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            counts = must(hall.areas.put(tx, {"system", "system"}, areas, replace, "test"));
            return Answer{};
        }));
        return counts;
    }

private Q_SLOTS:
    void which_area_holds_a_place() {
        Hall hall;
        hall.add_areas();
        const auto at = [&](double lon, double lat) {
            return must(hall.areas.containing(*hall.reader, {lon, lat}));
        };
        QCOMPARE(at(114.05, 30.05), std::string(Hall::west));
        QCOMPARE(at(114.15, 30.05), std::string(Hall::east));
        QCOMPARE(at(114.25, 30.25), std::string("420114000000")); // in the district, in no street
        QCOMPARE(at(115.5, 30.05), std::string());
        // A community within, with a hole and an island in the hole.
        auto community = Hall::area("420114001001", "湖心社区", 114.1, 30.0, 0.08);
        community.rings.push_back(Hall::area("420114001002", "", 114.12, 30.02, 0.04).rings[0]);
        community.rings.push_back(Hall::area("420114001002", "", 114.13, 30.03, 0.02).rings[0]);
        put(hall, {community}, false);
        QCOMPARE(at(114.11, 30.01), std::string("420114001001"));
        QCOMPARE(at(114.125, 30.025), std::string(Hall::east)); // the hole
        QCOMPARE(at(114.14, 30.04), std::string("420114001001"));
        // An index made inside a transaction that was then undone is not kept.
        VERIFY_REFUSED(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(hall.areas.put(tx, {"system", "system"},
                                std::vector{Hall::area("420115001000", "外街", 115.4, 30.0)},
                                false));
            if (must(hall.areas.containing(tx.database(), {115.45, 30.05})) != "420115001000")
                return fail(FailureKind::internal);
            return fail(FailureKind::wrong_state);
        }),
                       wrong_state);
        QCOMPARE(at(115.45, 30.05), std::string());
    }

    /// Hubs of before let a department take the id that an office was to have.
    void an_office_takes_no_departments_place() {
        Hall hall;
        Unit department;
        department.id = hall.east_unit;
        department.kind = UnitKind::department;
        department.name = "水务局";
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(hall.unit_store->put(tx.database(), department, json::write(department)));
            return Answer{};
        }));
        const std::vector list = {Hall::area(Hall::east, "东街街道", 114.1, 30.0)};
        const auto answer = hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            if (auto put = hall.areas.put(tx, {"system", "system"}, list, false); !put)
                return put.error();
            return Answer{};
        });
        VERIFY_REFUSED(answer, conflict);
        QVERIFY(answer.error().detail.find(Hall::east) != std::string::npos);
        VERIFY_REFUSED(hall.areas.edition_of(*hall.reader, list.front(), 0, 1), conflict);
        QVERIFY(must(hall.unit_store->get(*hall.reader, department.id)) == department);
    }

    void the_nearest_centre_only_without_any_ring() {
        auto first = Hall::area("420114001001", "甲", 114.0, 30.0);
        auto second = Hall::area("420114001002", "乙", 114.2, 30.0);
        auto street = Hall::area(Hall::east, "街", 114.1, 30.0);
        for (auto* area : {&first, &second, &street})
            area->rings.clear();
        const AreaIndex centres({first, second, street});
        QCOMPARE(centres.containing({114.1, 30.05}), std::string("420114001001"));
        QCOMPARE(centres.containing({114.2, 30.0}), std::string("420114001002"));
        QCOMPARE(centres.containing({115.2, 30.0}), std::string());
        QCOMPARE(AreaIndex({}).containing({114.1, 30.05}), std::string());
        const AreaIndex borders({first, second, Hall::area(Hall::west, "街", 113.0, 30.0)});
        QCOMPARE(borders.containing({114.2, 30.0}), std::string());
    }

    void what_may_lie_in_a_scope_data() {
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<bool>("may");
        const auto row = [](const char* title, const char* scope, double lon, double lat,
                            bool may) {
            QTest::newRow(title) << QByteArray(scope) << lon << lat << may;
        };
        const char* const district = "420114000000";
        row("everywhere", "", 0, 0, true);
        row("within", Hall::east, 114.15, 30.05, true);
        row("another street", Hall::east, 114.05, 30.05, false);
        row("another street, close by", Hall::east, 114.095, 30.05, false);
        row("in the district only, close by", Hall::east, 114.15, 30.105, true);
        row("in the district only, far", Hall::east, 114.15, 30.2, false);
        row("in no area, close by", Hall::east, 114.15, 29.995, true);
        row("in no area, far", Hall::east, 114.15, 29.9, false);
        row("on the other side of the globe", Hall::east, -66, -30, false);
        row("a street of the district", district, 114.05, 30.05, true);
        row("no borders, near its centre", "420114003000", 114.25, 30.25, true);
        row("no borders, in another's", "420114003000", 114.05, 30.05, false);
        row("no borders, far from its centre", "420114003000", 114.6, 30.25, false);
        row("no borders, but a community's centre", "420115000000", 114.4, 30.4, true);
        row("nothing known of it", "420116000000", 100, 30, true);
        row("nothing known of it, in another's", "420116000000", 114.05, 30.05, false);
    }
    void what_may_lie_in_a_scope() {
        QFETCH(QByteArray, scope);
        QFETCH(double, lon);
        QFETCH(double, lat);
        auto bare = Hall::area("420114003000", "无界街道", 114.2, 30.2);
        auto outer = Hall::area("420115001001", "外社区", 114.35, 30.35);
        auto unknown = Hall::area("420116000000", "远区", 0, 0);
        for (auto* area : {&bare, &outer, &unknown})
            area->rings.clear();
        unknown.centre.reset();
        const AreaIndex index({Hall::area("420114000000", "临江区", 114.0, 30.0, 0.3),
                               Hall::area(Hall::east, "东街", 114.1, 30.0),
                               Hall::area(Hall::west, "西街", 114.0, 30.0), bare, outer, unknown});
        QTEST(index.may_lie_in(scope.toStdString(), {lon, lat}), "may");
    }

    void importing() {
        Hall hall;
        std::vector<Area> list = {Hall::area("420114000000", "临江区", 114.0, 30.0, 0.3),
                                  Hall::area(Hall::east, "东街街道", 114.1, 30.0)};
        list[1].parent.clear();
        auto counts = put(hall, list, false);
        QCOMPARE(counts.inserted, 2);
        QCOMPARE(hall.kinds(), std::vector<std::string>{"areas.imported"});
        const auto area = must(hall.area_store->get(*hall.reader, Hall::east));
        QCOMPARE(area.parent, std::string("420114000000"));
        QCOMPARE(area.initials, std::string("djjd"));
        const auto office = must(hall.unit_store->get(*hall.reader, hall.east_unit));
        QCOMPARE(office.name, std::string("东街街道"));
        QVERIFY(office.kind == UnitKind::office);
        QVERIFY(is_uuid(office.id));

        counts = put(hall, list, false);
        QCOMPARE(counts.unchanged, 2);
        QCOMPARE(hall.writer->head(), 1); // nothing happened, nothing is told
        list[1].name = "东大街街道";
        counts = put(hall, list, false);
        QCOMPARE(counts.updated, 1);
        QCOMPARE(must(hall.unit_store->get(*hall.reader, hall.east_unit)).name, list[1].name);

        counts = put(hall, {list[0]}, true);
        QCOMPARE(counts.removed, 1);
        VERIFY_REFUSED(hall.unit_store->get(*hall.reader, hall.east_unit), not_found);
        VERIFY_REFUSED(hall.areas.get(*hall.reader, hall.commander, Hall::east), not_found);
    }

    void an_area_with_open_orders_stays() {
        Hall hall;
        hall.add_areas();
        VERIFY_OK(hall.issue(hall.commander, hall.command({hall.east_unit})));
        const auto counts =
            put(hall, {Hall::area("420114000000", "临江区", 114.0, 30.0, 0.3)}, true);
        QCOMPARE(counts.removed, 1);
        VERIFY_OK(hall.unit_store->get(*hall.reader, hall.east_unit));
        VERIFY_REFUSED(hall.unit_store->get(*hall.reader, hall.west_unit), not_found);
    }

    void refusals() {
        Hall hall;
        const auto refuse = [&](Area area) {
            return hall.writer->run([&](Transaction& tx) -> Result<Answer> {
                auto put = hall.areas.put(tx, {"system", "system"}, std::vector{area}, false);
                if (!put)
                    return put.error();
                return Answer{};
            });
        };
        auto area = Hall::area(Hall::east, "东街", 114, 30);
        area.code = "4201";
        VERIFY_REFUSED(refuse(area), invalid_field);
        area = Hall::area(Hall::east, "东街", 114, 30);
        area.level = AreaLevel::district;
        VERIFY_REFUSED(refuse(area), invalid_field);
        area = Hall::area(Hall::east, "", 114, 30);
        VERIFY_REFUSED(refuse(area), missing_field);
        QCOMPARE(hall.writer->head(), 0);
    }

    void scope() {
        Hall hall;
        hall.add_areas();
        const auto seen = [&](const Account& account) {
            const auto text = must(hall.areas.list(*hall.reader, account));
            return must(json::parse(text)).at("items").as_array().size();
        };
        QCOMPARE(seen(hall.commander), 3U);
        QCOMPARE(seen(hall.east_operator), 1U);
        QCOMPARE(seen(hall.east_phone), 0U);
        VERIFY_REFUSED(hall.areas.get(*hall.reader, hall.east_operator, Hall::west), not_found);
        const auto area =
            json::read<Area>(must(hall.areas.get(*hall.reader, hall.east_operator, Hall::east)));
        VERIFY_OK(area);
        QCOMPARE(area->rings.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(AreasTest)
#include "areas_test.moc"
