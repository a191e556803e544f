// The outbox and the disk: slow, full, damaged, of another version.
#include "app/link/failure_text.h"
#include "app/link/outbox_disk.h"
#include "core/id/uuid.h"
#include "tests/app/link/outbox_seat.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimer>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class OutboxDiskTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    int number_ = 0;
    QString file() { return folder_.filePath(QStringLiteral("outbox-%1.sqlite").arg(++number_)); }

private Q_SLOTS:
    void nothingIsSentBeforeItIsOnDiskAndNobodyWaitsForIt() {
        FakeHub hub;
        hub.up();
        const auto path = file();
        Seat seat(hub, path);
        seat.signIn(hub);
        auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("slow"));
        other.setDatabaseName(path);
        QVERIFY(other.open());
        QSqlQuery lock(other);
        QVERIFY(lock.exec(QStringLiteral("BEGIN EXCLUSIVE"))); // the disk does not come back
        std::optional<bool> kept;
        OutboxRequest request;
        request.path = QStringLiteral("/orders");
        request.body = "a";
        QVERIFY(seat.outbox.submit({request}, &seat.outbox,
                                   [&](const Result<>& result) { kept = result.has_value(); }));
        int turns = 0; // of the window's thread
        QTimer frames;
        connect(&frames, &QTimer::timeout, this, [&] { ++turns; });
        frames.start(0);
        QTRY_VERIFY(turns > 100);
        QVERIFY(!kept.has_value());
        QVERIFY(hub.paths.isEmpty());
        QVERIFY(lock.exec(QStringLiteral("COMMIT")));
        QTRY_VERIFY(kept.has_value());
        QVERIFY(*kept);
        QTRY_COMPARE(hub.carriedOut, QList<QByteArray>{"a"});
        other.close();
    }

    void whatIsHandedOverIsOnDiskWhenTheProgramEnds() {
        FakeHub hub;
        hub.up();
        const auto path = file();
        {
            Seat seat(hub, path);
            std::vector<OutboxRequest> requests(30);
            for (auto& request : requests)
                request.path = QStringLiteral("/orders");
            QVERIFY(seat.outbox.submit(std::move(requests), &seat.outbox, [](const Result<>&) {}));
        } // at once
        Seat seat(hub, path);
        QCOMPARE(seat.outbox.count(), 30);
    }

    void whatCannotBeKeptIsNotSent() {
        FakeHub hub;
        hub.up();
        Seat seat(hub, QStringLiteral("/proc/nowhere/outbox.sqlite"));
        seat.signIn(hub);
        QVERIFY(seat.put("a").empty());
        QVERIFY(!seat.outbox.trouble().isEmpty());
        QCOMPARE(seat.outbox.count(), 0);
        QVERIFY(hub.paths.isEmpty());
    }

    void whatDoesNotWaitInTheFileAnyMoreIsNotSent_data() {
        QTest::addColumn<int>("settled");
        QTest::newRow("another console has sent it") << 0;
        QTest::newRow("another console has given it up") << 1;
        QTest::newRow("it has expired there") << 2;
    }
    void whatDoesNotWaitInTheFileAnyMoreIsNotSent() {
        QFETCH(int, settled);
        FakeHub hub;
        hub.up();
        const auto path = file();
        Seat seat(hub, path);
        const auto key = seat.put("a", about(QStringLiteral("order-1")));
        QVERIFY(!key.empty());
        {
            OutboxFile other(path);
            QVERIFY(other.open().has_value());
            auto items = other.load();
            QVERIFY(items.has_value() && items->size() == 1);
            items->front().state = OutboxState::expired;
            QVERIFY((settled == 0   ? other.done({key, {}}, ms_of(system_now()))
                     : settled == 1 ? other.remove(key)
                                    : other.update(items->front()))
                        .has_value());
        }
        seat.signIn(hub);
        seat.put("b", about(QStringLiteral("order-2"))); // which does not wait for it
        QTRY_COMPARE(hub.carriedOut, QList<QByteArray>{"b"});
        QTRY_COMPARE(seat.at(0, Outbox::FailureRole), failureText(fail(FailureKind::conflict)));
        QCOMPARE(hub.paths.size(), 1);
        QVERIFY(seat.outbox.trouble().isEmpty()); // the disk is well
    }

    void whatIsDoneStaysDone() {
        FakeHub hub;
        const auto path = file();
        OutboxItem item;
        item.key = new_id();
        std::vector<OutboxItem> items{item};
        OutboxFile kept(path);
        QVERIFY(kept.open().has_value());
        QVERIFY(kept.add(items).has_value());
        QVERIFY(kept.begin(items.front()).has_value());
        QVERIFY(kept.done({item.key, {}}, ms_of(system_now())).has_value());
        QCOMPARE(kept.begin(items.front()).error().kind, FailureKind::conflict);
        items.front().state = OutboxState::expired;
        QCOMPARE(kept.update(items.front()).error().kind, FailureKind::conflict);
        QVERIFY(kept.remove(item.key).has_value());
        QCOMPARE(kept.load()->size(), 0U);
        QCOMPARE(kept.loadDone()->size(), 1U);
    }

    void troubleEndsWhenTheDiskTakesSomethingAgain() {
        FakeHub hub;
        hub.up();
        const auto path = file();
        Seat seat(hub, path);
        seat.put("a");
        auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("away"));
        other.setDatabaseName(path);
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(QStringLiteral("ALTER TABLE command RENAME TO away")));
        seat.signIn(hub);
        QTRY_VERIFY(!seat.outbox.trouble().isEmpty());
        QVERIFY(!seat.at(0, Outbox::FailureRole).isEmpty());
        QVERIFY(QSqlQuery(other).exec(QStringLiteral("ALTER TABLE away RENAME TO command")));
        other.close();
        seat.outbox.retryNow();
        QTRY_COMPARE(seat.succeeded.count(), 1);
        QVERIFY(seat.outbox.trouble().isEmpty());
    }

    void whatThrowsOnTheDisksThreadIsAFailure() {
        QObject home;
        OutboxDisk disk(file(), home);
        QVERIFY(disk.open(0).trouble.has_value());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("outbox: stopped")));
        std::optional<Result<>> first, second;
        disk.run([](OutboxFile&) -> Result<> { throw std::bad_alloc(); },
                 [&](const Result<>& done) { first = done; });
        std::vector<OutboxItem> items(1);
        items.front().key = new_id();
        disk.run([&](OutboxFile& file) { return file.add(items); },
                 [&](const Result<>& done) { second = done; });
        QTRY_VERIFY(second.has_value());
        QVERIFY(first.has_value());
        QCOMPARE(first->error().kind, FailureKind::unavailable);
        QVERIFY(second->has_value());
    }

    void aDamagedFileIsSetAside() {
        FakeHub hub;
        hub.up();
        const auto path = file();
        QFile damaged(path);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(5000, 'x'));
        damaged.close();
        Seat seat(hub, path);
        QVERIFY(!seat.put("a").empty());
        const QFileInfo info(path);
        const auto aside = info.dir().entryList({info.fileName() + QStringLiteral(".damaged-*")});
        QCOMPARE(aside.size(), 1);
        QVERIFY(seat.outbox.trouble().contains(aside.first()));
    }

    void aBusyFileStaysWhereItIs() {
        FakeHub hub;
        hub.up();
        const auto path = file();
        {
            Seat seat(hub, path);
            QVERIFY(!seat.put("a").empty());
        }
        auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(path);
        QVERIFY(other.open());
        QSqlQuery lock(other);
        QVERIFY(lock.exec(QStringLiteral("BEGIN EXCLUSIVE")));
        OutboxFile busy(path);
        const auto opened = busy.open();
        QVERIFY(opened.has_error());
        QCOMPARE(opened.error().kind, FailureKind::unavailable);
        QVERIFY(lock.exec(QStringLiteral("COMMIT")));
        const QFileInfo info(path);
        QVERIFY(info.dir().entryList({info.fileName() + QStringLiteral(".damaged-*")}).isEmpty());
        OutboxFile free(path);
        const auto aside = free.open();
        QVERIFY(aside.has_value());
        QCOMPARE(*aside, QString());
        QCOMPARE(free.load()->size(), 1U);
        other.close();
    }
};

QTEST_GUILESS_MAIN(OutboxDiskTest)
#include "outbox_disk_test.moc"
