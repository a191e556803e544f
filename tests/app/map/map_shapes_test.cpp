#include "app/map/area_shapes.h"
#include "app/map/base_map.h"
#include "app/map/clip.h"
#include "app/map/glyphs.h"
#include "app/map/map_view.h"
#include "app/map/symbol_atlas.h"
#include "app/map/symbol_shapes.h"
#include "core/resource/kinds.h"
#include "tests/app/map/map_fixture.h"

#include <QTest>

#include <set>

using namespace chengyun;
using namespace chengyun::console;

class MapShapesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void places_come_back() {
        for (const Place place :
             {Place{114.05, 30.55}, Place{-179.9, -85}, Place{0, 0}, Place{179.9, 85}}) {
            const Place back = place_of(world_of(place));
            QVERIFY(std::abs(back.lon - place.lon) < 1e-9);
            QVERIFY(std::abs(back.lat - place.lat) < 1e-9);
        }
    }

    void a_view_goes_there_and_back_data() {
        QTest::addColumn<double>("bearing");
        for (const double bearing : {0.0, 33.0, 90.0, 180.0, 271.0})
            QTest::addRow("%g", bearing) << bearing;
    }
    void a_view_goes_there_and_back() {
        QFETCH(double, bearing);
        const MapView view{world_of({114.05, 30.55}), 16.3, bearing, {800, 600}};
        for (const QPointF at : {QPointF(0, 0), QPointF(799, 3), QPointF(400, 300)}) {
            const QPointF back = view.to_item(view.to_world(at));
            QVERIFY(std::abs(back.x() - at.x()) < 1e-4 && std::abs(back.y() - at.y()) < 1e-4);
        }
        // The matrix of a chunk does the same as the view, within a hundredth of a pixel.
        const World origin = world_of({114.06, 30.56});
        const World point = world_of({114.0612, 30.5587});
        const QPointF exact = view.to_item(point);
        const QPointF drawn =
            view.matrix(origin).map(QPointF(float(point.x - origin.x), float(point.y - origin.y)));
        QVERIFY(std::abs(exact.x() - drawn.x()) < 0.01 && std::abs(exact.y() - drawn.y()) < 0.01);
    }

    void east_is_up_when_the_bearing_is_90() {
        const MapView view{world_of({114, 30}), 10, 90, {100, 100}};
        const QPointF east = view.to_item(world_of({114.01, 30}));
        QVERIFY(std::abs(east.x() - 50) < 1e-6 && east.y() < 50);
    }

    void rings_are_cut_to_the_box() {
        const QRectF box(0, 0, 100, 100);
        const QPolygonF huge{{-1e6, -1e6}, {1e6, -1e6}, {1e6, 1e6}, {-1e6, 1e6}};
        QCOMPARE(clip_ring(huge, box).boundingRect(), box);
        const QPolygonF outside{{200, 0}, {300, 0}, {300, 100}};
        QVERIFY(clip_ring(outside, box).isEmpty());
        const QPolygonF inside{{10, 10}, {20, 10}, {20, 20}};
        QCOMPARE(clip_ring(inside, box).boundingRect(), inside.boundingRect());
    }

    void lines_are_cut_into_pieces() {
        const QRectF box(0, 0, 100, 100);
        // In, out at the top, and in again.
        const auto pieces = clip_line({{10, 50}, {10, -50}, {90, -50}, {90, 50}}, box);
        QCOMPARE(pieces.size(), std::size_t(2));
        QCOMPARE(pieces[0].back(), QPointF(10, 0));
        QCOMPARE(pieces[1].front(), QPointF(90, 0));
        QVERIFY(clip_line({{-10, -10}, {200, -10}}, box).empty());
        QCOMPARE(clip_line({{-50, 50}, {150, 50}}, box).size(), std::size_t(1));
    }

    void a_grid_finds_what_a_scan_finds() {
        std::mt19937 random(3);
        std::uniform_real_distribution<double> unit(0, 1);
        std::vector<WorldBox> boxes;
        for (int i = 0; i < 400; ++i) {
            const double x = unit(random);
            const double y = unit(random);
            boxes.push_back({x, y, x + unit(random) * 0.1, y + unit(random) * 0.1});
        }
        FeatureGrid grid;
        grid.build(boxes);
        for (int i = 0; i < 100; ++i) {
            const double x = unit(random) * 1.4 - 0.2;
            const double y = unit(random) * 1.4 - 0.2;
            const WorldBox asked{x, y, x + 0.05, y + 0.05};
            std::vector<std::uint32_t> scanned;
            for (std::uint32_t n = 0; n < boxes.size(); ++n)
                if (boxes[n].intersects(asked))
                    scanned.push_back(n);
            QVERIFY(grid.find(asked) == scanned);
        }
    }

    void bad_base_maps_are_refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not json") << QByteArray("{");
        QTest::newRow("no features") << QByteArray("{}");
        QTest::newRow("no geometry") << QByteArray(R"({"features":[{}]})");
        QTest::newRow("off the globe")
            << QByteArray(R"({"features":[{"geometry":{"type":"Point","coordinates":[200,0]}}]})");
        QTest::newRow("unknown type")
            << QByteArray(R"({"features":[{"geometry":{"type":"MultiPoint","coordinates":[]}}]})");
    }
    void bad_base_maps_are_refused() {
        QFETCH(QByteArray, text);
        QVERIFY(BaseMap::read({text}).has_error());
    }

    void simplifying_keeps_what_matters() {
        const std::vector<World> line{{0, 0}, {0.25, 0.0001}, {0.5, 0}, {0.5, 0.5}};
        QCOMPARE(simplified(line, 0.001).size(), std::size_t(3));
        QCOMPARE(simplified(line, 0.00001).size(), std::size_t(4));
    }

    void areas_become_chunks_of_one_level() {
        const auto shapes = AreaShapes::from(fixture::areas());
        QCOMPARE(shapes->names().size(), std::size_t(340));
        std::size_t coarse = 0;
        std::size_t fine = 0;
        for (const auto& chunk : shapes->chunks(8))
            coarse += chunk.segments.size();
        for (const auto& chunk : shapes->chunks(20)) {
            fine += chunk.segments.size();
            QVERIFY(chunk.segments.size() * 4 < 65536);
        }
        QVERIFY(coarse > 0 && coarse < fine);
    }

    void every_kind_has_a_picture_and_every_layer_a_shape() {
        std::set<QString> outlines;
        for (std::size_t kind = 0; kind < resource_kinds().size(); ++kind) {
            const Glyph glyph = glyph_of_kind(kind);
            QVERIFY2(!glyph.lines.isEmpty() || !glyph.solid.isEmpty(),
                     resource_kinds()[kind].key.data());
            const QRectF box = glyph.lines.boundingRect().united(glyph.solid.boundingRect());
            QVERIFY2(QRectF(0, 0, 16, 16).contains(box), resource_kinds()[kind].key.data());
        }
        for (std::size_t layer = 0; layer < layer_count; ++layer) {
            QString text;
            const auto shape = shape_of(Layer(layer));
            for (int i = 0; i < shape.elementCount(); ++i)
                text +=
                    QStringLiteral("%1,%2 ").arg(shape.elementAt(i).x).arg(shape.elementAt(i).y);
            outlines.insert(text);
        }
        QCOMPARE(outlines.size(), layer_count);
    }

    void the_atlas_holds_all_symbols_apart_from_each_other() {
        const SymbolAtlas atlas = SymbolAtlas::paint(1, 1, dark_palette);
        std::vector<QRectF> taken;
        for (std::size_t kind = 0; kind < resource_kinds().size(); ++kind)
            for (std::uint8_t state = 0; state < 3; ++state) {
                const Sprite& sprite = atlas.symbol({0, std::uint8_t(kind), state, 0});
                QVERIFY(QRectF(0, 0, 1, 1).contains(sprite.uv));
                for (const QRectF& other : taken)
                    QVERIFY(!other.intersects(sprite.uv));
                taken.push_back(sprite.uv);
                const QRect px(int(std::lround(sprite.uv.x() * atlas.image().width())),
                               int(std::lround(sprite.uv.y() * atlas.image().height())),
                               int(sprite.box.width()), int(sprite.box.height()));
                // The middle of every symbol is solid.
                QVERIFY(qAlpha(atlas.image().pixel(px.center())) > 200);
            }
    }
};

QTEST_MAIN(MapShapesTest)
#include "map_shapes_test.moc"
