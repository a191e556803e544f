#include "core/order/rules.h"
#include "tests/core/describe.h"

#include <QTest>

using namespace chengyun;
using S = AssignmentState;

namespace {

constexpr std::int64_t start_ms = 1'700'000'000'000;

Instant minute(std::int64_t m) {
    return instant_of(start_ms) + std::chrono::minutes(m);
}

Role role_for(Act act) {
    for (const auto& row : transitions())
        if (row.act == act)
            return row.side == Transition::Side::unit ? Role::unit : Role::operator_;
    return Role::auditor;
}

} // namespace

class ApplyTest : public QObject {
    Q_OBJECT
    const TimeLimits limits_{10, 60, 240};
    const OrderPolicy policy_;
    Assignment assignment_;

    /// Does it, and stops the test when it is refused.
    void act(Act what, std::int64_t at, const std::string& words = "because") {
        const auto result =
            apply(assignment_, what, role_for(what), policy_, limits_, minute(at), words);
        QCOMPARE(outcome(result), "ok");
        assignment_ = *result;
    }
    QByteArray refusal(Act what, const std::string& words = "because") {
        return outcome(
            apply(assignment_, what, role_for(what), policy_, limits_, minute(500), words));
    }

private Q_SLOTS:
    void init() {
        assignment_ = {};
        assignment_.id = "a";
        start_clocks(assignment_, limits_, minute(0));
    }

    void clocks_start_at_issue() {
        QCOMPARE(assignment_.issued, minute(0));
        QCOMPARE(assignment_.acknowledge_due, minute(10));
        QCOMPARE(assignment_.report_due, minute(70));
        QCOMPARE(assignment_.complete_due, minute(240));
    }

    void whole_way() {
        act(Act::acknowledge, 3, {});
        QCOMPARE(assignment_.state, S::acknowledged);
        QCOMPARE(assignment_.acknowledged, minute(3));
        QCOMPARE(assignment_.report_due, minute(63));
        act(Act::depart, 5, {});
        QCOMPARE(assignment_.state, S::executing);
        QCOMPARE(assignment_.departed, minute(5));
        QCOMPARE(assignment_.report_due, minute(65));
        act(Act::arrive, 15, "on the spot");
        QCOMPARE(assignment_.arrived, minute(15));
        act(Act::arrive, 16, {});
        QCOMPARE(assignment_.arrived, minute(15)); // a second tap does not make it later
        QCOMPARE(assignment_.last_report, "on the spot");
        act(Act::report, 40, "half of the water is gone");
        QCOMPARE(assignment_.report_due, minute(100));
        QCOMPARE(assignment_.last_report, "half of the water is gone");
        act(Act::complete, 90, "dry");
        QCOMPARE(assignment_.completed, minute(90));
        QCOMPARE(assignment_.last_report, "dry");
        QVERIFY(!assignment_.cleared);
        act(Act::verify, 95);
        QCOMPARE(assignment_.state, S::verified);
        QCOMPARE(assignment_.verified, minute(95));
        QCOMPARE(assignment_.cleared, minute(95));
        QCOMPARE(assignment_.clear_reason, ""); // it ended with completion
        QCOMPARE(assignment_.complete_due, minute(240));
    }

    void reporting_does_not_acknowledge() {
        QCOMPARE(refusal(Act::report), "wrong_state act");
        QCOMPARE(refusal(Act::depart), "wrong_state act");
        QCOMPARE(refusal(Act::complete), "wrong_state act");
    }

    void refusing_to_sign_moves_no_deadline() {
        act(Act::request_return, 8);
        QCOMPARE(assignment_.returns, 1);
        QCOMPARE(assignment_.acknowledge_due, minute(10));
        act(Act::reject_return, 20);
        QCOMPARE(assignment_.state, S::issued);
        QCOMPARE(assignment_.acknowledge_due, minute(10));
        QCOMPARE(assignment_.escalation, Escalation::L1); // overdue by its own doing
    }

    void returns_are_capped() {
        act(Act::request_return, 1);
        act(Act::reject_return, 2);
        act(Act::request_return, 3);
        act(Act::reject_return, 4);
        QCOMPARE(assignment_.returns, policy_.max_returns);
        QCOMPARE(refusal(Act::request_return), "wrong_state act");
    }

    void forced_is_not_asked_back_again() {
        act(Act::request_return, 1);
        act(Act::force_return, 2);
        QCOMPARE(assignment_.state, S::issued);
        QCOMPARE(refusal(Act::request_return), "wrong_state act");
        act(Act::acknowledge, 3);
    }

    void request_after_acknowledgement_leads_back_there() {
        act(Act::acknowledge, 2);
        act(Act::request_return, 4);
        QCOMPARE(assignment_.state, S::return_requested);
        act(Act::reject_return, 6);
        QCOMPARE(assignment_.state, S::acknowledged);
        act(Act::request_return, 7);
        act(Act::force_return, 8);
        QCOMPARE(assignment_.state, S::acknowledged);
    }

    void taking_a_request_back_is_no_second_signature() {
        act(Act::acknowledge, 2);
        act(Act::request_return, 4);
        act(Act::acknowledge, 30);
        QCOMPARE(assignment_.state, S::acknowledged);
        QCOMPARE(assignment_.acknowledged, minute(2));
        QCOMPARE(assignment_.report_due, minute(62));
    }

    void rework_has_its_time_anew() {
        act(Act::acknowledge, 1);
        act(Act::depart, 2);
        act(Act::arrive, 3);
        act(Act::complete, 230);
        act(Act::send_back, 300, "still wet");
        QCOMPARE(assignment_.state, S::executing);
        QCOMPARE(assignment_.reworks, 1);
        QCOMPARE(assignment_.report_due, minute(360));
        QCOMPARE(assignment_.complete_due, minute(540));
        QVERIFY(!assignment_.departed && !assignment_.arrived && !assignment_.completed);
        QCOMPARE(assignment_.acknowledged, minute(1));
        QCOMPARE(assignment_.escalation, Escalation::none);
        act(Act::complete, 400);
        act(Act::send_back, 410);
        QCOMPARE(assignment_.reworks, 2);
    }

    void clearing_keeps_the_reason() {
        const auto issued = assignment_;
        act(Act::reassign, 5, "their pump is broken");
        QCOMPARE(assignment_.state, S::reassigned);
        QCOMPARE(assignment_.cleared, minute(5));
        QCOMPARE(assignment_.clear_reason, "their pump is broken");
        assignment_ = issued;
        act(Act::withdraw, 6, "false alarm");
        QCOMPARE(assignment_.state, S::withdrawn);
        QCOMPARE(assignment_.clear_reason, "false alarm");
    }

    void reminders_are_counted() {
        act(Act::remind, 5, {});
        act(Act::remind, 6, {});
        QCOMPARE(assignment_.reminders, 2);
        act(Act::supervise, 7, {});
        QCOMPARE(assignment_.state, S::issued);
    }

    void escalation_is_that_of_the_open_timers() {
        act(Act::remind, 9, {});
        QCOMPARE(assignment_.escalation, Escalation::L0); // 8 of 10 minutes are over
        act(Act::remind, 45, {});
        QCOMPARE(assignment_.escalation, Escalation::L2);
        act(Act::acknowledge, 46, {});
        QCOMPARE(assignment_.escalation, Escalation::none);
        act(Act::report, 200, {});
        QCOMPARE(assignment_.escalation, Escalation::L0); // completion is due soon
        act(Act::complete, 300, {});
        QCOMPARE(assignment_.escalation, Escalation::none);
    }

    void words_are_required_data() {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("what");
        QTest::addColumn<bool>("required");
        for (const auto& row : transitions()) {
            const bool required = row.act == Act::request_return || row.act == Act::reject_return ||
                                  row.act == Act::force_return || row.act == Act::reassign ||
                                  row.act == Act::send_back || row.act == Act::withdraw;
            QTest::addRow("%s %s", name(row.from).constData(), name(row.act).constData())
                << int(row.from) << int(row.act) << required;
        }
    }
    void words_are_required() {
        QFETCH(int, from);
        QFETCH(int, what);
        QFETCH(bool, required);
        assignment_.state = static_cast<S>(from);
        for (const char* words : {"", " \n\t "})
            QCOMPARE(refusal(static_cast<Act>(what), words),
                     required ? "missing_field text" : "ok");
        QCOMPARE(refusal(static_cast<Act>(what)), "ok");
    }

    void the_operator_answers_for_a_unit_on_the_telephone() {
        const auto refused =
            apply(assignment_, Act::acknowledge, Role::operator_, policy_, limits_, minute(1));
        QCOMPARE(outcome(refused), "forbidden act");
        const auto taken = apply(assignment_, Act::acknowledge, Role::operator_, policy_, limits_,
                                 minute(1), {}, true);
        QCOMPARE(outcome(taken), "ok");
        const auto hostile = apply(assignment_, Act::acknowledge, Role::auditor, policy_, limits_,
                                   minute(1), {}, true);
        QCOMPARE(outcome(hostile), "forbidden act");
    }
};

QTEST_APPLESS_MAIN(ApplyTest)
#include "apply_test.moc"
