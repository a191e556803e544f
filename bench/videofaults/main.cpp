// bench videofaults: two hundred faults by chance on sixteen tiles: hard streams, servers that go
// away, loss, reordering, silence. Each picture has to be back soon after the cause has ended, the
// GUI thread never busy for long, and memory and descriptors what they were after some hundred
// reconnections. What is by chance comes of --seed.
#include "app/video/camera_player.h"
#include "bench/videofaults/faults.h"
#include "bench/videofaults/held.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QVideoSink>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <random>
#include <vector>

using namespace chengyun::bench;
using namespace Qt::StringLiterals;
using chengyun::console::CameraPlayer;
using chengyun::console::StreamPipeline;
using std::chrono::milliseconds;

namespace {

constexpr int tiles = 16;
/// A fault that lasts or a tile that was never hit leaves the others alone: so many at once.
constexpr int at_once = 8;
constexpr milliseconds most_back{5000};
/// Longer nobody waits: the picture has not come back.
constexpr milliseconds patience{30000};
constexpr milliseconds most_stall{100};

struct Tile {
    QVideoSink sink;
    CameraPlayer player;
    std::optional<Fault> fault;
    QElapsedTimer since; ///< the fault began, or its cause ended
    bool ended = false;  ///< the cause
    int frames = 0;      ///< when the cause ended
};

struct Sum {
    int faults = 0, unrecovered = 0, late = 0;
    qint64 max_back_ms = 0;
    QByteArray worst;
};

/// The cameras, and what they are told.
class Cameras {
public:
    bool start() {
        process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process_.start(QCoreApplication::applicationDirPath() + u"/hard_cameras"_s,
                       {QString::number(tiles)});
        addresses_ = read().object()[u"addresses"_s].toArray();
        return addresses_.size() == tiles;
    }
    [[nodiscard]] QString address(int tile) const { return addresses_[tile].toString(); }
    void tell(int tile, const QByteArray& what) {
        process_.write(QByteArray::number(tile) + ' ' + what + '\n');
        ++answers_;
    }
    /// PLAYs answered so far.
    int plays() {
        tell(0, {});
        int plays = 0;
        for (; answers_ > 0; --answers_)
            plays = read().object()[u"plays"_s].toInt();
        return plays;
    }
    void stop() {
        process_.closeWriteChannel();
        process_.waitForFinished();
    }

private:
    QJsonDocument read() {
        QByteArray line;
        while (!line.endsWith('\n')) {
            if (process_.bytesAvailable() == 0 && !process_.waitForReadyRead(60000))
                return {};
            line += process_.readLine();
        }
        return QJsonDocument::fromJson(line);
    }
    QProcess process_;
    QJsonArray addresses_;
    int answers_ = 0;
};

void run_for(milliseconds time) {
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

using Tiles = std::vector<std::unique_ptr<Tile>>;

bool all_play(const Tiles& wall) {
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(60000)) {
        if (std::ranges::all_of(wall, [](const auto& tile) {
                return tile->player.state() == CameraPlayer::State::Playing;
            }))
            return true;
        run_for(milliseconds(50));
    }
    return false;
}

/// Ends the fault where its picture is back, or does not come.
void settle(Tile& tile, Sum& sum) {
    const auto back = tile.since.elapsed();
    // What was on its way when the cause ended does not count.
    const bool is_back = tile.player.state() == CameraPlayer::State::Playing &&
                         tile.player.frames() >= tile.frames + 3;
    if (!is_back && back < patience.count())
        return;
    if (!is_back) {
        ++sum.unrecovered;
        std::fprintf(stderr, "bench videofaults: not back after '%s': %d\n",
                     tile.fault->name.constData(), static_cast<int>(tile.player.reason()));
    } else if (back > most_back.count()) {
        ++sum.late;
        std::fprintf(stderr, "bench videofaults: %lld ms after '%s'\n",
                     static_cast<long long>(back), tile.fault->name.constData());
    }
    if (back > sum.max_back_ms) {
        sum.max_back_ms = back;
        sum.worst = tile.fault->name;
    }
    tile.fault.reset();
}

void begin(Tile& tile, int number, Cameras& cameras, Fault fault) {
    cameras.tell(number, fault.begins);
    tile.fault = std::move(fault);
    tile.ended = tile.fault->ends.isEmpty();
    tile.frames = tile.player.frames();
    tile.since.start();
}

void end_cause(Tile& tile, int number, Cameras& cameras) {
    if (!tile.fault || tile.ended || !tile.since.hasExpired(tile.fault->lasts.count()))
        return;
    cameras.tell(number, tile.fault->ends);
    tile.ended = true;
    tile.frames = tile.player.frames();
    tile.since.start();
}

Sum run_faults(Tiles& wall, Cameras& cameras, int faults, unsigned seed, milliseconds freeze) {
    std::mt19937 random(seed);
    Sum sum;
    for (;;) {
        int running = 0;
        for (int i = 0; i < tiles; ++i) {
            auto& tile = *wall[static_cast<std::size_t>(i)];
            end_cause(tile, i, cameras);
            if (tile.fault && tile.ended)
                settle(tile, sum);
            running += tile.fault ? 1 : 0;
        }
        if (sum.faults >= faults && running == 0)
            return sum;
        if (sum.faults < faults && running < at_once) {
            const int i = std::uniform_int_distribution<int>(0, tiles - 1)(random);
            auto& tile = *wall[static_cast<std::size_t>(i)];
            if (!tile.fault && tile.player.state() == CameraPlayer::State::Playing) {
                begin(tile, i, cameras, random_fault(random, freeze));
                ++sum.faults;
            }
        }
        run_for(milliseconds(20));
    }
}

struct Grown {
    int reconnections = 0;
    int descriptors = 0;
    double rss_kb_per_min = 0;
};

/// All cameras hang up again and again, until they have been asked anew so often.
Grown run_reconnections(Tiles& wall, Cameras& cameras, int reconnections) {
    for (int i = 0; i < tiles; ++i)
        cameras.tell(i, "manner usual");
    all_play(wall);
    // What the allocator keeps is there after the first hundred.
    const auto hang_up_until = [&](int plays, auto&& measure) {
        while (cameras.plays() < plays) {
            for (int i = 0; i < tiles; ++i)
                cameras.tell(i, "hang_up");
            run_for(milliseconds(300));
            all_play(wall);
            measure();
        }
    };
    hang_up_until(cameras.plays() + 100, [] {});
    StreamPipeline::wait_for_shut_down(20000);
    const int before = open_descriptors();
    const int plays = cameras.plays();
    QElapsedTimer timer;
    timer.start();
    std::vector<std::pair<double, double>> memory;
    hang_up_until(plays + reconnections, [&] {
        memory.emplace_back(static_cast<double>(timer.elapsed()) / 60000, rss_kb());
    });
    StreamPipeline::wait_for_shut_down(20000);
    all_play(wall);
    return {cameras.plays() - plays, open_descriptors() - before, slope(memory)};
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption seed(u"seed"_s, u"of what is by chance"_s, u"N"_s,
                                  QString::number(std::random_device()() % 100000));
    const QCommandLineOption count(u"faults"_s, u"how many"_s, u"N"_s, u"200"_s);
    const QCommandLineOption again(u"reconnections"_s, u"how many afterwards"_s, u"N"_s, u"500"_s);
    const QCommandLineOption freeze(u"freeze"_s, u"seconds of the longest silence"_s, u"N"_s,
                                    u"30"_s);
    parser.addOptions({seed, count, again, freeze});
    parser.addHelpOption();
    parser.process(app);
    std::fprintf(stderr, "bench videofaults: --seed %s\n", qPrintable(parser.value(seed)));

    Cameras cameras;
    if (!cameras.start()) {
        std::fprintf(stderr, "bench videofaults: no cameras\n");
        return 1;
    }
    Tiles wall;
    for (int i = 0; i < tiles; ++i) {
        auto& tile = *wall.emplace_back(std::make_unique<Tile>());
        tile.player.setVideoSink(&tile.sink);
        auto address = cameras.address(i);
        // Half of them by UDP.
        if (i % 2 == 1)
            address.replace(u"rtsp:"_s, u"rtspu:"_s);
        tile.player.setSource(address);
    }
    if (!all_play(wall)) {
        std::fprintf(stderr, "bench videofaults: not all cameras show a picture\n");
        return 1;
    }
    const StallWatch stalls;
    const auto sum =
        run_faults(wall, cameras, parser.value(count).toInt(), parser.value(seed).toUInt(),
                   milliseconds(parser.value(freeze).toInt() * 1000));
    const auto grown = run_reconnections(wall, cameras, parser.value(again).toInt());
    const auto ms = [](std::chrono::nanoseconds time) {
        return std::chrono::duration_cast<milliseconds>(time).count();
    };
    std::printf(
        "{\"faults\":%d,\"unrecovered\":%d,\"late\":%d,\"max_back_ms\":%lld,\"worst\":\"%s\","
        "\"max_stall_ms\":%lld,\"max_gap_ms\":%lld,\"rss_kb_per_min\":%.0f,\"fds_grown\":%d,"
        "\"reconnections\":%d,\"seed\":%u}\n",
        sum.faults, sum.unrecovered, sum.late, static_cast<long long>(sum.max_back_ms),
        sum.worst.constData(), static_cast<long long>(ms(stalls.longest())),
        static_cast<long long>(ms(stalls.longest_gap())), grown.rss_kb_per_min, grown.descriptors,
        grown.reconnections, parser.value(seed).toUInt());
    std::fflush(stdout);
    wall.clear();
    StreamPipeline::wait_for_shut_down(20000);
    cameras.stop();
    const bool good = sum.unrecovered == 0 && sum.late == 0 && stalls.longest() <= most_stall &&
                      grown.descriptors <= 0;
    return good ? 0 : 1;
}
