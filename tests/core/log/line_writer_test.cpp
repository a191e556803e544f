// Lines on their way to a reader that reads, one that has stopped, and one that is gone.
#include "core/log/line_writer.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <future>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

using namespace chengyun;

namespace {

std::string lost_line(std::int64_t lost) {
    return "lost " + std::to_string(lost) + "\n";
}

/// A pipe whose reader reads when the test says so.
struct Pipe {
    int ends[2] = {-1, -1};

    Pipe() {
        if (::pipe2(ends, O_CLOEXEC) != 0 || ::fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0)
            qFatal("no pipe");
    }
    ~Pipe() {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    void read() {
        char bytes[65536];
        for (ssize_t size = 0; (size = ::read(ends[0], bytes, sizeof bytes)) > 0;)
            text.append(bytes, size);
    }
    bool comes(const QByteArray& wanted) {
        return QTest::qWaitFor(
            [&] {
                read();
                return text.contains(wanted);
            },
            20000);
    }

    QByteArray text;
};

/// What is done elsewhere; false when it is not done in time, as by somebody who waits for a
/// reader.
template <class Work>
bool ends_soon(Work work) {
    auto done = std::async(std::launch::async, work);
    if (done.wait_for(std::chrono::seconds(20)) == std::future_status::ready)
        return true;
    qFatal("it waits for a reader"); // no way to end that thread
}

} // namespace

class LineWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineBeyondTheRoomIsCountedAndEndsNothing() {
        Pipe pipe;
        LineWriter writer(pipe.ends[1], lost_line, 100);
        writer.add(std::string(200, 'x') + "\n", false);
        QVERIFY(pipe.comes("lost 1\n"));
        writer.add("after\n", false);
        QVERIFY(pipe.comes("after\n"));
    }

    void whatIsAddedComesOutInItsOrder() {
        Pipe pipe;
        LineWriter writer(pipe.ends[1], lost_line);
        QByteArray wanted;
        for (int i = 0; i < 1000; ++i) {
            const auto line = "line " + std::to_string(i) + "\n";
            wanted += line;
            writer.add(line, i % 7 == 0);
        }
        QVERIFY(pipe.comes("line 999\n"));
        QCOMPARE(pipe.text, wanted);
    }

    void nobodyWaitsForAReaderThatHasStopped() {
        constexpr int lines = 20000;
        Pipe pipe;
        {
            LineWriter writer(pipe.ends[1], lost_line, 100000);
            QVERIFY(ends_soon([&writer] {
                for (int i = 0; i < lines; ++i)
                    writer.add("line " + std::to_string(i) + "\n", i % 2 == 0);
            }));
            QVERIFY(ends_soon([&writer] { writer.flush(std::chrono::milliseconds(0)); }));
            // It reads again: what was kept, how many were lost, and what comes then.
            QVERIFY(pipe.comes("lost "));
            writer.add("afterwards\n", true);
            QVERIFY(pipe.comes("afterwards\n"));
        }
        const auto told = pipe.text.split('\n');
        int kept = 0;
        qint64 lost = 0;
        for (const auto& line : told) {
            if (line.startsWith("line "))
                QCOMPARE(line, "line " + QByteArray::number(kept++));
            if (line.startsWith("lost "))
                lost += line.mid(5).toLongLong();
        }
        QVERIFY(lost > 0);
        QCOMPARE(kept + lost, lines);
    }

    void aReaderThatIsGoneHoldsUpNothing() {
        std::signal(SIGPIPE, SIG_IGN);
        Pipe pipe;
        LineWriter writer(pipe.ends[1], lost_line);
        ::close(std::exchange(pipe.ends[0], -1));
        QVERIFY(ends_soon([&writer] {
            for (int i = 0; i < 100; ++i)
                writer.add("nobody hears this\n", true);
            writer.flush();
        }));
    }

    void aCrashSwallowsNothing_data() {
        QTest::addColumn<QString>("how");
        QTest::newRow("abort") << QStringLiteral("abort");
        QTest::newRow("a bad address") << QStringLiteral("fault");
        QTest::newRow("exit") << QStringLiteral("exit");
    }
    void aCrashSwallowsNothing() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer takes these signals itself");
#endif
        QFETCH(QString, how);
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("die"), how});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(),
                 how == QStringLiteral("exit") ? QProcess::NormalExit : QProcess::CrashExit);
        QCOMPARE(program.readAllStandardError(), QByteArray("what it did last\n"));
    }
};

namespace {

/// The program that dies: right behind a line that nobody called urgent.
int die(const QString& how) {
    static LineWriter writer(STDERR_FILENO, lost_line);
    writer.flush_at_crash();
    writer.add("what it did last\n", false);
    if (how == QStringLiteral("abort"))
        std::abort();
    if (how == QStringLiteral("fault"))
        std::raise(SIGSEGV);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.value(1) == QStringLiteral("die"))
        return die(words.value(2));
    LineWriterTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "line_writer_test.moc"
