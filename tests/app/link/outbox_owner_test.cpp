// Whose commands wait on a seat, and who sends them.
#include "tests/app/link/outbox_seat.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class OutboxOwnerTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    int number_ = 0;
    QString file() { return folder_.filePath(QStringLiteral("outbox-%1.sqlite").arg(++number_)); }

private Q_SLOTS:
    void onlyItsOwnAccountSendsIt() {
        FakeHub hub;
        hub.up();
        const auto path = file();
        {
            Seat seat(hub, path);
            seat.put("mine");
            seat.signInLi(hub);
            QCOMPARE(seat.outbox.others(), 1);
            QCOMPARE(seat.outbox.count(), 0); // how many, not what
            QCOMPARE(seat.outbox.waiting(), 0);
            seat.put("theirs");
            QTRY_COMPARE(seat.succeeded.count(), 1);
        }
        QCOMPARE(hub.carriedOut, QList<QByteArray>{"theirs"});
        QCOMPARE(hub.carriedOutAs, QList<QByteArray>{lisToken});
        // Also after a restart, and until its owner is back.
        Seat seat(hub, path);
        QCOMPARE(seat.outbox.count(), 1);
        seat.signInLi(hub);
        seat.put("again theirs");
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(seat.outbox.others(), 1);
        seat.signIn(hub);
        QTRY_COMPARE(seat.outbox.count(), 0);
        QCOMPARE(seat.outbox.others(), 0);
        QCOMPARE(hub.carriedOut.last(), QByteArray("mine"));
        QCOMPARE(hub.carriedOutAs.last(), hub.token);
    }

    void theNextOneDoesNotSendWhatTheirPredecessorLeft() {
        FakeHub hub;
        hub.up();
        Seat seat(hub, file());
        seat.signIn(hub);
        hub.down();
        seat.put("mine");
        QTRY_VERIFY(!seat.at(0, Outbox::FailureRole).isEmpty());
        hub.token = "after the password was changed";
        hub.up();
        seat.outbox.retryNow();
        QTRY_VERIFY(seat.at(0, Outbox::AttemptsRole).toInt() > 1);
        // The session has ended, and the next one comes. In between nobody is there.
        seat.link.becomeNobody();
        seat.signInLi(hub);
        seat.put("theirs");
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(hub.carriedOut, QList<QByteArray>{"theirs"});
        QCOMPARE(seat.outbox.others(), 1);
        seat.signIn(hub);
        QTRY_COMPARE(hub.carriedOut.size(), 2);
        QCOMPARE(hub.carriedOutAs, (QList<QByteArray>{lisToken, hub.token}));
    }

    void anAnswerIsItsOwners() {
        FakeHub hub;
        hub.up();
        Seat seat(hub, file());
        seat.signIn(hub);
        hub.beforeAnswering = [&] { seat.signInLi(hub); };
        seat.put("mine");
        QTRY_COMPARE(hub.carriedOut.size(), 1);
        QTRY_COMPARE(seat.outbox.others(), 0); // it is done, and is not sent again …
        QCOMPARE(seat.succeeded.count(), 0);   // … and is no news to who sits here now
        seat.signIn(hub);
        QCOMPARE(seat.outbox.count(), 0);
        QCOMPARE(hub.carriedOut.size(), 1);
    }

    void anotherHubIsAnotherIdentity() {
        FakeHub hub;
        hub.up();
        FakeHub copy; // with the same accounts, for exercises
        copy.up();
        Seat seat(hub, file());
        seat.put("in earnest");
        seat.link.become(copy.url(), QString::fromStdString(hub.account.id), copy.token);
        QCOMPARE(seat.outbox.others(), 1);
        seat.put("exercise");
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(copy.carriedOut, QList<QByteArray>{"exercise"});
        QVERIFY(hub.paths.isEmpty());
    }

    void whatIsForAnotherAddressCanBeGivenUp() {
        FakeHub hub, moved; // the same hub under another address
        hub.up();
        moved.up();
        hub.loseAnswers = 1000;
        const auto path = file();
        {
            Seat seat(hub, path);
            seat.signIn(hub);
            seat.put("mine");
            QTRY_VERIFY(seat.at(0, Outbox::AttemptsRole).toInt() > 0);
            seat.signInLi(hub);
            QCOMPARE(seat.outbox.others(), 1);
            QVERIFY(seat.outbox.elsewhere().isEmpty()); // another's is not shown …
            seat.link.become(moved.url(), QString::fromStdString(hub.account.id), moved.token);
            QCOMPARE(seat.outbox.others(), 1);
            const auto waiting = seat.outbox.elsewhere();
            QCOMPARE(waiting.size(), 1);
            const auto one = waiting[0].toMap();
            QCOMPARE(one[QStringLiteral("hub")].toString(), hub.url().toString());
            QCOMPARE(one[QStringLiteral("title")].toString(), QStringLiteral("mine"));
            QVERIFY(one[QStringLiteral("attempts")].toInt() > 0);
            const auto key = one[QStringLiteral("key")].toString();
            seat.signInLi(moved);
            seat.outbox.giveUp(key); // … nor theirs to give up
            QCOMPARE(seat.outbox.others(), 1);
            seat.link.become(moved.url(), QString::fromStdString(hub.account.id), moved.token);
            seat.outbox.giveUp(key);
            QVERIFY(seat.outbox.elsewhere().isEmpty());
            QTRY_COMPARE(seat.givenUp.count(), 1);
            QVERIFY(seat.givenUp[0][1].toBool()); // it may have been carried out
            QCOMPARE(seat.outbox.others(), 0);
        }
        Seat seat(hub, path);
        QCOMPARE(seat.outbox.count(), 0);
        QVERIFY(moved.paths.isEmpty());
    }

    void whatWasSentWaitsForItsOwnerAsLongAsTheHubKnowsIt() {
        constexpr qint64 day = 24 * 60 * 60000;
        FakeHub hub;
        hub.up();
        hub.loseAnswers = 1000;
        qint64 ahead = 0;
        Seat seat(hub, file(), [&] { return system_now() + std::chrono::milliseconds(ahead); });
        seat.clock.follow(hub.url().toString());
        seat.clock.setOffsetMs(0);
        seat.signIn(hub);
        seat.put("mine");
        QTRY_VERIFY(seat.at(0, Outbox::AttemptsRole).toInt() > 0);
        seat.signInLi(hub);
        QTRY_COMPARE(seat.outbox.others(), 1);
        ahead = 29 * day;
        seat.clock.tick();
        QCOMPARE(seat.outbox.others(), 1);
        ahead = 31 * day;
        // One that is being asked about ends when the answer does not come.
        QTRY_VERIFY((seat.clock.tick(), seat.outbox.others() == 0));
        hub.loseAnswers = 0;
        const auto asked = hub.paths.size();
        seat.signIn(hub);
        QCOMPARE(seat.outbox.count(), 1);
        QCOMPARE(seat.state(0), QStringLiteral("expired"));
        QVERIFY(seat.at(0, Outbox::FailureRole).contains(QStringLiteral("nobody can say")));
        seat.put("later");
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(hub.paths.size(), asked + 1);
    }

    void commandsExpireByTheClockOfTheirOwnHub_data() {
        QTest::addColumn<bool>("sameHub");
        QTest::addColumn<qint64>("hubAhead"); // minutes: the clock of the hub that is signed in at
        QTest::addColumn<qint64>("hereAhead");
        QTest::addColumn<bool>("expired");
        QTest::newRow("another hub is an hour ahead") << false << qint64(60) << qint64(0) << false;
        QTest::newRow("this machine is an hour ahead") << false << qint64(0) << qint64(60) << false;
        QTest::newRow("two days later") << false << qint64(0) << qint64(2 * 24 * 60) << true;
        QTest::newRow("its own hub is ahead") << true << qint64(60) << qint64(0) << true;
        QTest::newRow("its own hub says no") << true << qint64(0) << qint64(0) << false;
    }
    void commandsExpireByTheClockOfTheirOwnHub() {
        QFETCH(bool, sameHub);
        QFETCH(qint64, hubAhead);
        QFETCH(qint64, hereAhead);
        QFETCH(bool, expired);
        FakeHub hub, copy;
        hub.up();
        copy.up();
        qint64 ahead = 0;
        Seat seat(hub, file(), [&] { return system_now() + std::chrono::milliseconds(ahead); });
        seat.put("never sent"); // for half an hour
        auto& at = sameHub ? hub : copy;
        seat.signInLi(at);
        seat.clock.follow(at.url().toString());
        seat.clock.setOffsetMs(hubAhead * 60000);
        ahead = hereAhead * 60000;
        seat.clock.tick();
        QCOMPARE(seat.outbox.others(), expired ? 0 : 1);
    }

    void aFileOfAnOlderVersionIsTakenOver() {
        FakeHub hub;
        hub.up();
        const auto path = file();
        {
            auto old = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old"));
            old.setDatabaseName(path);
            QVERIFY(old.open());
            QSqlQuery query(old);
            QVERIFY(query.exec(QStringLiteral(
                "CREATE TABLE command (place INTEGER PRIMARY KEY AUTOINCREMENT,key TEXT NOT NULL "
                "UNIQUE,account TEXT NOT NULL,kind TEXT NOT NULL,title TEXT NOT NULL,subject TEXT "
                "NOT NULL,method TEXT NOT NULL,path TEXT NOT NULL,type TEXT NOT NULL,body "
                "BLOB,after TEXT NOT NULL,created INTEGER NOT NULL,expires INTEGER NOT "
                "NULL,attempts INTEGER NOT NULL,state TEXT NOT NULL,failure TEXT NOT NULL,field "
                "TEXT NOT NULL,answer BLOB,finished INTEGER NOT NULL DEFAULT 0)")));
            const qint64 now = ms_of(system_now());
            const auto add = [&](const QString& key, const QString& account, const QString& state,
                                 const QByteArray& body) {
                query.prepare(QStringLiteral(
                    "INSERT INTO command (key,account,kind,title,subject,method,path,type,body,"
                    "after,created,expires,attempts,state,failure,field,answer,finished) VALUES "
                    "(?,?,'k','t','s','POST','/orders','application/"
                    "json',?,'',?,?,0,?,'','','',?)"));
                query.addBindValue(key);
                query.addBindValue(account);
                query.addBindValue(body);
                query.addBindValue(now);
                query.addBindValue(now + 600000);
                query.addBindValue(state);
                query.addBindValue(now);
                return query.exec();
            };
            QVERIFY(add(QStringLiteral("k1"), QString::fromStdString(hub.account.id),
                        QStringLiteral("waiting"), "mine"));
            QVERIFY(add(QStringLiteral("k2"), li, QStringLiteral("waiting"), "theirs"));
            QVERIFY(add(QStringLiteral("k3"), li, QStringLiteral("done"), {}));
            old.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("old"));
        Seat seat(hub, path);
        QVERIFY(seat.outbox.trouble().isEmpty());
        QCOMPARE(seat.outbox.count(), 1);
        QCOMPARE(seat.outbox.others(), 1);
        QVERIFY(seat.outbox.knows("k3"));
        seat.signIn(hub);
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QCOMPARE(hub.carriedOut, QList<QByteArray>{"mine"});
    }

    void aFileOfANewerVersionStaysWhereItIs() {
        FakeHub hub;
        hub.up();
        const auto path = file();
        {
            Seat seat(hub, path);
            QVERIFY(!seat.put("a").empty());
        }
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("new"));
            db.setDatabaseName(path);
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("PRAGMA user_version=99")));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("new"));
        Seat seat(hub, path);
        QVERIFY(!seat.outbox.trouble().isEmpty());
        seat.signIn(hub);
        QVERIFY(seat.put("b").empty());
        QVERIFY(hub.paths.isEmpty());
        const QFileInfo info(path);
        QVERIFY(info.exists());
        QVERIFY(info.dir().entryList({info.fileName() + QStringLiteral(".damaged-*")}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(OutboxOwnerTest)
#include "outbox_owner_test.moc"
