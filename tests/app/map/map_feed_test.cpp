#include "app/map/map_feed.h"
#include "app/map/symbol_atlas.h"
#include "tests/app/map/map_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;

class MapFeedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_state_is_patched_in_place() {
        MapFeed feed;
        auto resources = fixture::resources(20);
        feed.setResources(resources);
        QSignalSpy looks(&feed, &MapFeed::lookChanged);
        QSignalSpy points(&feed, &MapFeed::pointsChanged);
        const auto set = feed.points();
        resources[3].state = Availability::unavailable;
        QVERIFY(feed.patch(resources[3]));
        QVERIFY(feed.patch(resources[3]));
        QVERIFY(looks.count() <= 1);
        QCOMPARE(points.count(), 0);
        QCOMPARE(feed.points(), set);
        QCOMPARE(int(feed.looks()[*set->find(resources[3].id)].state),
                 int(Availability::unavailable));
    }

    void another_place_name_or_layer_asks_for_all_of_them() {
        MapFeed feed;
        const auto resources = fixture::resources(5);
        feed.setResources(resources);
        Resource moved = resources[1];
        moved.place.lon += 0.01;
        QVERIFY(!feed.patch(moved));
        Resource renamed = resources[1];
        renamed.name = "another";
        QVERIFY(!feed.patch(renamed));
        Resource fresh = resources[1];
        fresh.id = "fresh";
        QVERIFY(!feed.patch(fresh));
        // One that has no place is not on the map, and its changes change nothing.
        fresh.place = {};
        QVERIFY(feed.patch(fresh));
    }

    void the_gravest_pin_is_last_and_equal_pins_are_no_change() {
        MapFeed feed;
        QSignalSpy changed(&feed, &MapFeed::pinsChanged);
        feed.setPins("order", fixture::pins());
        QCOMPARE(feed.pins().back().level, Level::I);
        feed.setPins("order", fixture::pins());
        QCOMPARE(changed.count(), 1);
        QVERIFY(feed.placeOf(QString::fromStdString(feed.pins().front().id)).isValid());
        QVERIFY(!feed.placeOf(QStringLiteral("absent")).isValid());
    }

    void pins_of_one_kind_leave_the_others() {
        MapFeed feed;
        feed.setPins("order", fixture::pins());
        const auto orders = feed.pins().size();
        MapPin pin;
        pin.id = "c";
        feed.setPins("case", {pin});
        QCOMPARE(feed.pins().size(), orders + 1);
        // Setting what is there already moves nothing, whichever kind does it.
        const auto before = feed.pins();
        QSignalSpy changed(&feed, &MapFeed::pinsChanged);
        feed.setPins("order", fixture::pins());
        feed.setPins("case", {pin});
        feed.setPins("order", fixture::pins());
        QCOMPARE(changed.count(), 0);
        QVERIFY(feed.pins() == before);
        feed.setPins("order", {});
        QCOMPARE(feed.pins().size(), std::size_t(1));
        QCOMPARE(feed.pins().front().kind, std::string("case"));
    }
};

QTEST_GUILESS_MAIN(MapFeedTest)
#include "map_feed_test.moc"
