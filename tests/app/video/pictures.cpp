// What is seen of a camera's pictures is what the camera saw: their shape, their colours, no combs,
// whatever it codes them with and however that changes.
#include "app/video/camera_player.h"
#include "app/video/stream_meter.h"

#include "launch_camera.h"

#include <QGuiApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <gst/gst.h>

using namespace chengyun::console;

class PicturesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanupTestCase();
    void shape_data();
    void shape();
    void colours_data();
    void colours();
    void noCombs();
    void changesInMidStream();
    void onlyPicturesAreAskedFor();
    void meter();
};

namespace {

constexpr auto encoder =
    "x264enc tune=zerolatency speed-preset=ultrafast key-int-max=10 bitrate=4000"
    " ! rtph264pay name=pay0 config-interval=-1";

std::string h264(const std::string& pictures) {
    return pictures + " ! " + encoder;
}

/// Of pictures that only this profile of H.264 knows.
std::string h264(const std::string& pictures, const std::string& profile) {
    return pictures +
           " ! x264enc speed-preset=ultrafast tune=zerolatency key-int-max=10 bitrate=4000"
           " ! video/x-h264,profile=" +
           profile + " ! rtph264pay name=pay0 config-interval=-1";
}

/// A camera that is looked at.
struct Looked {
    explicit Looked(const std::string& line) : camera(line) {
        player.setVideoSink(&sink);
        player.setSource(camera.address());
    }
    [[nodiscard]] QImage picture() const { return sink.videoFrame().toImage(); }

    LaunchCamera camera;
    QVideoSink sink;
    CameraPlayer player;
};

} // namespace

void PicturesTest::cleanupTestCase() {
    QVERIFY(StreamPipeline::wait_for_shut_down(20000));
}

void PicturesTest::shape_data() {
    QTest::addColumn<QSize>("coded");
    QTest::addColumn<QByteArray>("pixel");
    QTest::addColumn<QSizeF>("shown");
    QTest::newRow("square") << QSize(640, 360) << QByteArray("1/1") << QSizeF(640, 360);
    QTest::newRow("PAL, 16:9") << QSize(704, 576) << QByteArray("16/11") << QSizeF(1024, 576);
    QTest::newRow("NTSC, 16:9") << QSize(720, 480) << QByteArray("32/27")
                                << QSizeF(720. * 32 / 27, 480);
    QTest::newRow("half 1080") << QSize(960, 1080) << QByteArray("2/1") << QSizeF(1920, 1080);
}

void PicturesTest::shape() {
    QFETCH(QSize, coded);
    QFETCH(QByteArray, pixel);
    QFETCH(QSizeF, shown);
    Looked one(h264("videotestsrc is-live=true ! video/x-raw,framerate=10/1,width=" +
                    std::to_string(coded.width()) + ",height=" + std::to_string(coded.height()) +
                    ",pixel-aspect-ratio=" + pixel.toStdString()));
    QTRY_COMPARE_WITH_TIMEOUT(one.player.resolution(), coded, 20000);
    QCOMPARE(one.player.shape(), shown);
}

void PicturesTest::colours_data() {
    QTest::addColumn<std::string>("line");
    const std::string bars =
        "videotestsrc is-live=true pattern=smpte75 ! video/x-raw,framerate=10/1,";
    const std::string small = "width=640,height=360";
    // The source itself knows no full range, whatever its caps say.
    const std::string rgb = bars + small + ",format=RGB ! videoconvert ! video/x-raw,format=I420,";
    const std::string full = rgb + "colorimetry=(string)1:4:5:4";
    const std::string large = "width=1280,height=720";
    QTest::newRow("BT.601") << h264(bars + small + ",format=I420,colorimetry=bt601");
    QTest::newRow("BT.709") << h264(bars + large + ",format=I420,colorimetry=bt709");
    QTest::newRow("BT.709, small") << h264(bars + small + ",format=I420,colorimetry=bt709");
    QTest::newRow("full range") << h264(full);
    QTest::newRow("full range of BT.709") << h264(rgb + "colorimetry=(string)1:3:5:1");
    QTest::newRow("4:2:2") << h264(bars + small + ",format=Y42B,colorimetry=bt601", "high-4:2:2");
    QTest::newRow("4:4:4") << h264(bars + small + ",format=Y444,colorimetry=bt601", "high-4:4:4");
    QTest::newRow("MJPEG") << full + " ! jpegenc quality=95 ! rtpjpegpay name=pay0";
    QTest::newRow("H.265") << bars + small +
                                  ",format=I420 ! x265enc tune=zerolatency speed-preset=ultrafast "
                                  "key-int-max=10 bitrate=4000 ! rtph265pay name=pay0 "
                                  "config-interval=-1";
    QTest::newRow("H.265, ten bits")
        << bars + small +
               ",format=I420_10LE ! x265enc tune=zerolatency speed-preset=ultrafast "
               "key-int-max=10 bitrate=4000 ! rtph265pay name=pay0 config-interval=-1";
}

void PicturesTest::colours() {
    QFETCH(std::string, line);
    Looked one(line);
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= 2, 20000);
    const auto picture = one.picture();
    // The seven bars of 75 %: grey, yellow, cyan, green, magenta, red, blue.
    const int high = 191;
    const QList<QColor> bars{{high, high, high}, {high, high, 0}, {0, high, high}, {0, high, 0},
                             {high, 0, high},    {high, 0, 0},    {0, 0, high}};
    for (int bar = 0; bar < bars.size(); ++bar) {
        const QColor seen(
            picture.pixel((2 * bar + 1) * picture.width() / 14, picture.height() / 3));
        const auto off = std::max({std::abs(seen.red() - bars[bar].red()),
                                   std::abs(seen.green() - bars[bar].green()),
                                   std::abs(seen.blue() - bars[bar].blue())});
        // Another matrix or range is off by 17 and more.
        QVERIFY2(off <= 8, qPrintable(QStringLiteral("bar %1 is %2 instead of %3")
                                          .arg(bar)
                                          .arg(seen.name(), bars[bar].name())));
    }
}

void PicturesTest::noCombs() {
    // Two fields a picture, between which the bars have moved on.
    Looked one("videotestsrc is-live=true pattern=smpte75 horizontal-speed=8"
               " ! video/x-raw,width=704,height=576,framerate=50/1 ! interlace field-pattern=1:1"
               " ! x264enc interlaced=true tune=zerolatency speed-preset=ultrafast key-int-max=10"
               " bitrate=8000 ! rtph264pay name=pay0 config-interval=-1");
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= 5, 20000);
    const auto picture = one.picture().convertToFormat(QImage::Format_Grayscale8);
    QCOMPARE(picture.size(), QSize(704, 576));
    int combed = 0;
    for (int y = 40; y < 200; ++y)
        for (int x = 0; x < picture.width(); ++x)
            combed += std::abs(picture.scanLine(y)[x] - picture.scanLine(y + 1)[x]) > 30 ? 1 : 0;
    // Seven edges, each 8 pixels wide in every line, would be 8,960.
    QVERIFY2(combed < 200, qPrintable(QString::number(combed)));
}

void PicturesTest::changesInMidStream() {
    Looked one("videotestsrc is-live=true ! capsfilter name=now"
               " caps=video/x-raw,width=640,height=360,framerate=10/1 ! " +
               std::string(encoder));
    QTRY_COMPARE_WITH_TIMEOUT(one.player.resolution(), QSize(640, 360), 20000);
    QSet<CameraPlayer::State> states;
    QTRY_COMPARE_WITH_TIMEOUT(one.player.state(), CameraPlayer::State::Playing, 20000);
    connect(&one.player, &CameraPlayer::stateChanged, this,
            [&] { states.insert(one.player.state()); });
    one.camera.setCaps("now", "video/x-raw,width=1280,height=720,framerate=10/1");
    QTRY_COMPARE_WITH_TIMEOUT(one.player.resolution(), QSize(1280, 720), 20000);
    one.camera.setCaps("now", "video/x-raw,width=704,height=576,framerate=25/1,"
                              "pixel-aspect-ratio=16/11");
    QTRY_COMPARE_WITH_TIMEOUT(one.player.resolution(), QSize(704, 576), 20000);
    QCOMPARE(one.player.shape(), QSizeF(1024, 576));
    QCOMPARE(states, QSet<CameraPlayer::State>());
    QCOMPARE(one.camera.viewers(), 1);
}

void PicturesTest::onlyPicturesAreAskedFor() {
    // Sound comes first, and another track of it behind the pictures.
    Looked one("audiotestsrc is-live=true ! mulawenc ! rtppcmupay name=pay0 pt=0 "
               "videotestsrc is-live=true ! video/x-raw,width=320,height=240,framerate=10/1 "
               "! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=10 "
               "! rtph264pay name=pay1 pt=96 config-interval=-1 "
               "audiotestsrc is-live=true ! alawenc ! rtppcmapay name=pay2 pt=8");
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= 10, 20000);
    QCOMPARE(one.player.resolution(), QSize(320, 240));
}

void PicturesTest::meter() {
    Looked one(h264("videotestsrc is-live=true ! video/x-raw,width=640,height=360,framerate=20/1"));
    StreamMeter meter;
    meter.setPlayer(&one.player);
    QCOMPARE(meter.age(), -1);
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= 2, 20000);
    meter.setRunning(true);
    QVERIFY(!meter.isKnown());
    QTRY_VERIFY_WITH_TIMEOUT(meter.isKnown(), 20000);
    QVERIFY2(meter.frameRate() > 5 && meter.frameRate() < 50,
             qPrintable(QString::number(meter.frameRate())));
    QVERIFY(meter.bitRate() > 0);
    QCOMPARE(meter.loss(), 0.);
    QVERIFY(!meter.decoder().isEmpty());
    QCOMPARE(meter.age(), 0);
    // No picture is shown before the buffer has smoothed its way.
    QVERIFY2(meter.latency() >= 100 && meter.latency() < 5000,
             qPrintable(QString::number(meter.latency())));
    // Of another camera nothing is known yet.
    one.player.setSource({});
    QVERIFY(!meter.isKnown());
    QCOMPARE(meter.age(), -1);
}

QTEST_MAIN(PicturesTest)
#include "pictures.moc"
