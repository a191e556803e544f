// The store and the lists made of it: patched in place, filtered, sorted, measured from a place.
#include "app/lists/table_text.h"
#include "app/resources/around_model.h"
#include "app/resources/resource_list_model.h"
#include "app/resources/resource_store.h"
#include "tests/app/link/hall.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <tuple>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

namespace {

struct Desk {
    Source source;
    ResourceStore store{source};
    ResourceListModel list{store};
    AroundModel around{store};
    QAbstractItemModelTester listTester{&list};
    QAbstractItemModelTester aroundTester{&around};

    Desk() { Q_EMIT source.loaded(shared(hall())); }
    void send(const std::string& kind, const std::string& id, Change body) {
        Q_EMIT source.arrived(shared({entry(11, kind, id, std::move(body))}));
    }
    void change(const Resource& resource) {
        Change body;
        body.values<Resource>() = {resource};
        send("resource.changed", resource.id, body);
    }
    [[nodiscard]] QStringList names() const {
        QStringList out;
        for (int row = 0; row < list.count(); ++row)
            out.append(list.data(list.index(row, 0), ResourceListModel::NameRole).toString());
        return out;
    }
};

const auto school = QStringLiteral("蔡甸一中避难场所");
const auto fire = QStringLiteral("消防三中队");
const auto flood = QStringLiteral("汉阳大道易涝点");

} // namespace

class ResourcesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRowAndRole() {
        Desk desk;
        QVERIFY(matchesGolden(rowsOf(desk.list), QStringLiteral("resources/list.golden")));
        desk.around.look(114.03, 30.58, 5);
        QVERIFY(matchesGolden(rowsOf(desk.around), QStringLiteral("resources/around.golden")));
    }

    void filters_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("layers");
        QTest::addColumn<QString>("area");
        QTest::addColumn<QStringList>("wanted");
        const QStringList none;
        QTest::newRow("all") << QStringLiteral("") << none << QStringLiteral("")
                             << QStringList{school, flood, fire};
        QTest::newRow("name") << QStringLiteral("一中") << none << QStringLiteral("")
                              << QStringList{school};
        QTest::newRow("initials") << QStringLiteral("xfs") << none << QStringLiteral("")
                                  << QStringList{fire};
        QTest::newRow("code") << QStringLiteral("r-103") << none << QStringLiteral("")
                              << QStringList{flood};
        QTest::newRow("two parts")
            << QStringLiteral("汉阳 103") << none << QStringLiteral("") << QStringList{flood};
        QTest::newRow("part missing")
            << QStringLiteral("汉阳 104") << none << QStringLiteral("") << none;
        QTest::newRow("layer") << QStringLiteral("") << QStringList{QStringLiteral("shelter")}
                               << QStringLiteral("") << QStringList{school};
        QTest::newRow("street") << QStringLiteral("") << none << QStringLiteral("420114001000")
                                << QStringList{school, flood, fire};
        QTest::newRow("elsewhere")
            << QStringLiteral("") << none << QStringLiteral("420115000000") << none;
    }
    void filters() {
        QFETCH(QString, text);
        QFETCH(QStringList, layers);
        QFETCH(QString, area);
        QFETCH(QStringList, wanted);
        Desk desk;
        desk.list.setText(text);
        desk.list.setLayers(layers);
        desk.list.setArea(area);
        QCOMPARE(desk.names(), wanted);
        QCOMPARE(desk.list.total(), 3);
    }

    void aChangeIsAPatchAndNotAReset() {
        Desk desk;
        QSignalSpy reset(&desk.list, &QAbstractItemModel::modelReset);
        QSignalSpy data(&desk.list, &QAbstractItemModel::dataChanged);
        auto changed = hall().values<Resource>()[1];
        changed.state = Availability::committed;
        desk.change(changed);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(data.count(), 1);
        QCOMPARE(data[0][0].toModelIndex().row(), 2);
        changed.name = "A 队"; // a new name is a new place in the order
        changed.initials = "a";
        desk.change(changed);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(desk.names(), (QStringList{QStringLiteral("A 队"), school, flood}));
        desk.list.setText(QStringLiteral("避难"));
        changed.name = "临时避难点";
        desk.change(changed); // comes into the filter
        QCOMPARE(desk.list.count(), 2);
    }

    void aRemovalKeepsTheIndicesRight() {
        Desk desk;
        desk.send("resource.removed", hall().values<Resource>()[0].id, {});
        QCOMPARE(desk.names(), (QStringList{flood, fire}));
        QVERIFY(!desk.store.resource(hall().values<Resource>()[0].id));
        QCOMPARE(desk.store.resource(hall().values<Resource>()[2].id)->name,
                 hall().values<Resource>()[2].name);
        QVERIFY(desk.store.card(QString::fromStdString(hall().values<Resource>()[0].id)).isEmpty());
    }

    void aTeamGoesWithItsResource() {
        Desk desk;
        const auto station = hall().values<Resource>()[1].id;
        QVERIFY(desk.store.unitOf(station));
        desk.send("resource.removed", station, {});
        QVERIFY(!desk.store.unitOf(station));
        QVERIFY(!desk.store.unit(station));
        QCOMPARE(desk.store.unit(id(203))->name, "水务局");
        QCOMPARE(desk.store.unitCount(), 2);
    }

    void whatMovesOutOfTheScopeGoes() {
        const std::string elsewhere = "420105001000";
        Desk desk;
        desk.source.setScope({"420114000000", id(203)});
        auto snapshot = hall();
        snapshot.values<Assignment>().resize(
            1); // the station's; the office and the department have none
        Q_EMIT desk.source.loaded(shared(snapshot));
        auto shelter = snapshot.values<Resource>()[0];
        auto [office, station, own] = std::tuple(
            snapshot.values<Unit>()[0], snapshot.values<Unit>()[1], snapshot.values<Unit>()[2]);
        for (auto* area : {&shelter.area, &office.area, &station.area, &own.area})
            *area = elsewhere;
        Change body;
        body.values<Resource>() = {shelter};
        body.values<Unit>() = {office, station, own};
        desk.send("resource.changed", shelter.id, body);
        QVERIFY(!desk.store.resource(shelter.id));
        QCOMPARE(desk.names(), (QStringList{flood, fire}));
        QVERIFY(!desk.store.unit(office.id));
        QCOMPARE(desk.store.unit(station.id)->area, elsewhere); // at work on an order of this hall
        QCOMPARE(desk.store.unit(own.id)->area, elsewhere);     // whose account it is
        // And what moves back is here again.
        desk.change(snapshot.values<Resource>()[0]);
        QCOMPARE(desk.names().size(), 3);
    }
    void withoutAScopeNothingIsOutside() {
        Desk desk;
        auto shelter = hall().values<Resource>()[0];
        shelter.area.clear();
        desk.change(shelter);
        QCOMPARE(desk.names().size(), 3);
    }

    void staysSortedWhateverComes() {
        // Many random changes: the patched list equals one made anew.
        std::mt19937 random(7);
        Desk desk;
        for (int round = 0; round < 60; ++round) {
            Change body;
            for (int i = 0; i < 5; ++i) {
                const int number = 101 + static_cast<int>(random() % 20);
                auto r = resource(number, Layer::risk, "flood_point", "x", "x", {114, 30});
                r.initials = std::string(1, static_cast<char>('a' + random() % 26));
                r.name = r.initials;
                body.values<Resource>().push_back(r);
            }
            desk.send("resource.changed", {}, body);
            const auto patched = desk.names();
            ResourceListModel anew(desk.store);
            QStringList wanted;
            for (int row = 0; row < anew.count(); ++row)
                wanted.append(
                    anew.data(anew.index(row, 0), ResourceListModel::NameRole).toString());
            QCOMPARE(patched, wanted);
        }
    }

    void sortsByAnyColumn() {
        Desk desk;
        desk.list.sortBy(ResourceListModel::CapacityColumn, true);
        QCOMPARE(desk.names(), (QStringList{flood, fire, school}));
        desk.list.sortBy(ResourceListModel::CapacityColumn, false);
        QCOMPARE(desk.names(), (QStringList{school, fire, flood}));
        desk.list.sortBy(ResourceListModel::LevelColumn, true);
        QCOMPARE(desk.names().first(), flood);
    }

    void cardsTellEverything() {
        Desk desk;
        const auto card = desk.store.card(QString::fromStdString(hall().values<Resource>()[1].id));
        QCOMPARE(card.value(QStringLiteral("name")).toString(), fire);
        QCOMPARE(card.value(QStringLiteral("unit")).toString(),
                 QString::fromStdString(hall().values<Resource>()[1].id));
        QCOMPARE(card.value(QStringLiteral("areaName")).toString(), QStringLiteral("蔡甸街道"));
        QCOMPARE(desk.store.areaName("420114001001"), QStringLiteral("蔡甸街道 · 张湾社区"));
        QCOMPARE(desk.store.areaChoices().size(), 3);
    }

    void aroundHere() {
        Desk desk;
        desk.around.look(114.03, 30.58, 2);
        // The school at 0.15 km, the team at 1.9 km, and not the risk at 7 km; three seats besides.
        QCOMPARE(desk.around.data(desk.around.index(0), AroundModel::NameRole).toString(), school);
        QVERIFY(desk.around.data(desk.around.index(0), AroundModel::DistanceRole).toDouble() < 200);
        const auto near = desk.around.count();
        desk.around.setRadiusKm(20);
        QCOMPARE(desk.around.count(), near + 3); // the flood point and two offices
        desk.around.setLayers({QStringLiteral("shelter")});
        QCOMPARE(desk.around.count(), 1);
        QCOMPARE(desk.around.totals().size(), 1);
        desk.around.setLayers({});
        desk.around.setSelected(0, true); // a school has no unit to send
        QCOMPARE(desk.around.selectedCount(), 0);
        desk.around.selectAll(true);
        QVERIFY(desk.around.selectedUnits().contains(
            QString::fromStdString(hall().values<Resource>()[1].id)));
        // Ticks of rows that a filter hides stay.
        const auto ticked = desk.around.selectedUnits();
        QVERIFY(ticked.size() > 1);
        QVERIFY(desk.around.allSelected());
        desk.around.setText(QStringLiteral("消防"));
        QCOMPARE(desk.around.selectedUnits(), ticked);
        desk.around.setSelected(0, false);
        QVERIFY(!desk.around.allSelected());
        desk.around.setText({});
        QCOMPARE(desk.around.selectedCount(), ticked.size() - 1);
        desk.around.selectAll(false);
        QCOMPARE(desk.around.selectedCount(), 0);
        QVERIFY(!desk.around.allSelected());
        desk.around.selectAll(true);
        desk.around.clear();
        QCOMPARE(desk.around.count(), 0);
        QCOMPARE(desk.around.selectedCount(), 0);
    }

    void namesakesAreToldApart() {
        Desk desk;
        const auto* water = desk.store.unit(id(203));
        QCOMPARE(desk.store.apart(*water), QString());
        auto other = *water;
        other.id = id(901);
        other.area = "420114001001";
        Change body;
        body.values<Unit>() = {other};
        desk.send("unit.changed", other.id, body);
        QCOMPARE(desk.store.apart(*desk.store.unit(id(203))), QStringLiteral("蔡甸街道"));
        QCOMPARE(desk.store.apart(*desk.store.unit(other.id)),
                 QStringLiteral("蔡甸街道 · 张湾社区"));
        // In one area it is the telephone that differs.
        other.area = water->area;
        other.contact.phone = "13900001111";
        body.values<Unit>() = {other};
        desk.send("unit.changed", other.id, body);
        QCOMPARE(desk.store.apart(*desk.store.unit(other.id)), QStringLiteral("13900001111"));
    }

    void whoOfWhatIsChosenCanBeSentAnOrder() {
        Desk desk;
        const auto resources = hall().values<Resource>();
        const auto& station = resources[1];
        QStringList all;
        for (const auto& resource : resources)
            all.append(QString::fromStdString(resource.id));
        auto receivers = desk.store.receivers(all);
        QCOMPARE(receivers.value(QStringLiteral("units")).toStringList(),
                 QStringList{QString::fromStdString(station.id)});
        QCOMPARE(receivers.value(QStringLiteral("others")).toInt(), 2);
        QCOMPARE(receivers.value(QStringLiteral("lon")).toDouble(), station.place.lon);
        auto off = station;
        off.state = Availability::unavailable;
        desk.change(off);
        receivers = desk.store.receivers(all);
        QVERIFY(receivers.value(QStringLiteral("units")).toStringList().isEmpty());
        QCOMPARE(receivers.value(QStringLiteral("others")).toInt(), 3);
    }

    void spreadsheetsDoNotRunWhatTheyAreGiven() {
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("x.csv"));
        QVERIFY(writeCsv(QUrl::fromLocalFile(path),
                         {{QStringLiteral("=1+1"), QStringLiteral("-5"), QStringLiteral("a\"b")}}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("\xEF\xBB\xBF\"'=1+1\",\"-5\",\"a\"\"b\"\r\n"));
    }
};

int main(int argc, char** argv) {
    qputenv("TZ", "Asia/Shanghai");
    QLocale::setDefault(QLocale::c());
    QCoreApplication app(argc, argv);
    ResourcesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "resources_test.moc"
