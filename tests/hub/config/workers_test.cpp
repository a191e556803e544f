// Jobs on threads of their own, and what becomes of them at the end.
#include "hub/config/guard.h"
#include "hub/config/workers.h"

#include <QTest>

#include <latch>
#include <semaphore>
#include <stdexcept>
#include <vector>

using namespace chengyun::hub;

class WorkersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inOrder() {
        std::vector<int> done;
        {
            Workers workers("test");
            for (int i = 0; i < 100; ++i)
                QVERIFY(workers.post([&done, i] { done.push_back(i); }));
        }
        QCOMPARE(done.size(), 100u);
        QVERIFY(std::ranges::is_sorted(done));
    }

    void several() {
        // Both jobs are under way at once, or neither would end.
        std::latch both(2);
        Workers workers("test", 2);
        for (int i = 0; i < 2; ++i)
            QVERIFY(workers.post([&both] { both.arrive_and_wait(); }));
        workers.finish();
        QCOMPARE(workers.unfinished(), 0u);
    }

    void aJobThatThrowsFailsAlone_data() {
        QTest::addColumn<int>("thrown");
        QTest::newRow("an exception") << 0;
        QTest::newRow("no memory") << 1;
        QTest::newRow("something else") << 2;
    }
    void aJobThatThrowsFailsAlone() {
        QFETCH(const int, thrown);
        const auto before = exceptions_stopped();
        bool after = false;
        Workers workers("test");
        QVERIFY(workers.post([thrown] {
            if (thrown == 0)
                throw std::runtime_error("of a test");
            if (thrown == 1)
                throw std::bad_alloc();
            throw 7;
        }));
        QVERIFY(workers.post([&after] { after = true; }));
        workers.finish();
        QVERIFY(after);
        QCOMPARE(exceptions_stopped(), before + 1);
    }

    void refusesWhenFullAndAfterTheEnd() {
        std::binary_semaphore begun(0), go_on(0);
        int done = 0;
        Workers workers("test", 1, 2);
        QVERIFY(workers.post([&] {
            begun.release();
            go_on.acquire();
        }));
        begun.acquire(); // it waits no more: two others may
        QVERIFY(workers.post([&done] { ++done; }));
        QVERIFY(workers.post([&done] { ++done; }));
        QVERIFY(!workers.post([&done] { ++done; }));
        QCOMPARE(workers.unfinished(), 3u);
        go_on.release();
        workers.finish();
        QCOMPARE(done, 2);
        QVERIFY(!workers.post([&done] { ++done; }));
        workers.finish();
    }

    void dropsWhatWaits() {
        std::binary_semaphore begun(0), go_on(0);
        bool dropped_ran = false, first_ended = false;
        Workers workers("test");
        QVERIFY(workers.post([&] {
            begun.release();
            go_on.acquire();
            first_ended = true;
        }));
        begun.acquire();
        QVERIFY(workers.post([&] { dropped_ran = true; }));
        std::thread ending([&] { workers.drop(); });
        while (workers.post([] {})) // until it has been told to end
            std::this_thread::yield();
        go_on.release();
        ending.join();
        QVERIFY(first_ended);
        QVERIFY(!dropped_ran);
    }

    void rounds() {
        std::counting_semaphore<> rounds(0);
        bool threw = false;
        {
            Rounds again("test", std::chrono::milliseconds(1), [&] {
                rounds.release();
                if (!std::exchange(threw, true))
                    throw std::runtime_error("the first one");
            });
            for (int i = 0; i < 3; ++i)
                rounds.acquire();
        }
        QVERIFY(threw);
    }

    void endsBetweenRounds() {
        // Returns although the next round is far away.
        const Rounds never("test", std::chrono::hours(24), [] { QFAIL("too early"); });
    }
};

QTEST_GUILESS_MAIN(WorkersTest)
#include "workers_test.moc"
