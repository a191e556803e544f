// The outbox and the disk: slow, full, damaged, of another version.
#include "app/link/outbox_file.h"
#include "tests/app/link/outbox_seat.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
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
        Wish wish;
        wish.path = QStringLiteral("/orders");
        wish.body = "a";
        QVERIFY(seat.outbox.submit({wish}, &seat.outbox,
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
            std::vector<Wish> wishes(30);
            for (auto& wish : wishes)
                wish.path = QStringLiteral("/orders");
            QVERIFY(seat.outbox.submit(std::move(wishes), &seat.outbox, [](const Result<>&) {}));
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
