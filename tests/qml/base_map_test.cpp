// Another base map is chosen: its tiles are asked for and shown, and the map stays where it is.
#include "app/map/map_palette.h"
#include "core/json/codec.h"
#include "tests/qml/test_seat.h"

#include <QApplication>
#include <QBuffer>
#include <QGeoCoordinate>
#include <QQuickItem>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

/// Answers every request with one tile of one colour and keeps what was asked for.
class TileHouse : public QTcpServer {
public:
    QByteArrayList asked;
    QColor colour{200, 40, 40};

    TileHouse() {
        QImage tile(256, 256, QImage::Format_RGB32);
        tile.fill(colour);
        QBuffer out(&png_);
        tile.save(&out, "PNG");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto* socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    const auto request = socket->readAll();
                    if (!request.startsWith("GET "))
                        return;
                    asked.append(request.split(' ').value(1));
                    socket->write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: "
                                  "close\r\nContent-Length: " +
                                  QByteArray::number(png_.size()) + "\r\n\r\n" + png_);
                    socket->disconnectFromHost();
                });
        });
    }

private:
    QByteArray png_;
};

} // namespace

class BaseMapTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherIsChosen() {
        TileHouse house;
        QVERIFY(house.listen(QHostAddress::LocalHost));
        TestSeat seat(true, u"zh_CN"_s,
                      "[[source]]\nname = \"plain\"\ntitle = \"Plain\"\nkind = \"xyz\"\n"
                      "url = \"http://127.0.0.1:" +
                          QByteArray::number(house.serverPort()) +
                          "/{z}/{x}/{y}.png\"\nattribution = \"test\"\n");
        QVERIFY(seat.ready());
        auto* map = seat.item("HallMap");
        QVERIFY(map);
        const auto view = [map] { return map->property("map").value<QObject*>(); };
        QTRY_VERIFY(view());
        const auto before = view()->property("center").value<QGeoCoordinate>();
        QVERIFY(house.asked.isEmpty());
        const auto colourShown = [&] {
            const auto at = map->mapToScene({map->width() - 200, map->height() / 2}).toPoint();
            const auto picture = seat.window().grabWindow();
            const auto seen = picture.pixelColor(at * picture.devicePixelRatio());
            return std::abs(seen.red() - house.colour.red()) < 24 && seen.green() < 90;
        };
        QVERIFY(!colourShown());

        map->setProperty("sourceName", u"plain"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!house.asked.isEmpty(), 15000);
        QTRY_VERIFY_WITH_TIMEOUT(colourShown(), 15000);
        QVERIFY(before.distanceTo(view()->property("center").value<QGeoCoordinate>()) < 1);

        // And back to the embedded one.
        map->setProperty("sourceName", QString());
        QTRY_VERIFY_WITH_TIMEOUT(!colourShown(), 15000);
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void itFollowsTheTheme() {
        TestSeat seat;
        QVERIFY(seat.ready());
        auto* map = seat.item("HallMap");
        QVERIFY(map);
        // How much of the map is lighter than a middle grey.
        const auto light = [&] {
            const auto picture = seat.window().grabWindow();
            const auto ratio = picture.devicePixelRatio();
            int light = 0;
            int all = 0;
            for (qreal x = 20; x < map->width() - 20; x += 9)
                for (qreal y = 90; y < map->height() - 60; y += 9, ++all)
                    light +=
                        qGray(picture.pixel((map->mapToScene({x, y}) * ratio).toPoint())) > 128;
            return double(light) / all;
        };
        QTRY_VERIFY_WITH_TIMEOUT(light() < 0.1, 15000);
        seat.theme()->setProperty("dark", false);
        QTRY_VERIFY_WITH_TIMEOUT(light() > 0.8, 15000);
        seat.theme()->setProperty("dark", true);
        QTRY_VERIFY_WITH_TIMEOUT(light() < 0.1, 15000);
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void listsHaveTheColoursOfTheMap() {
        TestSeat seat;
        QVERIFY(seat.ready());
        for (const bool dark : {true, false}) {
            seat.theme()->setProperty("dark", dark);
            for (std::size_t i = 0; i < layer_count; ++i) {
                QColor colour;
                const auto name = QString::fromStdString(
                    std::string(chengyun::json::name_of(chengyun::Layer(i))));
                QVERIFY(QMetaObject::invokeMethod(seat.theme(), "layerColor",
                                                  Q_RETURN_ARG(QColor, colour),
                                                  Q_ARG(QString, name)));
                QCOMPARE(colour.rgb(), map_palette(dark).layers[i]);
            }
        }
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    BaseMapTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "base_map_test.moc"
