// One stream for all who look at a camera: asked for once, decoded once, and not decoded while
// nobody sees it.
#include "app/video/camera_player.h"

#include "broken_decoder.h"
#include "launch_camera.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace chengyun::console;
using State = CameraPlayer::State;

class CameraFeedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void oneStreamForAll();
    void movesFromTileToTile();
    void unseenIsNotDecoded();
    void oneOfTwoIsSeen();
    void anotherDecoderWhereHardwareFails();
    void theStreamForItsSize();
    void noSubStreamThere();
};

namespace {

constexpr auto sub = "videotestsrc is-live=true ! video/x-raw,width=160,height=120,framerate=10/1"
                     " ! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=5"
                     " ! rtph264pay name=pay0 config-interval=-1";

constexpr auto camera =
    "videotestsrc is-live=true ! video/x-raw,width=320,height=240,framerate=20/1"
    " ! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=10"
    " ! rtph264pay name=pay0 config-interval=-1";

struct Tile {
    Tile() { player.setVideoSink(&sink); }
    QVideoSink sink;
    CameraPlayer player;
};

} // namespace

void CameraFeedTest::cleanup() {
    QVERIFY(StreamPipeline::wait_for_shut_down(20000));
}

void CameraFeedTest::oneStreamForAll() {
    LaunchCamera one(camera);
    auto first = std::make_unique<Tile>();
    Tile second;
    first->player.setSource(one.address());
    second.player.setSource(one.address());
    QTRY_VERIFY_WITH_TIMEOUT(first->player.frames() > 5 && second.player.frames() > 5, 20000);
    QCOMPARE(first->sink.videoFrame(), second.sink.videoFrame());
    QCOMPARE(first->player.feed(), second.player.feed());

    // Who comes later has the picture at once.
    Tile third;
    third.player.setSource(one.address());
    QCOMPARE(third.player.state(), State::Playing);
    QVERIFY(third.sink.videoFrame().isValid());
    QCOMPARE(third.player.resolution(), QSize(320, 240));

    // Who goes takes nothing away from the others.
    first.reset();
    third.player.setActive(false);
    QVERIFY(!third.sink.videoFrame().isValid());
    QCOMPARE(third.player.state(), State::Idle);
    const int frames = second.player.frames();
    QTRY_VERIFY_WITH_TIMEOUT(second.player.frames() > frames + 5, 20000);
    QCOMPARE(second.player.state(), State::Playing);
    QCOMPARE(one.viewers(), 1);

    // When the last has gone, the next one begins anew.
    second.player.setActive(false);
    second.player.setActive(true);
    QCOMPARE(second.player.state(), State::Connecting);
    QTRY_COMPARE_WITH_TIMEOUT(one.viewers(), 2, 20000);
}

void CameraFeedTest::movesFromTileToTile() {
    LaunchCamera one(camera);
    Tile from;
    Tile to;
    from.player.setSource(one.address());
    QTRY_COMPARE_WITH_TIMEOUT(from.player.state(), State::Playing, 20000);
    from.player.setSource({});
    to.player.setSource(one.address());
    QCOMPARE(to.player.state(), State::Playing);
    QVERIFY(to.sink.videoFrame().isValid());
    QVERIFY(!from.sink.videoFrame().isValid());
    const int frames = to.player.frames();
    QTRY_VERIFY_WITH_TIMEOUT(to.player.frames() > frames + 5, 20000);
    QCOMPARE(one.viewers(), 1);
}

void CameraFeedTest::unseenIsNotDecoded() {
    LaunchCamera one(camera);
    Tile tile;
    // Shorter limits than the time in which nobody looks: an unseen stream neither freezes nor
    // stalls.
    tile.player.setLimits({.stall = std::chrono::milliseconds(900),
                           .fresh = std::chrono::milliseconds(600),
                           .rest = std::chrono::milliseconds(0)});
    tile.player.setSource(one.address());
    QTRY_COMPARE_WITH_TIMEOUT(tile.player.state(), State::Playing, 20000);
    QSignalSpy states(&tile.player, &CameraPlayer::stateChanged);
    tile.player.setSeen(false);
    const auto coded = [&] { return tile.player.feed()->figures()->pictures; };
    // What is on its way is still shown.
    auto before = coded();
    QTRY_VERIFY_WITH_TIMEOUT(coded() > before + 10, 20000);
    const int frames = tile.player.frames();
    before = coded();
    QTRY_VERIFY_WITH_TIMEOUT(coded() > before + 30, 20000);
    QCOMPARE(tile.player.frames(), frames);
    QCOMPARE(states.size(), 0);

    tile.player.setSeen(true);
    QCOMPARE(tile.player.state(), State::Connecting); // until there is a picture of now
    QTRY_COMPARE_WITH_TIMEOUT(tile.player.state(), State::Playing, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(tile.player.frames() > frames + 5, 20000);
    QCOMPARE(one.viewers(), 1);
}

void CameraFeedTest::oneOfTwoIsSeen() {
    LaunchCamera one(camera);
    Tile seen;
    Tile hidden;
    for (auto* tile : {&seen, &hidden}) {
        tile->player.setLimits({.rest = std::chrono::milliseconds(0)});
        tile->player.setSource(one.address());
    }
    hidden.player.setSeen(false);
    QTRY_VERIFY_WITH_TIMEOUT(seen.player.frames() > 20, 20000);
    seen.player.setActive(false);
    const int frames = hidden.player.frames();
    hidden.player.setSeen(true);
    QTRY_VERIFY_WITH_TIMEOUT(hidden.player.frames() > frames + 5, 20000);
    QCOMPARE(one.viewers(), 1);
}

void CameraFeedTest::anotherDecoderWhereHardwareFails() {
    BrokenDecoder broken;
    QVERIFY(broken.registered());
    LaunchCamera one(camera);
    Tile tile;
    tile.player.setSource(one.address());
    QTRY_VERIFY_WITH_TIMEOUT(tile.player.frames() > 5, 20000);
    QVERIFY(broken.tries() > 0);
    QCOMPARE(tile.player.attempt(), 0);
    QCOMPARE(tile.player.reason(), CameraPlayer::Reason::None);
    const auto decoder = tile.player.feed()->figures()->decoder;
    QVERIFY2(!decoder.isEmpty() && decoder != QLatin1StringView(BrokenDecoder::name),
             qPrintable(decoder));
}

void CameraFeedTest::theStreamForItsSize() {
    LaunchCamera large(camera), small(sub);
    const QStringList both{large.address(), small.address()};
    Tile tile, other;
    for (auto* one : {&tile, &other}) {
        one->player.setSmall(true);
        one->player.setSources(both);
    }
    QTRY_COMPARE_WITH_TIMEOUT(tile.player.resolution(), QSize(160, 120), 20000);
    QTRY_COMPARE_WITH_TIMEOUT(other.player.resolution(), QSize(160, 120), 20000);
    // However many tiles show it small, the camera is asked for one stream, and for no other.
    QCOMPARE(tile.player.feed(), other.player.feed());
    QCOMPARE(small.viewers(), 1);
    QCOMPARE(large.viewers(), 0);

    // From here on the tile is never black, and never says that it connects.
    int black = 0, silent = 0;
    connect(&tile.sink, &QVideoSink::videoFrameChanged, this,
            [&](const QVideoFrame& frame) { black += !frame.isValid(); });
    connect(&tile.player, &CameraPlayer::shapeChanged, this,
            [&] { black += tile.player.shape().isEmpty(); });
    connect(&tile.player, &CameraPlayer::framesChanged, this,
            [&] { silent += tile.player.state() == State::Idle; });
    for (int turn = 0; turn < 2; ++turn) {
        tile.player.setSmall(false);
        QCOMPARE(tile.player.resolution(), QSize(160, 120));
        QCOMPARE(tile.player.state(), State::Playing);
        QTRY_COMPARE_WITH_TIMEOUT(tile.player.resolution(), QSize(320, 240), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(tile.player.state(), State::Playing, 20000);
        // The other tile has the sub stream still: back is at once.
        tile.player.setSmall(true);
        QTRY_COMPARE_WITH_TIMEOUT(tile.player.resolution(), QSize(160, 120), 20000);
    }
    // Made large and small again before main has a picture: nothing has happened.
    tile.player.setSmall(false);
    tile.player.setSmall(true);
    QCOMPARE(tile.player.feed(), other.player.feed());
    QCOMPARE(tile.player.resolution(), QSize(160, 120));
    QCOMPARE(black, 0);
    QCOMPARE(silent, 0);
    QCOMPARE(small.viewers(), 1);

    // Another camera's picture is not taken for this one's.
    tile.player.setSources({QStringLiteral("rtsp://127.0.0.1:1/none")});
    QVERIFY(!tile.sink.videoFrame().isValid());
}

/// Its address is wrong: main has to do, also where it is shown small.
void CameraFeedTest::noSubStreamThere() {
    LaunchCamera large(camera);
    Tile tile;
    tile.player.setSmall(true);
    tile.player.setSources({large.address(), large.address() + QStringLiteral("-none")});
    QTRY_COMPARE_WITH_TIMEOUT(tile.player.resolution(), QSize(320, 240), 20000);
    // Nor is it tried again with every change of size.
    tile.player.setSmall(false);
    tile.player.setSmall(true);
    QCOMPARE(tile.player.resolution(), QSize(320, 240));
    QTRY_COMPARE_WITH_TIMEOUT(tile.player.state(), State::Playing, 20000);
}

QTEST_MAIN(CameraFeedTest)
#include "camera_feed.moc"
