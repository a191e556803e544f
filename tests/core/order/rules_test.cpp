#include "core/order/rules.h"
#include "tests/core/describe.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace chengyun;
using S = AssignmentState;

namespace {

template <class E>
std::vector<E> all() {
    std::vector<E> values;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto d) { values.push_back(d.value); });
    return values;
}

/// The table once more, written as people say it and independently of rules.cpp.
struct Row {
    S from;
    Act act;
    S to;
    const char* who;
};
const Row expected[] = {
    {S::issued, Act::acknowledge, S::acknowledged, "unit"},
    {S::issued, Act::request_return, S::return_requested, "unit"},
    {S::issued, Act::reassign, S::reassigned, "centre"},
    {S::issued, Act::withdraw, S::withdrawn, "centre"},
    {S::issued, Act::remind, S::issued, "centre"},
    {S::issued, Act::supervise, S::issued, "centre"},
    {S::acknowledged, Act::depart, S::executing, "unit"},
    {S::acknowledged, Act::arrive, S::executing, "unit"},
    {S::acknowledged, Act::report, S::executing, "unit"},
    {S::acknowledged, Act::complete, S::completed, "unit"},
    {S::acknowledged, Act::request_return, S::return_requested, "unit"},
    {S::acknowledged, Act::reassign, S::reassigned, "centre"},
    {S::acknowledged, Act::remind, S::acknowledged, "centre"},
    {S::acknowledged, Act::supervise, S::acknowledged, "centre"},
    {S::executing, Act::depart, S::executing, "unit"},
    {S::executing, Act::arrive, S::executing, "unit"},
    {S::executing, Act::report, S::executing, "unit"},
    {S::executing, Act::complete, S::completed, "unit"},
    {S::executing, Act::reassign, S::reassigned, "centre"},
    {S::executing, Act::remind, S::executing, "centre"},
    {S::executing, Act::supervise, S::executing, "centre"},
    {S::completed, Act::verify, S::verified, "centre"},
    {S::completed, Act::send_back, S::executing, "centre"},
    {S::return_requested, Act::acknowledge, S::acknowledged, "unit"},
    {S::return_requested, Act::reject_return, S::issued, "centre"},
    {S::return_requested, Act::force_return, S::issued, "centre"},
    {S::return_requested, Act::reassign, S::reassigned, "centre"},
    {S::return_requested, Act::withdraw, S::withdrawn, "centre"},
    {S::return_requested, Act::remind, S::return_requested, "centre"},
    {S::return_requested, Act::supervise, S::return_requested, "centre"},
};

const Row* row_of(S from, Act act) {
    const auto* row = std::find_if(std::begin(expected), std::end(expected),
                                   [&](const Row& r) { return r.from == from && r.act == act; });
    return row == std::end(expected) ? nullptr : row;
}

bool is_allowed(const Row& row, Role role, bool on_behalf) {
    const bool centre = role == Role::operator_ || role == Role::commander;
    if (std::string_view(row.who) == "centre")
        return centre;
    return role == Role::unit || (centre && on_behalf);
}

} // namespace

class RulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_combination_data();
    void every_combination();
    void the_table_has_no_row_twice();
    void possible_acts();
    void nothing_leaves_an_end();
    void derive_data();
    void derive();
    void requests_stand_where_they_were_made();
    void open_states();
};

void RulesTest::every_combination_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("act");
    for (const auto from : all<S>())
        for (const auto act : all<Act>())
            QTest::addRow("%s %s", name(from).constData(), name(act).constData())
                << int(from) << int(act);
}

void RulesTest::every_combination() {
    QFETCH(int, from);
    QFETCH(int, act);
    const Row* row = row_of(static_cast<S>(from), static_cast<Act>(act));
    for (const auto role : all<Role>()) {
        for (const bool on_behalf : {false, true}) {
            const auto result =
                next_state(static_cast<S>(from), static_cast<Act>(act), role, on_behalf);
            if (!row) {
                QCOMPARE(outcome(result), "wrong_state act");
            } else if (!is_allowed(*row, role, on_behalf)) {
                QCOMPARE(outcome(result), "forbidden act");
            } else {
                QCOMPARE(outcome(result), "ok");
                QCOMPARE(*result, row->to);
            }
        }
    }
}

void RulesTest::the_table_has_no_row_twice() {
    std::set<std::pair<S, Act>> seen;
    for (const auto& row : transitions())
        QVERIFY(seen.emplace(row.from, row.act).second);
    QCOMPARE(seen.size(), std::size(expected));
}

void RulesTest::possible_acts() {
    for (const auto role : all<Role>()) {
        for (const auto from : all<S>()) {
            std::vector<Act> acts;
            for (const auto& row : expected)
                if (row.from == from && is_allowed(row, role, false))
                    acts.push_back(row.act);
            QVERIFY(chengyun::possible_acts(from, role) == acts);
        }
    }
    QVERIFY(chengyun::possible_acts(S::issued, Role::auditor).empty());
    QVERIFY(chengyun::possible_acts(S::issued, Role::admin).empty());
}

void RulesTest::nothing_leaves_an_end() {
    for (const auto state : all<S>()) {
        const bool leaves = std::any_of(transitions().begin(), transitions().end(),
                                        [&](const Transition& t) { return t.from == state; });
        QCOMPARE(leaves, is_open(state));
    }
}

void RulesTest::derive_data() {
    QTest::addColumn<QByteArray>("states"); // "!": acknowledged before it was asked back
    QTest::addColumn<QByteArray>("derived");
    const auto row = [](const char* states, const char* derived) {
        QTest::newRow(states) << QByteArray(states) << QByteArray(derived);
    };
    row("", "withdrawn");
    row("issued", "issued");
    row("issued verified", "issued");
    row("executing issued", "issued");
    row("return_requested", "issued");
    row("return_requested!", "acknowledged");
    row("return_requested! executing", "acknowledged");
    row("return_requested completed", "issued");
    row("acknowledged executing", "acknowledged");
    row("executing completed", "executing");
    row("executing verified", "executing");
    row("completed", "completed");
    row("completed verified", "completed");
    row("verified", "closed");
    row("verified verified", "closed");
    row("verified withdrawn reassigned", "closed");
    row("reassigned issued", "issued");
    row("withdrawn", "withdrawn");
    row("withdrawn reassigned", "withdrawn");
}

void RulesTest::derive() {
    QFETCH(QByteArray, states);
    std::vector<Assignment> assignments;
    for (auto word : states.split(' ')) {
        if (word.isEmpty())
            continue;
        Assignment assignment;
        if (word.endsWith('!')) {
            assignment.acknowledged = instant_of(1);
            word.chop(1);
        }
        assignment.state = json::enum_of<S>(word.toStdString()).value();
        assignments.push_back(assignment);
    }
    QTEST(name(derive_state(assignments)), "derived");
    std::reverse(assignments.begin(), assignments.end());
    QTEST(name(derive_state(assignments)), "derived");
}

void RulesTest::requests_stand_where_they_were_made() {
    Assignment assignment;
    for (const auto state : all<S>()) {
        assignment.state = state;
        QCOMPARE(standing(assignment), state == S::return_requested ? S::issued : state);
    }
    assignment.state = S::return_requested;
    assignment.acknowledged = instant_of(5);
    QCOMPARE(standing(assignment), S::acknowledged);
}

void RulesTest::open_states() {
    for (const auto state : all<OrderState>())
        QCOMPARE(is_open(state), state != OrderState::closed && state != OrderState::withdrawn);
}

QTEST_APPLESS_MAIN(RulesTest)
#include "rules_test.moc"
