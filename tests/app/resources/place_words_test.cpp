// Where a place is, from what people know near it.
#include "app/link/source.h"
#include "app/local/local.h"
#include "app/resources/place_words.h"
#include "app/resources/resource_store.h"
#include "tests/app/link/hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class PlaceWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void directions_data() {
        QTest::addColumn<double>("east");
        QTest::addColumn<double>("north");
        QTest::addColumn<int>("direction");
        QTest::newRow("north") << 0.0 << 1.0 << 0;
        QTest::newRow("northeast") << 1.0 << 1.0 << 1;
        QTest::newRow("east") << 1.0 << 0.0 << 2;
        QTest::newRow("southeast") << 1.0 << -1.0 << 3;
        QTest::newRow("south") << 0.0 << -1.0 << 4;
        QTest::newRow("southwest") << -1.0 << -1.0 << 5;
        QTest::newRow("west") << -1.0 << 0.0 << 6;
        QTest::newRow("northwest") << -1.0 << 1.0 << 7;
        QTest::newRow("nearly north") << 0.3 << 1.0 << 0;
        QTest::newRow("nearly north, from the other side") << -0.3 << 1.0 << 0;
    }
    void directions() {
        QFETCH(double, east);
        QFETCH(double, north);
        QFETCH(int, direction);
        const Place from{114.0, 30.5};
        // A degree of longitude is shorter than one of latitude here.
        const Place to{from.lon + 0.001 * east / 0.8616, from.lat + 0.001 * north};
        QCOMPARE(directionOf(from, to), direction);
    }

    void words_data() {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<QString>("words");
        QTest::newRow("beside it") << 114.0311 << 30.5811 << QStringLiteral("at 蔡甸一中避难场所");
        QTest::newRow("north of it")
            << 114.031 << 30.5838 << QStringLiteral("310 m north of 蔡甸一中避难场所");
        QTest::newRow("the landmark, not the team that is nearer")
            << 114.049 << 30.58 << QStringLiteral("1.7 km east of 蔡甸一中避难场所");
        QTest::newRow("a team where nothing else is near")
            << 114.07 << 30.58 << QStringLiteral("1.9 km east of 消防三中队");
        QTest::newRow("nothing near") << 115.0 << 30.5 << QStringLiteral("115.00000  30.50000");
    }
    void words() {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(QString, words);
        Source source;
        ResourceStore store{source};
        Q_EMIT source.loaded(shared(hall()));
        QCOMPARE(placeWords(store, {lon, lat}), words);
    }
};

QTEST_GUILESS_MAIN(PlaceWordsTest)
#include "place_words_test.moc"
