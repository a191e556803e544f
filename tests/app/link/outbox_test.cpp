// The outbox against a hub that loses answers, refuses, and goes away.
#include "tests/app/link/outbox_seat.h"

#include <QTemporaryDir>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class OutboxTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    int number_ = 0;
    QString file() { return folder_.filePath(QStringLiteral("outbox-%1.sqlite").arg(++number_)); }

private Q_SLOTS:
    void sendsInOrder() {
        FakeHub hub;
        hub.up();
        Seat seat(hub, file());
        seat.signIn(hub);
        for (const auto* body : {"a", "b", "c", "d"})
            QVERIFY(!seat.put(body).empty());
        QTRY_COMPARE(seat.succeeded.count(), 4);
        QCOMPARE(hub.carriedOut, (QList<QByteArray>{"a", "b", "c", "d"}));
        QCOMPARE(seat.outbox.count(), 0);
        QCOMPARE(seat.outbox.waiting(), 0);
    }

    void waitsWhileTheHubIsAway() {
        FakeHub hub;
        hub.up();
        hub.down();
        Seat seat(hub, file());
        seat.signIn(hub);
        for (const auto* body : {"a", "b", "c"})
            seat.put(body);
        QTRY_VERIFY(seat.outbox.data(seat.outbox.index(0), Outbox::AttemptsRole).toInt() > 0);
        QCOMPARE(seat.outbox.waiting(), 3);
        QCOMPARE(seat.outbox.failed(), 0);
        hub.up();
        seat.outbox.retryNow();
        QTRY_COMPARE(seat.succeeded.count(), 3);
        QCOMPARE(hub.carriedOut, (QList<QByteArray>{"a", "b", "c"}));
    }

    void isCarriedOutOnceThoughAnswersAreLost() {
        FakeHub hub;
        hub.up();
        hub.loseAnswers = 3;
        Seat seat(hub, file());
        seat.signIn(hub);
        seat.put("a");
        seat.put("b");
        QTRY_COMPARE_WITH_TIMEOUT(seat.succeeded.count(), 2, 20000);
        QVERIFY(hub.paths.size() >= 5);                          // asked again and again …
        QCOMPARE(hub.carriedOut, (QList<QByteArray>{"a", "b"})); // … and done once
    }

    void survivesACrash_data() {
        QTest::addColumn<bool>("sentBefore");
        QTest::newRow("before it was sent") << false;
        QTest::newRow("after it was sent, before the answer") << true;
    }
    void survivesACrash() {
        QFETCH(bool, sentBefore);
        FakeHub hub;
        hub.up();
        const auto path = file();
        {
            Seat seat(hub, path);
            hub.loseAnswers = 1000; // however often it is asked again before the crash
            if (sentBefore)
                seat.signIn(hub);
            seat.put("a");
            if (sentBefore)
                QTRY_COMPARE(hub.carriedOut.size(), 1);
        }
        hub.loseAnswers = 0;
        Seat seat(hub, path);
        QCOMPARE(seat.outbox.waiting(), 1);
        seat.signIn(hub);
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(hub.carriedOut, QList<QByteArray>{"a"});
    }

    void takesAKeyOnce() {
        FakeHub hub;
        hub.up();
        Seat seat(hub, file());
        OutboxRequest request;
        request.key = "0190a000-0000-7000-8000-00000000bb01";
        seat.put("a", request);
        seat.put("a", request);
        QCOMPARE(seat.outbox.count(), 1);
        QVERIFY(seat.outbox.knows(request.key));
        seat.signIn(hub);
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QVERIFY(seat.outbox.knows(request.key)); // remembered for a day
        seat.put("a", request);
        QCOMPARE(seat.outbox.count(), 0);
        QCOMPARE(hub.carriedOut.size(), 1);
    }

    void nobodyHasNoCommands() {
        FakeHub hub;
        hub.up();
        Seat seat(hub, file());
        seat.link.becomeNobody();
        QVERIFY(seat.put("a").empty());
        QCOMPARE(seat.outbox.count(), 0);
    }

    void refusalsAreShownAndDoNotHoldUpTheRest() {
        FakeHub hub;
        hub.up();
        Seat seat(hub, file());
        hub.refuseStatus = 409;
        hub.refuseKind = "wrong_state";
        seat.signIn(hub);
        seat.put("a");
        QTRY_COMPARE(seat.gaveUp.count(), 1);
        hub.refuseStatus = 0;
        seat.put("b");
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(seat.state(0), QStringLiteral("refused"));
        QCOMPARE(seat.outbox.failed(), 1);
        QVERIFY(!seat.outbox.data(seat.outbox.index(0), Outbox::FailureRole).toString().isEmpty());
        seat.outbox.dismissAll();
        QCOMPARE(seat.outbox.count(), 0);
    }

    void onlyTheHubsOwnWordsCount_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const QByteArray page = "<html><body>Please sign in to this network</body></html>";
        const QByteArray html = "text/html", json = "application/json";
        QTest::newRow("sign-in page")
            << QByteArray("/orders") << QByteArray("200 OK") << html << page;
        QTest::newRow("empty yes")
            << QByteArray("/orders") << QByteArray("200 OK") << json << QByteArray();
        QTest::newRow("no content")
            << QByteArray("/orders") << QByteArray("204 No Content") << json << QByteArray();
        QTest::newRow("JSON of somebody else") << QByteArray("/orders") << QByteArray("200 OK")
                                               << json << QByteArray(R"({"ok":true})");
        QTest::newRow("a photo's yes without its id")
            << QByteArray("/attachments") << QByteArray("200 OK") << json
            << QByteArray(R"({"seq":1,"change":{}})");
        QTest::newRow("redirect") << QByteArray("/orders") << QByteArray("302 Found") << html
                                  << QByteArray();
        QTest::newRow("proxy refuses the method")
            << QByteArray("/orders") << QByteArray("400 Bad Request") << html << page;
        QTest::newRow("proxy wants a name")
            << QByteArray("/orders") << QByteArray("401 Unauthorized") << html << page;
        QTest::newRow("proxy forbids")
            << QByteArray("/orders") << QByteArray("403 Forbidden") << html << page;
        QTest::newRow("proxy knows no such page")
            << QByteArray("/orders") << QByteArray("404 Not Found") << html << page;
        QTest::newRow("JSON refusal of somebody else")
            << QByteArray("/orders") << QByteArray("403 Forbidden") << json
            << QByteArray(R"({"message":"no"})");
        QTest::newRow("bad gateway")
            << QByteArray("/orders") << QByteArray("502 Bad Gateway") << html << page;
    }
    void onlyTheHubsOwnWordsCount() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        FakeHub hub;
        hub.up();
        hub.insteadOfTheHub =
            "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
            "\r\nLocation: /signin\r\nContent-Length: " + QByteArray::number(body.size()) +
            "\r\n\r\n" + body;
        if (status.startsWith("204"))
            hub.insteadOfTheHub = "HTTP/1.1 204 No Content\r\n\r\n";
        Seat seat(hub, file());
        const QSignalSpy refusedToken(&seat.link, &HubLink::refusedToken);
        seat.signIn(hub);
        OutboxRequest request;
        request.path = QString::fromLatin1(path);
        seat.put("a", request);
        // Asked again and again, in sight, and never taken for an answer.
        QTRY_VERIFY(hub.paths.size() >= 2);
        QCOMPARE(seat.outbox.waiting(), 1);
        QCOMPARE(seat.outbox.failed(), 0);
        QVERIFY(!seat.outbox.data(seat.outbox.index(0), Outbox::FailureRole).toString().isEmpty());
        QCOMPARE(seat.succeeded.count(), 0);
        QCOMPARE(seat.gaveUp.count(), 0);
        QCOMPARE(refusedToken.count(), 0);
        hub.insteadOfTheHub.clear();
        seat.outbox.retryNow();
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(hub.carriedOut, QList<QByteArray>{"a"});
    }

    void expiresInSightWhenItWasNeverSent() {
        FakeHub hub;
        hub.up();
        std::int64_t now = 1000000;
        Seat seat(hub, file(), [&] { return instant_of(now); });
        OutboxRequest request;
        request.lifetimeMs = 60000;
        seat.put("a", request);
        now += 59000;
        seat.clock.tick();
        QCOMPARE(seat.state(0), QStringLiteral("waiting"));
        now += 1000;
        seat.clock.tick();
        QCOMPARE(seat.state(0), QStringLiteral("expired"));
        QCOMPARE(seat.gaveUp.count(), 1);
        seat.signIn(hub);
        seat.outbox.retryNow();
        QVERIFY(hub.paths.isEmpty());
    }

    void asksTheHubWhenItMayHaveBeenCarriedOut_data() {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("the hub never got it") << false;
        QTest::newRow("the hub did it in time") << true;
    }
    void asksTheHubWhenItMayHaveBeenCarriedOut() {
        QFETCH(bool, arrived);
        FakeHub hub;
        hub.up();
        if (!arrived)
            hub.down();
        std::int64_t ahead = 0;
        Seat seat(hub, file(), [&] { return system_now() + std::chrono::milliseconds(ahead); });
        hub.loseAnswers = 1000; // until the answer is wanted: a retry must not get through before
        seat.signIn(hub);
        OutboxRequest request;
        request.lifetimeMs = arrived ? 60000 : 1;
        seat.put("a", request);
        if (arrived)
            QTRY_COMPARE(hub.carriedOut.size(), 1);
        QTRY_VERIFY(seat.outbox.data(seat.outbox.index(0), Outbox::AttemptsRole).toInt() > 0);
        ahead = 120000;
        seat.clock.tick();
        QVERIFY(seat.state(0) != QStringLiteral("expired")); // nobody here can know
        hub.loseAnswers = 0;
        if (!arrived)
            hub.up();
        seat.outbox.retryNow();
        if (arrived) {
            QTRY_COMPARE(seat.succeeded.count(), 1);
        } else {
            QTRY_COMPARE(seat.gaveUp.count(), 1);
            QCOMPARE(seat.state(0), QStringLiteral("expired"));
            QVERIFY(hub.carriedOut.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"
