// clock_view RTSP-PREFIX TIMES SECONDS: a tile of the console in a window opens the camera PREFIX1
// so often for so long, and prints {"first_ms":[…],"glass_ms":[…],"black_ms":[…]}: from the click
// to the first picture on the screen, from the time in each later picture to its being on the
// screen, and how long nothing stands there when a camera that is connected already takes the place
// of another.
#include "app/icons/icon_provider.h"
#include "app/video/camera_player.h"
#include "bench/firstframe/picture_clock.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;
using namespace chengyun::bench;
using chengyun::console::CameraPlayer;

namespace {

constexpr auto view_qml = R"(
import QtQuick
import Chengyun.Video

Window {
    property alias source: view.source
    width: 1280
    height: 720
    visible: true
    color: "black"
    CameraView {
        id: view
        anchors.fill: parent
        name: "1"
    }
})";

/// What stands on the screen, seen from the render thread.
class Screen {
public:
    Screen(QQuickWindow& window, QVideoSink& sink) {
        // The GUI thread waits meanwhile, so the sink may be asked.
        QObject::connect(
            &window, &QQuickWindow::afterSynchronizing, &window,
            [this, &sink] { drawn_ = sink.videoFrame(); }, Qt::DirectConnection);
        QObject::connect(
            &window, &QQuickWindow::frameSwapped, &window, [this] { swapped(); },
            Qt::DirectConnection);
    }
    void clicked() {
        const std::scoped_lock lock(mutex_);
        clicked_ = now_ms();
        begins_ = true;
    }
    /// From now on it is counted how long nothing is shown; 0 where every frame shows a picture.
    void countBlack() {
        const std::scoped_lock lock(mutex_);
        black_ = 0;
        last_ = now_ms();
    }
    [[nodiscard]] std::int64_t black() const {
        const std::scoped_lock lock(mutex_);
        return black_;
    }
    [[nodiscard]] std::vector<std::int64_t> first() const { return first_; }
    [[nodiscard]] std::vector<std::int64_t> glass() const { return glass_; }

private:
    void swapped() {
        const auto now = now_ms();
        const std::scoped_lock lock(mutex_);
        if (!drawn_.isValid())
            black_ += now - last_;
        last_ = now;
        if (!drawn_.isValid() || drawn_ == shown_)
            return;
        shown_ = drawn_;
        std::optional<std::int64_t> time;
        if (shown_.map(QVideoFrame::ReadOnly)) {
            time = read_clock(shown_.bits(0), shown_.bytesPerLine(0));
            shown_.unmap();
        }
        if (begins_)
            first_.push_back(now - clicked_);
        else if (time)
            glass_.push_back(now - *time);
        begins_ = false;
    }

    mutable std::mutex mutex_;
    QVideoFrame drawn_; ///< render thread
    QVideoFrame shown_; ///< render thread
    std::int64_t clicked_ = 0;
    std::int64_t last_ = 0;
    std::int64_t black_ = 0;
    bool begins_ = false;
    std::vector<std::int64_t> first_;
    std::vector<std::int64_t> glass_;
};

CameraPlayer* player_in(QQuickItem* item) {
    if (auto* player = item->findChild<CameraPlayer*>(Qt::FindDirectChildrenOnly))
        return player;
    for (auto* child : item->childItems())
        if (auto* player = player_in(child))
            return player;
    return nullptr;
}

void run_for(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void print(const char* name, const std::vector<std::int64_t>& numbers) {
    std::printf("\"%s\":[", name);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        std::printf("%s%lld", i ? "," : "", static_cast<long long>(numbers[i]));
    std::printf("]");
}

/// The cameras in turns, as a patrol shows them: the next one is connected before it is shown.
std::vector<std::int64_t> patrol(QObject& window, Screen& screen, const QString& prefix,
                                 int times) {
    std::vector<std::int64_t> black;
    window.setProperty("source", prefix + u'1');
    run_for(2000);
    for (int time = 0; time < times; ++time) {
        const QString next = prefix + (time % 2 ? u'1' : u'2');
        CameraPlayer ahead;
        ahead.setSource(next);
        run_for(1500);
        screen.countBlack();
        window.setProperty("source", next);
        run_for(500);
        black.push_back(screen.black());
    }
    return black;
}

} // namespace

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    if (argc != 4) {
        std::fprintf(stderr, "clock_view RTSP-PREFIX TIMES SECONDS\n");
        return 2;
    }
    const auto prefix = QString::fromLocal8Bit(argv[1]);
    const int times = std::atoi(argv[2]);
    const int seconds = std::atoi(argv[3]);
    QQmlApplicationEngine engine;
    engine.addImageProvider(u"icon"_s, new chengyun::console::IconProvider);
    engine.loadData(view_qml);
    if (engine.rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    auto* player = player_in(window->contentItem());
    if (!player)
        return 1;
    Screen screen(*window, *player->videoSink());
    run_for(500);
    for (int time = 0; time < times; ++time) {
        screen.clicked();
        window->setProperty("source", QString(prefix + u'1'));
        // Not in step with the key pictures.
        run_for(seconds * 1000 + 70 * (time % 29));
        window->setProperty("source", QString());
        run_for(200);
    }
    const auto first = screen.first();
    const auto glass = screen.glass();
    const auto black = patrol(*window, screen, prefix, 6);
    std::printf("{");
    print("first_ms", first);
    std::printf(",");
    print("glass_ms", glass);
    std::printf(",");
    print("black_ms", black);
    std::printf("}\n");
    std::fflush(stdout);
    // The render thread still tells `screen` of its frames, and how the window ends is not
    // measured.
    std::_Exit(first.size() == static_cast<std::size_t>(times) ? 0 : 1);
}
