// bench reconnect: cameras that are not there, hang up, stall or say nothing are tried again a
// thousand times. In the end the console holds what it held before: descriptors, threads, memory.
#include "app/video/camera_player.h"
#include "bench/reconnect/cameras.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QVideoSink>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <vector>

namespace {

using chengyun::console::BackOff;
using chengyun::console::CameraPlayer;
using chengyun::console::StreamPipeline;
using std::chrono::milliseconds;

constexpr std::array kinds{"dead", "closing", "stalling", "silent"};
constexpr int tiles_of_a_kind = 2;

/// What this process holds.
struct Held {
    int descriptors = 0;
    int threads = 0;
    int rss_kb = 0;
    bool operator==(const Held&) const = default;
};

int field_of(const QByteArray& status, const char* name) {
    const auto at = status.indexOf(name);
    return at < 0 ? 0 : status.mid(at + qstrlen(name)).simplified().split(' ').value(0).toInt();
}

Held held_now() {
    QFile file(QStringLiteral("/proc/self/status"));
    const auto status = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    file.close();
    return {static_cast<int>(QDir(QStringLiteral("/proc/self/fd"))
                                 .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                                 .size()),
            field_of(status, "\nThreads:"), field_of(status, "\nVmRSS:")};
}

/// Lets everything that is being shut down go, and the pools' idle threads with it: until neither
/// descriptors nor threads have changed for longer than any of them is kept.
Held held_at_rest() {
    StreamPipeline::wait_for_shut_down(60000);
    constexpr int unchanged_ms = 35000;
    Held held = held_now();
    QElapsedTimer since;
    since.start();
    while (!since.hasExpired(unchanged_ms)) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 100);
        StreamPipeline::wait_for_shut_down(100);
        const auto now = held_now();
        if (now.descriptors != held.descriptors || now.threads != held.threads)
            since.restart();
        held = now;
    }
    return held;
}

/// Tries the cameras of each kind again until each kind has failed `each` times.
int reconnect(const QJsonObject& ports, int each) {
    struct Tile {
        QVideoSink sink;
        CameraPlayer player;
    };
    std::vector<std::unique_ptr<Tile>> tiles;
    std::array<int, kinds.size()> failed{};
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        for (int i = 0; i < tiles_of_a_kind; ++i) {
            auto& tile = *tiles.emplace_back(std::make_unique<Tile>());
            tile.player.setVideoSink(&tile.sink);
            // Hours of waiting in minutes; what a reconnection costs stays the same.
            tile.player.setLimits({.stall = milliseconds(1200),
                                   .back_off = BackOff(milliseconds(4), milliseconds(20))});
            QObject::connect(&tile.player, &CameraPlayer::stateChanged, &tile.player,
                             [&failed, &tile, kind, each] {
                                 if (tile.player.state() == CameraPlayer::State::Waiting &&
                                     ++failed[kind] >= each)
                                     tile.player.setActive(false);
                             });
            tile.player.setSource(QStringLiteral("rtsp://127.0.0.1:%1/demo/%2")
                                      .arg(ports[QLatin1StringView(kinds[kind])].toInt())
                                      .arg(i + 1));
        }
    const auto done = [&] {
        return std::ranges::all_of(failed, [each](int count) { return count >= each; });
    };
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    int sum = 0;
    for (const int count : failed)
        sum += count;
    return sum;
}

int run_bench(int reconnections) {
    QProcess cameras;
    cameras.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    cameras.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--cameras")});
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (!cameras.waitForReadyRead(30000)) {
            std::fprintf(stderr, "bench reconnect: no cameras\n");
            return 1;
        }
        line += cameras.readLine();
    }
    const auto ports = QJsonDocument::fromJson(line).object();

    // What is loaded once and kept, and what the allocator keeps for the next ones, is there after
    // some hundred. A leak grows on.
    constexpr int warm_up = 60;
    const int each = (reconnections + int(kinds.size()) - 1) / int(kinds.size());
    reconnect(ports, warm_up);
    const auto before = held_at_rest();
    const int made = reconnect(ports, each);
    const auto after = held_at_rest();
    cameras.closeWriteChannel();
    cameras.waitForFinished();

    const int fds = after.descriptors - before.descriptors;
    const int threads = after.threads - before.threads;
    const int rss = after.rss_kb - before.rss_kb;
    std::printf(
        "{\"reconnections\":%d,\"fds_grown\":%d,\"rss_grown_kb\":%d,\"threads_grown\":%d}\n", made,
        fds, rss, threads);
    return fds <= 0 && threads <= 0 && rss <= 5 * 1024 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption count(QStringLiteral("reconnections"), QStringLiteral("how many"),
                                   QStringLiteral("N"), QStringLiteral("1000"));
    const QCommandLineOption cameras(QStringLiteral("cameras"),
                                     QStringLiteral("be the cameras' process"));
    parser.addOptions({count, cameras});
    parser.addHelpOption();
    parser.process(app);
    if (parser.isSet(cameras))
        return chengyun::bench::run_cameras(QCoreApplication::applicationDirPath() +
                                            QStringLiteral("/chengyun-media"));
    return run_bench(parser.value(count).toInt());
}
