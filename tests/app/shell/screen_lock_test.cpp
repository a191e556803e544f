// When a seat is locked, by whom it is opened, and when it locks itself.
#include "app/link/own_password.h"
#include "app/shell/screen_lock.h"
#include "tests/app/link/session_desk.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

namespace {

struct LockDesk : Desk {
    qint64 now = 0;
    OwnPassword password{link, session};
    ScreenLock lock{session, password, [this] { return now; }};
    FakeHub hub;

    LockDesk() {
        hub.snapshot = hall();
        hub.up();
    }
    bool signedIn() {
        signIn(hub);
        return QTest::qWaitFor([&] { return session.isOnline(); });
    }
    /// Says what the lock says of the password.
    QString tried(const QString& typed) {
        lock.unlock(typed);
        if (!QTest::qWaitFor([&] { return !lock.isChecking(); }, 20000))
            return QStringLiteral("no answer");
        return lock.failureText();
    }
};

} // namespace

class ScreenLockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyLocksAnEmptySeat() {
        LockDesk desk;
        desk.lock.lock();
        QVERIFY(!desk.lock.isLocked());
    }

    void itsOwnerOpensIt() {
        LockDesk desk;
        QVERIFY(desk.signedIn());
        desk.lock.lock();
        QVERIFY(desk.lock.isLocked());
        QVERIFY(desk.session.isOnline()); // the stream goes on
        QCOMPARE(desk.tried(QStringLiteral("wrong")), QStringLiteral("The password is wrong."));
        QVERIFY(desk.lock.isLocked());
        QCOMPARE(desk.tried(desk.hub.password), QString());
        QVERIFY(!desk.lock.isLocked());
    }

    void whyItStaysLockedIsSaid_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("the hub cannot")
            << 503 << QByteArray("unavailable") << QStringLiteral("Only the hub can check");
        QTest::newRow("too many tries")
            << 429 << QByteArray("locked_out") << QStringLiteral("Too many");
    }
    void whyItStaysLockedIsSaid() {
        QFETCH(int, status);
        QFETCH(QByteArray, kind);
        QFETCH(QString, words);
        LockDesk desk; // nobody has typed a password at it
        QVERIFY(desk.session.signInWithFile(desk.fileOf(desk.hub, desk.hub.token)));
        QTRY_VERIFY(desk.session.isOnline());
        desk.lock.lock();
        desk.hub.refuseStatus = status;
        desk.hub.refuseKind = kind;
        const auto said = desk.tried(desk.hub.password);
        QVERIFY2(said.contains(words), qPrintable(said));
        QVERIFY(desk.lock.isLocked());
    }

    void itEndsWithTheSession() {
        LockDesk desk;
        QVERIFY(desk.signedIn());
        desk.lock.lock();
        desk.session.signOut(); // somebody else takes the seat
        QVERIFY(!desk.lock.isLocked());
        QVERIFY(desk.signedIn());
        QVERIFY(!desk.lock.isLocked());
    }

    void itLocksItselfAfterATime() {
        LockDesk desk;
        QVERIFY(desk.signedIn());
        desk.now = 100 * 60000;
        desk.lock.look();
        QVERIFY(!desk.lock.isLocked()); // nobody has asked for it
        desk.lock.setIdleMinutes(5);
        desk.now += 4 * 60000;
        desk.lock.look();
        QVERIFY(!desk.lock.isLocked());
        QEvent key(QEvent::KeyPress); // anywhere in the program
        QCoreApplication::sendEvent(&desk.session, &key);
        desk.now += 4 * 60000;
        desk.lock.look();
        QVERIFY(!desk.lock.isLocked());
        QEvent paint(QEvent::UpdateRequest); // nobody's hand
        QCoreApplication::sendEvent(&desk.session, &paint);
        desk.now += 60000;
        desk.lock.look();
        QVERIFY(desk.lock.isLocked());
        QCOMPARE(desk.tried(desk.hub.password), QString());
        desk.lock.look(); // the time counts anew
        QVERIFY(!desk.lock.isLocked());
        desk.now += 5 * 60000;
        desk.lock.look();
        QVERIFY(desk.lock.isLocked());
    }
};

QTEST_GUILESS_MAIN(ScreenLockTest)
#include "screen_lock_test.moc"
