// A camera on screen against the real media gateway: it plays, says why it does not, and comes back
// by itself.
#include "app/video/camera_player.h"

#include "lossy_link.h"

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
    void inactive();
    void oneDeadCameraHoldsNobodyUp();

private:
    /// Starts the gateway with synthetic cameras; returns its port, 0 when it did not come up.
    static quint16 startGateway(QProcess& process, quint16 port);
    static QUrl camera(quint16 port, const QString& path) {
        return QUrl(QStringLiteral("rtsp://127.0.0.1:%1%2").arg(port).arg(path));
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
        << camera(port_, QStringLiteral("/demo/9999")).toString() << CameraPlayer::Reason::NotFound;
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    QTest::newRow("nobody there")
        << camera(closed.serverPort(), QStringLiteral("/demo/1")).toString()
        << CameraPlayer::Reason::Unreachable;
}

void CameraPlayerTest::sayWhy() {
    QFETCH(QString, address);
    QFETCH(CameraPlayer::Reason, reason);
    CameraPlayer player;
    player.setSource(QUrl(address));
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
    player.setStallLimit(std::chrono::milliseconds(300));
    player.setSource(camera(silent.serverPort(), QStringLiteral("/demo/1")));
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Waiting, 10000);
    QCOMPARE(player.reason(), CameraPlayer::Reason::Stalled);
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
