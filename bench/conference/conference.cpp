// What a conference costs a console: eight participants send 360p H.264 and Opus from a process of
// their own, through a real Janus, to one console with no screen and no loudspeaker, and in turns
// to plain GStreamer that receives and decodes the same. The pictures have a clock in them and the
// sound a tone at each second, so that both tell how late they are. A joining begins with the
// ticket in the hand and ends with everybody's first picture.
#include "bench/conference/roles.h"
#include "tests/app/consult/media/media_hall.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <gst/gst.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace chengyun;
using chengyun::test::JanusUnderTest;
using chengyun::test::MediaHall;

namespace {

constexpr int patience = 180'000; // ms

/// One of the other processes.
class Other {
public:
    Other(MediaHall& hall, const QStringList& arguments) : hall_(hall) {
        process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process_.start(QCoreApplication::applicationFilePath(), arguments);
    }
    ~Other() {
        process_.closeWriteChannel();
        if (!process_.waitForFinished(5000))
            process_.kill();
        process_.waitForFinished(5000);
    }
    void write(const QByteArray& line) { process_.write(line + '\n'); }
    /// The next line that does not ask for a ticket; empty where it has ended.
    QJsonObject next() {
        QElapsedTimer since;
        since.start();
        while (since.elapsed() < patience) {
            while (process_.canReadLine()) {
                const auto said = QJsonDocument::fromJson(process_.readLine()).object();
                if (!said.contains("want"_L1))
                    return said;
                const auto ticket = hall_.ticket(said["want"_L1].toString());
                if (!ticket)
                    return {};
                write(QJsonDocument(QJsonObject{{"url"_L1, ticket->url.toString()},
                                                {"room"_L1, ticket->room},
                                                {"token"_L1, ticket->token},
                                                {"feed"_L1, ticket->feed}})
                          .toJson(QJsonDocument::Compact));
            }
            if (process_.state() == QProcess::NotRunning && !process_.canReadLine()) {
                std::fprintf(stderr, "bench_conference: a process has ended: %d, %s\n",
                             process_.exitCode(), qPrintable(process_.errorString()));
                return {};
            }
            QTest::qWait(5);
        }
        return {};
    }

private:
    MediaHall& hall_;
    QProcess process_;
};

double p95(std::vector<double> values) {
    if (values.empty())
        return -1;
    std::ranges::sort(values);
    return values[std::min(
        values.size() - 1,
        static_cast<std::size_t>(std::ceil(static_cast<double>(values.size()) * 0.95) - 1))];
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void add(std::vector<double>& to, const QJsonValue& list) {
    for (const auto& one : list.toArray())
        to.push_back(one.toDouble());
}

int usage() {
    std::fprintf(stderr, "bench conference knows --participants N, --seconds N, --runs N and "
                         "--joins N\n");
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    gst_init(nullptr, nullptr);
    bench::RoleOptions options;
    int runs = 3;
    QString role;
    const auto arguments = QCoreApplication::arguments();
    for (int i = 1; i < arguments.size(); i += 2) {
        if (i + 1 == arguments.size())
            return usage();
        const auto& value = arguments[i + 1];
        if (arguments[i] == "--role"_L1)
            role = value;
        else if (arguments[i] == "--participants"_L1)
            options.participants = value.toInt();
        else if (arguments[i] == "--seconds"_L1)
            options.seconds = value.toInt();
        else if (arguments[i] == "--joins"_L1)
            options.joins = value.toInt();
        else if (arguments[i] == "--runs"_L1)
            runs = value.toInt();
        else
            return usage();
    }
    if (role == "senders"_L1)
        return bench::run_senders(options);
    if (role == "console"_L1)
        return bench::run_console(options);
    if (role == "plain"_L1)
        return bench::run_plain(options);

    if (!JanusUnderTest::is_there()) {
        std::fprintf(stderr, "bench_conference: ./dev has fetched no Janus for this machine\n");
        return 1;
    }
    MediaHall hall;
    if (!hall.start()) {
        std::fprintf(stderr, "bench_conference: Janus does not answer\n");
        return 1;
    }
    const auto as = [&](const QString& name) {
        return QStringList{u"--role"_s,         name,
                           u"--participants"_s, QString::number(options.participants),
                           u"--seconds"_s,      QString::number(options.seconds),
                           u"--joins"_s,        QString::number(options.joins)};
    };
    Other senders(hall, as(u"senders"_s));
    if (!senders.next()["sending"_L1].toBool())
        return 1;
    senders.write("begin");
    senders.next();
    std::vector<double> joins, pictures, sounds, cpu, bare, rate, bare_rate;
    for (int run = 0; run < runs; ++run) {
        const auto console = Other(hall, as(u"console"_s)).next();
        const auto plain = Other(hall, as(u"plain"_s)).next();
        if (console.isEmpty() || plain.isEmpty())
            return 1;
        std::fprintf(stderr,
                     "console: %.2f s of processor in %.1f s, %d pictures (%d without a "
                     "clock); plain: %.2f, %d\n",
                     console["cpu_s"_L1].toDouble(), console["seconds"_L1].toDouble(),
                     console["pictures"_L1].toInt(), console["unread"_L1].toInt(),
                     plain["cpu_s"_L1].toDouble(), plain["pictures"_L1].toInt());
        add(joins, console["join_ms"_L1]);
        add(pictures, console["picture_ms"_L1]);
        add(sounds, console["sound_ms"_L1]);
        cpu.push_back(console["cpu_s"_L1].toDouble() / console["seconds"_L1].toDouble());
        bare.push_back(plain["cpu_s"_L1].toDouble() / plain["seconds"_L1].toDouble());
        rate.push_back(console["pictures"_L1].toDouble() / console["seconds"_L1].toDouble());
        bare_rate.push_back(plain["pictures"_L1].toDouble() / plain["seconds"_L1].toDouble());
    }
    senders.write("end");
    const auto uplink = senders.next()["uplink_kbit"_L1].toDouble();
    std::printf("{\"participants\":%d,\"join_p95_ms\":%.0f,\"audio_p95_ms\":%.0f,"
                "\"video_p95_ms\":%.0f,\"cpu\":%.3f,\"bare_cpu\":%.3f,\"ratio\":%.2f,"
                "\"uplink_kbit\":%.0f,\"joins\":%zu,\"sounds\":%zu,\"pictures_per_s\":%.1f,"
                "\"bare_pictures_per_s\":%.1f}\n",
                options.participants, p95(joins), p95(sounds), p95(pictures), median(cpu),
                median(bare), median(cpu) / median(bare), uplink, joins.size(), sounds.size(),
                median(rate), median(bare_rate));
    return 0;
}
