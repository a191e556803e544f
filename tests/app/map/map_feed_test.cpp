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

    void pins_data() {
        QTest::addColumn<int>("order");
        QTest::addColumn<int>("assignment");
        QTest::addColumn<int>("escalation");
        QTest::addColumn<bool>("place");
        QTest::addColumn<int>("pin"); // −1 for none
        const auto row = [](const char* name, OrderState order, AssignmentState assignment,
                            Escalation escalation, bool place, int pin) {
            QTest::newRow(name) << int(order) << int(assignment) << int(escalation) << place << pin;
        };
        row("new", OrderState::issued, AssignmentState::issued, Escalation::none, true,
            int(PinState::fresh));
        row("due soon", OrderState::issued, AssignmentState::issued, Escalation::L0, true,
            int(PinState::fresh));
        row("overdue", OrderState::issued, AssignmentState::issued, Escalation::L1, true,
            int(PinState::late));
        row("under way", OrderState::executing, AssignmentState::executing, Escalation::none, true,
            int(PinState::active));
        row("was late, is done", OrderState::completed, AssignmentState::completed, Escalation::L2,
            true, int(PinState::active));
        row("closed", OrderState::closed, AssignmentState::verified, Escalation::none, true, -1);
        row("withdrawn", OrderState::withdrawn, AssignmentState::withdrawn, Escalation::none, true,
            -1);
        row("nowhere", OrderState::issued, AssignmentState::issued, Escalation::none, false, -1);
    }
    void pins() {
        QFETCH(int, order);
        QFETCH(int, assignment);
        QFETCH(int, escalation);
        QFETCH(bool, place);
        QFETCH(int, pin);
        Order issued;
        issued.id = "o";
        issued.state = OrderState(order);
        if (place)
            issued.place = Place{114, 30.5};
        Assignment one;
        one.state = AssignmentState(assignment);
        one.escalation = Escalation(escalation);
        const Assignment* all[] = {&one};
        const auto made = pin_of(issued, all);
        QCOMPARE(made.has_value(), pin >= 0);
        if (made)
            QCOMPARE(int(made->state()), pin);
    }

    void the_gravest_pin_is_last_and_equal_pins_are_no_change() {
        MapFeed feed;
        QSignalSpy changed(&feed, &MapFeed::pinsChanged);
        feed.setPins(fixture::pins());
        QCOMPARE(feed.pins().back().level, Level::I);
        feed.setPins(fixture::pins());
        QCOMPARE(changed.count(), 1);
        QVERIFY(feed.placeOf(QString::fromStdString(feed.pins().front().id)).isValid());
        QVERIFY(!feed.placeOf(QStringLiteral("absent")).isValid());
    }
};

QTEST_GUILESS_MAIN(MapFeedTest)
#include "map_feed_test.moc"
