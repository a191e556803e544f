// The video screen: a frame is enlarged, or there are more of them, and the streams of all go on.
#include "core/id/uuid.h"
#include "tests/qml/test_seat.h"

#include "app/resources/resource_store.h"

#include <QApplication>
#include <QPointer>
#include <QQuickItem>
#include <QTest>

#include <algorithm>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

using Tiles = QList<QPointer<QQuickItem>>;

void collect(QQuickItem* item, Tiles& found) {
    if (QByteArray(item->metaObject()->className()).startsWith("CameraView"))
        found.append(item);
    const auto children = item->childItems();
    for (auto* child : children)
        collect(child, found);
}

[[nodiscard]] int count(const Tiles& tiles, bool (*of)(const QQuickItem&)) {
    return static_cast<int>(
        std::ranges::count_if(tiles, [&](const auto& tile) { return tile && of(*tile); }));
}
[[nodiscard]] int seen(const Tiles& tiles) {
    return count(tiles, [](const QQuickItem& tile) { return tile.isVisible(); });
}
/// Nobody has closed their streams: a tile that is made anew connects anew.
[[nodiscard]] int going(const Tiles& tiles) {
    return count(tiles, [](const QQuickItem& tile) {
        return tile.property("active").toBool() && !tile.property("source").toString().isEmpty();
    });
}

} // namespace

class VideoScreenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_others_go_on() {
        TestSeat seat;
        QVERIFY(seat.ready());
        const auto& store = *qobject_cast<ResourceStore*>(seat.made("resources.store"));
        const int before = store.count();
        QStringList ids;
        for (int i = 0; i < 4; ++i) {
            chengyun::Resource camera;
            camera.id = chengyun::new_id();
            camera.layer = chengyun::Layer::camera;
            camera.code = "C-" + std::to_string(i);
            camera.name = "摄像机 " + std::to_string(i);
            camera.kind = "other";
            camera.area = "420114000000";
            camera.place = {114.03 + 0.001 * i, 30.58};
            camera.stream = "rtsp://127.0.0.1:1/" + std::to_string(i);
            chengyun::Entry entry;
            entry.kind = "resource.changed";
            entry.id = camera.id;
            entry.body.values<chengyun::Resource>() = {camera};
            seat.hub.push(entry);
            ids.append(QString::fromStdString(camera.id));
        }
        QTRY_COMPARE(store.count(), before + 4);
        seat.seat()->setProperty("screen", u"video"_s);
        auto* screen = seat.item("VideoScreen");
        QVERIFY(screen);
        screen->setProperty("shown", ids);
        Tiles tiles;
        QTRY_VERIFY((tiles.clear(), collect(screen, tiles), going(tiles) == 4));
        QCOMPARE(seen(tiles), 4);

        auto& third = *tiles[2];
        const auto doubleClick = [&] {
            const auto at = third.mapToScene({third.width() / 2, third.height() / 3}).toPoint();
            QTest::mouseDClick(&seat.window(), Qt::LeftButton, {}, at);
        };
        const auto width = third.width();
        doubleClick();
        QTRY_COMPARE(seen(tiles), 1);
        QVERIFY(third.isVisible() && third.width() > 1.9 * width);
        QCOMPARE(going(tiles), 4);
        // What is chosen now is for the frame that is seen.
        QMetaObject::invokeMethod(screen, "put", Q_ARG(int, screen->property("current").toInt()),
                                  Q_ARG(QString, ids[2]));
        QCOMPARE(seen(tiles), 1);
        doubleClick();
        QTRY_COMPARE(seen(tiles), 4);
        QCOMPARE(third.width(), width);

        screen->setProperty("side", 3);
        QTRY_VERIFY(third.width() < width);
        QCOMPARE(going(tiles), 4);
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    VideoScreenTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "video_screen_test.moc"
