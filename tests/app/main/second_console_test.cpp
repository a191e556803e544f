// A console that is started on a folder where another one runs says so, and ends.
#include "app/shell/seat_lock.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;

class SecondConsoleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSaysSoAndEnds() {
        QTemporaryDir folder;
        const auto lock = SeatLock::take(folder.path());
        QVERIFY(lock.has_value());
        QProcess console;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        console.setProcessEnvironment(environment);
        // Where nobody can close a dialog.
        console.start(
            QStringLiteral(CHENGYUN_CONSOLE),
            {QStringLiteral("--state-dir"), folder.path(), QStringLiteral("--exit-after-ready")});
        const bool ended = console.waitForFinished();
        if (!ended)
            console.kill();
        QVERIFY(console.waitForFinished() || ended);
        QVERIFY(ended);
        QCOMPARE(console.exitStatus(), QProcess::NormalExit);
        QCOMPARE(console.exitCode(), 3);
        QVERIFY(console.readAllStandardError().contains("another console is running"));
    }
};

QTEST_GUILESS_MAIN(SecondConsoleTest)
#include "second_console_test.moc"
