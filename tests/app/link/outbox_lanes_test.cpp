// What cannot go holds up its own and nothing else; it can be given up, and what is said is true.
#include "app/link/failure_text.h"
#include "tests/app/link/outbox_seat.h"

#include <QTemporaryDir>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class OutboxLanesTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    int number_ = 0;
    QString file() { return folder_.filePath(QStringLiteral("outbox-%1.sqlite").arg(++number_)); }

private Q_SLOTS:
    void aReportNamesItsPhotoByTheAnswer() {
        FakeHub hub;
        hub.up();
        Seat seat(hub, file());
        const auto key = seat.put("jpeg", photo());
        OutboxRequest report;
        report.after = {QString::fromStdString(key)};
        seat.put(R"({"attachments":["outbox:)" + QByteArray::fromStdString(key) + R"("]})", report);
        seat.signIn(hub);
        QTRY_COMPARE(seat.succeeded.count(), 2);
        QCOMPARE(hub.carriedOut.last(), QByteArray(R"({"attachments":["photo-1"]})"));
        QCOMPARE(seat.leftOut.count(), 0);
    }

    void whatCannotGoHoldsUpOnlyItsOwn() {
        FakeHub hub;
        hub.up();
        hub.refuseStatus = 503;
        hub.refuseKind = "unavailable";
        hub.refusePath = "/orders/1/";
        Seat seat(hub, file());
        seat.link.setReachable(true);
        const auto one = [&](const char* body) {
            auto request = about(QStringLiteral("order-1"));
            request.path = QStringLiteral("/orders/1/withdraw");
            seat.put(body, request);
        };
        one("1a");
        one("1b");
        seat.put("2a", about(QStringLiteral("order-2")));
        seat.signIn(hub);
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(hub.carriedOut, QList<QByteArray>{"2a"});
        QTRY_COMPARE(seat.state(0), QStringLiteral("waiting"));
        QVERIFY(!seat.at(0, Outbox::FailureRole).isEmpty());
        QCOMPARE(seat.at(1, Outbox::AttemptsRole), QStringLiteral("0")); // in turn
        hub.refuseStatus = 0;
        seat.outbox.retryNow();
        QTRY_COMPARE(seat.succeeded.count(), 3);
        QCOMPARE(hub.carriedOut, (QList<QByteArray>{"2a", "1a", "1b"}));
    }

    void aPhotoHoldsUpOnlyItsReport() {
        FakeHub hub;
        hub.up();
        hub.refuseStatus = 503;
        hub.refuseKind = "unavailable";
        hub.refusePath = "/attachments";
        Seat seat(hub, file());
        seat.link.setReachable(true);
        seat.signIn(hub);
        const auto order = QStringLiteral("order-1");
        const auto key = QString::fromStdString(seat.put("jpeg", photo()));
        auto report = about(order);
        report.after = {key};
        seat.put(R"({"text":"t","attachments":["outbox:)" + key.toUtf8() + R"("]})", report);
        seat.put("after the report", about(order));
        seat.put("elsewhere", about(QStringLiteral("order-2")));
        QTRY_COMPARE(hub.carriedOut, QList<QByteArray>{"elsewhere"});
        QTRY_VERIFY(seat.at(0, Outbox::AttemptsRole).toInt() > 1); // it is tried again
        QCOMPARE(hub.carriedOut, QList<QByteArray>{"elsewhere"});
        // The hub is heard: that it cannot be reached would not be true.
        QVERIFY(!seat.at(0, Outbox::FailureRole).isEmpty());
        QVERIFY(seat.at(0, Outbox::FailureRole) != failureText(fail(FailureKind::unavailable)));
        // Given up, the words go without it, and then what came after them.
        seat.outbox.giveUp(key);
        QTRY_COMPARE(hub.carriedOut.size(), 3);
        QCOMPARE(hub.carriedOut[1], QByteArray(R"({"text":"t"})"));
        QCOMPARE(hub.carriedOut[2], QByteArray("after the report"));
        QCOMPARE(seat.leftOut.count(), 1);
        QCOMPARE(seat.givenUp.count(), 1);
        QTRY_COMPARE(seat.outbox.count(), 0);
    }

    void wordsGoWithoutAPhotoThatIsRefused() {
        FakeHub hub;
        hub.up();
        hub.refuseStatus = 507;
        hub.refuseKind = "no_room";
        hub.refusePath = "/attachments";
        const auto path = file();
        QString key;
        {
            Seat seat(hub, path);
            seat.signIn(hub);
            key = QString::fromStdString(seat.put("jpeg", photo()));
            QTRY_COMPARE(seat.gaveUp.count(), 1);
            QCOMPARE(seat.state(0), QStringLiteral("refused")); // in sight, with the reason
            QCOMPARE(seat.at(0, Outbox::FailureRole), failureText(fail(FailureKind::no_room)));
        }
        Seat seat(hub, path); // also after a restart
        OutboxRequest report;
        report.after = {key};
        seat.put(R"({"text":"t","attachments":["photo-0","outbox:)" + key.toUtf8() + R"("]})",
                 report);
        hub.loseAnswers = 1;
        seat.signIn(hub);
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(hub.carriedOut, QList<QByteArray>{R"({"text":"t","attachments":["photo-0"]})"});
        QCOMPARE(seat.leftOut.count(), 1); // said once, though it was sent twice
        QCOMPARE(seat.outbox.count(), 1);
    }

    void aProxyMayRefuseAPhoto_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("why");
        QTest::newRow("too large")
            << QByteArray("413 Content Too Large") << int(FailureKind::too_large);
        QTest::newRow("of no type that is taken")
            << QByteArray("415 Unsupported Media Type") << int(FailureKind::wrong_type);
    }
    void aProxyMayRefuseAPhoto() {
        QFETCH(QByteArray, status);
        QFETCH(int, why);
        FakeHub hub;
        hub.up();
        const QByteArray page = "<html>nginx</html>";
        hub.insteadOfTheHub =
            "HTTP/1.1 " + status +
            "\r\nContent-Type: text/html\r\nContent-Length: " + QByteArray::number(page.size()) +
            "\r\n\r\n" + page;
        Seat seat(hub, file());
        const auto key = QString::fromStdString(seat.put("jpeg", photo()));
        OutboxRequest report;
        report.after = {key};
        seat.put(R"({"text":"t","attachments":["outbox:)" + key.toUtf8() + R"("]})", report);
        seat.signIn(hub);
        QTRY_COMPARE(seat.gaveUp.count(), 1);
        QCOMPARE(seat.state(0), QStringLiteral("refused"));
        QCOMPARE(seat.at(0, Outbox::FailureRole), failureText(fail(FailureKind(why))));
        // Of the words only the hub says what becomes.
        QTRY_VERIFY(seat.at(1, Outbox::AttemptsRole).toInt() > 0 &&
                    seat.state(1) == QStringLiteral("waiting"));
        hub.insteadOfTheHub.clear();
        seat.outbox.retryNow();
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(hub.carriedOut, QList<QByteArray>{R"({"text":"t"})"});
    }

    void theWordsOfEveryCommandCanBeReached_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("words");
        QTest::newRow("report") << QByteArray(R"({"report":"x","text":"两人\n被困"})")
                                << QStringLiteral("两人\n被困");
        QTest::newRow("reason") << QByteArray(R"({"reason":"wrong unit"})")
                                << QStringLiteral("wrong unit");
        QTest::newRow("outcome") << QByteArray(R"({"outcome":"done","deduction":1})")
                                 << QStringLiteral("done");
        QTest::newRow("none") << QByteArray(R"({"on_behalf":true})") << QString();
        QTest::newRow("not text") << QByteArray(R"({"text":7})") << QString();
    }
    void theWordsOfEveryCommandCanBeReached() {
        QFETCH(QByteArray, body);
        QFETCH(QString, words);
        FakeHub hub;
        hub.up();
        qint64 now = 1000000;
        Seat seat(hub, file(), [&] { return instant_of(now); });
        seat.put(body);
        seat.put("jpeg", photo());
        now += 30 * 60000;
        seat.clock.tick();
        QCOMPARE(seat.state(0), QStringLiteral("expired"));
        QCOMPARE(seat.at(0, Outbox::WordsRole), words);
        QCOMPARE(seat.at(1, Outbox::WordsRole), QString());
    }

    void whatIsSaidIsTrue() {
        FakeHub hub;
        hub.up();
        Seat seat(hub, file());
        seat.signIn(hub);
        const auto away = failureText(fail(FailureKind::unavailable));
        hub.down();
        seat.put("a");
        QTRY_COMPARE(seat.at(0, Outbox::FailureRole), away);
        // The stream is up again, and this one has not been asked about yet.
        seat.link.setReachable(true);
        QVERIFY(seat.at(0, Outbox::FailureRole) != away);
        // Nor is it true of one that the hub does not answer.
        QTRY_VERIFY(seat.at(0, Outbox::AttemptsRole).toInt() > 1 &&
                    seat.state(0) == QStringLiteral("waiting"));
        QVERIFY(!seat.at(0, Outbox::FailureRole).isEmpty());
        QVERIFY(seat.at(0, Outbox::FailureRole) != away);
    }

    void everyOneCanBeGivenUp_data() {
        QTest::addColumn<bool>("sent");
        QTest::newRow("never sent") << false;
        QTest::newRow("under way") << true;
    }
    void everyOneCanBeGivenUp() {
        QFETCH(bool, sent);
        FakeHub hub;
        hub.up();
        const auto path = file();
        {
            Seat seat(hub, path);
            const auto key = QString::fromStdString(seat.put("a", about(QStringLiteral("x"))));
            seat.put("b", about(QStringLiteral("x")));
            hub.silent = true;
            if (sent) {
                seat.signIn(hub);
                QTRY_COMPARE(hub.paths.size(), 1);
            }
            hub.silent = false;
            seat.outbox.giveUp(key);
            QTRY_COMPARE(seat.givenUp.count(), 1);
            QCOMPARE(seat.givenUp[0][1].toBool(), sent); // that it may be done is said
            seat.signIn(hub);
            QTRY_COMPARE(hub.carriedOut, QList<QByteArray>{"b"}); // what waited behind it goes
            QTRY_COMPARE(seat.succeeded.count(), 1);
        }
        Seat seat(hub, path);
        QCOMPARE(seat.outbox.count(), 0);
    }
};

QTEST_GUILESS_MAIN(OutboxLanesTest)
#include "outbox_lanes_test.moc"
