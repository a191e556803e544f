#include "tests/hub/live/live_desk.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::LiveDesk;
using chengyun::hub::test::ShownSeat;
using Shown = std::map<std::string, std::string>;

namespace {

const std::string east = "420114001000", west = "420114002000", district = "420114000000";

std::vector<LiveTopic> topics() {
    LiveTopic positions;
    positions.name = "positions";
    positions.placed = true;
    positions.max_values = 5'000;
    LiveTopic levels;
    levels.name = "levels";
    levels.lives = std::chrono::seconds(5);
    levels.max_values = 3;
    levels.may_watch = [](const Account& account) { return account.role != Role::unit; };
    LiveTopic hands;
    hands.name = "hands";
    hands.prompt = true;
    return {positions, levels, hands};
}

constexpr Box everywhere{-180, -90, 180, 90};

} // namespace

class LiveBoardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_latest_value_wins() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {7, "levels", {}, {}});
        for (int i = 0; i < 10; ++i)
            QVERIFY(desk.say("levels", "gate", std::to_string(i)));
        desk.second();
        QCOMPARE(seat->values[7], (Shown{{"gate", "9"}}));
        QCOMPARE(seat->told, 1);
        desk.seconds(3); // nothing new, nothing told
        QCOMPARE(desk.batches, 1);
        QVERIFY(desk.say("levels", "gate", R"({"m":1.5})"));
        desk.second();
        QCOMPARE(seat->values[7], (Shown{{"gate", R"({"m":1.5})"}}));
    }

    void who_comes_late_gets_the_present() {
        LiveDesk desk(topics());
        QVERIFY(desk.say("levels", "a", "1"));
        QVERIFY(desk.say("levels", "b", "2"));
        QVERIFY(desk.unsay("levels", "a"));
        desk.second();
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "levels", {}, {}});
        desk.second();
        QCOMPARE(seat->values[1], (Shown{{"b", "2"}}));
        QCOMPARE(desk.batches, 1);
    }

    void one_batch_a_second() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "levels", {}, {}});
        QVERIFY(desk.say("levels", "a", "0"));
        desk.second();
        const auto before = desk.batches;
        for (int i = 1; i <= 10; ++i) {
            QVERIFY(desk.say("levels", "a", std::to_string(i)));
            desk.second();
        }
        QCOMPARE(desk.batches, before + 10);
    }

    void seats_have_their_batches_in_different_moments() {
        LiveDesk desk(topics());
        std::vector<std::shared_ptr<ShownSeat>> seats;
        for (std::size_t i = 0; i < 2 * LiveBoard::turns; ++i) {
            seats.push_back(desk.join(LiveDesk::account(Role::operator_)));
            desk.board.watch(seats.back().get(), {1, "levels", {}, {}});
        }
        desk.second();
        QVERIFY(desk.say("levels", "a", "1"));
        for (std::size_t turn = 0; turn < LiveBoard::turns; ++turn)
            QCOMPARE(desk.board.turn(turn, desk.now).size(), 2U);
    }

    void a_view_tells_what_lies_in_it() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        QVERIFY(desk.say("positions", "in", "1", Place{114.305, 30.505}));
        QVERIFY(desk.say("positions", "edge", "2", Place{114.31, 30.51}));
        QVERIFY(desk.say("positions", "out", "3", Place{114.3101, 30.505}));
        QVERIFY(desk.say("positions", "far", "4", Place{-70, -33}));
        desk.board.watch(seat.get(), {1, "positions", Box{114.3, 30.5, 114.31, 30.51}, {}});
        desk.second();
        QCOMPARE(seat->values[1], (Shown{{"in", "1"}, {"edge", "2"}}));
        // What moves out is gone, what moves in comes, what stays outside is not spoken of.
        QVERIFY(desk.say("positions", "in", "5", Place{114.32, 30.505}));
        QVERIFY(desk.say("positions", "out", "6", Place{114.301, 30.505}));
        QVERIFY(desk.say("positions", "far", "7", Place{-71, -33}));
        const auto told = seat->told;
        desk.second();
        QCOMPARE(seat->values[1], (Shown{{"edge", "2"}, {"out", "6"}}));
        QCOMPARE(seat->told, told + 1);
    }

    void a_view_that_moves_gets_what_is_inside_now() {
        LiveDesk desk(topics());
        for (int i = 0; i < 100; ++i)
            QVERIFY(desk.say("positions", std::to_string(i), "0", Place{114 + i * 0.01, 30.5}));
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "positions", Box{114.095, 30, 114.295, 31}, {}});
        desk.second();
        QCOMPARE(seat->values[1].size(), 20U);
        QCOMPARE(seat->told, 20);
        desk.board.watch(seat.get(), {1, "positions", Box{114.195, 30, 114.395, 31}, {}});
        desk.second();
        QCOMPARE(seat->values[1].size(), 20U);
        QVERIFY(!seat->values[1].contains("19") && seat->values[1].contains("39"));
        QCOMPARE(seat->told, 30); // half was there
        desk.board.watch(seat.get(), {1, "positions", everywhere, {}});
        desk.second();
        QCOMPARE(seat->values[1].size(), 100U);
        QCOMPARE(seat->told, 110);
        desk.board.unwatch(seat.get(), 1);
        QVERIFY(desk.say("positions", "20", "1", Place{114.2, 30.5}));
        desk.second();
        QCOMPARE(seat->told, 110);
    }

    void subjects_choose() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        PublishLive command;
        command.set.push_back({"k1", "order-1", {}, {}, 1});
        command.set.push_back({"k2", "order-2", {}, {}, 2});
        command.set.push_back({"order-1", {}, {}, {}, 3});
        QVERIFY(
            desk.board.publish("levels", LiveDesk::account(Role::commander), command, desk.now));
        desk.board.watch(seat.get(), {1, "levels", {}, {"order-1", "nobody"}});
        desk.second();
        QCOMPARE(seat->values[1], (Shown{{"k1", "1"}, {"order-1", "3"}}));
        // A value may come to be about another subject.
        command.set = {{"k1", "order-2", {}, {}, 4}};
        QVERIFY(
            desk.board.publish("levels", LiveDesk::account(Role::commander), command, desk.now));
        desk.second();
        QCOMPARE(seat->values[1], (Shown{{"order-1", "3"}}));
    }

    void a_seat_sees_its_scope_only_data() {
        QTest::addColumn<int>("role");
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<QByteArray>("sees");
        QTest::newRow("everything") << int(Role::operator_) << QByteArray() << QByteArray("e n w");
        QTest::newRow("a street") << int(Role::operator_) << QByteArray(east.c_str())
                                  << QByteArray("e");
        QTest::newRow("the district")
            << int(Role::auditor) << QByteArray(district.c_str()) << QByteArray("e w");
        QTest::newRow("a telephone") << int(Role::unit) << QByteArray() << QByteArray();
        QTest::newRow("a unit's seat")
            << int(Role::unit) << QByteArray(west.c_str()) << QByteArray("w");
    }
    void a_seat_sees_its_scope_only() {
        QFETCH(int, role);
        QFETCH(QByteArray, area);
        QFETCH(QByteArray, sees);
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(static_cast<Role>(role), area.toStdString()));
        desk.board.watch(seat.get(), {1, "positions", everywhere, {}});
        QVERIFY(desk.say("positions", "e", "1", Place{114, 30}, east));
        QVERIFY(desk.say("positions", "w", "1", Place{114, 30}, west));
        QVERIFY(desk.say("positions", "n", "1", Place{114, 30}));
        desk.second();
        QByteArrayList shown;
        for (const auto& [key, value] : seat->values[1])
            shown << QByteArray::fromStdString(key);
        QCOMPARE(shown.join(' '), sees);
        // What leaves the scope is gone, and its new place is not told.
        QVERIFY(desk.say("positions", "e", "2", Place{114, 30}, "110100000000"));
        desk.second();
        QCOMPARE(seat->values[1].contains("e"), role != int(Role::unit) && area.isEmpty());
    }

    void what_is_not_said_again_expires() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "levels", {}, {}});
        QVERIFY(desk.say("levels", "a", "1"));
        QVERIFY(desk.say("levels", "b", "1"));
        desk.seconds(3);
        QVERIFY(desk.say("levels", "b", "1"));
        desk.seconds(3);
        QCOMPARE(seat->values[1], (Shown{{"b", "1"}}));
        desk.seconds(3);
        QCOMPARE(seat->values[1], Shown{});
        // The same key again is a new value.
        QVERIFY(desk.say("levels", "a", "2"));
        desk.second();
        QCOMPARE(seat->values[1], (Shown{{"a", "2"}}));
    }

    void a_key_that_goes_and_comes_between_two_batches_is_shown_as_it_is() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "levels", {}, {}});
        QVERIFY(desk.say("levels", "a", "1"));
        desk.second();
        QVERIFY(desk.unsay("levels", "a"));
        QVERIFY(desk.say("levels", "a", "2"));
        QVERIFY(desk.say("levels", "b", "3"));
        QVERIFY(desk.unsay("levels", "b"));
        desk.second();
        QCOMPARE(seat->values[1], (Shown{{"a", "2"}}));
    }

    void who_does_not_read_misses_batches_and_gets_the_present() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "levels", {}, {}});
        QVERIFY(desk.say("levels", "a", "0"));
        QVERIFY(desk.say("levels", "b", "0"));
        desk.deaf.insert(seat.get());
        desk.second();
        const auto before = desk.batches;
        QVERIFY(desk.unsay("levels", "b"));
        for (int i = 1; i < 10; ++i) {
            QVERIFY(desk.say("levels", "a", std::to_string(i)));
            desk.second();
        }
        QCOMPARE(desk.batches, before);
        QCOMPARE(desk.board.figures().missed, 9);
        desk.board.taken(seat.get(), 1'000'000); // not of any batch there has been
        desk.second();
        QCOMPARE(desk.batches, before);
        desk.deaf.clear();
        desk.board.taken(seat.get(), 1);
        desk.second();
        QCOMPARE(desk.batches, before + 1);
        QCOMPARE(seat->values[1], (Shown{{"a", "9"}}));
    }

    void more_than_fits_into_a_batch_comes_with_the_next() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "positions", everywhere, {}});
        const auto say_all = [&](const std::string& value) {
            for (int i = 0; i < 2'000; ++i)
                QVERIFY(desk.say("positions", std::to_string(i), "\"" + value + "\"",
                                 Place{114 + 0.001 * i, 30}));
        };
        say_all(std::string(1'000, 'a'));
        desk.seconds(6);
        QCOMPARE(seat->values[1].size(), 2'000U);
        QVERIFY(desk.largest <= LiveBoard::batch_bytes + 64);
        // Each has its turn, also when all change all the time.
        std::set<std::string> fresh;
        for (int round = 0; round < 6; ++round) {
            say_all(std::string(1'000, static_cast<char>('b' + round)));
            desk.second();
            for (const auto& [key, value] : seat->values[1])
                if (value[1] != 'a')
                    fresh.insert(key);
        }
        QCOMPARE(fresh.size(), 2'000U);
    }

    void keys_that_are_gone_count_too() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "positions", everywhere, {}});
        const auto key = [](int i) { return std::string(90, 'k') + std::to_string(i); };
        for (int i = 0; i < 4'000; ++i)
            QVERIFY(desk.say("positions", key(i), "0", Place{114 + 0.001 * i, 30}));
        desk.seconds(6);
        QCOMPARE(seat->values[1].size(), 4'000U);
        for (int i = 0; i < 4'000; ++i)
            QVERIFY(desk.unsay("positions", key(i)));
        QVERIFY(desk.say("positions", "last", "1", Place{114, 30}));
        desk.largest = 0;
        desk.seconds(6);
        QCOMPARE(seat->values[1], (Shown{{"last", "1"}}));
        QVERIFY(desk.largest > LiveBoard::batch_bytes / 2);
        QVERIFY(desk.largest <= LiveBoard::batch_bytes + 64);
    }

    void a_busy_watch_leaves_room_for_the_others() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "positions", everywhere, {}});
        desk.board.watch(seat.get(), {2, "levels", {}, {}});
        const std::string value(1'000, 'v');
        for (int round = 0; round < 10; ++round) {
            for (int i = 0; i < 1'000; ++i)
                QVERIFY(desk.say("positions", std::to_string(i), "\"" + value + "\"",
                                 Place{114 + 0.001 * i, 30}));
            // Longer than what one more value of the others leaves free.
            if (round == 6)
                QVERIFY(desk.say("levels", "gate", "\"" + std::string(2'000, 'g') + "\""));
            desk.second();
        }
        QCOMPARE(seat->values[2].size(), 1U);
    }

    void who_never_reads_is_ended() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        const auto other = desk.join(LiveDesk::account(Role::operator_));
        for (const auto& each : {seat, other})
            desk.board.watch(each.get(), {1, "levels", {}, {}});
        QVERIFY(desk.say("levels", "a", "0"));
        desk.deaf.insert(seat.get());
        desk.seconds(28);
        QVERIFY(!seat->ending);
        desk.board.unwatch(seat.get(), 1); // it matters no more what it watches
        desk.seconds(5);
        QCOMPARE(seat->ending, Ending::slow);
        QVERIFY(!other->ending);
        QCOMPARE(desk.board.figures().slow, 1);
        QCOMPARE(desk.board.figures().watches, 1);
    }

    void a_watch_is_prompt_after_one_that_was_taken_back() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        QVERIFY(desk.say("levels", "a", "1"));
        desk.board.watch(seat.get(), {1, "levels", {}, {}});
        desk.board.unwatch(seat.get(), 1);
        const std::size_t not_its_turn = 1;
        QVERIFY(desk.board.turn(not_its_turn, desk.now).empty());
        desk.board.watch(seat.get(), {2, "levels", {}, {}});
        QCOMPARE(desk.board.turn(not_its_turn, desk.now).size(), 1U);
    }

    /// What a hand moves is told within a few turns, again and again, and only to those who watch.
    void a_prompt_topic_does_not_wait_for_the_second() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        const auto other = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "hands", {}, {}});
        desk.board.watch(other.get(), {1, "levels", {}, {}});
        desk.second();
        const auto turns_in_gap = static_cast<int>(LiveBoard::prompt_change_after *
                                                   LiveBoard::turns / std::chrono::seconds(1));
        for (int step = 1; step <= 5; ++step) {
            QVERIFY(desk.say("hands", "left", std::to_string(step)));
            desk.turns(turns_in_gap);
            QCOMPARE(seat->values[1], (Shown{{"left", std::to_string(step)}}));
        }
        QCOMPARE(desk.batches, 5);
        QVERIFY(desk.unsay("hands", "left"));
        desk.turns(turns_in_gap);
        QVERIFY(seat->values[1].empty());
    }

    void starting_over_ends_every_seat_and_knows_nothing() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "levels", {}, {}});
        QVERIFY(desk.say("levels", "a", "1"));
        desk.second();
        const auto ends = desk.board.start_over();
        QCOMPARE(ends.size(), 1U);
        QCOMPARE(ends[0].ending, Ending::going_away);
        QCOMPARE(desk.board.figures().values, 0);
        QCOMPARE(desk.board.figures().watches, 0);
        const auto again = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(again.get(), {1, "levels", {}, {}});
        QVERIFY(desk.say("levels", "b", "2"));
        desk.second();
        QCOMPARE(again->values[1], (Shown{{"b", "2"}}));
    }

    void limits_are_refused_data() {
        QTest::addColumn<QByteArray>("topic");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("refusal");
        const auto row = [](const char* name, const char* topic, const QByteArray& text,
                            const char* refusal) {
            QTest::newRow(name) << QByteArray(topic) << text << QByteArray(refusal);
        };
        row("unknown", "nothing", R"({"set":[{"key":"a","value":1}]})", "not_found topic");
        row("no place", "positions", R"({"set":[{"key":"a","value":1}]})",
            "missing_field set[0].place");
        row("a place", "levels",
            R"({"set":[{"key":"a","value":1},{"key":"b","place":{"lon":1,"lat":1},"value":1}]})",
            "invalid_field set[1].place");
        row("off the globe", "positions",
            R"({"set":[{"key":"a","place":{"lon":181,"lat":1},"value":1}]})",
            "invalid_field set[0].place");
        row("no key", "levels", R"({"set":[{"key":"","value":1}]})", "missing_field set[0].key");
        row("long key", "levels",
            R"({"set":[{"key":")" + QByteArray(101, 'k') + R"(","value":1}]})",
            "invalid_field set[0].key");
        row("long value", "levels",
            R"({"set":[{"key":"a","value":")" + QByteArray(2'048, 'v') + R"("}]})",
            "too_large set[0].value");
        row("an area", "levels", R"({"set":[{"key":"a","area":"4201","value":1}]})",
            "invalid_field set[0].area");
        row("too many", "levels",
            R"({"set":[{"key":"1","value":1},{"key":"2","value":1},{"key":"3","value":1},)"
            R"({"key":"4","value":1}]})",
            "no_room set");
    }
    void limits_are_refused() {
        QFETCH(QByteArray, topic);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, refusal);
        LiveDesk desk(topics());
        const auto command = json::read<PublishLive>(text.toStdString());
        QVERIFY(command);
        const auto refused = desk.board.publish(
            topic.toStdString(), LiveDesk::account(Role::commander), *command, desk.now);
        QVERIFY(!refused);
        QCOMPARE(QByteArray::fromStdString(std::string(json::name_of(refused.error().kind)) + " " +
                                           refused.error().field),
                 refusal);
        QCOMPARE(desk.board.figures().values, 0); // all or nothing
    }

    void a_producer_with_an_area_says_only_what_lies_in_it() {
        LiveDesk desk(topics());
        const auto by = LiveDesk::account(Role::commander, east);
        QVERIFY(desk.say("levels", "a", "1", {}, east, by));
        QCOMPARE(desk.say("levels", "a", "1", {}, west, by).error().kind, FailureKind::forbidden);
        QCOMPARE(desk.say("levels", "a", "1", {}, {}, by).error().kind, FailureKind::forbidden);
    }

    void a_producer_with_an_area_leaves_the_values_of_others_alone_data() {
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("its own") << QByteArray(east.c_str()) << true;
        QTest::newRow("another's") << QByteArray(west.c_str()) << false;
        QTest::newRow("the district's") << QByteArray(district.c_str()) << false;
        QTest::newRow("the centre's") << QByteArray() << false;
    }
    void a_producer_with_an_area_leaves_the_values_of_others_alone() {
        QFETCH(QByteArray, area);
        QFETCH(bool, allowed);
        LiveDesk desk(topics());
        const auto by = LiveDesk::account(Role::commander, east);
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        desk.board.watch(seat.get(), {1, "levels", {}, {}});
        const auto of = area.isEmpty() ? std::optional<std::string>() : area.toStdString();
        QVERIFY(desk.say("levels", "a", "1", {}, of));
        const auto changed = desk.say("levels", "a", "2", {}, east, by);
        QCOMPARE(changed.has_value(), allowed);
        if (!allowed)
            QCOMPARE(changed.error().field, std::string("set[0].key"));
        desk.second();
        QCOMPARE(seat->values[1], (Shown{{"a", allowed ? "2" : "1"}}));
        const auto removed = desk.unsay("levels", "a", by);
        QCOMPARE(removed.has_value(), allowed);
        if (!allowed)
            QCOMPARE(removed.error().field, std::string("remove[0]"));
        desk.second();
        QCOMPARE(seat->values[1].size(), allowed ? 0U : 1U);
        QVERIFY(desk.unsay("levels", "nothing", by)); // what is not there is nobody's
    }

    void a_full_topic_takes_what_it_has() {
        LiveDesk desk(topics());
        for (const auto* key : {"a", "b", "c"})
            QVERIFY(desk.say("levels", key, "1"));
        QVERIFY(desk.say("levels", "b", "2"));
        QCOMPARE(desk.say("levels", "d", "1").error().kind, FailureKind::no_room);
        QVERIFY(desk.unsay("levels", "a"));
        QVERIFY(desk.say("levels", "d", "1"));
    }

    void watches_are_refused_data() {
        QTest::addColumn<QByteArray>("watch");
        QTest::addColumn<QByteArray>("refusal");
        const auto row = [](const char* name, const char* watch, const char* refusal) {
            QTest::newRow(name) << QByteArray(watch) << QByteArray(refusal);
        };
        row("unknown", R"({"id":1,"topic":"nothing"})", "1 not_found topic");
        row("forbidden", R"({"id":2,"topic":"levels"})", "2 forbidden topic");
        row("no places",
            R"({"id":3,"topic":"levels","box":{"west":1,"south":1,"east":2,"north":2}})",
            "3 forbidden topic");
        row("inside out",
            R"({"id":4,"topic":"positions","box":{"west":2,"south":1,"east":1,"north":2}})",
            "4 invalid_field box");
        row("both",
            R"({"id":5,"topic":"positions","box":{"west":1,"south":1,"east":2,"north":2},"subjects":["a"]})",
            "5 invalid_field subjects");
    }
    void watches_are_refused() {
        QFETCH(QByteArray, watch);
        QFETCH(QByteArray, refusal);
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::unit, east));
        desk.board.watch(seat.get(), *json::read<WatchLive>(watch.toStdString()));
        desk.second();
        QCOMPARE(seat->refused, std::vector<std::string>{refusal.toStdString()});
        QCOMPARE(desk.board.figures().watches, 0);
    }

    void a_seat_has_so_many_watches() {
        LiveDesk desk(topics());
        const auto seat = desk.join(LiveDesk::account(Role::operator_));
        for (std::size_t i = 0; i <= LiveBoard::max_watches; ++i)
            desk.board.watch(seat.get(), {std::int64_t(i), "levels", {}, {}});
        desk.second();
        QCOMPARE(seat->refused, std::vector<std::string>{"16 too_many id"});
        desk.board.watch(seat.get(), {3, "levels", {}, {"x"}}); // it moves
        desk.second();
        QCOMPARE(seat->refused.size(), 1U);
        desk.board.leave(seat.get());
        QCOMPARE(desk.board.figures().watches, 0);
    }
};

QTEST_GUILESS_MAIN(LiveBoardTest)
#include "live_board_test.moc"
