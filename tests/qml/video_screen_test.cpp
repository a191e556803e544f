// The video screen: a frame is enlarged, or there are more of them, and the streams of all go on.
#include "core/id/uuid.h"
#include "core/resource/camera_health_codec.h"
#include "tests/qml/test_seat.h"

#include "app/resources/resource_store.h"

#include <QAccessible>
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

/// A seat that looks at four cameras.
struct Watching {
    TestSeat seat;
    QQuickItem* screen = nullptr;
    QStringList ids;
    Tiles tiles;

    [[nodiscard]] bool isReady() {
        if (!seat.ready())
            return false;
        const auto& store = *qobject_cast<ResourceStore*>(seat.made("resources.store"));
        const int before = store.count();
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
        if (!QTest::qWaitFor([&] { return store.count() == before + 4; }))
            return false;
        seat.seat()->setProperty("screen", u"video"_s);
        screen = seat.item("VideoScreen");
        if (!screen)
            return false;
        screen->setProperty("shown", ids);
        return QTest::qWaitFor(
            [&] { return tiles.clear(), collect(screen, tiles), going(tiles) == 4; });
    }
    /// The tile whose frame has the keys, −1 when none has.
    [[nodiscard]] int focused() {
        const auto* focus = seat.window().activeFocusItem();
        int found = -1;
        for (int at = 0; focus && at < tiles.size(); ++at)
            if (focus->isAncestorOf(tiles[at])) {
                if (found >= 0)
                    return -1; // something around all of them
                found = at;
            }
        return found;
    }
    /// The only tile that is seen, −1 when there are more.
    [[nodiscard]] int alone() const {
        const auto shown = [](const auto& tile) { return tile && tile->isVisible(); };
        return seen(tiles) == 1
                   ? static_cast<int>(std::ranges::find_if(tiles, shown) - tiles.begin())
                   : -1;
    }
};

class VideoScreenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_others_go_on() {
        Watching watching;
        QVERIFY(watching.isReady());
        auto& tiles = watching.tiles;
        auto* screen = watching.screen;
        QCOMPARE(seen(tiles), 4);

        auto& third = *tiles[2];
        const auto doubleClick = [&seat = watching.seat, &third] {
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
                                  Q_ARG(QString, watching.ids[2]));
        QCOMPARE(seen(tiles), 1);
        doubleClick();
        QTRY_COMPARE(seen(tiles), 4);
        QCOMPARE(third.width(), width);

        screen->setProperty("side", 3);
        QTRY_VERIFY(third.width() < width);
        QCOMPARE(going(tiles), 4);
    }

    void keys_choose_and_enlarge_data() {
        QTest::addColumn<Qt::Key>("arrow");
        QTest::addColumn<int>("to");
        QTest::newRow("right") << Qt::Key_Right << 1;
        QTest::newRow("down") << Qt::Key_Down << 2;
        QTest::newRow("left, where none is") << Qt::Key_Left << 0;
        QTest::newRow("up, where none is") << Qt::Key_Up << 0;
    }
    void keys_choose_and_enlarge() {
        QFETCH(Qt::Key, arrow);
        QFETCH(int, to);
        QAccessible::setActive(true);
        Watching watching;
        QVERIFY(watching.isReady());
        auto& seat = watching.seat;
        for (int stop = 0; stop < 60 && watching.focused() < 0; ++stop)
            seat.key(Qt::Key_Tab);
        QCOMPARE(watching.focused(), 0);

        seat.key(arrow);
        QCOMPARE(watching.focused(), to);
        QCOMPARE(watching.screen->property("current").toInt(), to);
        const auto* read = QAccessible::queryAccessibleInterface(seat.window().activeFocusItem());
        QVERIFY(read && read->text(QAccessible::Name).contains(u"摄像机 %1"_s.arg(to)));
        seat.key(Qt::Key_Return);
        QTRY_COMPARE(watching.alone(), to);
        QCOMPARE(going(watching.tiles), 4);
        seat.key(Qt::Key_Escape);
        QTRY_COMPARE(seen(watching.tiles), 4);
        QCOMPARE(seat.seat()->property("screen").toString(), u"video"_s);
        QCOMPARE(watching.focused(), to);

        // An enlarged one gives way to the next, and the same key makes it small again.
        seat.key(Qt::Key_Enter);
        QTRY_COMPARE(watching.alone(), to);
        seat.key(to == 1 ? Qt::Key_Left : Qt::Key_Right);
        const int next = to == 1 ? 0 : to + 1;
        QTRY_COMPARE(watching.alone(), next);
        QCOMPARE(watching.focused(), next);
        seat.key(Qt::Key_Enter);
        QTRY_COMPARE(seen(watching.tiles), 4);
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void figures_over_the_pictures() {
        Watching watching;
        QVERIFY(watching.isReady());
        auto& seat = watching.seat;
        const auto with_figures = [&] {
            return count(watching.tiles,
                         [](const QQuickItem& tile) { return tile.property("overlay").toBool(); });
        };
        QCOMPARE(with_figures(), 0);
        seat.key(Qt::Key_I);
        QTRY_COMPARE(with_figures(), 4);
        // The camera over the map is one of them.
        auto* seat_item = seat.seat();
        seat_item->setProperty("screen", u"map"_s);
        QMetaObject::invokeMethod(seat_item, "run", Q_ARG(QString, u"camera.watch"_s),
                                  Q_ARG(QVariant, QVariantMap({{u"resource"_s, watching.ids[0]}})));
        QTRY_VERIFY(seat.item("CameraPopup"));
        QTRY_VERIFY(seat.item("CameraPopup")->property("figures").toBool());
        seat.key(Qt::Key_I);
        QTRY_VERIFY(!seat.item("CameraPopup")->property("figures").toBool());
        QCOMPARE(with_figures(), 0);
        // Where no camera is looked at the key is not this one's.
        seat_item->setProperty("screen", u"orders"_s);
        seat.key(Qt::Key_I);
        QCOMPARE(with_figures(), 0);

        // In a field it is a letter.
        seat_item->setProperty("screen", u"video"_s);
        QQuickItem* field = nullptr;
        for (int stop = 0; stop < 60 && !field; ++stop) {
            seat.key(Qt::Key_Tab);
            if (auto* focus = seat.window().activeFocusItem();
                focus && focus->inherits("QQuickTextInput"))
                field = focus;
        }
        QVERIFY(field);
        seat.key(Qt::Key_I);
        QCOMPARE(with_figures(), 0);
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void those_without_a_picture() {
        Watching watching;
        QVERIFY(watching.isReady());
        auto& seat = watching.seat;
        QMetaObject::invokeMethod(seat.seat(), "goSystem", Q_ARG(QString, u"cameras"_s));
        QTRY_VERIFY(seat.item("CameraHealthPage"));
        const auto rows = [&] {
            auto* table = seat.item("Table");
            return table ? table->property("count").toInt() : -1;
        };
        QTRY_COMPARE(rows(), 0);
        chengyun::CameraHealth health;
        health.camera = watching.ids[1].toStdString();
        health.area = "420114000000";
        health.fault = chengyun::CameraFault::unreachable;
        health.since = chengyun::instant_of(1782864000000);
        health.version = 1;
        chengyun::Entry entry;
        entry.kind = "camera.health";
        entry.id = health.camera;
        entry.body.values<chengyun::CameraHealth>() = {health};
        seat.hub.push(entry);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(seat.warnings.lines(), QStringList());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    VideoScreenTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "video_screen_test.moc"
