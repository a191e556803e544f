#include "core/duty/request.h"
#include "tests/core/duty/sample.h"

#include <QTest>

#include <set>

using namespace chengyun;
using sample::at;
using sample::id;
using R = RequestState;
using A = RequestAct;

namespace {

struct Row {
    RequestKind kind;
    R from;
    A act;
    R to;
    const char* party;
};

// Written down a second time: the table that runs is compared with it, every combination.
const Row expected[] = {
    {RequestKind::exchange, R::asked, A::agree, R::agreed, "other"},
    {RequestKind::exchange, R::asked, A::decline, R::refused, "other"},
    {RequestKind::exchange, R::asked, A::refuse, R::refused, "approver"},
    {RequestKind::exchange, R::asked, A::withdraw, R::withdrawn, "asker"},
    {RequestKind::exchange, R::agreed, A::decline, R::refused, "other"},
    {RequestKind::exchange, R::agreed, A::approve, R::approved, "approver"},
    {RequestKind::exchange, R::agreed, A::refuse, R::refused, "approver"},
    {RequestKind::exchange, R::agreed, A::withdraw, R::withdrawn, "asker"},
    {RequestKind::leave, R::asked, A::approve, R::approved, "approver"},
    {RequestKind::leave, R::asked, A::refuse, R::refused, "approver"},
    {RequestKind::leave, R::asked, A::withdraw, R::withdrawn, "asker"},
};

struct Somebody {
    const char* what;
    RequestActor actor;
    std::set<QByteArray> parties; ///< of an exchange
};

const std::vector<Somebody> everybody{
    {"asker", {"a1", id("zhang"), false}, {"asker"}},
    {"other", {"a2", id("li"), false}, {"other"}},
    {"approver", {"a3", id("wang"), true}, {"approver"}},
    {"approver who is nobody on the rota", {"a4", "", true}, {"approver"}},
    {"asker with the right to approve", {"a1", id("zhang"), true}, {"asker"}},
    {"other with the right to approve", {"a2", id("li"), true}, {"other"}},
    {"a third", {"a5", id("zhao"), false}, {}},
    {"nobody", {"a6", "", false}, {}},
};

ShiftExchange exchange() {
    ShiftExchange exchange;
    exchange.id = id("x");
    exchange.person = id("zhang");
    exchange.other = id("li");
    exchange.shift = id("1");
    exchange.in_return = id("2");
    exchange.reason = "a wedding";
    return exchange;
}

const Instant now = at("2026-02-01 12:00");

template <class Request>
void try_all(const Request& request, RequestKind kind) {
    for (const auto from : sample::all<R>()) {
        for (const auto& who : everybody) {
            auto before = request;
            before.state = from;
            std::vector<A> possible;
            for (const auto act : sample::all<A>()) {
                const auto* row =
                    std::find_if(std::begin(expected), std::end(expected), [&](const Row& r) {
                        return r.kind == kind && r.from == from && r.act == act;
                    });
                const auto after = apply(before, act, who.actor, now, "because");
                if (row == std::end(expected)) {
                    QCOMPARE(outcome(after), "wrong_state act");
                    continue;
                }
                auto parties = who.parties;
                // Leave has no other: an approver of that name is one.
                if (kind == RequestKind::leave && parties.erase("other") > 0 &&
                    who.actor.may_approve)
                    parties.insert("approver");
                if (!parties.contains(row->party)) {
                    QCOMPARE(outcome(after), "forbidden act");
                    continue;
                }
                possible.push_back(act);
                QCOMPARE(outcome(after), "ok");
                QCOMPARE(after->state, row->to);
                QCOMPARE(after->agreed.has_value(), row->to == R::agreed);
                QCOMPARE(after->decided.has_value(), row->to != R::agreed);
                QCOMPARE(after->decided_by, row->to == R::agreed ? "" : who.actor.account);
            }
            std::sort(possible.begin(), possible.end());
            auto told = possible_acts(before, who.actor);
            std::sort(told.begin(), told.end());
            QVERIFY(told == possible);
        }
    }
}

} // namespace

class RequestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_combination() {
        QCOMPARE(request_transitions().size(), std::size(expected));
        try_all(exchange(), RequestKind::exchange);
        try_all(sample::leave("zhang", "2026-02-02 00:00", "2026-02-03 00:00"), RequestKind::leave);
    }

    void a_no_says_why() {
        const auto& approver = everybody[2].actor;
        const auto& other = everybody[1].actor;
        QCOMPARE(outcome(apply(exchange(), A::refuse, approver, now, " ")), "missing_field text");
        QCOMPARE(outcome(apply(exchange(), A::decline, other, now)), "missing_field text");
        const auto refused = apply(exchange(), A::refuse, approver, now, "too few that day");
        QCOMPARE(outcome(refused), "ok");
        QCOMPARE(refused->answer, "too few that day");
        QCOMPARE(outcome(apply(exchange(), A::agree, other, now)), "ok");
        QCOMPARE(outcome(apply(exchange(), A::refuse, approver, now, "a\u202e")),
                 "unseen_character text");
    }

    void an_exchange_changes_both_shifts() {
        const auto first =
            sample::shift("1", "desk", "zhang", "2026-02-03 08:00", "2026-02-03 16:00");
        auto second = sample::shift("2", "desk", "li", "2026-02-04 08:00", "2026-02-04 16:00");
        second.backup = id("zhang");
        const auto both = exchanged(exchange(), first, &second, now);
        QCOMPARE(outcome(both), "ok");
        QCOMPARE(both->first.person, id("li"));
        QCOMPARE(both->second->person, id("zhang"));
        QCOMPARE(both->second->backup, "");
        const auto one = exchanged(exchange(), first, nullptr, now);
        QCOMPARE(outcome(one), "ok");
        QCOMPARE(one->first.person, id("li"));
        QVERIFY(!one->second);
    }

    void an_exchange_that_the_rota_has_overtaken_is_refused_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* change, const char* expected) {
            QTest::newRow(change) << QByteArray(change) << QByteArray(expected);
        };
        row("another person", "conflict shift");
        row("another person in return", "conflict in_return");
        row("begun", "wrong_state shift");
        row("cancelled in return", "wrong_state in_return");
        row("on duty", "wrong_state shift");
    }
    void an_exchange_that_the_rota_has_overtaken_is_refused() {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, expected);
        auto first = sample::shift("1", "desk", "zhang", "2026-02-03 08:00", "2026-02-03 16:00");
        auto second = sample::shift("2", "desk", "li", "2026-02-04 08:00", "2026-02-04 16:00");
        auto when = now;
        if (change == "another person")
            first.person = id("wang");
        else if (change == "another person in return")
            second.person = id("wang");
        else if (change == "begun")
            when = first.start;
        else if (change == "cancelled in return")
            second.state = ShiftState::cancelled;
        else if (change == "on duty")
            first.state = ShiftState::on_duty;
        QCOMPARE(outcome(exchanged(exchange(), first, &second, when)), expected);
    }

    void wrong_requests_name_the_field() {
        QCOMPARE(outcome(check(exchange())), "ok");
        auto wrong = exchange();
        wrong.id = "x";
        QCOMPARE(outcome(check(wrong)), "invalid_field id");
        wrong = exchange();
        wrong.reason = "\n";
        QCOMPARE(outcome(check(wrong)), "missing_field reason");
        wrong = exchange();
        wrong.other = wrong.person;
        QCOMPARE(outcome(check(wrong)), "invalid_field other");
        wrong = exchange();
        wrong.in_return = wrong.shift;
        QCOMPARE(outcome(check(wrong)), "invalid_field in_return");
        wrong.in_return.clear();
        QCOMPARE(outcome(check(wrong)), "ok");
        wrong.shift.clear();
        QCOMPARE(outcome(check(wrong)), "invalid_field shift");

        auto leave = sample::leave("zhang", "2026-02-02 00:00", "2026-02-03 00:00");
        QCOMPARE(outcome(check(leave)), "ok");
        leave.end = leave.start;
        QCOMPARE(outcome(check(leave)), "invalid_field end");
        leave.end = leave.start + std::chrono::days(367);
        QCOMPARE(outcome(check(leave)), "invalid_field end");
    }

    void requests_come_back_from_json() {
        const auto text = json::write(exchange());
        const auto read = json::read<ShiftExchange>(text, json::Unknown::refuse);
        QVERIFY(read && *read == exchange());
        const auto leave = sample::leave("zhang", "2026-02-02 00:00", "2026-02-03 00:00");
        const auto again = json::read<Leave>(json::write(leave), json::Unknown::refuse);
        QVERIFY(again && *again == leave);
    }
};

QTEST_APPLESS_MAIN(RequestTest)
#include "request_test.moc"
