// Who may try a sign-in, and what is remembered of refused ones.
#include "app/video/sign_ins.h"

#include <QSignalSpy>
#include <QTest>

using namespace chengyun::console;
using namespace std::chrono_literals;

class SignInsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneAServerAndSignIn_data();
    void oneAServerAndSignIn();
    void oneAtATime();
    void remembersARefusal();
    void oneChannelOfAGoodSignIn();
};

void SignInsTest::oneAServerAndSignIn_data() {
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    const auto row = [](const char* name, const char* other, bool same) {
        QTest::newRow(name) << QString::fromUtf8(other) << same;
    };
    row("itself", "rtsp://u:p@nvr:554/1", true);
    row("another channel", "rtsp://u:p@nvr:554/2", true);
    row("host in capitals", "RTSP://u:p@NVR:554/2", true);
    row("encoded", "rtsp://u:%70@nvr:554/2", true);
    row("another password", "rtsp://u:q@nvr:554/1", false);
    row("another user", "rtsp://up:@nvr:554/1", false);
    row("another port", "rtsp://u:p@nvr:555/1", false);
    row("another host", "rtsp://u:p@nvr2:554/1", false);
    row("no sign-in", "rtsp://nvr:554/1", false);
}

void SignInsTest::oneAServerAndSignIn() {
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(SignIns::key_of(other) == SignIns::key_of(QStringLiteral("rtsp://u:p@nvr:554/1")),
             same);
}

void SignInsTest::oneAtATime() {
    SignIns all;
    QSignalSpy changed(&all, &SignIns::changed);
    const SignIns::Key key("a");
    QObject first, second;
    QVERIFY(all.begin(key, &first));
    QVERIFY(all.begin(key, &first));
    QVERIFY(!all.begin(key, &second));
    QVERIFY(all.begin("b", &second));
    all.end(key, &second); // not its turn
    QVERIFY(!all.begin(key, &second));
    QCOMPARE(changed.count(), 0);
    all.end(key, &first);
    QCOMPARE(changed.count(), 1);
    QVERIFY(all.begin(key, &second));
    all.accepted(key);
    QCOMPARE(changed.count(), 2);
    QVERIFY(all.begin(key, &first));
    QVERIFY(all.begin(key, &second));
    all.accepted(key); // nothing new
    QCOMPARE(changed.count(), 2);
    all.doubt(key);
    QVERIFY(all.begin(key, &first));
    QVERIFY(!all.begin(key, &second));
}

void SignInsTest::remembersARefusal() {
    SignIns all;
    const auto now = SignIns::Clock::now();
    const SignIns::Key key("a");
    QObject who;
    QCOMPARE(all.left(key, now), 0ms);
    QVERIFY(all.begin(key, &who));
    all.refused(key, "address", now + 30min);
    QCOMPARE(all.left(key, now + 10min), 20min);
    QCOMPARE(all.left("b", now), 0ms);
    QCOMPARE(all.left(key, now + 30min), 0ms);
    all.forget(key);
    QCOMPARE(all.left(key, now), 0ms);
    all.refused(key, "address", now + 30min);
    all.accepted(key);
    QCOMPARE(all.left(key, now), 0ms);
}

/// One channel may be refused to somebody who may see the others.
void SignInsTest::oneChannelOfAGoodSignIn() {
    SignIns all;
    const auto now = SignIns::Clock::now();
    const SignIns::Key key("a"), channel("a/5");
    QObject who;
    QVERIFY(all.begin(key, &who));
    all.accepted(key);
    all.refused(key, channel, now + 30min);
    QCOMPARE(all.left(key, now), 0ms);
    QCOMPARE(all.left(channel, now), 30min);
    // A second one in a row: the password is another now.
    QVERIFY(all.begin(key, &who));
    all.refused(key, "a/6", now + 30min);
    QCOMPARE(all.left(key, now), 30min);
}

QTEST_GUILESS_MAIN(SignInsTest)
#include "sign_ins.moc"
