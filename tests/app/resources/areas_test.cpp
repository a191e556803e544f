// Outlines of areas: fetched anew after an import whatever happens on the way, and of any area that
// is chosen. And the district that the hall is of.
#include "app/link/hub_link.h"
#include "app/map/map_feed.h"
#include "app/resources/area_outlines.h"
#include "app/resources/hall_district.h"
#include "app/resources/resource_store.h"
#include "core/area/area_codec.h"
#include "core/json/codec.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/link/hall.h"

#include <QSignalSpy>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

namespace {

const std::string district = "420114000000", street = "420114001000", community = "420114001001";

/// A square about a place.
std::vector<std::vector<Place>> square(Place at, double half) {
    return {{{at.lon - half, at.lat - half},
             {at.lon + half, at.lat - half},
             {at.lon + half, at.lat + half},
             {at.lon - half, at.lat + half},
             {at.lon - half, at.lat - half}}};
}

struct Desk {
    FakeHub hub;
    HubLink link;
    Source source;
    ResourceStore store{source};
    MapFeed feed;
    AreaOutlines outlines{link, store, feed};
    Snapshot snapshot = hall();

    Desk() {
        hub.up();
        link.become(hub.url(), QStringLiteral("somebody"), hub.token);
        link.setReachable(true);
        for (const auto& area : snapshot.values<Area>())
            border(area.code, 0.01);
    }
    void load() { Q_EMIT source.loaded(shared(snapshot)); }
    static QByteArray path(const std::string& code) {
        return "/areas/" + QByteArray::fromStdString(code);
    }
    /// The hub draws it as a square of so many degrees about its middle.
    void border(const std::string& code, double half) {
        for (const auto& area : snapshot.values<Area>())
            if (area.code == code) {
                auto drawn = area;
                drawn.rings = square(*area.centre, half);
                hub.pages[path(code)] = QByteArray::fromStdString(json::write(drawn));
            }
    }
    [[nodiscard]] const Area* drawn(const std::string& code) const {
        for (const auto& area : *feed.areas())
            if (area.code == code)
                return &area;
        return nullptr;
    }
    [[nodiscard]] double western(const std::string& code) const {
        const auto* area = drawn(code);
        return area && !area->rings.empty() ? area->rings[0][0].lon : 0;
    }
};

} // namespace

class AreasTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_import_changes_borders_and_names() {
        Desk desk;
        desk.load();
        QTRY_VERIFY(desk.outlines.isComplete());
        QCOMPARE(desk.western(street), 114.02);
        desk.border(street, 0.02);
        desk.snapshot.values<Area>()[1].name = "蔡甸新街道";
        desk.load();
        QTRY_COMPARE(desk.western(street), 114.01);
        QCOMPARE(desk.drawn(street)->name, std::string("蔡甸新街道"));
    }

    void what_did_not_come_is_asked_for_again_data() {
        QTest::addColumn<int>("status");
        QTest::newRow("a proxy") << 503;
        QTest::newRow("no answer") << 0;
    }
    /// The stream is there all the while: nothing but this would ask again before the next import.
    void what_did_not_come_is_asked_for_again() {
        QFETCH(int, status);
        Desk desk;
        desk.load();
        QTRY_VERIFY(desk.outlines.isComplete());
        desk.border(street, 0.02);
        desk.border(district, 0.03);
        desk.hub.broken[Desk::path(street)] = status;
        desk.load();
        QTRY_VERIFY(desk.hub.askedForBroken > 0);
        QVERIFY(!desk.outlines.isComplete());
        desk.hub.broken.clear();
        QTRY_VERIFY_WITH_TIMEOUT(desk.outlines.isComplete(), 15000);
        QCOMPARE(desk.western(street), 114.01);
        QCOMPARE(desk.western(district), 114.0);
    }

    void an_area_that_is_gone_keeps_nothing_up() {
        Desk desk;
        desk.hub.pages.remove(Desk::path(street));
        desk.load();
        QTRY_VERIFY(desk.outlines.isComplete());
        QVERIFY(desk.drawn(street)->rings.empty());
        QVERIFY(!desk.drawn(district)->rings.empty());
    }

    void any_area_can_be_chosen_data() {
        QTest::addColumn<QString>("code");
        QTest::newRow("a street") << QString::fromStdString(street);
        QTest::newRow("a community, whose outline is not drawn otherwise")
            << QString::fromStdString(community);
    }
    void any_area_can_be_chosen() {
        QFETCH(QString, code);
        Desk desk;
        desk.load();
        QTRY_VERIFY(desk.outlines.isComplete());
        QVERIFY(desk.feed.chosenArea()->empty());
        desk.outlines.choose(code);
        QTRY_COMPARE(desk.feed.chosenArea()->size(), std::size_t(1));
        QVERIFY(!desk.outlines.isAwaited());
        QCOMPARE(desk.feed.chosenArea()->front().code, code.toStdString());
        const auto box = desk.outlines.boxOf(code);
        QVERIFY(std::abs(box.width() - 0.02) < 1e-9 && std::abs(box.height() - 0.02) < 1e-9);
        QVERIFY(desk.drawn(community)->rings.empty());
        // It follows an import, and is let go when it is no area any more.
        desk.border(code.toStdString(), 0.04);
        desk.load();
        QTRY_VERIFY(std::abs(desk.outlines.boxOf(code).width() - 0.08) < 1e-9);
        QCOMPARE(desk.feed.chosenArea()->front().rings[0].size(), std::size_t(5));
        std::erase_if(desk.snapshot.values<Area>(),
                      [&](const Area& area) { return QString::fromStdString(area.code) == code; });
        desk.load();
        QVERIFY(desk.outlines.chosen().isEmpty());
        QVERIFY(desk.feed.chosenArea()->empty());
    }

    void where_an_area_without_an_outline_lies() {
        Desk desk;
        auto& areas = desk.snapshot.values<Area>();
        areas[1].centre.reset();
        areas.push_back(areas[2]);
        areas.back().code = "420114001002";
        areas.back().centre = Place{114.051, 30.591};
        desk.hub.pages.clear();
        desk.load();
        QTRY_VERIFY(desk.outlines.isComplete());
        // By the communities in it.
        const auto code = QString::fromStdString(street);
        QVERIFY(desk.outlines.boxOf(code).isValid());
        QVERIFY(desk.outlines.centreOf(code).distanceTo({30.586, 114.041}) < 5);
        // Of this one there is a middle and no more.
        QVERIFY(!desk.outlines.boxOf(QStringLiteral("420114001002")).isValid());
        QVERIFY(desk.outlines.centreOf(QStringLiteral("420114001002")).isValid());
        QVERIFY(!desk.outlines.centreOf(QStringLiteral("420115001002")).isValid());
    }

    void the_district_data() {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<int>("here");  ///< resources in 420114
        QTest::addColumn<int>("there"); ///< in 420101, which comes first by code
        QTest::addColumn<bool>("city"); ///< the hub has the city
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        const QString mine = QStringLiteral("420114000000"), none;
        QTest::newRow("where most stands")
            << none << 3 << 1 << true << mine << QStringLiteral("蔡甸区");
        QTest::newRow("the other")
            << none << 1 << 3 << true << QStringLiteral("420101000000") << QStringLiteral("江岸区");
        QTest::newRow("the account's")
            << QStringLiteral("420114001000") << 1 << 3 << true << QStringLiteral("420114001000")
            << QStringLiteral("蔡甸街道");
        QTest::newRow("nothing stands anywhere")
            << none << 0 << 0 << false << QStringLiteral("420101000000")
            << QStringLiteral("江岸区");
    }
    void the_district() {
        QFETCH(QString, scope);
        QFETCH(int, here);
        QFETCH(int, there);
        QFETCH(bool, city);
        QFETCH(QString, code);
        QFETCH(QString, name);
        Source source;
        ResourceStore store{source};
        const HallDistrict of(source, store);
        Snapshot snapshot = hall();
        auto& areas = snapshot.values<Area>();
        areas.push_back({"420101000000",
                         "江岸区",
                         "420100000000",
                         AreaLevel::district,
                         Place{114.31, 30.6},
                         {},
                         {},
                         "jaq"});
        if (city)
            areas.push_back({"420100000000", "武汉市", "", AreaLevel::city, {}, {}, {}, "whs"});
        auto& resources = snapshot.values<Resource>();
        resources.clear();
        for (int i = 0; i < here + there; ++i) {
            auto one = resource(700 + i, Layer::risk, "flood_point", "x", "x",
                                i < here ? Place{114.03, 30.58} : Place{114.31, 30.6});
            one.area = i < here ? street : "420101001000";
            resources.push_back(one);
        }
        source.setScope({scope.toStdString(), {}, Role::operator_});
        Q_EMIT source.loaded(shared(snapshot));
        QCOMPARE(of.code(), code);
        QCOMPARE(of.name(), name);
        // Home goes where that is.
        QVERIFY(!of.places().isEmpty());
        for (const auto& place : of.places())
            QCOMPARE(place.x() > 114.2, code.startsWith(QStringLiteral("420101")));
    }
    void a_city_without_a_centre_of_gravity_is_the_city() {
        Source source;
        ResourceStore store{source};
        const HallDistrict of(source, store);
        Snapshot snapshot = hall();
        snapshot.values<Area>().push_back(
            {"420100000000", "武汉市", "", AreaLevel::city, {}, {}, {}, "whs"});
        auto& resources = snapshot.values<Resource>();
        resources[0].area = "420101001000";
        resources[1].area = "420102001000";
        Q_EMIT source.loaded(shared(snapshot));
        QCOMPARE(of.name(), QStringLiteral("武汉市"));
    }
    void the_district_changes_live() {
        Source source;
        ResourceStore store{source};
        const HallDistrict of(source, store);
        QSignalSpy code(&of, &HallDistrict::codeChanged), name(&of, &HallDistrict::nameChanged);
        Snapshot snapshot = hall();
        Q_EMIT source.loaded(shared(snapshot));
        QCOMPARE(code.count(), 1);
        QCOMPARE(name.count(), 1);
        snapshot.values<Area>()[0].name = "新蔡甸区";
        Q_EMIT source.loaded(shared(snapshot));
        QCOMPARE(of.name(), QStringLiteral("新蔡甸区"));
        QCOMPARE(code.count(), 1);
        QCOMPARE(name.count(), 2);
        Q_EMIT source.loaded(shared(Snapshot()));
        QCOMPARE(of.name(), QString());
        QVERIFY(of.places().isEmpty());
    }
};

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    AreasTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "areas_test.moc"
