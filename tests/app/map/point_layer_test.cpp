// What the layer draws, looked at in pixels: needs a screen with OpenGL.
#include "app/map/map_palette.h"
#include "app/map/point_layer.h"
#include "tests/app/map/map_fixture.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QSignalSpy>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;

namespace {

Resource shelter(const char* id, double lon, double lat) {
    Resource resource;
    resource.id = id;
    resource.layer = Layer::shelter;
    resource.kind = "school";
    resource.name = id;
    resource.state = Availability::committed; // filled with the layer's colour
    resource.place = {lon, lat};
    return resource;
}

/// A window of 400 × 300 with one layer in it, looking at 114 E, 30.5 N.
struct Stage {
    explicit Stage(const std::vector<Resource>& resources) {
        window.setColor(QColor(Qt::black));
        window.resize(400, 300);
        feed.setResources(resources);
        layer = new PointLayer(window.contentItem());
        layer->setSize({400, 300});
        layer->setCenter(QGeoCoordinate(30.5, 114));
        layer->setZoomLevel(12);
        layer->setFeed(&feed);
        window.show();
    }
    bool ready() {
        return QTest::qWaitForWindowExposed(&window) &&
               QTest::qWaitFor([this] { return layer->index() && !layer->busy(); });
    }
    QImage picture() { return window.grabWindow(); }
    /// How many pixels within a square about a point have roughly this colour.
    int count(const QImage& image, QPointF at, int half, QRgb colour) const {
        const double ratio = image.width() / 400.0;
        int n = 0;
        for (int y = int((at.y() - half) * ratio); y < int((at.y() + half) * ratio); ++y)
            for (int x = int((at.x() - half) * ratio); x < int((at.x() + half) * ratio); ++x) {
                if (!image.rect().contains(x, y))
                    continue;
                const QRgb p = image.pixel(x, y);
                n += std::abs(qRed(p) - qRed(colour)) < 12 &&
                     std::abs(qGreen(p) - qGreen(colour)) < 12 &&
                     std::abs(qBlue(p) - qBlue(colour)) < 12;
            }
        return n;
    }

    MapFeed feed;
    QQuickWindow window;
    PointLayer* layer = nullptr;
};

} // namespace

class PointLayerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_symbol_is_drawn_at_its_place_and_stays_there_when_panned() {
        Stage stage({shelter("a", 114.005, 30.503)});
        QVERIFY(stage.ready());
        for (const QGeoCoordinate& centre :
             {QGeoCoordinate(30.5, 114), QGeoCoordinate(30.505, 114.01),
              QGeoCoordinate(30.51, 113.99)}) {
            stage.layer->setCenter(centre);
            const QPointF at = stage.layer->toItem(QGeoCoordinate(30.503, 114.005));
            const QImage image = stage.picture();
            QVERIFY(stage.count(image, at, 14, dark_palette.layer(Layer::shelter)) > 100);
            const QPointF elsewhere = at + QPointF(40, 0);
            QCOMPARE(stage.count(image, elsewhere, 14, dark_palette.layer(Layer::shelter)), 0);
        }
    }

    void both_themes_have_their_colours() {
        // One that is available, so hollow; a ring of two; both in each theme, and back.
        auto lone = shelter("a", 114.01, 30.5);
        lone.state = Availability::available;
        Stage stage({lone, shelter("b", 113.99, 30.5), shelter("c", 113.9901, 30.5)});
        QVERIFY(stage.ready());
        const QPointF symbol = stage.layer->toItem(QGeoCoordinate(30.5, 114.01));
        const QPointF ring = stage.layer->toItem(QGeoCoordinate(30.5, 113.99005));
        for (const bool dark : {true, false, true}) {
            stage.layer->setDark(dark);
            const auto& palette = map_palette(dark);
            const auto& other = map_palette(!dark);
            const auto image = stage.picture();
            for (const QPointF at : {symbol, ring}) {
                QVERIFY(stage.count(image, at, 16, palette.layer(Layer::shelter)) > 40);
                QCOMPARE(stage.count(image, at, 16, other.layer(Layer::shelter)), 0);
            }
            QVERIFY(stage.count(image, symbol, 10, palette.raised) > 60);
            QVERIFY(stage.count(image, ring, 10, palette.surface) > 60);
        }
    }

    void symbols_keep_their_size_and_place_when_the_map_turns_and_zooms() {
        Stage stage({shelter("a", 114.002, 30.501)});
        QVERIFY(stage.ready());
        const QImage before = stage.picture();
        const auto there = [&] { return stage.layer->toItem(QGeoCoordinate(30.501, 114.002)); };
        const int solid = stage.count(before, there(), 16, dark_palette.layer(Layer::shelter));
        stage.layer->setBearing(70);
        stage.layer->setZoomLevel(13.7);
        const int turned =
            stage.count(stage.picture(), there(), 16, dark_palette.layer(Layer::shelter));
        QVERIFY2(std::abs(turned - solid) < solid / 5, qPrintable(QString::number(turned)));
    }

    void panning_writes_no_vertices() {
        Stage stage(fixture::resources(2000));
        QVERIFY(stage.ready());
        stage.layer->setCenter(QGeoCoordinate(30.58, 114.03));
        stage.picture();
        const auto written = stage.layer->writtenChunks();
        for (int i = 0; i < 20; ++i) {
            stage.layer->setCenter(QGeoCoordinate(30.58 + 0.00002 * i, 114.03));
            stage.picture();
        }
        QCOMPARE(stage.layer->writtenChunks(), written);
    }

    void a_changed_state_rewrites_one_chunk_and_is_seen() {
        auto resource = shelter("a", 114, 30.5);
        Stage stage({resource, shelter("b", 114.02, 30.51)});
        QVERIFY(stage.ready());
        const QPointF at = stage.layer->toItem(QGeoCoordinate(30.5, 114));
        const int before = stage.count(stage.picture(), at, 14, dark_palette.layer(Layer::shelter));
        const auto written = stage.layer->writtenChunks();
        resource.state = Availability::available;
        QVERIFY(stage.feed.patch(resource));
        const int after = stage.count(stage.picture(), at, 14, dark_palette.layer(Layer::shelter));
        QVERIFY(after < before / 2); // hollow now
        QCOMPARE(stage.layer->writtenChunks(), written + 1);
        QVERIFY(!stage.layer->busy());
    }

    void near_points_are_one_ring_and_a_click_says_which() {
        Stage stage({shelter("a", 114, 30.5), shelter("b", 114.0005, 30.5)});
        QVERIFY(stage.ready());
        const QPointF at = stage.layer->toItem(QGeoCoordinate(30.5, 114.00025));
        MapHit hit = stage.layer->hit(at);
        QCOMPARE(hit.kind, MapHit::Kind::Cluster);
        QCOMPARE(hit.count, 2);
        QVERIFY(!hit.stack);
        QCOMPARE(stage.layer->hitIds(at).size(), 2);
        QVERIFY(hit.extent.isValid());
        QCOMPARE(hit.by_layer, (QList<int>{0, 0, 0, 2, 0}));
        QVERIFY(stage.count(stage.picture(), at, 20, dark_palette.layer(Layer::shelter)) > 60);
        stage.layer->setZoomLevel(18);
        hit = stage.layer->hit(stage.layer->toItem(QGeoCoordinate(30.5, 114)));
        QCOMPARE(hit.kind, MapHit::Kind::Resource);
        QCOMPARE(hit.id, QStringLiteral("a"));
        QCOMPARE(hit.ids, QStringList{QStringLiteral("a")});
    }

    void all_on_one_place_are_named_with_their_number_at_every_zoom() {
        std::vector<Resource> many;
        for (int i = 0; i < 250; ++i)
            many.push_back(shelter(qPrintable(QStringLiteral("s%1").arg(i)), 114, 30.5));
        Stage stage(many);
        QVERIFY(stage.ready());
        for (const double zoom : {9.0, 14.0, 17.5, 18.0, 20.0}) {
            stage.layer->setZoomLevel(zoom);
            const MapHit hit = stage.layer->hit({200, 150});
            QCOMPARE(hit.kind, MapHit::Kind::Cluster);
            QCOMPARE(hit.count, 250);
            QVERIFY(hit.stack);
            QCOMPARE(stage.layer->hitIds({200, 150}).size(), 250);
            // A ring with a number, where one symbol would be filled with the layer's colour.
            QVERIFY(stage.count(stage.picture(), {200, 150}, 8,
                                dark_palette.layer(Layer::shelter)) < 40);
        }
    }

    void what_stands_at_a_place_is_its_pins_and_points() {
        Stage stage({shelter("a", 114, 30.5), shelter("b", 114, 30.5), shelter("c", 114.05, 30.5)});
        stage.feed.setPins("order", {{"o", "Order", 1, Level::I, true, false, {114, 30.5}},
                                     {"p", "Order", 2, Level::I, true, false, {114, 30.5}},
                                     {"q", "Order", 3, Level::I, true, false, {114.05, 30.5}}});
        QVERIFY(stage.ready());
        const QPointF foot(200, 150), head(200, 126);
        for (const QPointF at : {foot, head}) {
            QStringList ids = stage.layer->idsAt(at);
            ids.sort();
            QCOMPARE(ids, (QStringList{QStringLiteral("a"), QStringLiteral("b"),
                                       QStringLiteral("o"), QStringLiteral("p")}));
        }
        QCOMPARE(stage.layer->hit(head).count, 2);
        QCOMPARE(stage.layer->hitIds(head).size(), 2);
        QVERIFY(stage.layer->idsAt({5, 5}).isEmpty());
    }

    void the_ring_goes_to_the_next_symbol_that_way() {
        Stage stage({shelter("middle", 114, 30.5), shelter("right", 114.02, 30.5),
                     shelter("above", 114.001, 30.52), shelter("outside", 115, 30.5)});
        QVERIFY(stage.ready());
        QSignalSpy ringed(stage.layer, &PointLayer::ringedChanged);
        const auto move = [&](int dx, int dy) {
            const bool moved = stage.layer->moveRing(dx, dy);
            return (moved ? QStringLiteral("to ") : QStringLiteral("at ")) +
                   stage.layer->ringed().id;
        };
        QCOMPARE(move(0, 1), QStringLiteral("to middle")); // it begins in the middle
        QCOMPARE(move(1, 0), QStringLiteral("to right"));
        QCOMPARE(move(1, 0), QStringLiteral("at right"));
        QCOMPARE(move(-1, 0), QStringLiteral("to middle"));
        QCOMPARE(move(0, -1), QStringLiteral("to above"));
        QCOMPARE(ringed.count(), 4);
        // Out where they are one, the ring is about that one, and back about what it was.
        stage.layer->setZoomLevel(8);
        QCOMPARE(stage.layer->ringed().kind, MapHit::Kind::Cluster);
        QCOMPARE(stage.layer->hitIds(stage.layer->ringedAt()).size(), 3);
        stage.layer->setZoomLevel(12);
        QCOMPARE(stage.layer->ringed().id, QStringLiteral("above"));
        stage.feed.setResources(std::vector{shelter("middle", 114, 30.5)});
        QTRY_COMPARE(stage.layer->ringed().kind, MapHit::Kind::Nothing);
    }

    void the_ring_goes_to_pins_and_leaves_with_them() {
        Stage stage(std::vector<Resource>{});
        stage.feed.setPins("order", {{"o", "Order", 1, Level::I, true, false, {114, 30.5}}});
        QVERIFY(stage.ready());
        QVERIFY(stage.layer->moveRing(0, 0));
        QCOMPARE(stage.layer->ringed().kind, MapHit::Kind::Pin);
        QCOMPARE(stage.layer->hitIds(stage.layer->ringedAt()), QStringList{QStringLiteral("o")});
        stage.feed.setPins("order", {});
        QCOMPARE(stage.layer->ringed().kind, MapHit::Kind::Nothing);
        QVERIFY(!stage.layer->moveRing(1, 0));
    }

    void what_is_chosen_has_a_halo_also_as_part_of_a_cluster() {
        Stage stage({shelter("a", 114, 30.5), shelter("b", 114.0005, 30.5)});
        QVERIFY(stage.ready());
        const auto accent = [&] {
            return stage.count(stage.picture(), {200, 150}, 28, dark_palette.accent);
        };
        QCOMPARE(accent(), 0);
        stage.layer->setChosenIds({QStringLiteral("a"), QStringLiteral("b")});
        QVERIFY(accent() > 40);
        stage.layer->setChosenIds({QStringLiteral("a")}); // fainter: not all of the cluster
        QCOMPARE(accent(), 0);
        stage.layer->setZoomLevel(18);
        QVERIFY(accent() > 40);
        const auto written = stage.layer->writtenChunks();
        stage.layer->setChosenIds({});
        QCOMPARE(accent(), 0);
        QCOMPARE(stage.layer->writtenChunks(), written);
    }

    void nothing_is_hit_where_nothing_is() {
        Stage stage({shelter("a", 114.005, 30.503)});
        QVERIFY(stage.ready());
        QCOMPARE(stage.layer->hit({5, 5}).kind, MapHit::Kind::Nothing);
    }

    void pins_lie_above_points_and_are_hit_at_their_head() {
        Stage stage({shelter("a", 114, 30.5)});
        stage.feed.setPins("order", {{"o", "Order", 1, Level::I, true, false, {114, 30.5}}});
        QVERIFY(stage.ready());
        const MapHit head = stage.layer->hit({200, 150 - 24});
        QCOMPARE(head.kind, MapHit::Kind::Pin);
        QCOMPARE(head.pin_kind, QStringLiteral("order"));
        QCOMPARE(head.id, QStringLiteral("o"));
        QVERIFY(stage.count(stage.picture(), {200, 126}, 13, level_colour(Level::I, 0)) > 150);
        stage.layer->setHiddenPins({QStringLiteral("case")});
        QCOMPARE(stage.layer->hit({200, 126}).kind, MapHit::Kind::Pin);
        stage.layer->setHiddenPins({QStringLiteral("order")});
        QCOMPARE(stage.count(stage.picture(), {200, 126}, 13, level_colour(Level::I, 0)), 0);
        QVERIFY(stage.layer->hit({200, 126}).kind != MapHit::Kind::Pin);
    }

    void layers_can_be_left_out() {
        Stage stage({shelter("a", 114, 30.5)});
        QVERIFY(stage.ready());
        QCOMPARE(stage.layer->counts(), (QList<int>{0, 0, 0, 1, 0}));
        stage.layer->setLayers(31 & ~(1 << int(Layer::shelter)));
        QTRY_COMPARE(stage.layer->shownCount(), 0);
        QCOMPARE(stage.count(stage.picture(), {200, 150}, 14, dark_palette.layer(Layer::shelter)),
                 0);
        QCOMPARE(stage.layer->counts(), (QList<int>{0, 0, 0, 1, 0}));
        stage.layer->setLayers(31);
        QTRY_COMPARE(stage.layer->shownCount(), 1);
        stage.layer->setOnlyIds({QStringLiteral("absent")});
        QTRY_COMPARE(stage.layer->shownCount(), 0);
    }

    void what_is_selected_is_marked_even_inside_a_cluster() {
        Stage stage({shelter("a", 114, 30.5), shelter("b", 114.0005, 30.5)});
        QVERIFY(stage.ready());
        QCOMPARE(stage.count(stage.picture(), {200, 150}, 24, dark_palette.accent), 0);
        stage.layer->setSelectedIds({QStringLiteral("a")});
        QVERIFY(stage.count(stage.picture(), {200, 150}, 24, dark_palette.accent) > 40);
        stage.layer->setSelectedIds({});
        QCOMPARE(stage.count(stage.picture(), {200, 150}, 24, dark_palette.accent), 0);
    }

    void a_box_takes_points_whatever_is_clustered() {
        Stage stage(
            {shelter("a", 114, 30.5), shelter("b", 114.0005, 30.5), shelter("c", 114.05, 30.5)});
        QVERIFY(stage.ready());
        QStringList ids = stage.layer->idsInRect({190, 140, 25, 20});
        ids.sort();
        QCOMPARE(ids, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void within_a_distance_nearest_first() {
        Stage stage({shelter("far", 114.01, 30.5), shelter("near", 114.001, 30.5),
                     shelter("out", 114.1, 30.5)});
        QVERIFY(stage.ready());
        // 0.01° of longitude is some 958 m here.
        QCOMPARE(stage.layer->idsWithin(QGeoCoordinate(30.5, 114), 1000),
                 (QStringList{QStringLiteral("near"), QStringLiteral("far")}));
        QCOMPARE(stage.layer->idsWithin(QGeoCoordinate(30.5, 114), 900),
                 QStringList{QStringLiteral("near")});
        QVERIFY(stage.layer->idsWithin(QGeoCoordinate(), 900).isEmpty());
    }

    void the_last_of_many_changes_is_what_is_shown() {
        Stage stage(fixture::resources(500));
        for (int n = 1; n <= 20; ++n)
            stage.feed.setResources(fixture::resources(std::size_t(n)));
        QVERIFY(stage.ready());
        QTRY_COMPARE(stage.layer->shownCount(), 20);
    }
};

QTEST_MAIN(PointLayerTest)
#include "point_layer_test.moc"
