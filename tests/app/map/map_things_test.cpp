// The list of what stands at a place or is chosen: sorted, filtered, chosen from, taken along.
#include "app/map/map_things.h"
#include "tests/app/map/map_fixture.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

Resource thing(const char* id, Layer layer, const char* kind, const char* name) {
    Resource resource;
    resource.id = id;
    resource.layer = layer;
    resource.kind = kind;
    resource.name = name;
    resource.place = {114.0312, 30.5821};
    return resource;
}

/// Cameras, teams and an order on one place.
struct Corner {
    MapFeed feed;
    MapThings things;
    QAbstractItemModelTester tester{&things};
    std::vector<Resource> resources{thing("k10", Layer::camera, "dome", "监控10号"),
                                    thing("k2", Layer::camera, "dome", "监控2号"),
                                    thing("f", Layer::rescue_force, "fire_station", "消防三中队"),
                                    thing("r", Layer::risk, "underpass", "下穿通道")};
    QStringList all{u"k10"_s, u"k2"_s, u"f"_s, u"r"_s, u"o"_s, u"gone"_s};

    Corner() {
        feed.setResources(resources);
        feed.setPins("order", {{"o", "内涝", 2031, Level::II, true, false, {114.0312, 30.5821}}});
        feed.setWords("resource", [](std::string_view id) {
            return ThingWords{id.starts_with("k") ? u"摄像机"_s : u"其他"_s, u"汉阳大道"_s,
                              u"C-"_s + QString::fromUtf8(id.data(), qsizetype(id.size())),
                              id == "f" ? u"xfszd"_s : QString()};
        });
        things.setFeed(&feed);
    }
    [[nodiscard]] QStringList ids() const {
        QStringList ids;
        for (int row = 0; row < things.count(); ++row)
            ids.append(things.idAt(row));
        return ids;
    }
};

} // namespace

class MapThingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pins_come_first_then_layers_and_names_by_their_numbers() {
        Corner place;
        place.things.list(place.all);
        QCOMPARE(place.ids(), (QStringList{u"o"_s, u"r"_s, u"f"_s, u"k2"_s, u"k10"_s}));
        QVERIFY(place.things.chosen().isEmpty());
        const auto at = [&](int row, int role) {
            return place.things.data(place.things.index(row), role);
        };
        QCOMPARE(at(0, MapThings::KindRole).toString(), u"order"_s);
        QCOMPARE(at(0, MapThings::SymbolLayerRole).toInt(), -1);
        QCOMPARE(at(3, MapThings::KindRole).toString(), u"resource"_s);
        QCOMPARE(at(3, MapThings::KindNameRole).toString(), u"摄像机"_s);
        QCOMPARE(at(3, MapThings::SymbolLayerRole).toInt(), int(Layer::camera));
        const auto counts = place.things.counts();
        QCOMPARE(counts.size(), 4);
        QCOMPARE(counts.back().toMap(), (QVariantMap{{u"layer"_s, u"camera"_s}, {u"count"_s, 2}}));
    }

    void filters_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("wanted");
        QTest::newRow("name") << u"2号"_s << QStringList{u"k2"_s};
        QTest::newRow("class") << u"摄像"_s << QStringList{u"k2"_s, u"k10"_s};
        QTest::newRow("initials") << u"XFS"_s << QStringList{u"f"_s};
        QTest::newRow("code and address") << u"c-r 汉阳"_s << QStringList{u"r"_s};
        QTest::newRow("none") << u"水库"_s << QStringList{};
    }
    void filters() {
        QFETCH(QString, text);
        QFETCH(QStringList, wanted);
        Corner place;
        place.things.choose(place.all);
        place.things.setText(text);
        QCOMPARE(place.ids(), wanted);
        QCOMPARE(place.things.chosen().size(), 5); // ticks stay where the filter hides their rows
        QCOMPARE(place.things.total(), 5);
    }

    void layers_narrow_what_is_chosen() {
        Corner place;
        place.things.choose(place.all);
        QVERIFY(place.things.allChosen());
        place.things.setLayers({u"camera"_s, u"order"_s});
        QCOMPARE(place.things.chosen(), (QStringList{u"o"_s, u"k2"_s, u"k10"_s}));
        // What is chosen then is seen.
        place.things.choose({u"f"_s});
        QVERIFY(place.things.layers().isEmpty());
        QCOMPARE(place.things.chosen().size(), 5);
    }

    void a_second_toggle_takes_away() {
        Corner place;
        QSignalSpy chosen(&place.things, &MapThings::chosenChanged);
        place.things.toggle({u"k2"_s});
        place.things.toggle({u"k2"_s, u"k10"_s}); // not all of them yet: the other comes in
        QCOMPARE(place.things.chosen(), (QStringList{u"k2"_s, u"k10"_s}));
        QSignalSpy reset(&place.things, &QAbstractItemModel::modelReset);
        place.things.toggle({u"k2"_s, u"k10"_s});
        QVERIFY(place.things.chosen().isEmpty());
        QCOMPARE(place.things.total(), 2); // they stay in the list, where they were
        QCOMPARE(reset.count(), 0);
        place.things.setChosen(1, true);
        QCOMPARE(place.things.chosen(), QStringList{u"k10"_s});
        QVERIFY(place.things.isChosen(1));
        place.things.chooseAll(true);
        QVERIFY(place.things.areChosen({u"k2"_s, u"k10"_s}));
        QVERIFY(chosen.count() >= 5);
        place.things.clear();
        QCOMPARE(place.things.total(), 0);
        QVERIFY(place.things.chosen().isEmpty());
    }

    void a_place_is_listed_beside_what_is_chosen() {
        Corner place;
        place.things.choose({u"f"_s, u"k2"_s});
        place.things.setLayers({u"rescue_force"_s});
        place.things.list({u"f"_s, u"r"_s});
        QCOMPARE(place.ids(), (QStringList{u"r"_s, u"f"_s}));
        QCOMPARE(place.things.chosen(), QStringList{u"f"_s});
        place.things.list({u"k2"_s});
        QCOMPARE(place.ids(), (QStringList{u"f"_s, u"k2"_s}));
        QCOMPARE(place.things.chosen(), QStringList{u"f"_s});
    }

    void what_leaves_the_map_leaves_the_list() {
        Corner place;
        place.things.choose(place.all);
        place.feed.setPins("order", {});
        place.resources.erase(place.resources.begin());
        place.feed.setResources(place.resources);
        QCOMPARE(place.ids(), (QStringList{u"r"_s, u"f"_s, u"k2"_s}));
        QCOMPARE(place.things.chosen(), place.ids());
    }

    void a_changed_state_is_one_row() {
        Corner place;
        place.things.list(place.all);
        QSignalSpy data(&place.things, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&place.things, &QAbstractItemModel::modelReset);
        place.resources[2].state = Availability::committed;
        QVERIFY(place.feed.patch(place.resources[2]));
        QCOMPARE(data.count(), 1);
        QCOMPARE(data[0][0].toModelIndex().row(), 2);
        QCOMPARE(place.things.data(place.things.index(2), MapThings::SymbolStateRole).toInt(),
                 int(Availability::committed));
        QCOMPARE(reset.count(), 0);
    }

    void what_is_chosen_is_exported_with_place_and_class() {
        Corner place;
        place.things.list(place.all);
        QCOMPARE(place.things.copyText().count(u'\n'), 5); // nothing is chosen: all of them
        place.things.setChosen(3, true);
        QTemporaryDir folder;
        const auto path = folder.filePath(u"chosen.csv"_s);
        QVERIFY(place.things.exportCsv(QUrl::fromLocalFile(path)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(file.readAll()).trimmed().split(u"\r\n"_s);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1],
                 u"\"监控2号\",\"摄像机\",\"C-k2\",\"汉阳大道\",\"114.031200\",\"30.582100\""_s);
        QVERIFY(!place.things.exportCsv(QUrl::fromLocalFile(folder.filePath(u"none/x.csv"_s))));
    }

    void a_list_has_an_end() {
        MapFeed feed;
        feed.setResources(fixture::resources(std::size_t(MapThings::most) + 7));
        MapThings things;
        things.setFeed(&feed);
        QStringList ids;
        for (std::size_t i = 0; i < feed.points()->size(); ++i)
            ids.append(QString::fromStdString(std::string(feed.points()->id(i))));
        things.choose(ids);
        QCOMPARE(things.total(), int(MapThings::most));
        QCOMPARE(things.leftOut(), int(ids.size() - MapThings::most));
    }
};

QTEST_GUILESS_MAIN(MapThingsTest)
#include "map_things_test.moc"
