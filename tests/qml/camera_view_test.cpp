// A camera's tile asks for the stream that its size on the screen wants, and does not go to and fro
// where somebody draws it by its edge.
#include "app/icons/icon_provider.h"
#include "app/video/camera_player.h"

#include <QApplication>
#include <QPointer>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTcpServer>
#include <QTest>

#include <initializer_list>
#include <utility>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

constexpr auto window_qml = R"(
import QtQuick
import Chengyun.Video

Window {
    id: window
    property list<string> addresses
    property real lines
    width: 1000
    height: 800
    visible: true
    Loader {
        width: 2000
        height: window.lines
        sourceComponent: CameraView {
            objectName: "view"
            name: "view"
            sources: window.addresses
        }
    }
})";

/// A camera that takes whoever comes, and says nothing.
struct Silent {
    QTcpServer server;
    int asked = 0;
    Silent() {
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] { ++asked; });
        server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString address() const {
        return u"rtsp://127.0.0.1:%1/a"_s.arg(server.serverPort());
    }
};

struct Tile {
    QQmlApplicationEngine engine;
    QPointer<QQuickWindow> window;
    CameraPlayer* player = nullptr;

    Tile(const QStringList& addresses, double lines) {
        engine.addImageProvider(u"icon"_s, new IconProvider);
        engine.setInitialProperties({{u"addresses"_s, addresses}, {u"lines"_s, lines}});
        engine.loadData(window_qml);
        window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
        if (auto* view = window ? window->findChild<QQuickItem*>(u"view"_s) : nullptr)
            player = view->findChild<CameraPlayer*>(Qt::FindDirectChildrenOnly);
    }
    [[nodiscard]] bool plays(const QString& address) const {
        return player->feed() == CameraFeed::of(address).get();
    }
};

} // namespace

class CameraViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QVERIFY(StreamPipeline::wait_for_shut_down(20000)); }

    void by_its_size() {
        const Silent main, sub;
        Tile tile({main.address(), sub.address()}, 200);
        QVERIFY(tile.player);
        const auto dpr = tile.window->devicePixelRatio();
        // Lines of the screen, and whether they are few.
        for (const auto& [lines, small] : std::initializer_list<std::pair<int, bool>>{
                 {200, true}, {379, true}, {381, false}, {345, false}, {339, true}, {379, true}}) {
            tile.window->setProperty("lines", lines / dpr);
            QVERIFY2(tile.player->isSmall() == small, qPrintable(QString::number(lines)));
            QVERIFY(tile.plays(small ? sub.address() : main.address()));
        }
        // A camera without a sub stream shows main, however small.
        tile.window->setProperty("addresses", QStringList{main.address()});
        QVERIFY(tile.player->isSmall());
        QVERIFY(tile.plays(main.address()));
    }

    void a_large_one_asks_for_one_stream() {
        const Silent main, sub;
        const Tile tile({main.address(), sub.address()}, 700);
        QVERIFY(tile.player);
        QVERIFY(tile.plays(main.address()));
        QTRY_VERIFY_WITH_TIMEOUT(main.asked > 0, 20000);
        QCOMPARE(sub.asked, 0);
    }
};

QTEST_MAIN(CameraViewTest)
#include "camera_view_test.moc"
