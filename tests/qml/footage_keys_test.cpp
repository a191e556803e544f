// A picture and a clip of a camera go with one key to the order that is chosen, or to one that is
// chosen then, through a real hub: what the hub has is what was taken, by its sum.
#include "tests/qml/test_seat.h"
#include "tests/support/hub_under_test.h"

#include "app/link/session.h"
#include "app/resources/resource_store.h"
#include "app/video/camera_player.h"
#include "core/id/uuid.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QProcess>
#include <QQuickItem>
#include <QSignalSpy>
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

CameraPlayer* playerIn(QObject* view) {
    return view ? view->property("watched").value<CameraPlayer*>() : nullptr;
}

} // namespace

class FootageKeysTest : public QObject {
    Q_OBJECT

    QProcess gateway_;
    quint16 port_ = 0;

    /// A picture into $CHENGYUN_PICTURES when that is set.
    static void show(TestSeat& seat, const QString& name) {
        if (const auto folder = qEnvironmentVariable("CHENGYUN_PICTURES"); !folder.isEmpty())
            for (const auto* language : {"zh_CN", "en"}) {
                seat.languages->use(QString::fromLatin1(language));
                QTest::qWait(400); // for the pictures only
                seat.window().grabWindow().save(
                    folder + u"/footage-%1-%2.png"_s.arg(name, QString::fromLatin1(language)));
            }
        seat.languages->use(u"en"_s);
    }
    /// What the centre has attached to the order.
    static QJsonArray attached(HubUnderTest& hub, const QByteArray& token, const QString& order) {
        QJsonArray out;
        const auto detail = hub.get(u"/api/v1/orders/"_s + order, token).json();
        for (const auto& report : detail["reports"_L1].toArray())
            if (report["kind"_L1].toString() == u"attached"_s)
                out.append(report);
        return out;
    }

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

    void toAnOrderWithOneKey() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        const auto token = hub.signIn(u"admin"_s);
        const auto camera = cameras(hub, token, 1).at(0)["id"_L1].toString();
        QVERIFY(giveAddress(hub, token, camera, u"rtsp://127.0.0.1:%1/demo/1"_s.arg(port_)));
        const auto orders =
            hub.get(u"/api/v1/orders?state=open"_s, token).json()["items"_L1].toArray();
        QVERIFY(!orders.isEmpty());
        const auto order = orders.at(0)["order"_L1]["id"_L1].toString();

        TestSeat seat(false, u"en"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&seat.window()));
        seat.hall->session().signIn(hub.url({}).toString(), u"commander"_s,
                                    hub.password(u"commander"_s));
        auto& resources = *qobject_cast<ResourceStore*>(seat.made("resources.store"));
        QTRY_VERIFY_WITH_TIMEOUT(
            seat.hall->session().isOnline() && resources.resource(camera.toStdString()), 20000);
        seat.seat()->setProperty("screen", u"map"_s);
        auto* orders_part = seat.part("orders");
        auto* video = seat.part("video");
        QVERIFY(orders_part && video);
        orders_part->setProperty("current", order);
        video->setProperty("camera", camera);
        QTRY_VERIFY_WITH_TIMEOUT(playerIn(video->property("looked").value<QObject*>()), 20000);
        auto* player = playerIn(video->property("looked").value<QObject*>());
        QTRY_VERIFY_WITH_TIMEOUT(player->frames() > 3, 30000);
        QVERIFY(player->isRecorded());

        // One key, and the picture is with the order.
        QSignalSpy said(seat.seat(), SIGNAL(said(QString, bool)));
        seat.key(Qt::Key_S);
        QTRY_COMPARE_WITH_TIMEOUT(attached(hub, token, order).size(), 1, 20000);
        const auto picture = attached(hub, token, order).at(0)["attachments"_L1].toArray();
        QCOMPARE(picture.size(), 1);
        const auto sum = picture.at(0).toString();
        const auto content = hub.get(u"/api/v1/attachments/"_s + sum, token);
        QCOMPARE(content.status, 200);
        QCOMPARE(QString::fromLatin1(
                     QCryptographicHash::hash(content.body, QCryptographicHash::Sha256).toHex()),
                 sum);
        QVERIFY(!QImage::fromData(content.body, "JPEG").isNull());
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(said,
                                                     [](const auto& one) {
                                                         return !one.at(1).toBool() &&
                                                                one.at(0).toString().contains(
                                                                    u"kept with order"_s);
                                                     }),
                                 20000);

        // And the clip, of what the ring has.
        QTRY_VERIFY_WITH_TIMEOUT(player->feed()->clip().units.size() > 40, 30000);
        seat.key(Qt::Key_C);
        QTRY_COMPARE_WITH_TIMEOUT(attached(hub, token, order).size(), 2, 30000);
        const auto film =
            attached(hub, token, order).at(1)["attachments"_L1].toArray().at(0).toString();
        const auto clip = hub.get(u"/api/v1/attachments/"_s + film, token);
        QCOMPARE(clip.body.mid(4, 4), QByteArray("ftyp"));
        QCOMPARE(QString::fromLatin1(
                     QCryptographicHash::hash(clip.body, QCryptographicHash::Sha256).toHex()),
                 film);
        show(seat, u"order"_s);

        // A clip of an order is played in the window.
        const auto path = seat.folder.filePath(u"clip.mp4"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(clip.body) == clip.body.size());
        file.close();
        auto* viewer = seat.part("orders.detail.clipViewer");
        QVERIFY(viewer);
        QMetaObject::invokeMethod(viewer, "show", Q_ARG(QUrl, QUrl::fromLocalFile(path)));
        auto* shown = viewer->property("player").value<QObject*>();
        QTRY_VERIFY_WITH_TIMEOUT(shown->property("position").toLongLong() > 0, 20000);
        QVERIFY(shown->property("hasVideo").toBool());
        QMetaObject::invokeMethod(viewer, "turn");
        show(seat, u"clip"_s);
        seat.key(Qt::Key_Escape);
        QTRY_VERIFY(!viewer->property("visible").toBool());
        QVERIFY(qobject_cast<QQuickItem*>(seat.seat())->hasActiveFocus());

        // Without a chosen order it is asked for, the nearest first.
        orders_part->setProperty("current", QString());
        seat.key(Qt::Key_S);
        QObject* dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = seat.part("orders.attachDialog")) &&
                                     dialog->property("asking").toBool(),
                                 20000);
        QVERIFY(dialog->property("orders").toList().size() > 1);
        const auto nearest = dialog->property("orders").toList().at(0).toMap()[u"id"_s].toString();
        const auto had = attached(hub, token, nearest).size();
        show(seat, u"where"_s);
        seat.key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(attached(hub, token, nearest).size(), had + 1, 20000);
        QTRY_VERIFY(!dialog->property("asking").toBool());

        // On the video screen the keys are about the chosen frame.
        seat.seat()->setProperty("screen", u"video"_s);
        auto* screen = seat.item("VideoScreen");
        QVERIFY(screen);
        screen->setProperty("shown", QStringList{QString(), camera});
        screen->setProperty("current", 1);
        QTRY_VERIFY_WITH_TIMEOUT(
            playerIn(video->property("looked").value<QObject*>()) &&
                playerIn(video->property("looked").value<QObject*>())->state() ==
                    CameraPlayer::State::Playing,
            30000);
        QMetaObject::invokeMethod(screen, "forceActiveFocus");
        said.clear();
        seat.key(Qt::Key_L); // the demonstration's cameras are silent, or this machine is
        QTRY_VERIFY_WITH_TIMEOUT(said.size() == 1, 20000);
        QVERIFY(said.at(0).at(1).toBool());
        show(seat, u"video"_s);
        screen->setProperty("current", 0);
        QVERIFY(!video->property("looked").value<QObject*>());
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    /// What was seen on duty goes with the order that is raised about it, once it is issued.
    void fromPatrolDuty() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        const auto token = hub.signIn(u"admin"_s);
        const auto commander = hub.signIn(u"commander"_s);
        const auto camera = cameras(hub, token, 1).at(0)["id"_L1].toString();
        QVERIFY(giveAddress(hub, token, camera, u"rtsp://127.0.0.1:%1/demo/1"_s.arg(port_)));
        const auto group = QString::fromStdString(chengyun::new_id());
        const auto made = hub.command("PUT", u"/api/v1/patrol_groups/"_s + group, commander,
                                      QJsonObject{{u"id"_s, group},
                                                  {u"name"_s, u"one"_s},
                                                  {u"area"_s, u""_s},
                                                  {u"dwell_s"_s, 600},
                                                  {u"choice"_s, u"hand"_s},
                                                  {u"cameras"_s, QJsonArray{camera}},
                                                  {u"rule"_s, QJsonObject{{u"area"_s, u""_s},
                                                                          {u"kind"_s, u""_s},
                                                                          {u"near_orders_m"_s, 0}}},
                                                  {u"started"_s, 0},
                                                  {u"version"_s, 0}});
        QVERIFY2(made.status == 200, made.body.constData());

        TestSeat seat(false, u"en"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&seat.window()));
        seat.hall->session().signIn(hub.url({}).toString(), u"commander"_s,
                                    hub.password(u"commander"_s));
        auto& resources = *qobject_cast<ResourceStore*>(seat.made("resources.store"));
        QTRY_VERIFY_WITH_TIMEOUT(
            seat.hall->session().isOnline() && resources.resource(camera.toStdString()), 20000);
        seat.part("patrol")->setProperty("current", group);
        seat.seat()->setProperty("screen", u"patrol"_s);
        auto* page = seat.part("patrol.page");
        QVERIFY(page);
        QTRY_COMPARE(page->property("group").toString(), group);
        QMetaObject::invokeMethod(page, "forceActiveFocus");
        seat.key(Qt::Key_D);
        QTRY_VERIFY_WITH_TIMEOUT(page->property("pictured").toBool(), 30000);
        seat.key(Qt::Key_O);
        auto* draft = seat.part("orders.draft");
        QVERIFY(draft && draft->property("active").toBool());
        const auto order = draft->property("orderId").toString();
        draft->setProperty("title", u"Seen on duty"_s);
        const auto kinds = draft->property("kinds").toList();
        QVERIFY(!kinds.isEmpty());
        draft->setProperty("kind", kinds.at(0).toMap()[u"key"_s]);
        const auto units = hub.get(u"/api/v1/units?limit=1"_s, token).json()["items"_L1].toArray();
        QVERIFY(!units.isEmpty());
        auto* recipients = draft->property("recipients").value<QObject*>();
        bool added = false;
        QMetaObject::invokeMethod(recipients, "add", Q_RETURN_ARG(bool, added),
                                  Q_ARG(QString, units.at(0)["id"_L1].toString()));
        QVERIFY(added);
        bool issued = false;
        QMetaObject::invokeMethod(draft, "issue", Q_RETURN_ARG(bool, issued));
        QVERIFY2(issued, qPrintable(draft->property("problemText").toString()));
        QTRY_COMPARE_WITH_TIMEOUT(attached(hub, token, order).size(), 1, 20000);
        const auto sum =
            attached(hub, token, order).at(0)["attachments"_L1].toArray().at(0).toString();
        QVERIFY(!QImage::fromData(hub.get(u"/api/v1/attachments/"_s + sum, token).body, "JPEG")
                     .isNull());
        QCOMPARE(seat.warnings.lines(), QStringList());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    FootageKeysTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "footage_keys_test.moc"
