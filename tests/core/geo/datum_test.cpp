#include "core/geo/datum.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace chengyun;

namespace {

constexpr int rounds = 200'000;
constexpr double one_millimetre = 0.001;

/// The worst distance in metres between places and what comes back of them.
template <class There, class Back>
double worst_round_trip(Box box, There there, Back back) {
    std::mt19937_64 random(20260723); // the same points every time
    std::uniform_real_distribution<double> lon(box.west, box.east), lat(box.south, box.north);
    double worst = 0;
    for (int i = 0; i < rounds; ++i) {
        const Place place{lon(random), lat(random)};
        worst = std::max(worst, distance_m(place, back(there(place))));
    }
    return worst;
}

constexpr Box region{72.004, 0.8293, 137.8347, 55.8271};

} // namespace

class DatumTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void check_point() {
        const Place gcj = gcj02_from_wgs84({116.397428, 39.90923});
        // The formula gives a longitude of 116.4036716260; the published 116.4036717 is rounded to
        // seven decimals. So is the tolerance, about a centimetre on the ground.
        QVERIFY(std::abs(gcj.lon - 116.4036717) < 1e-7);
        QVERIFY(std::abs(gcj.lat - 39.9106335) < 1e-7);
    }

    void inverse_is_within_a_millimetre() {
        const double gcj = worst_round_trip(region, gcj02_from_wgs84, wgs84_from_gcj02);
        QVERIFY2(gcj <= one_millimetre, qPrintable(QString::number(gcj)));
        const double bd = worst_round_trip(region, bd09_from_gcj02, gcj02_from_bd09);
        QVERIFY2(bd <= one_millimetre, qPrintable(QString::number(bd)));
        const double both = worst_round_trip(region, bd09_from_wgs84, wgs84_from_bd09);
        QVERIFY2(both <= one_millimetre, qPrintable(QString::number(both)));
    }

    void offset_is_what_public_maps_have() {
        // A few hundred metres, and Baidu's about a kilometre further.
        const Place wuhan{114.298572, 30.584355};
        const double gcj = distance_m(wuhan, gcj02_from_wgs84(wuhan));
        QVERIFY(gcj > 200 && gcj < 900);
        const double bd = distance_m(wuhan, bd09_from_wgs84(wuhan));
        QVERIFY(bd > 700 && bd < 2000);
    }

    void outside_is_untouched_data() {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::newRow("london") << -0.1276 << 51.5072;
        QTest::newRow("sydney") << 151.2093 << -33.8688;
        QTest::newRow("west of the rim") << 71.5 << 30.0;
        QTest::newRow("pole") << 100.0 << 90.0;
    }
    void outside_is_untouched() {
        QFETCH(double, lon);
        QFETCH(double, lat);
        const Place place{lon, lat};
        QCOMPARE(gcj02_from_wgs84(place), place);
        QCOMPARE(wgs84_from_gcj02(place), place);
        QVERIFY(distance_m(place, wgs84_from_bd09(bd09_from_wgs84(place))) <= one_millimetre);
    }

    void nonsense_stays_nonsense() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(std::isnan(wgs84_from_gcj02({nan, 30}).lon));
        QVERIFY(!is_plausible(wgs84_from_bd09({nan, nan})));
    }

    void plausible_data() {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<bool>("plausible");
        const double inf = std::numeric_limits<double>::infinity();
        QTest::newRow("wuhan") << 114.3 << 30.6 << true;
        QTest::newRow("corner of the globe") << -180.0 << 90.0 << true;
        QTest::newRow("on the equator") << 114.3 << 0.0 << true;
        QTest::newRow("not known") << 0.0 << 0.0 << false;
        QTest::newRow("swapped") << 30.6 << 114.3 << false;
        QTest::newRow("metres") << 530000.0 << 3380000.0 << false;
        QTest::newRow("infinite") << inf << 30.0 << false;
        QTest::newRow("not a number") << 114.3 << std::nan("") << false;
    }
    void plausible() {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QTEST(is_plausible({lon, lat}), "plausible");
    }

    void distance() {
        // A minute of latitude on the mean sphere, and the same place.
        QVERIFY(std::abs(distance_m({114, 30}, {114, 30 + 1.0 / 60}) - 1853.25) < 0.01);
        QCOMPARE(distance_m({114, 30}, {114, 30}), 0.0);
        // Half around the globe, where rounding would take the arc sine out of its domain.
        QVERIFY(std::abs(distance_m({0, 0}, {180, 0}) - 20015115.0) < 1.0);
        QVERIFY(std::abs(distance_m({179.9, 10}, {-179.9, 10}) - 21900) < 100);
    }

    void box() {
        const Box box{114, 30, 115, 31};
        QVERIFY(box.contains({114, 30}));
        QVERIFY(box.contains({114.5, 30.5}));
        QVERIFY(!box.contains({113.999, 30.5}));
        QVERIFY(!box.contains({114.5, 31.001}));
    }
};

QTEST_APPLESS_MAIN(DatumTest)
#include "datum_test.moc"
