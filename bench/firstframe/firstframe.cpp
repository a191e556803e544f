// firstframe PREFIX ROUNDS: from the click on a camera to its first picture in the window, and how
// old pictures are when the window shows them; beside the same through a plain GStreamer pipeline,
// in turns. PREFIX/asked gives a key picture to who comes, PREFIX/unasked does not. Prints the
// figures.
#include "app/icons/icon_provider.h"
#include "app/video/camera_player.h"
#include "bench/firstframe/picture_clock.h"
#include "bench/firstframe/plain_viewer.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRandomGenerator>
#include <QTimer>

#include <gst/gst.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;
using namespace chengyun::bench;
using chengyun::console::CameraFeed;
using chengyun::console::CameraPlayer;

namespace {

constexpr auto tile_qml = R"(
import QtQuick
import Chengyun.Video

Window {
    property alias address: tile.sources
    width: 960
    height: 540
    visible: true
    CameraView {
        id: tile
        anchors.fill: parent
        name: "1"
    }
})";

constexpr int watched_ms = 2000;
constexpr int patience_ms = 20000;

void run_for(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

bool run_until(const std::function<bool()>& done) {
    for (int waited = 0; !done(); waited += 1) {
        if (waited > patience_ms)
            return false;
        run_for(1);
    }
    return true;
}

CameraPlayer* player_in(QQuickItem* item) {
    if (auto* found = item->findChild<CameraPlayer*>(Qt::FindDirectChildrenOnly))
        return found;
    for (auto* child : item->childItems())
        if (auto* found = player_in(child))
            return found;
    return nullptr;
}

/// The console's tile in a window.
class Tile : public QObject {
public:
    explicit Tile(QQuickWindow* window)
        : window_(window), player_(player_in(window->contentItem())) {
        connect(player_->videoSink(), &QVideoSink::videoFrameChanged, this,
                [this](const QVideoFrame& frame) { take(frame); });
        connect(window_, &QQuickWindow::frameSwapped, this, [this] { swapped(); });
    }
    void show(const QString& address) {
        first_.reset();
        ages_.clear();
        window_->setProperty("address", address.isEmpty() ? QStringList() : QStringList{address});
    }
    /// When the first picture stood in the window.
    [[nodiscard]] std::optional<std::uint32_t> first() const { return first_; }
    [[nodiscard]] const std::vector<double>& ages() const { return ages_; }
    [[nodiscard]] int blanks() const { return blanks_; }

private:
    void take(QVideoFrame frame) {
        if (!frame.isValid()) {
            ++blanks_;
            return;
        }
        if (!frame.map(QVideoFrame::ReadOnly))
            return;
        taken_ = read_clock(frame.bits(0), frame.bytesPerLine(0));
        frame.unmap();
    }
    void swapped() {
        const auto taken = std::exchange(taken_, {});
        if (!taken)
            return;
        const auto now = clock_now();
        if (!first_)
            first_ = now;
        ages_.push_back(clock_between(*taken, now));
    }

    QQuickWindow* window_;
    CameraPlayer* player_;
    std::optional<std::uint32_t> taken_, first_;
    std::vector<double> ages_;
    int blanks_ = 0;
};

struct Figures {
    std::vector<double> first, glass;
};

/// The first picture comes before its time; it is the clocks of those after it that count.
void add_ages(std::vector<double>& to, const std::vector<double>& ages) {
    if (ages.size() > 5)
        to.insert(to.end(), ages.begin() + 5, ages.end());
}

double percentile(std::vector<double> values, double share) {
    if (values.empty())
        return -1;
    std::ranges::sort(values);
    const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    return values[at];
}

/// Clicks come at any time of a group of pictures.
void wait_a_little() {
    run_for(static_cast<int>(QRandomGenerator::global()->bounded(2000)));
}

bool watch(Tile& tile, const QString& address, Figures& figures) {
    wait_a_little();
    const auto click = clock_now();
    tile.show(address);
    if (!run_until([&] { return tile.first().has_value(); }))
        return false;
    figures.first.push_back(clock_between(click, *tile.first()));
    run_for(watched_ms);
    add_ages(figures.glass, tile.ages());
    tile.show({});
    return true;
}

bool watch_plain(const QString& address, Figures& figures) {
    wait_a_little();
    const auto click = clock_now();
    PlainViewer viewer(address.toStdString());
    if (!run_until([&] { return viewer.first() != 0; }))
        return false;
    figures.first.push_back(clock_between(click, viewer.first()));
    run_for(watched_ms);
    add_ages(figures.glass, viewer.ages());
    return true;
}

} // namespace

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    gst_init(&argc, &argv);
    if (argc != 3) {
        std::fprintf(stderr, "firstframe PREFIX ROUNDS\n");
        return 2;
    }
    const auto prefix = QString::fromLocal8Bit(argv[1]);
    const int rounds = std::atoi(argv[2]);
    QQmlApplicationEngine engine;
    engine.addImageProvider(u"icon"_s, new chengyun::console::IconProvider);
    engine.loadData(tile_qml);
    if (engine.rootObjects().isEmpty())
        return 1;
    Tile tile(qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()));

    // Somebody watches each all the time: a camera's coder runs whether anybody looks or not.
    const PlainViewer asked_guard((prefix + u"/asked"_s).toStdString());
    const PlainViewer unasked_guard((prefix + u"/unasked"_s).toStdString());
    if (!run_until([&] { return asked_guard.first() != 0 && unasked_guard.first() != 0; }))
        return 1;

    Figures ours, plain, ours_unasked, plain_unasked;
    std::vector<double> next;
    for (int round = 0; round < rounds; ++round) {
        if (!watch(tile, prefix + u"/asked"_s, ours) || !watch_plain(prefix + u"/asked"_s, plain) ||
            !watch(tile, prefix + u"/unasked"_s, ours_unasked) ||
            !watch_plain(prefix + u"/unasked"_s, plain_unasked)) {
            std::fprintf(stderr, "firstframe: a camera gives no picture\n");
            return 1;
        }
    }
    // As patrol does: the next camera plays behind the one that is seen.
    int blank = 0;
    for (int round = 0; round < rounds; ++round) {
        tile.show(prefix + u"/asked"_s);
        const auto behind = CameraFeed::of(prefix + u"/unasked"_s);
        behind->setSeen(&app, true);
        if (!run_until([&] {
                return tile.first().has_value() && behind->state() == CameraFeed::State::playing;
            }))
            return 1;
        const int blanks = tile.blanks();
        const auto change = clock_now();
        tile.show(prefix + u"/unasked"_s);
        if (!run_until([&] { return tile.first().has_value(); }))
            return 1;
        next.push_back(clock_between(change, *tile.first()));
        blank += tile.blanks() - blanks;
        behind->setSeen(&app, false);
        tile.show({});
    }
    std::printf("{\"rounds\":%d,\"first_p95_ms\":%.0f,\"plain_first_p95_ms\":%.0f,"
                "\"glass_p95_ms\":%.0f,\"plain_glass_p95_ms\":%.0f,"
                "\"first_p50_ms\":%.0f,\"plain_first_p50_ms\":%.0f,"
                "\"glass_p50_ms\":%.0f,\"plain_glass_p50_ms\":%.0f,"
                "\"unasked_first_p95_ms\":%.0f,\"plain_unasked_first_p95_ms\":%.0f,"
                "\"unasked_first_p50_ms\":%.0f,\"plain_unasked_first_p50_ms\":%.0f,"
                "\"next_p95_ms\":%.0f,\"next_blank\":%d}\n",
                rounds, percentile(ours.first, .95), percentile(plain.first, .95),
                percentile(ours.glass, .95), percentile(plain.glass, .95),
                percentile(ours.first, .5), percentile(plain.first, .5), percentile(ours.glass, .5),
                percentile(plain.glass, .5), percentile(ours_unasked.first, .95),
                percentile(plain_unasked.first, .95), percentile(ours_unasked.first, .5),
                percentile(plain_unasked.first, .5), percentile(next, .95), blank);
    std::fflush(stdout);
    // The cameras' end is not what is measured.
    std::_Exit(0);
}
