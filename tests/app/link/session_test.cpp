// Signing in and out, also where the hub is not heard.
#include "tests/app/link/session_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHubIsAskedToEndTheSessionUntilItHas_data() {
        QTest::addColumn<QByteArray>("answer"); // of something on the way; empty: nobody is there
        QTest::newRow("nobody is there") << QByteArray();
        QTest::newRow("a network's sign-in page")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                          "Content-Length: 4\r\n\r\nwait");
        QTest::newRow("a proxy forbids")
            << QByteArray("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    }
    void theHubIsAskedToEndTheSessionUntilItHas() {
        QFETCH(QByteArray, answer);
        FakeHub hub;
        hub.snapshot = hall();
        hub.up();
        Desk desk;
        desk.signIn(hub);
        QTRY_VERIFY(desk.session.isOnline());
        const QSignalSpy refusedToken(&desk.link, &HubLink::refusedToken);
        hub.insteadOfTheHub = answer;
        if (answer.isEmpty())
            hub.down();
        desk.session.signOut();
        QCOMPARE(desk.session.state(), console::Session::State::SignedOut);
        QVERIFY(desk.link.identity().token.isEmpty());
        QVERIFY(!desk.session.isUnended()); // nothing is known yet
        QTRY_VERIFY(desk.session.isUnended());
        QVERIFY(hub.ended.isEmpty());
        hub.insteadOfTheHub.clear();
        if (answer.isEmpty())
            hub.up();
        QTRY_COMPARE_WITH_TIMEOUT(hub.ended, QList<QByteArray>{hub.token}, 20000);
        QTRY_VERIFY(!desk.session.isUnended());
        QCOMPARE(refusedToken.count(), 0); // nobody is signed in whose token it could be
    }

    void aSessionThatTheHubDoesNotKnowIsEnded() {
        FakeHub hub;
        hub.snapshot = hall();
        hub.up();
        Desk desk;
        desk.signIn(hub);
        QTRY_VERIFY(desk.session.isOnline());
        hub.down();
        desk.session.signOut();
        QTRY_VERIFY(desk.session.isUnended());
        hub.token = "another";
        hub.up();
        // Somebody else is here meanwhile: the answer says nothing about them.
        desk.signIn(hub);
        QTRY_VERIFY(desk.session.isOnline());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session.isUnended(), 20000);
        QVERIFY(desk.session.isOnline());
    }

    void aTokenThatTheHubDoesNotKnowIsNoWrongPassword_data() {
        QTest::addColumn<bool>("known"); // who it was, from an earlier run
        QTest::newRow("of somebody known here") << true;
        QTest::newRow("of nobody known") << false;
    }
    void aTokenThatTheHubDoesNotKnowIsNoWrongPassword() {
        QFETCH(bool, known);
        FakeHub hub;
        hub.snapshot = hall();
        hub.up();
        Desk desk;
        if (known) {
            desk.signIn(hub);
            QTRY_VERIFY(desk.session.isOnline());
        }
        QVERIFY(desk.session.signInWithFile(desk.fileOf(hub, "long ago")));
        QTRY_COMPARE(desk.session.state(), console::Session::State::Expired);
        QCOMPARE(desk.session.failureText(), QString());
        QCOMPARE(desk.session.failureKind(), QString());
        if (known)
            QCOMPARE(desk.session.lastName(), QStringLiteral("wang"));
        // A password that is wrong is said to be.
        desk.session.signIn(hub.url().toString(), QStringLiteral("wang"), QStringLiteral("no"));
        QTRY_COMPARE(desk.session.failureText(), QStringLiteral("Name or password is wrong."));
        QCOMPARE(desk.session.failureKind(), QStringLiteral("unauthenticated"));
    }

    void aHubsClockIsNotAnothers() {
        FakeHub hub, other;
        hub.snapshot = other.snapshot = hall();
        hub.up();
        other.up();
        Desk desk;
        desk.signIn(hub);
        QTRY_VERIFY(desk.clock.tells(hub.url().toString()));
        desk.clock.setOffsetMs(3600000);
        other.isDeaf = true;
        desk.signIn(other);
        QVERIFY(!desk.clock.tells(hub.url().toString()));
        QVERIFY(!desk.clock.tells(other.url().toString()));
        QCOMPARE(desk.clock.offsetMs(), 0);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
