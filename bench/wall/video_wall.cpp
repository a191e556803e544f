// video_wall: the console's camera tiles side by side in a window of 1920×1080. Prints what that
// costs: {"cpu_s":…,"seconds":…,"pictures":…,"overwritten":…,"held_back":…,"window_frames":…}.
// Overwritten are pictures that were decoded and not shown, held back those that were not decoded.
// With --record the last 30 s of each are kept, as a seat does. With --draw the window is drawn as
// often as it can be; without --tiles it is empty.
#include "app/icons/icon_provider.h"
#include "app/video/camera_player.h"
#include "bench/wall/cpu_time.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSurfaceFormat>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace chengyun::bench;
using chengyun::console::CameraPlayer;

namespace {

constexpr auto wall_qml = R"(
import QtQuick
import Chengyun.Video

Window {
    id: wall
    property list<string> addresses
    property int side: 1
    property bool recorded: false
    width: 1920
    height: 1080
    visible: true
    color: "black"
    Repeater {
        model: wall.addresses
        CameraView {
            required property int index
            required property string modelData
            name: index + 1
            sources: [modelData]
            recorded: wall.recorded
            x: index % wall.side * width
            y: Math.floor(index / wall.side) * height
            width: wall.width / wall.side
            height: wall.height / wall.side
        }
    }
})";

void collect(QQuickItem* item, QList<CameraPlayer*>& found) {
    found += item->findChildren<CameraPlayer*>(Qt::FindDirectChildrenOnly);
    for (auto* child : item->childItems())
        collect(child, found);
}

/// Of all cameras together.
struct Shown {
    qint64 pictures = 0;
    qint64 overwritten = 0; ///< decoded and not shown
    qint64 held_back = 0;   ///< not decoded
};

Shown shown_by(const QList<CameraPlayer*>& players) {
    Shown out;
    for (const auto* player : players) {
        out.pictures += player->frames();
        if (const auto* feed = player->feed())
            out.overwritten += feed->overwritten();
        if (const auto figures = player->feed() ? player->feed()->figures() : std::nullopt)
            out.held_back += static_cast<qint64>(figures->held_back);
    }
    return out;
}

void run_for(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

bool all_play(const QList<CameraPlayer*>& players) {
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(patience_s * 1000)) {
        if (std::ranges::all_of(players, [](const auto* player) {
                return player->state() == CameraPlayer::State::Playing;
            }))
            return true;
        run_for(100);
    }
    return false;
}

} // namespace

int main(int argc, char** argv) {
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setSwapInterval(0);
    QSurfaceFormat::setDefaultFormat(format);
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption from(u"from"_s, u"addresses, up to the number"_s, u"rtsp://…"_s);
    const QCommandLineOption tiles(u"tiles"_s, u"how many"_s, u"N"_s, u"0"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"how long"_s, u"N"_s, u"20"_s);
    const QCommandLineOption draw(u"draw"_s, u"draw as often as possible"_s);
    const QCommandLineOption record(u"record"_s, u"keep the last 30 s of each"_s);
    parser.addOptions({from, tiles, seconds, draw, record});
    parser.addHelpOption();
    parser.process(app);

    QStringList addresses;
    for (int tile = 1; tile <= parser.value(tiles).toInt(); ++tile)
        addresses.append(parser.value(from) + QString::number(tile));
    QQmlApplicationEngine engine;
    engine.addImageProvider(u"icon"_s, new chengyun::console::IconProvider);
    engine.setInitialProperties(
        {{u"addresses"_s, addresses},
         {u"recorded"_s, parser.isSet(record)},
         {u"side"_s, static_cast<int>(std::ceil(std::sqrt(double(addresses.size()))))}});
    engine.loadData(wall_qml);
    if (engine.rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    QList<CameraPlayer*> players;
    collect(window->contentItem(), players);
    if (players.size() != addresses.size() || !all_play(players)) {
        std::fprintf(stderr, "video_wall: not all cameras show a picture\n");
        return 1;
    }
    qint64 frames = 0;
    QObject::connect(window, &QQuickWindow::frameSwapped, window,
                     [&frames, window, on = parser.isSet(draw)] {
                         ++frames;
                         if (on)
                             window->update();
                     });
    if (parser.isSet(draw))
        window->update();
    run_for(settle_s * 1000);
    const double cpu = cpu_seconds();
    const auto before = shown_by(players);
    const qint64 drawn = frames;
    QElapsedTimer timer;
    timer.start();
    run_for(parser.value(seconds).toInt() * 1000);
    const auto after = shown_by(players);
    std::printf("{\"cpu_s\":%.3f,\"seconds\":%.3f,\"pictures\":%lld,\"overwritten\":%lld,"
                "\"held_back\":%lld,\"window_frames\":%lld}\n",
                cpu_seconds() - cpu, double(timer.nsecsElapsed()) / 1e9,
                after.pictures - before.pictures, after.overwritten - before.overwritten,
                after.held_back - before.held_back, frames - drawn);
    std::fflush(stdout);
    // The cameras' end is not what is measured.
    std::_Exit(0);
}
