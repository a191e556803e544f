// The curves of open, new and late orders: whatever arrives, they are those of one who begins with
// all of it.
#include "tests/app/orders/desk.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class OrderLoadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        desk_ = std::make_unique<Desk>(folder_->path());
        Q_EMIT desk_->feed.loaded(shared(hall()));
    }
    void cleanup() { desk_.reset(); }

    void isTheWholeAfterEachOfManyChanges() {
        std::mt19937 dice(11);
        const auto one = [&dice](int below) {
            return static_cast<int>(dice() % static_cast<unsigned>(below));
        };
        for (int turn = 0; turn < 300; ++turn) {
            const int number = 310 + one(40);
            auto what = order(number, Level::III, "积水");
            what.issued = instant_of(desk_->now - one(30 * 60) * minute);
            Change body;
            for (int team = 0; team < 2; ++team) {
                auto part = assignment(2 * number + team, what, hall().values<Unit>()[0]);
                part.acknowledge_due = what.issued + std::chrono::minutes(10);
                part.complete_due = what.issued + std::chrono::minutes(60 + one(600));
                if (one(3) > 0)
                    part.acknowledged = what.issued + std::chrono::minutes(one(40));
                if (one(4) == 0)
                    part.completed = what.issued + std::chrono::minutes(40 + one(900));
                if (one(6) == 0)
                    part.cleared = what.issued + std::chrono::minutes(one(900));
                body.values<Assignment>().push_back(part);
            }
            if (one(4) == 0) {
                what.state = OrderState::closed;
                what.closed = what.issued + std::chrono::minutes(one(900));
            }
            what.version = 20 + turn;
            body.values<Order>() = {what};
            desk_->send("order.issued", id(number), body);
            if (one(3) == 0) {
                desk_->now += one(40) * minute / 2;
                desk_->clock.tick();
            }
            const OrderLoad whole(desk_->orders, desk_->counts, desk_->clock);
            const auto& is = desk_->load.points();
            const auto& should = whole.points();
            QCOMPARE(is.size(), should.size());
            // The present may be some seconds old while nothing of it has changed.
            for (std::size_t at = 0; at < is.size(); ++at) {
                const auto said = QByteArray::number(turn) + " at " + QByteArray::number(int(at));
                QVERIFY2(is[at].open == should[at].open, said);
                QVERIFY2(is[at].fresh == should[at].fresh, said);
                QVERIFY2(is[at].late == should[at].late, said);
                QVERIFY2(is[at].at / minute == should[at].at / minute, said);
            }
        }
    }

    void aDeadlineThatPassesIsSeenInItsSecond() {
        auto what = order(310, Level::II, "积水");
        what.issued = instant_of(desk_->now);
        auto part = assignment(410, what, hall().values<Unit>()[0]);
        part.acknowledge_due = what.issued + std::chrono::seconds(90);
        Change body;
        body.values<Order>() = {what};
        body.values<Assignment>() = {part};
        desk_->send("order.issued", id(310), body);
        const auto late = desk_->load.points().back().late;
        QSignalSpy changed(&desk_->load, &OrderLoad::changed);
        for (int second = 0; second < 90; ++second) {
            desk_->now += 1000;
            desk_->clock.tick();
            QCOMPARE(desk_->load.points().back().late, late);
        }
        QCOMPARE(changed.count(), 1); // the minute
        desk_->now += 1000;
        desk_->clock.tick();
        QCOMPARE(desk_->load.points().back().late, late + 1);
        QCOMPARE(changed.count(), 2);
    }

    void aBatchThatChangesNoCountIsNoNews() {
        auto what = hall().values<Order>()[0];
        what.title = "内涝处置中";
        what.version = 20;
        Change body;
        body.values<Order>() = {what};
        QSignalSpy changed(&desk_->load, &OrderLoad::changed);
        desk_->send("order.changed", what.id, body);
        QCOMPARE(changed.count(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Desk> desk_;
};

QTEST_GUILESS_MAIN(OrderLoadTest)
#include "order_load_test.moc"
