// What is open, new, late and whose: whatever arrives, as if all of it were counted anew.
#include "tests/app/orders/desk.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

namespace {

struct Counted {
    int all = 0, fresh = 0, late = 0, mine = 0;
    bool operator==(const Counted&) const = default;
};

Counted told(const OrderCounts& counts) {
    return {counts.all(), counts.fresh(), counts.late(), counts.mine()};
}

Counted whole(const Desk& desk) {
    Counted sum;
    for (const auto& order : desk.orders.orders()) {
        const auto standing = desk.counts.standing(order);
        if (!standing.open)
            continue;
        ++sum.all;
        sum.fresh += standing.fresh;
        sum.late += standing.late;
        sum.mine += standing.mine;
    }
    return sum;
}

QByteArray words(const char* who, const Counted& sum) {
    return QByteArray(who) + " all " + QByteArray::number(sum.all) + " new " +
           QByteArray::number(sum.fresh) + " late " + QByteArray::number(sum.late) + " mine " +
           QByteArray::number(sum.mine) + "; ";
}

} // namespace

class OrderCountsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        hub_ = std::make_unique<FakeHub>();
        hub_->snapshot = hall();
        hub_->now = [] { return instant_of(hallNow); };
        hub_->up();
        desk_ = std::make_unique<Desk>(folder_->path());
    }
    void cleanup() {
        desk_.reset();
        hub_.reset();
    }

    void areTheWholeAfterEachOfManyChanges() {
        desk_->signIn(*hub_);
        QTRY_VERIFY(desk_->session.isOnline());
        const auto& account = desk_->session.account();
        QVERIFY(!account.id.empty());
        std::mt19937 dice(17);
        const auto one = [&dice](int below) {
            return static_cast<int>(dice() % static_cast<unsigned>(below));
        };
        constexpr AssignmentState states[] = {
            AssignmentState::issued,    AssignmentState::acknowledged, AssignmentState::executing,
            AssignmentState::completed, AssignmentState::verified,     AssignmentState::withdrawn};
        QSet<int> late, mine;
        for (int turn = 0; turn < 400; ++turn) {
            Change body;
            for (int batch = 1 + one(3); batch-- > 0;) {
                const int number = 310 + one(40);
                auto what = order(number, Level::III, "积水");
                what.issued = instant_of(desk_->now - one(60) * minute);
                what.issued_by = one(3) == 0 ? account.id : id(999);
                what.state = one(4) == 0 ? OrderState::closed : OrderState::executing;
                what.version = 20 + turn;
                body.values<Order>().push_back(what);
                for (int team = 0; team < 2; ++team) {
                    auto part = assignment(2 * number + team, what, hall().values<Unit>()[0]);
                    part.state = states[one(6)];
                    part.version = 20 + turn;
                    part.acknowledge_due = what.issued + std::chrono::minutes(one(90));
                    part.report_due = what.issued + std::chrono::minutes(60 + one(90));
                    part.complete_due = what.issued + std::chrono::minutes(120 + one(600));
                    body.values<Assignment>().push_back(part);
                }
            }
            const auto subject = body.values<Order>()[0].id;
            desk_->send("order.issued", subject, std::move(body));
            if (one(3) == 0) {
                desk_->now += one(20) * minute / 2;
                desk_->clock.tick();
            }
            if (one(40) == 0) { // the hub's clock is found to be behind
                desk_->now -= 30 * minute;
                desk_->clock.tick();
            }
            const auto is = told(desk_->counts), should = whole(*desk_);
            QVERIFY2(is == should,
                     QByteArray::number(turn) + ": " + words("told", is) + words("whole", should));
            late.insert(is.late);
            mine.insert(is.mine);
        }
        QVERIFY(late.size() > 3 && mine.size() > 3); // it was no standstill
    }

    /// Whoever watches hears of each deadline once, also when a batch came in between.
    void eachDeadlineIsToldOnce() {
        Q_EMIT desk_->feed.loaded(shared(hall()));
        auto what = order(310, Level::II, "积水");
        what.issued = instant_of(desk_->now);
        auto part = assignment(410, what, hall().values<Unit>()[0]);
        part.acknowledge_due = what.issued + std::chrono::seconds(90);
        Change body;
        body.values<Order>() = {what};
        body.values<Assignment>() = {part};
        desk_->send("order.issued", what.id, body);
        QSignalSpy passed(&desk_->counts, &OrderCounts::turnedLate);
        const auto heard = [&] {
            qsizetype times = 0;
            for (const auto& call : passed)
                times += call[0].value<QSet<QString>>().contains(qid(310));
            return times;
        };
        desk_->now += minute;
        desk_->clock.tick();
        QCOMPARE(heard(), 0);
        desk_->now += minute;
        auto other = order(311, Level::II, "树倒");
        Change more;
        more.values<Order>() = {other};
        desk_->send("order.issued", other.id, more);
        desk_->clock.tick();
        QCOMPARE(heard(), 1);
        desk_->clock.tick();
        QCOMPARE(heard(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<FakeHub> hub_;
    std::unique_ptr<Desk> desk_;
};

QTEST_GUILESS_MAIN(OrderCountsTest)
#include "order_counts_test.moc"
