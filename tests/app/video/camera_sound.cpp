// The sound of one camera: fetched and decoded while somebody listens, of no more than one, and
// never at the picture's cost.
#include "app/video/camera_sound.h"

#include "launch_camera.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace chengyun::console;

namespace {

constexpr auto pictures = "videotestsrc is-live=true ! video/x-raw,width=320,height=240,"
                          "framerate=20/1 ! x264enc tune=zerolatency speed-preset=ultrafast "
                          "key-int-max=10 ! rtph264pay name=pay0 config-interval=-1 ";
constexpr auto tone = "audiotestsrc is-live=true ! audioconvert ! audioresample ! ";
constexpr auto alaw = "audio/x-raw,rate=8000,channels=1 ! alawenc ! rtppcmapay name=pay1";

struct Listened {
    explicit Listened(const std::string& line) : camera(line) {
        player.setVideoSink(&sink);
        player.setSource(camera.address());
    }
    LaunchCamera camera;
    QVideoSink sink;
    CameraPlayer player;
};

struct Ear {
    Ear() : ended(&sound, &CameraSound::ended) {
        sound.setSink(QStringLiteral("fakesink sync=true"));
    }
    CameraSound sound;
    QSignalSpy ended;
};

} // namespace

class CameraSoundTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QVERIFY(StreamPipeline::wait_for_shut_down(20000)); }

    void isHeard_data() {
        QTest::addColumn<std::string>("sound");
        QTest::addColumn<QString>("decoder");
        const std::string phone = "audio/x-raw,rate=8000,channels=1 ! ";
        QTest::newRow("G.711 A") << std::string(alaw) << "alawdec";
        QTest::newRow("G.711 µ") << phone + "mulawenc ! rtppcmupay name=pay1" << "mulawdec";
        QTest::newRow("AAC") << std::string("avenc_aac ! rtpmp4gpay name=pay1 pt=97") << "aac";
        QTest::newRow("Opus") << std::string("opusenc ! rtpopuspay name=pay1 pt=98") << "opus";
    }

    void isHeard() {
        QFETCH(std::string, sound);
        QFETCH(QString, decoder);
        Listened one(pictures + (tone + sound));
        Ear ear;
        ear.sound.turn(&one.player);
        QCOMPARE(ear.ended.size(), 1); // it has no picture yet
        QTRY_VERIFY_WITH_TIMEOUT(one.player.state() == CameraPlayer::State::Playing, 20000);
        const auto* feed = one.player.feed();
        ear.sound.turn(&one.player);
        QCOMPARE(ear.sound.player(), &one.player);
        QVERIFY(!ear.sound.isHeard());
        QTRY_VERIFY_WITH_TIMEOUT(ear.sound.isHeard(), 20000);
        QVERIFY2(ear.sound.decoder().find(decoder.toStdString()) != std::string::npos,
                 ear.sound.decoder().c_str());
        // The picture goes on as if nothing were.
        const int frames = one.player.frames();
        QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() > frames + 10, 20000);
        QCOMPARE(one.player.feed(), feed);
        QCOMPARE(feed->attempt(), 0);
        // The same once more ends it.
        ear.sound.turn(&one.player);
        QCOMPARE(ear.sound.player(), nullptr);
        QVERIFY(!ear.sound.isHeard());
        QCOMPARE(ear.ended.size(), 1);
    }

    void oneAtMost() {
        Listened one(pictures + (tone + std::string(alaw)));
        Listened other(pictures + (tone + std::string(alaw)));
        Ear ear;
        QTRY_VERIFY_WITH_TIMEOUT(one.player.state() == CameraPlayer::State::Playing &&
                                     other.player.state() == CameraPlayer::State::Playing,
                                 20000);
        ear.sound.turn(&one.player);
        QTRY_VERIFY_WITH_TIMEOUT(ear.sound.isHeard(), 20000);
        ear.sound.turn(&other.player);
        QCOMPARE(ear.sound.player(), &other.player);
        QVERIFY(!ear.sound.isHeard());
        QTRY_VERIFY_WITH_TIMEOUT(ear.sound.isHeard(), 20000);
    }

    void endsWithTheTile_data() {
        QTest::addColumn<int>("how");
        QTest::newRow("another camera") << 0;
        QTest::newRow("not active") << 1;
        QTest::newRow("not seen") << 2;
        QTest::newRow("gone") << 3;
    }

    void endsWithTheTile() {
        QFETCH(int, how);
        auto one = std::make_unique<Listened>(pictures + (tone + std::string(alaw)));
        Ear ear;
        QTRY_VERIFY_WITH_TIMEOUT(one->player.state() == CameraPlayer::State::Playing, 20000);
        ear.sound.turn(&one->player);
        QTRY_VERIFY_WITH_TIMEOUT(ear.sound.isHeard(), 20000);
        switch (how) {
        case 0:
            one->player.setSource(QStringLiteral("rtsp://127.0.0.1:9/other"));
            break;
        case 1:
            one->player.setActive(false);
            break;
        case 2:
            one->player.setSeen(false);
            break;
        default:
            one.reset();
        }
        QCOMPARE(ear.sound.player(), nullptr);
        QVERIFY(!ear.sound.isHeard());
        QVERIFY(ear.ended.isEmpty()); // somebody did that
    }

    void saysWhyNot() {
        Listened silent{pictures};
        Ear ear;
        QTRY_VERIFY_WITH_TIMEOUT(silent.player.state() == CameraPlayer::State::Playing, 20000);
        ear.sound.turn(&silent.player);
        QTRY_COMPARE_WITH_TIMEOUT(ear.ended.size(), 1, 20000);
        QVERIFY2(ear.ended.at(0).at(0).toString().contains(QStringLiteral("no sound")),
                 qPrintable(ear.ended.at(0).at(0).toString()));
        QCOMPARE(ear.sound.player(), nullptr);
        QCOMPARE(silent.player.state(), CameraPlayer::State::Playing);
        // A machine without a device.
        ear.sound.setSink(QStringLiteral("alsasink device=chengyun-none"));
        ear.sound.turn(&silent.player);
        QTRY_COMPARE_WITH_TIMEOUT(ear.ended.size(), 2, 20000);
        QVERIFY2(ear.ended.at(1).at(0).toString().contains(QStringLiteral("sound output")),
                 qPrintable(ear.ended.at(1).at(0).toString()));
    }
};

QTEST_MAIN(CameraSoundTest)
#include "camera_sound.moc"
