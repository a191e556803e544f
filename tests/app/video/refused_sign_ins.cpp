// What is remembered of refused sign-ins, and for how long.
#include "app/video/refused_sign_ins.h"

#include <QTest>

using namespace chengyun::console;
using namespace std::chrono_literals;

class RefusedSignInsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void remembers();
};

void RefusedSignInsTest::remembers() {
    RefusedSignIns refused;
    const auto now = RefusedSignIns::Clock::now();
    const auto address = QStringLiteral("rtsp://u:p@cam/a");
    QCOMPARE(refused.left(address, now), 0ms);
    refused.refuse(address, now + 30min);
    QCOMPARE(refused.left(address, now + 10min), 20min);
    QCOMPARE(refused.left(QStringLiteral("rtsp://u:q@cam/a"), now), 0ms);
    QCOMPARE(refused.left(address, now + 30min), 0ms);
    refused.refuse(address, now + 30min);
    refused.forget(address);
    QCOMPARE(refused.left(address, now), 0ms);
}

QTEST_GUILESS_MAIN(RefusedSignInsTest)
#include "refused_sign_ins.moc"
