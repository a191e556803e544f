#include "hub/journal/journal_kinds.h"
#include "tests/hub/live/live_desk.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::LiveDesk;
using chengyun::hub::test::ShownSeatPtr;

namespace {

const std::string east = "420114001000", west = "420114002000";

/// Orders "east" and "both"; who asks must see them.
struct Desk : LiveDesk {
    std::map<std::string, Audience> orders{{"east", {{east}, {}}}, {"both", {{east, west}, {}}}};
    int asked = 0;
    std::optional<Failure> trouble; ///< what every question is answered with
    bool is_silent = false;         ///< questions are kept, and not answered
    std::vector<std::function<void()>> kept;

    Desk() : LiveDesk({topic(this)}) {}

    static LiveTopic topic(Desk* desk) {
        LiveTopic topic;
        topic.name = "presence.orders";
        topic.may_watch = [](const Account& account) { return account.role != Role::unit; };
        topic.presence = [desk](const Account& account, const std::string& order, auto answer) {
            ++desk->asked;
            if (desk->is_silent) {
                desk->kept.push_back([answer] { answer(Audience{}); });
                return;
            }
            if (desk->trouble)
                return answer(*desk->trouble);
            const auto found = desk->orders.find(order);
            if (found == desk->orders.end() ||
                !may_see(account, Viewers::by_place, found->second.areas, found->second.units))
                return answer(fail(FailureKind::not_found, "order"));
            answer(found->second);
        };
        return topic;
    }
    ShownSeatPtr seat(const std::string& area = {}, Role role = Role::operator_) {
        return join(account(role, area));
    }
    void open(const ShownSeatPtr& seat, std::vector<std::string> orders_open) {
        board.present(seat.get(), {"presence.orders", std::move(orders_open)}, now);
    }
    void watch(const ShownSeatPtr& seat, const std::string& order) {
        board.watch(seat.get(), {1, "presence.orders", {}, {order}});
    }
    /// How many others the seat is shown.
    static std::size_t others(const ShownSeatPtr& seat) { return seat->values[1].size(); }
    /// A second in which these have pinged.
    void second_with(const std::vector<ShownSeatPtr>& seats) {
        for (const auto& seat : seats)
            board.heard(seat.get(), now);
        second();
    }
};

} // namespace

class LivePresenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void others_see_who_has_it_open() {
        Desk desk;
        const auto first = desk.seat(), second = desk.seat();
        desk.watch(first, "east");
        desk.open(first, {"east"});
        desk.seconds(2);
        QCOMPARE(Desk::others(first), 0U); // not oneself
        desk.open(second, {"east"});
        desk.watch(second, "east");
        desk.seconds(2);
        QCOMPARE(Desk::others(first), 1U);
        QCOMPARE(Desk::others(second), 1U);
        const auto shown = json::read<Presence>(first->values[1].begin()->second);
        QVERIFY(shown);
        QCOMPARE(shown->name, std::string("李明"));
        desk.open(second, {"both"});
        desk.seconds(2);
        QCOMPARE(Desk::others(first), 0U);
        desk.open(second, {"both", "east"});
        desk.seconds(2);
        QCOMPARE(Desk::others(first), 1U);
        desk.board.leave(second.get());
        desk.seconds(2);
        QCOMPARE(Desk::others(first), 0U);
    }

    void a_seat_that_falls_silent_is_gone_and_comes_back() {
        Desk desk;
        const auto watcher = desk.seat(), other = desk.seat();
        desk.watch(watcher, "east");
        desk.open(other, {"east"});
        for (int i = 0; i < 20; ++i)
            desk.second_with({watcher, other});
        QCOMPARE(Desk::others(watcher), 1U);
        for (int i = 0; i < 10; ++i)
            desk.second_with({watcher});
        QCOMPARE(Desk::others(watcher), 0U);
        desk.second_with({watcher, other});
        desk.second_with({watcher});
        QCOMPARE(Desk::others(watcher), 1U);
    }

    void a_seat_that_says_something_else_all_the_time_is_asked_about_once_a_second() {
        Desk desk;
        const auto seat = desk.seat();
        for (int i = 0; i < 100; ++i)
            desk.open(seat, {i % 2 ? "east" : "both", "x" + std::to_string(i)});
        QCOMPARE(desk.asked, 0);
        desk.second();
        QCOMPARE(desk.asked, 2);
        desk.open(seat, {"east"}); // it has been asked
        desk.second();
        QCOMPARE(desk.asked, 2);
    }

    void so_many_questions_wait_and_the_rest_comes_later() {
        Desk desk;
        desk.is_silent = true;
        const auto most = std::size_t(LiveBoard::max_questions);
        std::vector<ShownSeatPtr> seats;
        for (std::size_t i = 0; i < most / limits::present_subjects + 2; ++i) {
            seats.push_back(desk.seat());
            std::vector<std::string> orders;
            for (std::size_t n = 0; n < limits::present_subjects; ++n)
                orders.push_back(std::to_string(n));
            desk.open(seats.back(), orders);
        }
        desk.second_with(seats);
        QCOMPARE(desk.asked, int(most));
        desk.second_with(seats);
        QCOMPARE(desk.asked, int(most));
        for (const auto& answer : std::exchange(desk.kept, {}))
            answer();
        desk.second_with(seats);
        QCOMPARE(desk.asked, int(most + 2 * limits::present_subjects));
        desk.kept.clear(); // dropped: they count no more either
    }

    void a_question_that_cannot_be_answered_changes_nothing() {
        Desk desk;
        const auto watcher = desk.seat(), other = desk.seat();
        desk.watch(watcher, "east");
        desk.open(other, {"east"});
        desk.seconds(2);
        QCOMPARE(Desk::others(watcher), 1U);
        desk.trouble = fail(FailureKind::too_many, {}, "too many queries wait");
        const auto before = desk.asked;
        for (int i = 0; i < 25; ++i)
            desk.second_with({watcher, other});
        QVERIFY(desk.asked > before);
        QCOMPARE(Desk::others(watcher), 1U);
        desk.trouble = fail(FailureKind::not_found, "order");
        for (int i = 0; i < 12; ++i)
            desk.second_with({watcher, other});
        QCOMPARE(Desk::others(watcher), 0U);
    }

    void who_does_not_see_the_order_is_not_told() {
        Desk desk;
        const auto in = desk.seat(east), out = desk.seat(west), teller = desk.seat();
        desk.watch(in, "east");
        desk.watch(out, "east");
        desk.open(teller, {"east"});
        desk.seconds(2);
        QCOMPARE(Desk::others(in), 1U);
        QCOMPARE(Desk::others(out), 0U);
        // Nor is it said of somebody who does not see it.
        desk.open(out, {"east"});
        desk.seconds(2);
        QCOMPARE(Desk::others(in), 1U);
    }

    void who_sees_it_is_asked_again() {
        Desk desk;
        const auto out = desk.seat(west), teller = desk.seat(), early = desk.seat();
        desk.watch(out, "east");
        desk.watch(early, "later");
        desk.open(teller, {"east", "later"});
        desk.second();
        QCOMPARE(Desk::others(out), 0U);
        QCOMPARE(Desk::others(early), 0U);
        desk.orders["east"].areas.push_back(west); // a recipient there
        desk.orders["later"] = {{east}, {}};       // issued
        for (int i = 0; i < 12; ++i)
            desk.second_with({out, teller, early});
        QCOMPARE(Desk::others(out), 1U);
        QCOMPARE(Desk::others(early), 1U);
        desk.orders["east"].areas = {east};
        for (int i = 0; i < 12; ++i)
            desk.second_with({out, teller, early});
        QCOMPARE(Desk::others(out), 0U);
        QVERIFY(desk.asked < 12); // not all the time
    }

    void teams_in_the_field_have_no_part_in_it() {
        Desk desk;
        const auto team = desk.seat(east, Role::unit);
        desk.open(team, {"east"});
        desk.watch(team, "east");
        desk.second();
        QCOMPARE(team->refused,
                 (std::vector<std::string>{"0 forbidden topic", "1 forbidden topic"}));
        QCOMPARE(desk.board.figures().values, 0);
    }

    void nobody_publishes_presence() {
        Desk desk;
        QCOMPARE(desk.say("presence.orders", "east/1", "{}").error().kind, FailureKind::forbidden);
    }

    void an_answer_that_comes_too_late_is_dropped() {
        Desk desk;
        const auto watcher = desk.seat(), other = desk.seat();
        desk.watch(watcher, "east");
        desk.open(other, {"east"});
        desk.is_silent = true;
        desk.second();
        QCOMPARE(desk.kept.size(), 1U);
        desk.board.leave(other.get());
        desk.kept[0]();
        desk.seconds(2);
        QCOMPARE(Desk::others(watcher), 0U);
        QCOMPARE(desk.board.figures().values, 0);
    }

    void a_seat_has_so_much_open() {
        Desk desk;
        const auto seat = desk.seat();
        desk.open(seat, std::vector<std::string>(limits::present_subjects + 1, "east"));
        desk.watch(seat, "east");
        desk.second();
        QCOMPARE(seat->refused, std::vector<std::string>{"0 too_large subjects"});
    }
};

QTEST_GUILESS_MAIN(LivePresenceTest)
#include "live_presence_test.moc"
