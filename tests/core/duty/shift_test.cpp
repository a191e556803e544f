#include "core/duty/on_duty.h"
#include "tests/core/duty/sample.h"

#include <QTest>

using namespace chengyun;
using sample::at;
using sample::id;
using sample::shift;
using S = ShiftState;
using A = ShiftAct;
using Side = ShiftSide;

namespace {

struct Row {
    S from;
    A act;
    S to;
    std::vector<Side> sides;
};

const std::vector<Row> expected{
    {S::planned, A::check_in, S::on_duty, {Side::own, Side::leads, Side::plans}},
    {S::planned, A::stand_in, S::planned, {Side::leads, Side::plans}},
    {S::planned, A::cancel, S::cancelled, {Side::plans}},
    {S::on_duty, A::close, S::closed, {Side::own, Side::leads}},
};

const std::vector own{Side::own};
const std::vector leader{Side::leads};
const std::vector planner{Side::plans};

QByteArray names(const std::vector<std::string>& ids) {
    QByteArrayList words;
    for (const auto& id : ids)
        words << sample::name_of(id);
    return words.join(" ");
}

} // namespace

class ShiftTest : public QObject {
    Q_OBJECT
    Shift shift_;

private Q_SLOTS:
    void init() {
        shift_ = shift("1", "desk", "zhang", "2026-02-02 08:00", "2026-02-02 16:00");
        shift_.backup = id("li");
    }

    void every_combination() {
        QCOMPARE(shift_transitions().size(), expected.size());
        for (const auto from : sample::all<S>()) {
            for (const auto act : sample::all<A>()) {
                const auto row = std::ranges::find_if(
                    expected, [&](const Row& r) { return r.from == from && r.act == act; });
                for (const auto side : sample::all<Side>()) {
                    const auto to = next_state(from, act, std::vector{side});
                    if (row == expected.end()) {
                        QCOMPARE(outcome(to), "wrong_state act");
                    } else if (std::ranges::find(row->sides, side) == row->sides.end()) {
                        QCOMPARE(outcome(to), "forbidden act");
                    } else {
                        QCOMPARE(outcome(to), "ok");
                        QCOMPARE(*to, row->to);
                    }
                }
                QCOMPARE(outcome(next_state(from, act, {})),
                         row == expected.end() ? "wrong_state act" : "forbidden act");
            }
        }
    }

    void checking_in_data() {
        QTest::addColumn<QByteArray>("when");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<bool>("late");
        const auto row = [](const char* when, const char* expected, bool late = false) {
            QTest::newRow(when) << QByteArray(when) << QByteArray(expected) << late;
        };
        row("2026-02-02 06:59", "wrong_state now");
        row("2026-02-02 07:00", "ok");
        row("2026-02-02 08:10", "ok");
        row("2026-02-02 08:11", "ok", true);
        row("2026-02-02 15:59", "ok", true);
        row("2026-02-02 16:00", "wrong_state now");
    }
    void checking_in() {
        QFETCH(QByteArray, when);
        QFETCH(QByteArray, expected);
        QFETCH(bool, late);
        const auto now = at(when.constData());
        const auto after = check_in(shift_, own, CheckInFrom::field, "account", now);
        QCOMPARE(outcome(after), expected);
        if (!after)
            return;
        QCOMPARE(after->state, S::on_duty);
        QVERIFY(after->checked_in == now);
        QVERIFY(after->checked_in_from == CheckInFrom::field);
        QCOMPARE(after->checked_in_by, "account");
        QCOMPARE(is_late(*after, at("2026-02-02 17:00")), late);
    }

    void nobody_checks_in_for_nobody() {
        shift_.person.clear();
        QCOMPARE(
            outcome(check_in(shift_, planner, CheckInFrom::telephone, "a", at("2026-02-02 08:00"))),
            "wrong_state person");
        QVERIFY(!is_late(shift_, at("2026-02-02 12:00")));
    }

    void standing_in() {
        auto after = stand_in(shift_, leader, id("li"));
        QCOMPARE(outcome(after), "ok");
        QCOMPARE(after->person, id("li"));
        QCOMPARE(after->stands_in_for, id("zhang"));
        QCOMPARE(after->backup, "");
        QCOMPARE(after->state, S::planned); // he has yet to check in
        // A second stand-in: it was still Zhang who did not come.
        after = stand_in(*after, leader, id("wang"));
        QCOMPARE(after->stands_in_for, id("zhang"));
        // Zhang has come after all.
        after = stand_in(*after, planner, id("zhang"));
        QCOMPARE(after->stands_in_for, "");
        QCOMPARE(outcome(stand_in(shift_, leader, id("zhang"))), "invalid_field person");
        QCOMPARE(outcome(stand_in(shift_, own, id("li"))), "forbidden act");
    }

    void closing_and_cancelling() {
        QCOMPARE(outcome(close(shift_, own, at("2026-02-02 16:00"))), "wrong_state act");
        QCOMPARE(outcome(cancel(shift_, own)), "forbidden act");
        const auto cancelled = cancel(shift_, planner);
        QCOMPARE(outcome(cancelled), "ok");
        QVERIFY(!counts(*cancelled));
        const auto there = check_in(shift_, own, CheckInFrom::seat, "a", at("2026-02-02 08:00"));
        QCOMPARE(outcome(cancel(*there, planner)), "wrong_state act");
        const auto closed = close(*there, own, at("2026-02-02 16:20"));
        QCOMPARE(outcome(closed), "ok");
        QVERIFY(closed->ended == at("2026-02-02 16:20"));
    }

    void wrong_shifts_name_the_field() {
        QCOMPARE(outcome(check(shift_)), "ok");
        auto wrong = shift_;
        wrong.end = wrong.start + std::chrono::minutes(14);
        QCOMPARE(outcome(check(wrong)), "invalid_field end");
        wrong.end = wrong.start + std::chrono::days(8);
        QCOMPARE(outcome(check(wrong)), "invalid_field end");
        wrong = shift_;
        wrong.post = "desk";
        QCOMPARE(outcome(check(wrong)), "invalid_field post");
        wrong = shift_;
        wrong.person.clear();
        QCOMPARE(outcome(check(wrong)), "ok");
        wrong.backup = "li";
        QCOMPARE(outcome(check(wrong)), "invalid_field backup");
        wrong = shift_;
        wrong.grace_minutes = -1;
        QCOMPARE(outcome(check(wrong)), "invalid_field grace_minutes");
    }

    void on_duty_now_and_next() {
        const std::vector posts{sample::post("desk"), sample::post("chief"), sample::post("old")};
        auto all = posts;
        all[2].closed = true;
        std::vector shifts{
            shift("4", "desk", "wang", "2026-02-02 16:00", "2026-02-03 00:00"),
            shift("1", "desk", "zhang", "2026-02-02 08:00", "2026-02-02 16:00"),
            shift("2", "desk", "li", "2026-02-02 08:00", "2026-02-02 16:00"),
            shift("5", "desk", "zhao", "2026-02-02 16:00", "2026-02-03 00:00"),
            shift("6", "desk", "qian", "2026-02-03 00:00", "2026-02-03 08:00"),
            shift("7", "desk", "sun", "2026-02-02 07:00", "2026-02-02 15:00"),
        };
        shifts[5].state = S::cancelled;
        const auto said = [&](const char* now) {
            const auto on = on_duty(all, shifts, at(now));
            return on.size() == 2 && on[0].post == id("desk") && on[1].now.empty()
                       ? names(on[0].now) + " | " + names(on[0].next)
                       : QByteArray("wrong posts");
        };
        QCOMPARE(said("2026-02-02 07:59"), " | 1 2");
        QCOMPARE(said("2026-02-02 08:00"), "1 2 | 4 5");
        QCOMPARE(said("2026-02-02 16:00"), "4 5 | 6");
        QCOMPARE(said("2026-02-03 08:00"), " | ");
        // Until it is closed, who has checked in is on duty.
        shifts[1].state = S::on_duty;
        QCOMPARE(said("2026-02-02 16:10"), "1 4 5 | 6");
        shifts[1].state = S::closed;
        QCOMPARE(said("2026-02-02 16:10"), "4 5 | 6");
        // Who has checked in early is there.
        shifts[4].state = S::on_duty;
        QCOMPARE(said("2026-02-02 23:30"), "4 5 6 | ");
    }

    void leading() {
        const std::vector posts{sample::post("desk"), sample::post("chief", PostKind::shift_leader),
                                sample::post("boss", PostKind::commander)};
        std::vector shifts{shift("1", "chief", "li", "2026-02-02 08:00", "2026-02-02 16:00")};
        const auto now = at("2026-02-02 09:00");
        QVERIFY(!leads(id("li"), PostKind::dispatcher, posts, shifts, now)); // not checked in
        shifts[0].state = S::on_duty;
        QVERIFY(leads(id("li"), PostKind::dispatcher, posts, shifts, now));
        QVERIFY(leads(id("li"), PostKind::liaison, posts, shifts, now));
        QVERIFY(!leads(id("li"), PostKind::shift_leader, posts, shifts, now));
        QVERIFY(!leads(id("li"), PostKind::dispatcher, posts, shifts, at("2026-02-02 07:30")));
        QVERIFY(!leads("", PostKind::dispatcher, posts, shifts, now));
        shifts[0].post = id("boss");
        QVERIFY(leads(id("li"), PostKind::dispatcher, posts, shifts, now));
        shifts[0].post = id("desk");
        QVERIFY(!leads(id("li"), PostKind::dispatcher, posts, shifts, now));
    }

    void who_is_late_and_who_stands_in() {
        std::vector posts{sample::post("desk")};
        posts[0].qualification = "radio";
        std::vector<Person> people;
        for (const auto* name : {"zhang", "li", "wang", "zhao", "qian", "sun", "zhou", "wu"}) {
            people.push_back(sample::person(name));
            people.back().qualifications = {"radio"};
        }
        people[1].unit = id("police");    // li, the backup: of whatever unit
        people[2].qualifications.clear(); // wang
        people[3].active = false;         // zhao
        people[7].unit = id("police");    // wu: of another unit
        const std::vector leaves{sample::leave("qian", "2026-02-02 10:00", "2026-02-02 12:00")};
        std::vector shifts{shift_,
                           shift("2", "desk", "sun", "2026-02-01 16:00", "2026-02-02 00:00"),
                           shift("3", "desk", "zhou", "2026-02-01 08:00", "2026-02-01 16:00")};
        const auto said = [&](const char* now) {
            QByteArrayList words;
            for (const auto& late : late_shifts({posts, people, shifts, leaves}, at(now)))
                words << sample::name_of(late.shift) + " " + sample::name_of(late.person) + " " +
                             sample::said(late.since) + " " + sample::name_of(late.proposed);
            return words.join("; ");
        };
        shifts[1].state = shifts[2].state = S::closed;
        QCOMPARE(said("2026-02-02 08:09"), "");
        QCOMPARE(said("2026-02-02 08:10"), "1 zhang 02-02 08:10 li");
        QCOMPARE(said("2026-02-02 16:00"), "");
        QCOMPARE(names(stand_ins({posts, people, shifts, leaves}, shifts[0])), "li zhou sun");
        // Who rests too little is not asked, the backup is.
        posts[0].rest_minutes = 481;
        QCOMPARE(names(stand_ins({posts, people, shifts, leaves}, shifts[0])), "li zhou");
        shifts.push_back(shift("4", "desk", "li", "2026-02-02 00:00", "2026-02-02 08:00"));
        QCOMPARE(names(stand_ins({posts, people, shifts, leaves}, shifts[0])), "li zhou");
        shifts.back().end = at("2026-02-02 09:00");
        QCOMPARE(names(stand_ins({posts, people, shifts, leaves}, shifts[0])), "zhou");
        shifts[0].state = shifts.back().state = S::on_duty;
        QCOMPARE(said("2026-02-02 08:11"), "");
        QVERIFY(stand_ins({{}, people, shifts, leaves}, shifts[0]).empty());
    }

    void rings_climb_the_chain() {
        const DutyPolicy policy;
        const auto due = at("2026-02-02 08:10");
        QByteArrayList said;
        std::optional<DutyRing> ring =
            first_ring(DutyRingKind::late_check_in, id("1"), PostKind::liaison, due);
        for (; ring; ring = next_ring(*ring, policy)) {
            QVERIFY(ring->due == due);
            said << name(ring->at) + " " + sample::said(ring->fire_at).mid(6);
        }
        QCOMPARE(said.join(", "), "shift_leader 08:10, commander 08:20, leader 08:30");
        const auto top = first_ring(DutyRingKind::handover, id("1"), PostKind::leader, due);
        QCOMPARE(top.at, PostKind::leader);
        QVERIFY(!next_ring(top, policy));
    }
};

QTEST_APPLESS_MAIN(ShiftTest)
#include "shift_test.moc"
