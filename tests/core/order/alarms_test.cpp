// What of an order rings, and that everybody calls it alike.
#include "core/order/alarms.h"

#include <QStringList>
#include <QTest>

using namespace chengyun;
using std::chrono::minutes;

namespace {

constexpr Instant issue = instant_of(1'790'000'000'000);

Assignment assignment(AssignmentState state, Escalation escalation) {
    Assignment a;
    a.id = "a1";
    a.state = state;
    a.issued = issue;
    if (state != AssignmentState::issued)
        a.acknowledged = issue + minutes(1);
    a.acknowledge_due = issue + minutes(10);
    a.report_due = issue + minutes(61);
    a.complete_due = issue + minutes(240);
    a.escalation = escalation;
    return a;
}

/// "overdue a1.report.61": with the deadline in minutes after the issue.
QStringList said(const std::vector<OrderAlarm>& alarms) {
    QStringList out;
    for (const auto& alarm : alarms) {
        auto occurrence = QString::fromStdString(alarm.occurrence);
        const auto dot = occurrence.lastIndexOf(u'.') + 1;
        if (const auto due = occurrence.sliced(dot).toLongLong(); due > ms_of(issue))
            occurrence = occurrence.first(dot) + QString::number((due - ms_of(issue)) / 60000);
        out << QString::fromUtf8(alarm.kind.data(), qsizetype(alarm.kind.size())) + u' ' +
                   occurrence;
    }
    return out;
}

} // namespace

class OrderAlarmsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deadlines_ring_once_each_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("escalation");
        QTest::addColumn<int>("at"); // minutes after the issue
        QTest::addColumn<QStringList>("alarms");
        const auto row = [](const char* name, AssignmentState state, Escalation level, int at,
                            const char* alarms) {
            auto list = QString::fromLatin1(alarms).split(u',', Qt::SkipEmptyParts);
            QTest::newRow(name) << int(state) << int(level) << at << list;
        };
        using S = AssignmentState;
        using E = Escalation;
        row("nothing is near", S::issued, E::none, 1, "");
        row("the signature is near", S::issued, E::L0, 8, "due_soon a1.acknowledge.10");
        row("it is missed", S::issued, E::L1, 10, "overdue a1.acknowledge.10");
        row("and goes on", S::issued, E::L3, 500, "overdue a1.acknowledge.10");
        row("the report is near", S::executing, E::L0, 50, "due_soon a1.report.61");
        row("the report is missed", S::executing, E::L1, 61, "overdue a1.report.61");
        row("and completion is near", S::executing, E::L2, 200,
            "overdue a1.report.61,due_soon a1.complete.240");
        row("both are missed", S::executing, E::L2, 240,
            "overdue a1.report.61,overdue a1.complete.240");
        row("the seat's clock is behind", S::issued, E::L1, 9, "overdue a1.acknowledge.10");
        row("completed", S::completed, E::none, 500, "");
        row("it is taken away", S::reassigned, E::L1, 500, "");
        row("asked back", S::return_requested, E::none, 5, "return_requested a1.0");
    }
    void deadlines_ring_once_each() {
        QFETCH(int, state);
        QFETCH(int, escalation);
        QFETCH(int, at);
        const auto a = assignment(AssignmentState(state), Escalation(escalation));
        QTEST(said(standing_alarms(a, TimeLimits{}, OrderPolicy{}, issue + minutes(at))), "alarms");
    }

    void the_next_deadline_is_another_alarm() {
        auto a = assignment(AssignmentState::executing, Escalation::L1);
        const auto before = standing_alarms(a, {}, {}, issue + minutes(61));
        a.report_due = issue + minutes(121);
        const auto after = standing_alarms(a, {}, {}, issue + minutes(121));
        QCOMPARE(int(after.size()), 1);
        QVERIFY(before.front().occurrence != after.front().occurrence);
        QCOMPARE(std::string(named_in(after.front().occurrence)), a.id);
    }

    void a_new_order_rings_until_all_have_signed() {
        Order order;
        order.id = "o1";
        order.issued = issue;
        QVERIFY(standing_alarm(order).has_value());
        order.state = OrderState::acknowledged;
        QVERIFY(!standing_alarm(order).has_value());
    }

    void a_supervision_rings_until_it_is_replied_to() {
        Supervision supervision;
        supervision.id = "s1";
        const auto first = standing_alarm(supervision);
        QVERIFY(first.has_value());
        QCOMPARE(std::string(named_in(first->occurrence)), std::string("s1"));
        supervision.level = Escalation::L3; // circulated
        QVERIFY(standing_alarm(supervision)->occurrence != first->occurrence);
        supervision.state = SupervisionState::replied;
        QVERIFY(!standing_alarm(supervision).has_value());
    }
};

QTEST_GUILESS_MAIN(OrderAlarmsTest)
#include "alarms_test.moc"
