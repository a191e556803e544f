// The waits between attempts: doubling, bounded, spread.
#include "app/back_off.h"

#include <QTest>

using namespace chengyun::console;
using std::chrono::milliseconds;

class BackOffTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void doubles();
    void spreads();
};

void BackOffTest::doubles() {
    BackOff wait;
    QCOMPARE(wait.next(0), milliseconds(250));
    QCOMPARE(wait.next(0), milliseconds(500));
    QCOMPARE(wait.next(0), milliseconds(1000));
    QCOMPARE(wait.attempt(), 3);
    for (int i = 0; i < 40; ++i)
        QVERIFY(wait.next(0) <= BackOff::longest);
    QCOMPARE(wait.next(0), BackOff::longest / 2);
    wait.reset();
    QCOMPARE(wait.next(0), milliseconds(250));
}

void BackOffTest::spreads() {
    BackOff early;
    BackOff late;
    QCOMPARE(early.next(0), milliseconds(250));
    QCOMPARE(late.next(0.5), milliseconds(375));
    QVERIFY(early.next(0.999) < milliseconds(1000));
}

QTEST_GUILESS_MAIN(BackOffTest)
#include "back_off.moc"
