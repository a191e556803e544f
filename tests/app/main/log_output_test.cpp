// What Qt says goes to the log, and nobody waits until it is read.
#include "app/main/log_output.h"

#include <QTest>

#include <future>

#include <fcntl.h>
#include <unistd.h>

using namespace chengyun::console;

class LogOutputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyWaitsForTheReader() {
        int ends[2] = {-1, -1};
        QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
        QCOMPARE(::fcntl(ends[1], F_SETFL, 0), 0); // as standard error is
        {
            const LogOutput log(ends[1]);
            auto done = std::async(std::launch::async, [] {
                for (int i = 0; i < 20000; ++i)
                    qWarning("number %d", i);
            });
            if (done.wait_for(std::chrono::seconds(30)) != std::future_status::ready)
                qFatal("it waits for a reader");
            QByteArray text;
            QVERIFY(QTest::qWaitFor(
                [&] {
                    char bytes[65536];
                    for (ssize_t size = 0; (size = ::read(ends[0], bytes, sizeof bytes)) > 0;)
                        text.append(bytes, size);
                    return text.contains("number 19999\n");
                },
                20000));
            QVERIFY(text.contains("number 0\n"));
        }
        ::close(ends[0]);
        ::close(ends[1]);
    }
};

QTEST_GUILESS_MAIN(LogOutputTest)
#include "log_output_test.moc"
