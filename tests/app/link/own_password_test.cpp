// The password of who is signed in: proven, also without the hub, and changed.
#include "app/link/own_password.h"
#include "tests/app/link/session_desk.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

namespace {

constexpr int slow = 20000; // hashing is meant to take its time, and a loaded machine takes more

struct PasswordDesk : Desk {
    qint64 ticks = 0;
    OwnPassword password{link, session, [this] { return ticks; }};
    FakeHub hub;

    PasswordDesk() {
        hub.snapshot = hall();
        hub.up();
    }
    bool signedIn() {
        signIn(hub);
        return QTest::qWaitFor([&] { return session.isOnline(); });
    }
    /// What is said of it; nothing when nothing is said in time.
    std::optional<Result<>> proven(const QString& typed) {
        std::optional<Result<>> said;
        password.prove(typed, &session, [&](const Result<>& result) { said = result; });
        (void)QTest::qWaitFor([&] { return said.has_value(); }, slow);
        return said;
    }
};

std::optional<FailureKind> whyNot(const std::optional<Result<>>& said) {
    return said && said->has_error() ? std::optional(said->error().kind) : std::nullopt;
}

} // namespace

class OwnPasswordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHubSaysWhetherItIsRight() {
        PasswordDesk desk;
        QVERIFY(desk.signedIn());
        const auto right = desk.proven(desk.hub.password);
        QVERIFY(right && right->has_value());
        QVERIFY(whyNot(desk.proven(QStringLiteral("wrong"))) == FailureKind::forbidden);
        QCOMPARE(desk.hub.passwordsChecked, 2);
        // Another one since: what was right at the start of the shift is not any more.
        const auto former = std::exchange(desk.hub.password, QStringLiteral("another"));
        QVERIFY(whyNot(desk.proven(former)) == FailureKind::forbidden);
        QVERIFY(desk.session.isOnline());
    }

    void guessesElsewhereDoNotShutTheOwnSeat() {
        PasswordDesk desk;
        QVERIFY(desk.signedIn());
        desk.hub.refuseStatus = 429;
        desk.hub.refuseKind = "locked_out";
        const auto right = desk.proven(desk.hub.password);
        QVERIFY(right && right->has_value());
        QVERIFY(whyNot(desk.proven(QStringLiteral("wrong"))) == FailureKind::forbidden);
    }

    void takingTheCableOutLiftsNoLimit() {
        PasswordDesk desk;
        QVERIFY(desk.signedIn());
        desk.hub.down();
        for (int i = 0; i < 5; ++i)
            QVERIFY(whyNot(desk.proven(QStringLiteral("wrong"))) == FailureKind::forbidden);
        QVERIFY(whyNot(desk.proven(desk.hub.password)) == FailureKind::locked_out);
        desk.ticks += 30000;
        QVERIFY(whyNot(desk.proven(QStringLiteral("wrong"))) == FailureKind::forbidden);
        desk.ticks += 30000; // twice as long now
        QVERIFY(whyNot(desk.proven(desk.hub.password)) == FailureKind::locked_out);
        desk.ticks += 30000;
        const auto right = desk.proven(desk.hub.password);
        QVERIFY(right && right->has_value());
        for (int i = 0; i < 4; ++i) // forgiven
            QVERIFY(whyNot(desk.proven(QStringLiteral("wrong"))) == FailureKind::forbidden);
        const auto again = desk.proven(desk.hub.password);
        QVERIFY(again && again->has_value());
    }

    void withoutTheHubItIsKnownHere_data() {
        QTest::addColumn<QByteArray>("answer"); // of something on the way; empty: nobody is there
        QTest::newRow("nobody is there") << QByteArray();
        QTest::newRow("a network's sign-in page")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                          "Content-Length: 4\r\n\r\nwait");
        QTest::newRow("a network that says yes to all")
            << QByteArray("HTTP/1.1 204 No Content\r\n\r\n");
        QTest::newRow("somebody else's yes")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                          "Content-Length: 14\r\n\r\n{\"id\":\"other\"}");
    }
    void withoutTheHubItIsKnownHere() {
        QFETCH(QByteArray, answer);
        PasswordDesk desk;
        QVERIFY(desk.signedIn());
        desk.hub.insteadOfTheHub = answer;
        if (answer.isEmpty())
            desk.hub.down();
        QVERIFY(whyNot(desk.proven(QStringLiteral("wrong"))) == FailureKind::forbidden);
        const auto right = desk.proven(desk.hub.password);
        QVERIFY(right && right->has_value());
    }

    void whoHasTypedNoneNeedsTheHub() {
        PasswordDesk desk;
        QVERIFY(desk.session.signInWithFile(desk.fileOf(desk.hub, desk.hub.token)));
        QTRY_VERIFY(desk.session.isOnline());
        desk.hub.down();
        QVERIFY(whyNot(desk.proven(desk.hub.password)) == FailureKind::unavailable);
        desk.hub.up();
        const auto right = desk.proven(desk.hub.password);
        QVERIFY(right && right->has_value());
        // From now on it is known.
        desk.hub.down();
        const auto here = desk.proven(desk.hub.password);
        QVERIFY(here && here->has_value());
    }

    void itIsNobodyElses() {
        PasswordDesk desk;
        QVERIFY(desk.signedIn());
        const auto first = desk.proven(desk.hub.password);
        QVERIFY(first && first->has_value());
        desk.session.signOut();
        desk.hub.down();
        QVERIFY(whyNot(desk.proven(desk.hub.password)) == FailureKind::unavailable);
    }

    void anAnswerIsForWhoAsked() {
        PasswordDesk desk;
        QVERIFY(desk.signedIn());
        bool said = false;
        desk.password.prove(desk.hub.password, &desk.session,
                            [&](const Result<>&) { said = true; });
        desk.session.signOut();
        QVERIFY(desk.signedIn());
        const auto own = desk.proven(desk.hub.password); // it is answered behind the first
        QVERIFY(own && own->has_value());
        QVERIFY(!said);
    }

    void itIsChanged() {
        PasswordDesk desk;
        QVERIFY(desk.signedIn());
        desk.password.begin();
        QTRY_COMPARE(desk.password.minLength(), 12);
        const QSignalSpy changed(&desk.password, &OwnPassword::changed);
        desk.password.change(QStringLiteral("not it"), QStringLiteral("a longer one"));
        QVERIFY(desk.password.isBusy());
        QTRY_VERIFY(!desk.password.isBusy());
        QCOMPARE(desk.password.failureField(), QStringLiteral("old_password"));
        desk.password.change(desk.hub.password, QStringLiteral("short"));
        QTRY_VERIFY(!desk.password.isBusy());
        QCOMPARE(desk.password.failureField(), QStringLiteral("new_password"));
        QVERIFY(desk.password.failureText().contains(QStringLiteral("12")));
        QCOMPARE(changed.count(), 0);
        desk.password.change(desk.hub.password, QStringLiteral("a longer one"));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(desk.password.failureText(), QString());
        QCOMPARE(desk.hub.password, QStringLiteral("a longer one"));
        QVERIFY(desk.session.isOnline()); // and sits where they sat
        desk.hub.down();
        QVERIFY(whyNot(desk.proven(QStringLiteral("right"))) == FailureKind::forbidden);
        const auto fresh = desk.proven(desk.hub.password);
        QVERIFY(fresh && fresh->has_value());
    }

    void aLostAnswerIsNoPromise() {
        PasswordDesk desk;
        QVERIFY(desk.signedIn());
        desk.hub.silent = true;
        desk.password.change(desk.hub.password, QStringLiteral("a longer one"));
        QTRY_COMPARE(desk.hub.password, QStringLiteral("a longer one"));
        desk.hub.down();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.password.failureText().isEmpty(), slow);
        QVERIFY2(desk.password.failureText().contains(QStringLiteral("may have been changed")),
                 qPrintable(desk.password.failureText()));
        QCOMPARE(desk.password.failureField(), QString());
    }
};

QTEST_GUILESS_MAIN(OwnPasswordTest)
#include "own_password_test.moc"
