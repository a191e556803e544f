// Four tiles of the video screen with a real hub, a real gateway and cameras that do not do as they
// should: each tile says what its picture is.
#include "tests/app/video/lossy_link.h"
#include "tests/app/video/refusing_camera.h"
#include "tests/qml/test_seat.h"
#include "tests/support/hub_under_test.h"

#include "app/link/session.h"
#include "app/resources/resource_store.h"
#include "app/video/stream_pipeline.h"

#include <QApplication>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QProcess>
#include <QQuickItem>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chengyun::console;
using chengyun::test::HubUnderTest;

namespace {

quint16 startGateway(QProcess& process) {
    process.start(HubUnderTest::program(u"chengyun-media"_s),
                  {u"--demo"_s, QString(), u"--listen"_s, u"127.0.0.1:0"_s});
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (!process.waitForReadyRead(30000))
            return 0;
        line += process.readLine();
    }
    const auto from = line.lastIndexOf("127.0.0.1:") + 10;
    return line.mid(from, line.indexOf(' ', from) - from).toUShort();
}

/// The first `count` cameras as the hub has them.
QJsonArray cameras(HubUnderTest& hub, const QByteArray& token, int count) {
    return hub.get(u"/api/v1/resources?layer=camera&limit=%1"_s.arg(count), token)
        .json()["items"_L1]
        .toArray();
}

bool giveAddress(HubUnderTest& hub, const QByteArray& token, const QString& id,
                 const QString& address) {
    auto camera = hub.get(u"/api/v1/resources/"_s + id, token).json();
    camera["stream"_L1] = address;
    return hub.command("PUT", u"/api/v1/resources/"_s + id, token, camera).status == 200;
}

void collect(QQuickItem* item, const char* type, QList<QQuickItem*>& found) {
    if (QByteArray(item->metaObject()->className()).startsWith(type))
        found.append(item);
    for (auto* child : item->childItems())
        collect(child, type, found);
}

/// What stands on a tile, in the order from top to bottom.
QStringList wordsOn(QQuickItem* item) {
    QStringList words;
    if (!item->isVisible())
        return words;
    if (const auto text = item->property("text").toString(); !text.isEmpty())
        words.append(text);
    for (auto* child : item->childItems())
        words += wordsOn(child);
    return words;
}

} // namespace

class VideoTilesTest : public QObject {
    Q_OBJECT

    QProcess gateway_;
    quint16 port_ = 0;

private Q_SLOTS:
    void initTestCase() {
        if (!QFileInfo::exists(HubUnderTest::program(u"chengyun-media"_s)))
            QSKIP("the media gateway is not part of this build");
        port_ = startGateway(gateway_);
        QVERIFY(port_ != 0);
    }
    void cleanupTestCase() {
        gateway_.terminate();
        QVERIFY(gateway_.state() == QProcess::NotRunning || gateway_.waitForFinished());
        QVERIFY(StreamPipeline::wait_for_shut_down(20000));
    }

    void eachSaysWhatItsPictureIs() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        const auto token = hub.signIn(u"admin"_s);
        LossyLink freezing(port_);
        QVERIFY(freezing.listen(QHostAddress::LocalHost));
        RefusingCamera refusing({});
        QVERIFY(refusing.listen(QHostAddress::LocalHost));
        QTcpServer nobody;
        QVERIFY(nobody.listen(QHostAddress::LocalHost));
        const auto deadPort = nobody.serverPort();
        nobody.close();
        const auto at = [](quint16 port, const QString& rest) {
            return u"127.0.0.1:%1/%2"_s.arg(port).arg(rest);
        };
        const QStringList addresses{
            u"rtsp://"_s + at(port_, u"demo/1"_s),
            u"rtsp://"_s + at(freezing.serverPort(), u"demo/2"_s),
            u"rtsp://admin:wrong##@"_s + at(refusing.serverPort(), u"demo/3"_s),
            u"rtsp://"_s + at(deadPort, u"demo/4"_s),
        };
        QStringList ids;
        for (const auto& camera : cameras(hub, token, 4)) {
            ids.append(camera["id"_L1].toString());
            QVERIFY(giveAddress(hub, token, ids.last(), addresses[ids.size() - 1]));
        }
        QCOMPARE(ids.size(), 4);

        TestSeat seat(false);
        QVERIFY(QTest::qWaitForWindowExposed(&seat.window()));
        seat.hall->session().signIn(hub.url({}).toString(), u"operator"_s,
                                    hub.password(u"operator"_s));
        auto& resources = *qobject_cast<ResourceStore*>(seat.made("resources.store"));
        QTRY_VERIFY_WITH_TIMEOUT(
            seat.hall->session().isOnline() && resources.resource(ids[0].toStdString()), 20000);
        seat.seat()->setProperty("screen", u"video"_s);
        auto* screen = seat.item("VideoScreen");
        QVERIFY(screen);
        screen->setProperty("shown", ids);
        QList<QQuickItem*> tiles;
        QTRY_VERIFY_WITH_TIMEOUT(
            (tiles.clear(), collect(screen, "CameraView", tiles), tiles.size() == 4), 20000);
        const auto plays = [&](int tile) { return tiles[tile]->property("playing").toBool(); };
        const auto says = [&](int tile, const QString& words) {
            return wordsOn(tiles[tile]).contains(words);
        };

        QTRY_VERIFY_WITH_TIMEOUT(plays(0) && plays(1), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(tiles[2]->property("refused").toBool(), 30000);
        QVERIFY(says(2, u"摄像机或视频网关拒绝该账号或密码"_s));
        QVERIFY(says(2, u"立即重试"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(3, u"摄像机或视频网关无应答"_s), 30000);
        QCOMPARE(refusing.signIns(), 1);

        freezing.holdBack(true);
        QTRY_VERIFY_WITH_TIMEOUT(says(1, u"没有新画面"_s), 20000);
        QVERIFY(!plays(1));
        QVERIFY(plays(0));
        show(seat, u"zh_CN"_s);
        freezing.holdBack(false);
        QTRY_VERIFY_WITH_TIMEOUT(plays(1), 30000);
        seat.languages->use(u"en"_s);
        freezing.holdBack(true);
        QTRY_VERIFY_WITH_TIMEOUT(says(1, u"No new picture arrives"_s), 20000);
        show(seat, u"en"_s);

        // Another address is followed while the tile is open.
        QVERIFY(giveAddress(hub, token, ids[3], u"rtsp://"_s + at(port_, u"demo/4"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(plays(3), 30000);
        QVERIFY(plays(0));
        QCOMPARE(refusing.signIns(), 1);
    }

private:
    /// A picture into $CHENGYUN_PICTURES when that is set.
    static void show(TestSeat& seat, const QString& name) {
        if (const auto folder = qEnvironmentVariable("CHENGYUN_PICTURES"); !folder.isEmpty())
            seat.window().grabWindow().save(folder + u"/video-tiles-"_s + name + u".png"_s);
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    VideoTilesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "video_tiles_test.moc"
