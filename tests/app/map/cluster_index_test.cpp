#include "app/map/cluster_index.h"
#include "tests/app/map/map_fixture.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace chengyun;
using namespace chengyun::console;

namespace {

std::vector<std::uint32_t> everything(const PointSet& points) {
    std::vector<std::uint32_t> all(points.size());
    std::iota(all.begin(), all.end(), 0u);
    return all;
}

std::shared_ptr<const ClusterIndex> index_of(const std::vector<Resource>& resources,
                                             ClusterOptions options = {}) {
    const auto points = PointSet::from(resources);
    return ClusterIndex::build(points, everything(*points), options);
}

} // namespace

class ClusterIndexTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_point_is_in_exactly_one_node_at_every_zoom_data() {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 37, 5000})
            QTest::addRow("%d", count) << count;
    }
    void every_point_is_in_exactly_one_node_at_every_zoom() {
        QFETCH(int, count);
        const auto index = index_of(fixture::resources(std::size_t(count)));
        for (int zoom = 0; zoom <= index->max_zoom() + 1; ++zoom) {
            std::vector<int> times(std::size_t(count), 0);
            for (const auto ref : index->level(zoom).nodes)
                for (const auto i : index->leaves(ref, std::size_t(count)))
                    ++times[i];
            QVERIFY2(std::ranges::all_of(times, [](int n) { return n == 1; }),
                     qPrintable(QString::number(zoom)));
        }
    }

    void counts_layers_and_middles_add_up() {
        const auto index = index_of(fixture::resources(4000));
        const PointSet& points = index->points();
        for (int zoom = 0; zoom <= index->max_zoom(); ++zoom)
            for (const auto ref : index->level(zoom).nodes) {
                if (!ClusterIndex::is_cluster(ref))
                    continue;
                const auto& cluster = index->cluster(ref);
                const auto leaves = index->leaves(ref, points.size());
                QCOMPARE(std::size_t(cluster.count), leaves.size());
                std::array<std::uint32_t, layer_count> by_layer{};
                World middle{0, 0};
                for (const auto i : leaves) {
                    ++by_layer[points.look(i).layer];
                    middle.x += points.world(i).x / double(leaves.size());
                    middle.y += points.world(i).y / double(leaves.size());
                }
                QVERIFY(by_layer == cluster.by_layer);
                QVERIFY(std::abs(middle.x - cluster.at.x) < 1e-10);
                QVERIFY(std::abs(middle.y - cluster.at.y) < 1e-10);
                QVERIFY(cluster.count >= 2);
                QVERIFY(cluster.zoom >= zoom);
            }
    }

    void members_of_a_cluster_lie_within_the_radius_of_its_seed() {
        const ClusterOptions options;
        const auto index = index_of(fixture::resources(2000), options);
        for (int zoom = 4; zoom <= options.max_zoom; ++zoom) {
            const double reach = 2 * options.radius_px / world_px(zoom);
            for (const auto ref : index->level(zoom).nodes) {
                if (!ClusterIndex::is_cluster(ref) || index->cluster(ref).zoom != zoom)
                    continue;
                for (const auto a : index->children(index->cluster(ref)))
                    for (const auto b : index->children(index->cluster(ref)))
                        QVERIFY(std::hypot(index->at(a).x - index->at(b).x,
                                           index->at(a).y - index->at(b).y) <= reach);
            }
        }
    }

    void ids_do_not_hang_on_the_order_of_the_input() {
        auto resources = fixture::resources(3000);
        const auto ids = [](const ClusterIndex& index) {
            std::set<std::uint64_t> found;
            for (int zoom = 0; zoom <= index.max_zoom(); ++zoom)
                for (const auto ref : index.level(zoom).nodes)
                    if (ClusterIndex::is_cluster(ref))
                        found.insert(index.cluster(ref).id);
            return found;
        };
        const auto before = ids(*index_of(resources));
        QVERIFY(before.size() > 100);
        std::ranges::reverse(resources);
        QCOMPARE(ids(*index_of(resources)) == before, true);
    }

    void a_cluster_comes_apart_at_its_zoom_plus_one() {
        const auto index = index_of(fixture::resources(1000));
        for (const auto ref : index->level(9).nodes) {
            if (!ClusterIndex::is_cluster(ref) || index->is_stack(ref))
                continue;
            const auto& cluster = index->cluster(ref);
            const auto& below = index->level(cluster.zoom + 1).nodes;
            for (const auto child : index->children(cluster))
                QVERIFY(std::ranges::find(below, child) != below.end());
            QVERIFY(index->children(cluster).size() >= 2);
        }
    }

    void chunks_cover_their_level_and_boxes_hold_their_nodes() {
        const auto index = index_of(fixture::resources(6000));
        for (int zoom = 0; zoom <= index->max_zoom() + 1; ++zoom) {
            const auto& level = index->level(zoom);
            std::uint32_t next = 0;
            for (const auto& chunk : level.chunks) {
                QCOMPARE(chunk.begin, next);
                QVERIFY(chunk.end - chunk.begin <= ClusterIndex::chunk_size);
                for (auto i = chunk.begin; i < chunk.end; ++i)
                    QVERIFY(chunk.box.contains(index->at(level.nodes[i])));
                next = chunk.end;
            }
            QCOMPARE(std::size_t(next), level.nodes.size());
        }
    }

    void what_no_zoom_can_part_is_one_node_at_every_zoom_data() {
        QTest::addColumn<double>("apart_px");
        QTest::addColumn<bool>("stack");
        QTest::newRow("one place") << 0.0 << true;
        QTest::newRow("within a symbol") << 10.0 << true;
        QTest::newRow("beside each other") << 20.0 << false;
    }
    void what_no_zoom_can_part_is_one_node_at_every_zoom() {
        QFETCH(double, apart_px);
        QFETCH(bool, stack);
        const ClusterOptions options;
        std::vector<Resource> resources = fixture::resources(3);
        const double apart = apart_px / world_px(options.nearest_zoom) * 360;
        for (int i = 0; i < 3; ++i)
            resources[std::size_t(i)].place = {114 + (i == 1 ? apart : 0), 30.5};
        const auto index = index_of(resources);
        for (int zoom = 0; zoom <= options.nearest_zoom; ++zoom) {
            const auto& nodes = index->level(zoom).nodes;
            QCOMPARE(nodes.size(), std::size_t(stack || zoom <= options.max_zoom ? 1 : 2));
            QCOMPARE(index->is_stack(nodes[0]), stack || zoom > options.max_zoom);
        }
    }

    void every_point_knows_its_node() {
        const auto resources = fixture::resources(3000);
        const auto points = PointSet::from(resources);
        std::vector<std::uint32_t> shown;
        for (std::uint32_t i = 0; i < points->size(); i += 3)
            shown.push_back(i);
        const auto index = ClusterIndex::build(points, shown, {});
        for (int zoom = 0; zoom <= index->max_zoom() + 1; ++zoom)
            for (const auto ref : index->level(zoom).nodes)
                for (const auto i : index->leaves(ref, points->size()))
                    QCOMPARE(index->node_of(i, zoom + 0.5), std::optional(ref));
        QVERIFY(!index->node_of(1, 9));
    }

    void points_in_a_box_are_those_that_lie_there() {
        auto resources = fixture::resources(2000);
        for (std::size_t i = 0; i < 40; ++i) // a stack, at an edge of the box
            resources[i].place = {114.05, 30.55};
        const auto index = index_of(resources);
        const World corner = world_of({114.05, 30.55});
        const WorldBox box{corner.x, corner.y, corner.x + 0.0002, corner.y + 0.0002};
        std::set<std::uint32_t> found;
        index->points_in(box, [&](std::uint32_t i) { QVERIFY(found.insert(i).second); });
        std::set<std::uint32_t> wanted;
        for (std::uint32_t i = 0; i < index->points().size(); ++i)
            if (box.contains(index->points().world(i)))
                wanted.insert(i);
        QVERIFY(wanted.size() > 40);
        QCOMPARE(found == wanted, true);
    }

    void a_cluster_knows_the_box_around_its_points() {
        const auto index = index_of(fixture::resources(1500));
        for (const auto ref : index->level(8).nodes) {
            if (!ClusterIndex::is_cluster(ref))
                continue;
            WorldBox box;
            for (const auto i : index->leaves(ref, 1500))
                box.include(index->points().world(i));
            const auto& own = index->cluster(ref).box;
            QCOMPARE(own.left, box.left);
            QCOMPARE(own.top, box.top);
            QCOMPARE(own.right, box.right);
            QCOMPARE(own.bottom, box.bottom);
        }
    }

    void without_clustering_every_level_is_the_points() {
        ClusterOptions options;
        options.clustered = false;
        const auto index = index_of(fixture::resources(700), options);
        for (int zoom = 0; zoom <= index->max_zoom() + 1; ++zoom)
            QCOMPARE(index->level(zoom).nodes.size(), std::size_t(700));
    }

    void only_what_is_shown_takes_part() {
        const auto points = PointSet::from(fixture::resources(900));
        std::vector<std::uint32_t> odd;
        for (std::uint32_t i = 1; i < points->size(); i += 2)
            odd.push_back(i);
        const auto index = ClusterIndex::build(points, odd, {});
        std::size_t sum = 0;
        for (const auto ref : index->level(5).nodes)
            for (const auto i : index->leaves(ref, 1000)) {
                QVERIFY(i % 2 == 1);
                ++sum;
            }
        QCOMPARE(sum, odd.size());
    }

    void ids_are_found_and_the_last_of_two_counts() {
        auto resources = fixture::resources(50);
        resources.push_back(resources[7]);
        resources.back().name = "again";
        resources[9].place = {0, 0};
        const auto points = PointSet::from(resources);
        QCOMPARE(points->size(), std::size_t(49));
        const auto found = points->find(resources[7].id);
        QVERIFY(found);
        QCOMPARE(points->name(*found), std::string_view("again"));
        QVERIFY(!points->find(resources[9].id));
        QVERIFY(!points->find("absent"));
        QVERIFY(!PointSet().find("absent"));
    }
};

QTEST_GUILESS_MAIN(ClusterIndexTest)
#include "cluster_index_test.moc"
