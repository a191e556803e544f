// What is said of cameras becomes a state when it holds, whoever says it; what comes and goes is
// told seldom.
#include "hub/resources/camera_board.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

constexpr auto start = Instant(std::chrono::milliseconds(1'790'000'000'000));
using std::chrono::minutes;
using std::chrono::seconds;

struct Desk {
    CameraBoard board;
    Instant now = start;
    int told = 0;
    std::optional<CameraHealth> last{};

    /// Says it every 15 s for so long, and settles what is due, as the hub does.
    void say(CameraFault fault, seconds time, const std::string& reporter = "a") {
        for (seconds gone{0}; gone < time; gone += seconds(15)) {
            board.take(reporter, {"c", fault}, now);
            now += seconds(15);
            look();
        }
    }
    void look() {
        for (const auto& health : board.due(now, 10)) {
            ++told;
            last = health;
            board.settle(health);
        }
    }
};

} // namespace

class CameraBoardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_state_is_told_once_it_holds() {
        Desk desk;
        desk.say(CameraFault::none, seconds(45));
        QCOMPARE(desk.told, 0);
        desk.say(CameraFault::none, minutes(30));
        QCOMPARE(desk.told, 1);
        QVERIFY(desk.last->online());
        QVERIFY(desk.last->since == start);
        const auto broke = desk.now;
        desk.say(CameraFault::unreachable, minutes(5));
        QCOMPARE(desk.told, 2);
        QVERIFY(desk.last->fault == CameraFault::unreachable);
        QVERIFY(desk.last->since == broke);
        QVERIFY(desk.last->seen == broke - seconds(15));
        // A short breath is none, and another reason for the same is not a new time.
        desk.say(CameraFault::none, seconds(30));
        desk.say(CameraFault::unauthorized, minutes(5));
        QCOMPARE(desk.told, 3);
        QVERIFY(desk.last->fault == CameraFault::unauthorized);
        QVERIFY(desk.last->since == broke);
        desk.say(CameraFault::none, minutes(10));
        QCOMPARE(desk.told, 4);
        QVERIFY(desk.last->online() && !desk.last->seen);
    }

    void one_who_gets_a_picture_is_enough() {
        Desk desk;
        for (int i = 0; i < 40; ++i) {
            desk.board.take("away", {"c", CameraFault::unreachable}, desk.now);
            desk.say(CameraFault::none, seconds(15), "near");
        }
        QCOMPARE(desk.told, 1);
        QVERIFY(desk.last->online());
        // Who has closed it says nothing any more, and after a while does not count.
        desk.say(CameraFault::unreachable, seconds(90), "away");
        QCOMPARE(desk.told, 1);
        desk.say(CameraFault::unreachable, minutes(5), "away");
        QCOMPARE(desk.told, 2);
        QVERIFY(!desk.last->online());
    }

    void it_stays_as_it_was_while_nobody_plays_it() {
        Desk desk;
        desk.say(CameraFault::stalled, minutes(3));
        QCOMPARE(desk.told, 1);
        desk.now += std::chrono::hours(24);
        desk.look();
        QCOMPARE(desk.told, 1);
        QVERIFY(!desk.last->online());
    }

    void a_flapping_camera_writes_little() {
        Desk desk;
        const auto end = start + std::chrono::hours(24);
        while (desk.now < end) {
            desk.say(CameraFault::none, minutes(2));
            desk.say(CameraFault::ended, minutes(2));
        }
        // 720 times it has gone; a row an hour or two is what is left of them.
        QVERIFY2(desk.told > 1 && desk.told <= 72, qPrintable(QString::number(desk.told)));
    }

    void many_reporters_displace_one_another() {
        Desk desk;
        for (int i = 0; i < 10'000; ++i)
            desk.board.take(std::to_string(i), {"c", CameraFault::ended}, desk.now);
        desk.say(CameraFault::none, minutes(2));
        QVERIFY(desk.last && desk.last->online());
    }

    void what_was_stored_counts_and_what_is_gone_does_not() {
        Desk desk;
        CameraHealth stored;
        stored.camera = "c";
        stored.fault = CameraFault::ended;
        stored.since = start - std::chrono::hours(5);
        desk.board.settle(stored);
        desk.say(CameraFault::ended, minutes(5));
        QCOMPARE(desk.told, 0);
        desk.board.take("a", {"c", CameraFault::none}, desk.now);
        desk.board.forget("c");
        desk.now += minutes(2);
        desk.look();
        QCOMPARE(desk.told, 0);
    }
};

QTEST_GUILESS_MAIN(CameraBoardTest)
#include "camera_board_test.moc"
