// Which camera of a patrol group is seen, which is made ready behind it, and what becomes of those
// that give no picture.
#include "app/link/hub_clock.h"
#include "app/orders/order_store.h"
#include "app/patrol/patrol_round.h"
#include "app/resources/resource_store.h"
#include "tests/app/patrol/patrol_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using console::PatrolRound;
using console::PatrolStore;

namespace {

struct Desk {
    std::int64_t now = hallNow;
    console::Source source;
    console::ResourceStore resources{source};
    console::HubClock clock{[this] { return instant_of(now); }};
    console::OrderStore orders{source, resources, clock};
    PatrolStore store{source, resources, orders, clock};
    PatrolRound round;

    explicit Desk(Snapshot snapshot = patrolHall()) {
        Q_EMIT source.loaded(shared(std::move(snapshot)));
        round.setStore(&store);
        round.setGroup(QString::fromStdString(groupId));
    }
    void arrive(std::string_view kind, const Change& body, const std::string& id = groupId) {
        auto one = entry(50, std::string(kind), "patrol_group", body);
        one.id = id;
        Q_EMIT source.arrived(shared({one}));
    }
    /// So many milliseconds after the group's start.
    void at(std::int64_t ms) {
        now = hallNow + ms;
        round.look();
    }
    [[nodiscard]] QString deck(int number) const {
        return number == 0 ? round.first() : round.second();
    }
    [[nodiscard]] static int numberOf(const QString& camera) {
        return camera.isEmpty() ? 0 : camera.right(1).toInt();
    }
    /// Numbers of the cameras that are seen and made ready; 0 for none.
    [[nodiscard]] int seen() const { return numberOf(round.shown()); }
    [[nodiscard]] int ready() const { return numberOf(deck(1 - round.front())); }
    /// "seen ready", and who was passed.
    [[nodiscard]] QString shows() const {
        auto text = u"%1 %2"_s.arg(seen()).arg(ready());
        if (!round.passed().isEmpty())
            text += u" passed %1"_s.arg(numberOf(round.passed()));
        return text;
    }
    void plays(int camera, bool playing = true, bool failed = false) {
        for (const int number : {0, 1})
            if (numberOf(deck(number)) == camera) {
                round.report(number, playing, failed);
                return;
            }
        QFAIL("it is on no deck");
    }
    void fails(int camera) { plays(camera, false, true); }
};

} // namespace

class PatrolRoundTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void one_follows_the_other_without_a_gap() {
        Desk desk;
        QCOMPARE(desk.shows(), u"1 0"_s);
        QCOMPARE(desk.round.number(), 1);
        QCOMPARE(desk.round.count(), 3);
        desk.plays(1);
        desk.at(11'999);
        QCOMPARE(desk.shows(), u"1 0"_s);
        desk.at(12'000); // eight seconds before the end
        QCOMPARE(desk.shows(), u"1 2"_s);
        desk.plays(2);
        desk.at(19'999);
        QCOMPARE(desk.shows(), u"1 2"_s);
        desk.at(20'000);
        QCOMPARE(desk.shows(), u"2 0"_s);
        QCOMPARE(desk.round.number(), 2);
        desk.at(32'000);
        desk.plays(3);
        desk.at(40'000);
        QCOMPARE(desk.shows(), u"3 0"_s);
        desk.at(52'000);
        QCOMPARE(desk.shows(), u"3 1"_s); // from the beginning
        QVERIFY(desk.round.passed().isEmpty());
    }

    /// Whoever comes later, or was off, is where the others are: no message is needed.
    void all_machines_are_at_the_same_camera() {
        Desk first;
        for (int turn = 0; turn < 7; ++turn) {
            first.at(turn * 20'000 + 13'000);
            first.plays(first.seen());
            if (first.ready() > 0)
                first.plays(first.ready());
        }
        first.at(7 * 20'000 + 500);
        Desk second;
        second.round.setRunning(false);
        second.now = first.now;
        second.round.setRunning(true);
        QCOMPARE(second.seen(), 2);
        QCOMPARE(first.seen(), 2);
    }

    /// The hub's clock counts, not the machine's.
    void the_hubs_clock_counts() {
        Desk desk;
        desk.plays(1);
        desk.clock.setOffsetMs(13'000);
        QCOMPARE(desk.shows(), u"1 2"_s);
    }

    /// The one before stays under its own name until the next one has a picture.
    void a_dead_camera_is_said_and_passed() {
        Desk desk;
        desk.plays(1);
        desk.at(12'000);
        desk.fails(2);
        desk.at(20'000);
        QCOMPARE(desk.shows(), u"1 3 passed 2"_s);
        QCOMPARE(desk.round.passedNumber(), 2);
        desk.at(21'000);
        desk.plays(3);
        QCOMPARE(desk.shows(), u"3 0 passed 2"_s);
        QCOMPARE(desk.round.number(), 3);
        // It takes the rest of the turn, and its own.
        desk.at(39'999);
        QCOMPARE(desk.shows(), u"3 0 passed 2"_s);
        desk.at(40'000);
        QCOMPARE(desk.shows(), u"3 0"_s);
    }

    void one_that_connects_for_ever_is_passed() {
        Desk desk;
        desk.plays(1);
        desk.at(12'000); // the second connects
        desk.at(20'000); // and has had its time
        QCOMPARE(desk.shows(), u"1 3 passed 2"_s);
        desk.at(23'999);
        QCOMPARE(desk.shows(), u"1 3 passed 2"_s);
        desk.at(24'000); // neither has the third a picture: the first one has
        QCOMPARE(desk.shows(), u"1 0 passed 3"_s);
    }

    void one_that_breaks_off_is_passed() {
        Desk desk;
        desk.plays(1);
        desk.at(5'000);
        desk.plays(1, false);
        desk.at(8'999);
        QCOMPARE(desk.shows(), u"1 0"_s);
        desk.at(9'000);
        QCOMPARE(desk.shows(), u"1 2 passed 1"_s);
        desk.plays(2);
        QCOMPARE(desk.shows(), u"2 0 passed 1"_s);
    }

    void a_short_interruption_passes_nobody() {
        Desk desk;
        desk.plays(1);
        desk.at(5'000);
        desk.plays(1, false);
        desk.at(8'000);
        desk.plays(1);
        desk.at(11'000);
        QCOMPARE(desk.shows(), u"1 0"_s);
    }

    void a_dead_camera_is_tried_again_in_its_next_turn() {
        Desk desk;
        desk.plays(1);
        desk.at(12'000);
        desk.fails(2);
        desk.at(20'000);
        desk.plays(3);
        QCOMPARE(desk.shows(), u"3 0 passed 2"_s);
        desk.at(52'000);
        desk.plays(1);
        desk.at(72'000);
        QCOMPARE(desk.shows(), u"1 2"_s);
        desk.plays(2);
        desk.at(80'000);
        QCOMPARE(desk.shows(), u"2 0"_s);
    }

    void where_all_are_dead_it_says_so_and_waits() {
        Desk desk;
        desk.fails(1);
        desk.fails(2);
        desk.fails(3);
        QCOMPARE(desk.shows(), u"1 0 passed 3"_s);
        desk.at(20'000);
        QCOMPARE(desk.ready(), 2); // tried again
        desk.plays(2);
        QCOMPARE(desk.shows(), u"2 0"_s);
    }

    void a_single_camera_stays() {
        auto snapshot = patrolHall();
        snapshot.values<PatrolGroup>().front().cameras = {cameraId(2)};
        Desk desk(snapshot);
        desk.plays(2);
        for (const int ms : {13'000, 20'000, 39'000, 60'000}) {
            desk.at(ms);
            QCOMPARE(desk.shows(), u"2 0"_s);
        }
    }

    void held_still_it_stays_and_then_follows_the_others() {
        Desk desk;
        desk.plays(1);
        desk.at(13'000);
        desk.plays(2);
        desk.round.setHeld(true);
        QCOMPARE(desk.shows(), u"1 0"_s);
        desk.at(45'000);
        QCOMPARE(desk.shows(), u"1 0"_s);
        desk.round.setHeld(false);
        QCOMPARE(desk.shows(), u"1 3"_s);
        desk.plays(3);
        QCOMPARE(desk.shows(), u"3 0"_s);
    }

    void steps_go_round_without_a_gap() {
        Desk desk;
        desk.plays(1);
        desk.round.step(-1);
        QVERIFY(desk.round.isHeld());
        QCOMPARE(desk.shows(), u"1 3"_s);
        desk.plays(3);
        QCOMPARE(desk.shows(), u"3 0"_s);
        desk.round.step(1);
        desk.round.step(1); // not waiting for the picture
        QCOMPARE(desk.shows(), u"3 2"_s);
        desk.at(4'000); // it gives none: why is shown
        QCOMPARE(desk.shows(), u"2 0"_s);
    }

    void follows_what_the_group_becomes() {
        Desk desk;
        desk.plays(1);
        auto group = threeCameras();
        group.cameras = {cameraId(4), cameraId(1)};
        group.version = 60;
        Change body;
        body.values<PatrolGroup>() = {group};
        desk.arrive("patrol.changed", body);
        QCOMPARE(desk.shows(), u"1 4"_s);
        desk.plays(4);
        QCOMPARE(desk.shows(), u"4 0"_s);
        QCOMPARE(desk.round.count(), 2);
        desk.arrive("patrol.removed", {});
        QCOMPARE(desk.shows(), u"0 0"_s);
        QCOMPARE(desk.round.count(), 0);
    }

    void nobody_looks_nothing_is_connected() {
        Desk desk;
        desk.plays(1);
        desk.at(13'000);
        desk.round.setRunning(false);
        QCOMPARE(desk.shows(), u"0 0"_s);
        desk.round.setRunning(true);
        QCOMPARE(desk.seen(), 1);
    }

    /// An order far away brings its cameras into a group of those around open orders.
    void a_rule_follows_open_orders() {
        auto snapshot = patrolHall();
        auto& group = snapshot.values<PatrolGroup>().front();
        group.choice = PatrolChoice::rule;
        group.cameras.clear();
        group.rule.near_orders_m = 3'000;
        Desk desk(snapshot);
        const auto cameras = [&] {
            QStringList numbers;
            for (const auto& camera : desk.store.camerasOf(QString::fromStdString(groupId)))
                numbers << camera.right(1);
            return numbers.join(u' ');
        };
        QCOMPARE(cameras(), QString());
        auto far = order(90, Level::II, "内涝");
        far.place = camera(3).place;
        far.version = 60;
        Change body;
        body.values<Order>() = {far};
        desk.arrive("order.issued", body, far.id);
        QTRY_COMPARE(cameras(), u"3"_s);
        QTRY_COMPARE(desk.seen(), 3);
        far.state = OrderState::closed;
        far.closed = instant_of(hallNow);
        far.version = 61;
        body.values<Order>() = {far};
        desk.arrive("order.closed", body, far.id);
        QTRY_COMPARE(cameras(), QString());
    }
};

QTEST_GUILESS_MAIN(PatrolRoundTest)
#include "patrol_round_test.moc"
