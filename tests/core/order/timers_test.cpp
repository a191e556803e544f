#include "core/order/timers.h"
#include "tests/core/describe.h"

#include <QTest>

#include <algorithm>

using namespace chengyun;
using S = AssignmentState;
using K = TimerKind;

namespace {

Instant minute(std::int64_t m) {
    return instant_of(1'700'000'000'000) + std::chrono::minutes(m);
}

/// "acknowledge L0 @8 due 10", minutes after issue; one timer a word group, in the given order.
QByteArray said(const std::vector<Timer>& timers) {
    QByteArrayList words;
    const auto since = [](Instant t) {
        return QByteArray::number(qint64((t - minute(0)) / std::chrono::minutes(1)));
    };
    for (const auto& t : timers)
        words << name(t.kind) + " " + name(t.level) + " @" + since(t.fire_at) + " due " +
                     since(t.due);
    return words.join(", ");
}

} // namespace

class TimersTest : public QObject {
    Q_OBJECT
    const TimeLimits limits_{10, 60, 240};
    const OrderPolicy policy_;
    Assignment assignment_;
    std::vector<Timer> pending_;
    QByteArrayList fired_;

    void act(Act what, std::int64_t at) {
        auto side = Transition::Side::centre;
        for (const auto& row : transitions())
            if (row.act == what)
                side = row.side;
        const auto role = side == Transition::Side::unit ? Role::unit : Role::operator_;
        const auto after = apply(assignment_, what, role, policy_, limits_, minute(at), "because");
        QCOMPARE(outcome(after), "ok");
        pending_ = rearm(assignment_, *after, pending_, limits_, policy_);
        assignment_ = *after;
    }

    /// What the hub does: fires what is due, in order of time, and keeps what follows.
    void run_until(std::int64_t at) {
        for (;;) {
            const auto next = std::min_element(
                pending_.begin(), pending_.end(),
                [](const auto& a, const auto& b) { return a.fire_at < b.fire_at; });
            if (next == pending_.end() || next->fire_at > minute(at))
                return;
            const auto timer = *next;
            pending_.erase(next);
            fired_ << name(timer.kind) + " " + name(timer.level);
            if (const auto follows = next_level(timer, policy_))
                pending_.push_back(*follows);
        }
    }

private Q_SLOTS:
    void init() {
        assignment_ = {};
        assignment_.id = "a";
        start_clocks(assignment_, limits_, minute(0));
        pending_ = timers_for(assignment_, limits_, policy_);
        fired_.clear();
    }

    void which_run_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("signed_before");
        QTest::addColumn<QByteArray>("timers");
        const QByteArray sign = "acknowledge L0 @8 due 10";
        const QByteArray work = "report L0 @58 due 70, complete L0 @192 due 240";
        const auto row = [](S state, bool before, const QByteArray& timers) {
            QTest::addRow("%s%s", name(state).constData(), before ? ", signed" : "")
                << int(state) << before << timers;
        };
        row(S::issued, false, sign);
        row(S::acknowledged, true, work);
        row(S::executing, true, work);
        row(S::return_requested, false, sign);
        row(S::return_requested, true, work);
        row(S::completed, true, {});
        row(S::verified, true, {});
        row(S::reassigned, false, {});
        row(S::reassigned, true, {});
        row(S::withdrawn, false, {});
    }
    void which_run() {
        QFETCH(int, state);
        QFETCH(bool, signed_before);
        assignment_.state = static_cast<S>(state);
        if (signed_before)
            assignment_.acknowledged = minute(0);
        const auto timers = timers_for(assignment_, limits_, policy_);
        QTEST(said(timers), "timers");
        for (const auto& timer : timers)
            QCOMPARE(timer.assignment, "a");
    }

    void due_soon_is_the_policys_data() {
        QTest::addColumn<qint64>("percent");
        QTest::addColumn<qint64>("fires_ms");
        QTest::newRow("at the deadline") << qint64(0) << qint64(600'000);
        QTest::newRow("a fifth before") << qint64(20) << qint64(480'000);
        QTest::newRow("not whole minutes") << qint64(33) << qint64(402'000);
        QTest::newRow("at once") << qint64(100) << qint64(0);
    }
    void due_soon_is_the_policys() {
        QFETCH(qint64, percent);
        QFETCH(qint64, fires_ms);
        OrderPolicy policy;
        policy.due_soon_percent = percent;
        const auto timers = timers_for(assignment_, limits_, policy);
        QCOMPARE(timers.size(), 1U);
        QCOMPARE(ms_of(timers[0].fire_at) - ms_of(minute(0)), fires_ms);
    }

    void levels_follow_data() {
        QTest::addColumn<int>("fired");
        QTest::addColumn<QByteArray>("next");
        const auto row = [](Escalation fired, const char* next) {
            QTest::newRow(name(fired).constData()) << int(fired) << QByteArray(next);
        };
        row(Escalation::none, "");
        row(Escalation::L0, "acknowledge L1 @10 due 10");
        row(Escalation::L1, "acknowledge L2 @40 due 10");
        row(Escalation::L2, "acknowledge L3 @160 due 10");
        row(Escalation::L3, "");
    }
    void levels_follow() {
        QFETCH(int, fired);
        auto timer = pending_.at(0);
        timer.level = static_cast<Escalation>(fired);
        timer.fire_at = minute(9999); // a late firing does not make the next one later
        const auto next = next_level(timer, policy_);
        QTEST(next ? said({*next}) : QByteArray(), "next");
    }

    void every_level_fires_once() {
        run_until(5);
        QVERIFY(fired_.isEmpty());
        run_until(10'000);
        QCOMPARE(fired_, (QByteArrayList{"acknowledge L0", "acknowledge L1", "acknowledge L2",
                                         "acknowledge L3"}));
        QVERIFY(pending_.empty());
        run_until(20'000);
        QCOMPARE(fired_.size(), 4);
    }

    void a_hub_that_was_down_catches_up_in_order() {
        run_until(9); // stops, and starts again 32 minutes later with what it had stored
        run_until(41);
        QCOMPARE(fired_, (QByteArrayList{"acknowledge L0", "acknowledge L1", "acknowledge L2"}));
        QCOMPARE(said(pending_), "acknowledge L3 @160 due 10");
    }

    void refusing_to_sign_does_not_stop_the_clock() {
        run_until(8);
        act(Act::request_return, 9);
        QCOMPARE(said(pending_), "acknowledge L1 @10 due 10");
        run_until(20);
        act(Act::reject_return, 20);
        act(Act::request_return, 21);
        QCOMPARE(said(pending_), "acknowledge L2 @40 due 10");
        run_until(40);
        QCOMPARE(fired_, (QByteArrayList{"acknowledge L0", "acknowledge L1", "acknowledge L2"}));
    }

    void a_request_after_signing_stops_none_either() {
        act(Act::acknowledge, 0);
        run_until(50);
        QCOMPARE(fired_, QByteArrayList{"report L0"}); // at 48
        act(Act::request_return, 50);
        run_until(60);
        QCOMPARE(fired_, (QByteArrayList{"report L0", "report L1"}));
        act(Act::acknowledge, 61); // takes the request back: no new time
        QCOMPARE(said(pending_), "report L2 @90 due 60, complete L0 @192 due 240");
    }

    void signing_starts_the_other_clocks() {
        act(Act::acknowledge, 4);
        QCOMPARE(said(pending_), "report L0 @52 due 64, complete L0 @192 due 240");
    }

    void a_report_moves_only_its_own_deadline() {
        act(Act::acknowledge, 0);
        run_until(195);
        QVERIFY(fired_.contains("complete L0"));
        act(Act::report, 196);
        QCOMPARE(said(pending_), "report L0 @244 due 256, complete L1 @240 due 240");
        run_until(243);
        QCOMPARE(fired_.count("complete L0"), 1);
        QCOMPARE(fired_.count("complete L1"), 1);
    }

    void a_fired_out_deadline_stays_silent() {
        run_until(200);
        QVERIFY(pending_.empty());
        act(Act::remind, 201);
        act(Act::supervise, 202);
        act(Act::request_return, 203);
        QVERIFY(pending_.empty());
        QCOMPARE(assignment_.escalation, Escalation::L3);
    }

    void ends_stop_everything_data() {
        QTest::addColumn<QList<int>>("acts");
        const auto row = [](const char* title, QList<Act> acts) {
            QList<int> numbers;
            for (const auto one : acts)
                numbers << int(one);
            QTest::newRow(title) << numbers;
        };
        row("withdrawn", {Act::withdraw});
        row("reassigned", {Act::reassign});
        row("completed", {Act::acknowledge, Act::complete});
        row("verified", {Act::acknowledge, Act::complete, Act::verify});
        row("request granted", {Act::request_return, Act::reassign});
    }
    void ends_stop_everything() {
        QFETCH(QList<int>, acts);
        for (const int one : acts)
            act(static_cast<Act>(one), 1);
        QVERIFY(pending_.empty());
        run_until(10'000);
        QVERIFY(fired_.isEmpty());
        QCOMPARE(chengyun::escalation_at(assignment_, limits_, policy_, minute(10'000)),
                 Escalation::none);
    }

    void rework_starts_them_anew() {
        act(Act::acknowledge, 0);
        act(Act::complete, 230);
        act(Act::send_back, 300);
        QCOMPARE(said(pending_), "report L0 @348 due 360, complete L0 @492 due 540");
    }

    void timers_of_others_are_not_taken_along() {
        auto other = pending_.at(0);
        other.assignment = "b";
        pending_.push_back(other);
        act(Act::remind, 1);
        QCOMPARE(said(pending_), "acknowledge L0 @8 due 10");
        QCOMPARE(pending_.at(0).assignment, "a");
    }

    void escalation_at_data() {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QByteArray>("level");
        const auto row = [](const char* title, qint64 at, const char* level) {
            QTest::newRow(title) << at << QByteArray(level);
        };
        row("fresh", 0, "none");
        row("just before", 7, "none");
        row("due soon", 8, "L0");
        row("overdue to the minute", 10, "L1");
        row("not yet supervised", 39, "L1");
        row("supervised", 40, "L2");
        row("circulated", 160, "L3");
        row("for ever", 100'000, "L3");
    }
    void escalation_at() {
        QFETCH(qint64, at);
        QTEST(name(chengyun::escalation_at(assignment_, limits_, policy_, minute(at))), "level");
    }

    void escalation_is_the_worst_of_the_clocks() {
        act(Act::acknowledge, 0);
        act(Act::report, 200); // the report's clock is fresh, the completion's is not
        QCOMPARE(chengyun::escalation_at(assignment_, limits_, policy_, minute(200)),
                 Escalation::L0);
        QCOMPARE(chengyun::escalation_at(assignment_, limits_, policy_, minute(241)),
                 Escalation::L1);
    }
};

QTEST_APPLESS_MAIN(TimersTest)
#include "timers_test.moc"
