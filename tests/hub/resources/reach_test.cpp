// What a command may name: every field that names an area, a place, a resource or a unit, with what
// lies within the account's area, what does not, and what does not exist.
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

constexpr Place in_east{114.15, 30.05};
constexpr Place in_west{114.05, 30.05};
constexpr Place nowhere{100.0, 20.0};

/// Two streets, each with a shelter, and their seats.
struct Streets : Hall {
    Resource east_shelter = shelter("E1", in_east);
    Resource west_shelter = shelter("W1", in_west);

    Streets() {
        add_areas();
        for (auto* resource : {&east_shelter, &west_shelter})
            *resource = must(put(commander, *resource)).change.values<Resource>().at(0);
    }

    static Resource shelter(const std::string& code, Place place) {
        Resource resource;
        resource.id = new_id();
        resource.layer = Layer::shelter;
        resource.code = code;
        resource.name = "避难所 " + code;
        resource.kind = "other";
        resource.place = place;
        return resource;
    }
    Unit department(const std::string& area) const {
        Unit unit;
        unit.id = new_id();
        unit.kind = UnitKind::department;
        unit.name = "水务站";
        unit.area = area;
        return unit;
    }
    Result<Done> put(const Account& by, const Resource& resource) {
        return run([&](Transaction& tx) { return resources.put(tx, by, resource); });
    }
    Result<Done> put(const Account& by, const Unit& unit) {
        return run([&](Transaction& tx) { return units.put(tx, by, unit); });
    }
};

using Try = std::function<Result<Done>(Streets&)>;

} // namespace

Q_DECLARE_METATYPE(Try)

class ReachTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void naming_data() {
        QTest::addColumn<Try>("attempt");
        QTest::addColumn<QByteArray>("expected"); // "not_found place", or "ok"
        const auto row = [](const char* title, const char* expected, Try attempt) {
            QTest::newRow(title) << attempt << QByteArray(expected);
        };
        const auto order = [&](const char* title, const char* expected, auto change,
                               bool scoped = true) {
            row(title, expected, [change, scoped](Streets& hall) {
                auto command = hall.command({hall.east_unit});
                change(hall, command);
                return hall.issue(scoped ? hall.east_operator : hall.commander, command);
            });
        };
        order("order", "ok", [](Streets&, IssueOrder&) {});
        order("order: area and place inside", "ok",
              [](Streets&, IssueOrder& c) { c.place = in_east; });
        order("order: area inside, place outside", "not_found place",
              [](Streets&, IssueOrder& c) { c.place = in_west; });
        order("order: area inside, place nowhere", "not_found place",
              [](Streets&, IssueOrder& c) { c.place = nowhere; });
        order("order: another's area", "not_found area",
              [](Streets&, IssueOrder& c) { c.area = Hall::west; });
        order("order: no such area inside", "not_found area",
              [](Streets&, IssueOrder& c) { c.area = "420114001099"; });
        order(
            "order: no such area, by the whole hall", "not_found area",
            [](Streets&, IssueOrder& c) { c.area = "999999000000"; }, false);
        order(
            "order: a place nowhere, by the whole hall", "ok",
            [](Streets&, IssueOrder& c) {
                c.area.reset();
                c.place = nowhere;
            },
            false);
        order("order: its resource", "ok",
              [](Streets& hall, IssueOrder& c) { c.resource = hall.east_shelter.id; });
        order("order: another's resource", "not_found resource",
              [](Streets& hall, IssueOrder& c) { c.resource = hall.west_shelter.id; });
        order("order: no such resource", "not_found resource",
              [](Streets&, IssueOrder& c) { c.resource = new_id(); });
        order(
            "order: no such resource, by the whole hall", "not_found resource",
            [](Streets&, IssueOrder& c) { c.resource = new_id(); }, false);
        order("order: another's unit", "not_found recipients[0].unit",
              [](Streets& hall, IssueOrder& c) { c.recipients[0].unit = hall.west_unit; });
        order("order: no such unit", "not_found recipients[0].unit",
              [](Streets&, IssueOrder& c) { c.recipients[0].unit = new_id(); });

        const auto reassign = [&](const char* title, const char* expected, auto unit_of) {
            row(title, expected, [unit_of](Streets& hall) {
                const auto issued =
                    must(hall.issue(hall.east_operator, hall.command({hall.east_unit})));
                auto body = Hall::saying("Because.");
                body.unit = unit_of(hall);
                return hall.act(hall.east_operator, issued.change.values<Assignment>().at(0).id,
                                Act::reassign, body);
            });
        };
        reassign("reassign: its unit", "ok", [](Streets& hall) { return hall.east_shelter.id; });
        reassign("reassign: another's unit", "not_found unit",
                 [](Streets& hall) { return hall.west_unit; });
        reassign("reassign: no such unit", "not_found unit", [](Streets&) { return new_id(); });

        const auto change = [&](const char* title, const char* expected, auto edit) {
            row(title, expected, [edit](Streets& hall) {
                auto resource = hall.east_shelter;
                edit(hall, resource);
                return hall.put(hall.east_operator, resource);
            });
        };
        change("resource: renamed", "ok", [](Streets&, Resource& r) { r.name = "东湖小学"; });
        change("resource: moved within", "ok",
               [](Streets&, Resource& r) { r.place = {114.16, 30.06}; });
        change("resource: moved into another street", "not_found place",
               [](Streets&, Resource& r) { r.place = in_west; });
        change("resource: moved nowhere", "not_found place",
               [](Streets&, Resource& r) { r.place = nowhere; });
        change("resource: given to another street", "not_found area",
               [](Streets&, Resource& r) { r.area = Hall::west; });
        change("resource: given to no area", "not_found area",
               [](Streets&, Resource& r) { r.area = "420114001099"; });
        change("resource: another's", "not_found resource",
               [](Streets& hall, Resource& r) { r = hall.west_shelter; });
        change("new resource: inside", "ok",
               [](Streets&, Resource& r) { r = Streets::shelter("E2", in_east); });
        change("new resource: outside", "not_found place",
               [](Streets&, Resource& r) { r = Streets::shelter("E2", in_west); });
        change("new resource: area inside, place outside", "not_found place",
               [](Streets&, Resource& r) {
                   r = Streets::shelter("E2", in_west);
                   r.area = Hall::east;
               });

        const auto unit = [&](const char* title, const char* expected, auto edit) {
            row(title, expected, [edit](Streets& hall) {
                auto unit = hall.department(Hall::east);
                edit(hall, unit);
                return hall.put(hall.east_operator, unit);
            });
        };
        unit("unit", "ok", [](Streets&, Unit& u) { u.place = in_east; });
        unit("unit: another's area", "not_found area",
             [](Streets&, Unit& u) { u.area = Hall::west; });
        unit("unit: no such area", "not_found area",
             [](Streets&, Unit& u) { u.area = "420114001099"; });
        unit("unit: of the whole hall", "forbidden area", [](Streets&, Unit& u) { u.area = ""; });
        unit("unit: place outside", "not_found place",
             [](Streets&, Unit& u) { u.place = in_west; });
        unit("unit: place not on the globe", "invalid_field place",
             [](Streets&, Unit& u) { u.place = Place{200, 100}; });
        unit("unit: another's", "not_found unit", [](Streets& hall, Unit& u) {
            u = hall.department(Hall::west);
            must(hall.put(hall.commander, u));
        });
    }
    void naming() {
        QFETCH(Try, attempt);
        Streets hall;
        const auto head = hall.writer->head();
        const auto done = attempt(hall);
        QByteArray said = "ok";
        if (!done)
            said = QByteArray::fromStdString(std::string(json::name_of(done.error().kind)) + " " +
                                             done.error().field);
        QTEST(said, "expected");
        if (!done && !QByteArray(QTest::currentDataTag()).startsWith("reassign") &&
            QByteArray(QTest::currentDataTag()) != "unit: another's")
            QCOMPARE(hall.writer->head(), head); // nothing has happened
    }

    /// An import put it where no seat may; the seat in charge changes what else there is.
    void what_stays_as_it_was_is_not_judged() {
        Streets hall;
        auto astray = Streets::shelter("X1", in_west);
        astray.area = "420114001099"; // below the east street, and unknown
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(hall.resources.upsert(tx, {"system", "system"}, std::vector{astray}));
            return Answer{};
        }));
        astray = *must(hall.resource_store->find(*hall.reader, Layer::shelter, "X1"));
        astray.contact.phone = "13800000000";
        const auto done = hall.put(hall.east_operator, astray);
        VERIFY_OK(done);
        astray = done->change.values<Resource>()[0];
        astray.place = nowhere;
        VERIFY_REFUSED(hall.put(hall.east_operator, astray), not_found);
    }

    /// On a quay no border holds the place: what is put there is the seat's own.
    void what_stands_beside_the_borders_is_the_seats() {
        Streets hall;
        const auto done =
            hall.put(hall.east_operator, Streets::shelter("E2", Place{114.15, 29.995}));
        VERIFY_OK(done);
        QCOMPARE(done->change.values<Resource>()[0].area, std::string(Hall::east));
    }
};

QTEST_GUILESS_MAIN(ReachTest)
#include "reach_test.moc"
