// One console in a state folder, also after one was killed.
#include "app/shell/seat_lock.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace chengyun;
using namespace chengyun::console;

class SeatLockTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

private Q_SLOTS:
    void aFolderHasOneConsole() {
        const auto folder = folder_.filePath(QStringLiteral("not/made/yet"));
        {
            const auto first = SeatLock::take(folder);
            QVERIFY(first.has_value());
            const auto second = SeatLock::take(folder);
            QVERIFY(second.has_error());
            QCOMPARE(second.error().kind, FailureKind::conflict);
            QVERIFY(SeatLock::take(folder_.filePath(QStringLiteral("other"))).has_value());
        }
        QVERIFY(SeatLock::take(folder).has_value());
    }

    void aKilledConsoleKeepsNobodyOut() {
        int said[2];
        QCOMPARE(pipe(said), 0);
        const auto child = fork();
        if (child == 0) {
            const auto lock = SeatLock::take(folder_.path());
            const char taken = lock.has_value() ? 'y' : 'n';
            if (write(said[1], &taken, 1) == 1)
                for (;;)
                    pause();
            _exit(1);
        }
        QVERIFY(child > 0);
        char taken = 0;
        const auto heard = read(said[0], &taken, 1);
        const auto meanwhile = SeatLock::take(folder_.path());
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        close(said[0]);
        close(said[1]);
        QCOMPARE(heard, 1);
        QCOMPARE(taken, 'y');
        QVERIFY(meanwhile.has_error());
        QVERIFY(SeatLock::take(folder_.path()).has_value());
    }

    void whatTheConsoleHasStartedHoldsNothing() {
        std::optional<Result<SeatLock>> lock = SeatLock::take(folder_.path());
        QVERIFY(lock->has_value());
        QProcess reader;
        reader.start(QStringLiteral("cat"), {});
        QVERIFY(reader.waitForStarted());
        lock.reset();
        QVERIFY(SeatLock::take(folder_.path()).has_value());
        reader.closeWriteChannel();
        QVERIFY(reader.waitForFinished());
    }

    void whereNoLockCanBeHadIsNotTaken() {
        const auto lock = SeatLock::take(QStringLiteral("/proc/nowhere"));
        QVERIFY(lock.has_error());
        QCOMPARE(lock.error().kind, FailureKind::unavailable);
    }
};

QTEST_GUILESS_MAIN(SeatLockTest)
#include "seat_lock_test.moc"
