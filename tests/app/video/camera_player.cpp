// A camera on screen against the real media gateway: it plays, says why it does not, and comes back
// by itself.
#include "app/video/camera_player.h"

#include "lossy_link.h"
#include "refusing_camera.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace chengyun::console;

class CameraPlayerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void plays();
    void sayWhy_data();
    void sayWhy();
    void comesBack();
    void noMudAfterLoss();
    void stalls();
    void freezes();
    void timeStampsJump_data();
    void timeStampsJump();
    void signInRefused();
    void oneRefusalForAllChannels();
    void signInWithEveryCharacter_data();
    void signInWithEveryCharacter();
    void leavesNothingBehind();
    void inactive();
    void oneDeadCameraHoldsNobodyUp();

private:
    /// Starts the gateway with synthetic cameras; returns its port, 0 when it did not come up.
    static quint16 startGateway(QProcess& process, quint16 port);
    static QString camera(quint16 port, const QString& path) {
        return QStringLiteral("rtsp://127.0.0.1:%1%2").arg(port).arg(path);
    }
    QProcess gateway_;
    quint16 port_ = 0;
};

quint16 CameraPlayerTest::startGateway(QProcess& process, quint16 port) {
    process.start(QStringLiteral(CHENGYUN_BINARY_DIR "/bin/chengyun-media"),
                  {QStringLiteral("--demo"), QString(), QStringLiteral("--listen"),
                   QStringLiteral("127.0.0.1:%1").arg(port)});
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (!process.waitForReadyRead(30000))
            return 0;
        line += process.readLine();
    }
    const auto from = line.lastIndexOf("127.0.0.1:") + 10;
    return line.mid(from, line.indexOf(' ', from) - from).toUShort();
}

void CameraPlayerTest::initTestCase() {
    if (!QFileInfo::exists(QStringLiteral(CHENGYUN_BINARY_DIR "/bin/chengyun-media")))
        QSKIP("the media gateway is not part of this build");
    port_ = startGateway(gateway_, 0);
    QVERIFY(port_ != 0);
}

void CameraPlayerTest::cleanupTestCase() {
    gateway_.terminate();
    QVERIFY(gateway_.state() == QProcess::NotRunning || gateway_.waitForFinished());
    QVERIFY(StreamPipeline::wait_for_shut_down(10000));
}

void CameraPlayerTest::plays() {
    QVideoSink sink;
    CameraPlayer player;
    player.setVideoSink(&sink);
    player.setSource(camera(port_, QStringLiteral("/demo/1")));
    QCOMPARE(player.state(), CameraPlayer::State::Connecting);
    QTRY_VERIFY_WITH_TIMEOUT(player.frames() >= 10, 20000);
    QCOMPARE(player.state(), CameraPlayer::State::Playing);
    QCOMPARE(player.reason(), CameraPlayer::Reason::None);
    QCOMPARE(player.resolution(), QSize(640, 360));
    // The frame can be mapped and holds a picture, not one flat colour.
    const QImage picture = sink.videoFrame().toImage();
    QCOMPARE(picture.size(), QSize(640, 360));
    QSet<QRgb> colours;
    for (int x = 0; x < picture.width(); x += 4)
        for (int y = 0; y < picture.height(); y += 4)
            colours.insert(picture.pixel(x, y));
    QVERIFY(colours.size() > 3);
}

void CameraPlayerTest::sayWhy_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<CameraPlayer::Reason>("reason");
    QTest::newRow("not RTSP") << QStringLiteral("http://127.0.0.1/")
                              << CameraPlayer::Reason::BadAddress;
    QTest::newRow("no host") << QStringLiteral("rtsp:///x") << CameraPlayer::Reason::BadAddress;
    QTest::newRow("no such camera")
        << camera(port_, QStringLiteral("/demo/9999")) << CameraPlayer::Reason::NotFound;
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    QTest::newRow("nobody there") << camera(closed.serverPort(), QStringLiteral("/demo/1"))
                                  << CameraPlayer::Reason::Unreachable;
}

void CameraPlayerTest::sayWhy() {
    QFETCH(QString, address);
    QFETCH(CameraPlayer::Reason, reason);
    CameraPlayer player;
    player.setSource(address);
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Waiting, 20000);
    QCOMPARE(player.reason(), reason);
    QCOMPARE(player.frames(), 0);
}

void CameraPlayerTest::comesBack() {
    QProcess gateway;
    const quint16 port = startGateway(gateway, 0);
    QVERIFY(port != 0);
    QVideoSink sink;
    CameraPlayer player;
    player.setVideoSink(&sink);
    player.setSource(camera(port, QStringLiteral("/demo/2")));
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Playing, 20000);

    gateway.kill();
    QVERIFY(gateway.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(player.state() != CameraPlayer::State::Playing, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(player.reason() != CameraPlayer::Reason::None, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(player.attempt() >= 2, 30000);

    QProcess again;
    QCOMPARE(startGateway(again, port), port);
    player.retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Playing, 30000);
    QCOMPARE(player.attempt(), 0);
    QCOMPARE(player.reason(), CameraPlayer::Reason::None);
    again.terminate();
    again.waitForFinished();
}

void CameraPlayerTest::noMudAfterLoss() {
    LossyLink link(port_);
    QVERIFY(link.listen(QHostAddress::LocalHost));
    CameraPlayer player;
    player.setSource(camera(link.serverPort(), QStringLiteral("/demo/5")));
    QTRY_VERIFY_WITH_TIMEOUT(player.frames() >= 5, 20000);
    link.loseEverySecondPicture();
    QTRY_VERIFY_WITH_TIMEOUT(link.picturesSinceLoss() > 0, 20000);
    const int before = player.frames();
    QTRY_VERIFY_WITH_TIMEOUT(link.keysSinceLoss() >= 3, 30000);
    // Of each 30 pictures the camera sends only the key picture and the one after it are whole.
    QVERIFY(link.picturesSinceLoss() > 60);
    const int shown = player.frames() - before;
    QVERIFY2(shown <= 12,
             qPrintable(QStringLiteral("%1 of %2 shown").arg(shown).arg(link.picturesSinceLoss())));
    QTRY_VERIFY_WITH_TIMEOUT(player.frames() > before + 2, 20000);
    QCOMPARE(player.state(), CameraPlayer::State::Playing);
}

void CameraPlayerTest::stalls() {
    // A server that takes the connection and never says a word.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    CameraPlayer player;
    player.setLimits({.stall = std::chrono::milliseconds(300)});
    player.setSource(camera(silent.serverPort(), QStringLiteral("/demo/1")));
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Waiting, 10000);
    QCOMPARE(player.reason(), CameraPlayer::Reason::Stalled);
}

void CameraPlayerTest::freezes() {
    LossyLink link(port_);
    QVERIFY(link.listen(QHostAddress::LocalHost));
    CameraPlayer player;
    player.setLimits({.stall = std::chrono::minutes(5),
                      .silence = std::chrono::minutes(5),
                      .fresh = std::chrono::milliseconds(1000)});
    player.setSource(camera(link.serverPort(), QStringLiteral("/demo/6")));
    QCOMPARE(player.pictureAge(), -1);
    QTRY_VERIFY_WITH_TIMEOUT(player.frames() >= 5, 20000);
    QCOMPARE(player.state(), CameraPlayer::State::Playing);
    link.holdBack(true);
    // The stream is open and the camera there: the picture's age alone says that it is not live.
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Frozen, 20000);
    QCOMPARE(player.reason(), CameraPlayer::Reason::Stalled);
    QTRY_VERIFY_WITH_TIMEOUT(player.pictureAge() >= 2, 20000);
    link.holdBack(false);
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Playing, 20000);
    QCOMPARE(player.pictureAge(), 0);
}

void CameraPlayerTest::timeStampsJump_data() {
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("far ahead") << qint64{37600};
    QTest::newRow("far back") << qint64{-37600};
    QTest::newRow("a little ahead") << qint64{4};
    QTest::newRow("as far as it is not noticed") << qint64{1};
}

void CameraPlayerTest::timeStampsJump() {
    QFETCH(qint64, seconds);
    LossyLink link(port_);
    QVERIFY(link.listen(QHostAddress::LocalHost));
    CameraPlayer player;
    player.setSource(camera(link.serverPort(), QStringLiteral("/demo/7")));
    QTRY_VERIFY_WITH_TIMEOUT(player.frames() >= 5, 20000);
    QSet<CameraPlayer::State> states;
    connect(&player, &CameraPlayer::stateChanged, this, [&] { states.insert(player.state()); });
    const int before = player.frames();
    link.jumpTimeStamps(seconds, 30);
    QTRY_VERIFY_WITH_TIMEOUT(link.jumps() >= 4, 60000);
    // The pictures are there; only their stamps are wrong.
    const int shown = player.frames() - before;
    QVERIFY2(shown >= 90, qPrintable(QStringLiteral("%1 of 120 shown").arg(shown)));
    QCOMPARE(states, QSet<CameraPlayer::State>());
}

void CameraPlayerTest::signInRefused() {
    RefusingCamera server({});
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto address =
        QStringLiteral("rtsp://admin:wrong@127.0.0.1:%1/a").arg(server.serverPort());
    CameraPlayer player;
    player.setLimits(
        {.back_off = BackOff(std::chrono::milliseconds(1), std::chrono::milliseconds(2))});
    player.setSource(address);
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Waiting, 20000);
    QCOMPARE(player.reason(), CameraPlayer::Reason::Unauthorized);
    QVERIFY(player.retryIn() > 15 * 60);
    const int connections = server.connections();
    const int signIns = server.signIns();
    QCOMPARE(signIns, 1);

    // A tile that is opened anew is not somebody new to the camera.
    CameraPlayer other;
    other.setSource(address);
    QCOMPARE(other.state(), CameraPlayer::State::Waiting);
    QCOMPARE(other.reason(), CameraPlayer::Reason::Unauthorized);
    QVERIFY(other.retryIn() > 15 * 60);
    QCOMPARE(server.connections(), connections);

    // Somebody wants it tried.
    other.retryNow();
    QCOMPARE(other.state(), CameraPlayer::State::Connecting);
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), CameraPlayer::State::Waiting, 20000);
    QCOMPARE(server.signIns(), signIns + 1);

    // Another password is another matter.
    player.setSource(QStringLiteral("rtsp://admin:other@127.0.0.1:%1/a").arg(server.serverPort()));
    QCOMPARE(player.state(), CameraPlayer::State::Connecting);
    QTRY_COMPARE_WITH_TIMEOUT(server.signIns(), signIns + 2, 20000);
}

void CameraPlayerTest::oneRefusalForAllChannels() {
    RefusingCamera server({});
    QVERIFY(server.listen(QHostAddress::LocalHost));
    server.think(true);
    const auto address = [&](int channel) {
        return QStringLiteral("rtsp://admin:guess@127.0.0.1:%1/%2")
            .arg(server.serverPort())
            .arg(channel);
    };
    std::vector<std::unique_ptr<CameraPlayer>> wall;
    for (int channel = 1; channel <= 9; ++channel) {
        wall.push_back(std::make_unique<CameraPlayer>());
        wall.back()->setSource(address(channel));
        QCOMPARE(wall.back()->state(), CameraPlayer::State::Connecting);
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.signIns(), 1, 20000);
    server.think(false);
    for (const auto& player : wall) {
        QTRY_COMPARE_WITH_TIMEOUT(player->state(), CameraPlayer::State::Waiting, 20000);
        QCOMPARE(player->reason(), CameraPlayer::Reason::Unauthorized);
        QVERIFY(player->retryIn() > 15 * 60);
    }
    CameraPlayer later;
    later.setSource(address(33));
    QCOMPARE(later.state(), CameraPlayer::State::Waiting);
    QCOMPARE(server.signIns(), 1);

    // The password is put right, and somebody has one tile tried: all the others follow.
    server.accept("admin:guess");
    wall.front()->retryNow();
    for (const auto& player : wall)
        QTRY_COMPARE_WITH_TIMEOUT(player->reason(), CameraPlayer::Reason::NotFound, 20000);
}

void CameraPlayerTest::signInWithEveryCharacter_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("##") << QStringLiteral("##") << QByteArray("##");
    QTest::newRow("@:/%") << QStringLiteral("@:/%") << QByteArray("@:/%");
    QTest::newRow("encoded") << QStringLiteral("a%40b") << QByteArray("a@b");
    QTest::newRow("Chinese") << QStringLiteral("口令") << QByteArray("口令");
}

void CameraPlayerTest::signInWithEveryCharacter() {
    QFETCH(QString, written);
    QFETCH(QByteArray, password);
    RefusingCamera server("admin:" + password);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    CameraPlayer player;
    player.setSource(
        QStringLiteral("rtsp://admin:%1@127.0.0.1:%2/a").arg(written).arg(server.serverPort()));
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Waiting, 20000);
    // It let us in, and has nothing there.
    QCOMPARE(player.reason(), CameraPlayer::Reason::NotFound);
}

void CameraPlayerTest::leavesNothingBehind() {
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const auto port = closed.serverPort();
    closed.close();
    const auto descriptors = [] {
        return QDir(QStringLiteral("/proc/self/fd"))
            .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
            .size();
    };
    CameraPlayer player;
    player.setLimits(
        {.back_off = BackOff(std::chrono::milliseconds(1), std::chrono::milliseconds(2))});
    player.setSource(camera(port, QStringLiteral("/demo/1")));
    QTRY_VERIFY_WITH_TIMEOUT(player.attempt() >= 3, 20000);
    player.setActive(false);
    QVERIFY(StreamPipeline::wait_for_shut_down(20000));
    const auto before = descriptors();
    player.setActive(true);
    QTRY_VERIFY_WITH_TIMEOUT(player.attempt() >= 30, 60000);
    player.setActive(false);
    QVERIFY(StreamPipeline::wait_for_shut_down(20000));
    QCOMPARE(descriptors(), before);
}

void CameraPlayerTest::inactive() {
    QVideoSink sink;
    CameraPlayer player;
    player.setVideoSink(&sink);
    player.setSource(camera(port_, QStringLiteral("/demo/3")));
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Playing, 20000);
    player.setActive(false);
    QCOMPARE(player.state(), CameraPlayer::State::Idle);
    QVERIFY(!sink.videoFrame().isValid());
    const int frames = player.frames();
    QSignalSpy later(&player, &CameraPlayer::framesChanged);
    QCoreApplication::processEvents();
    QCOMPARE(player.frames(), frames);
    player.setActive(true);
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Playing, 20000);
}

void CameraPlayerTest::oneDeadCameraHoldsNobodyUp() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    std::vector<std::unique_ptr<CameraPlayer>> dead;
    for (int i = 0; i < 8; ++i) {
        dead.push_back(std::make_unique<CameraPlayer>());
        dead.back()->setSource(camera(silent.serverPort(), QStringLiteral("/demo/1")));
    }
    CameraPlayer alive;
    alive.setSource(camera(port_, QStringLiteral("/demo/4")));
    QTRY_VERIFY_WITH_TIMEOUT(alive.frames() > 5, 20000);
    dead.clear();
    const int frames = alive.frames();
    QTRY_VERIFY_WITH_TIMEOUT(alive.frames() > frames + 5, 20000);
}

QTEST_MAIN(CameraPlayerTest)
#include "camera_player.moc"
