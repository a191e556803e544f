#include "core/geo/datum.h"
#include "core/geo/projection.h"
#include "tests/core/describe.h"

#include <QTest>

#include <cmath>

using namespace chengyun;

class ProjectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void known_points_data();
    void known_points();
    void offset_datums_by_name_data();
    void offset_datums_by_name();
    void axes_are_east_first();
    void unknown_systems_data();
    void unknown_systems();
    void coordinates_off_the_globe_data();
    void coordinates_off_the_globe();
    void moves();
};

void ProjectionTest::known_points_data() {
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("lon");
    QTest::addColumn<double>("lat");
    QTest::addColumn<bool>("geographic");
    // On the central meridian x is the false easting, and y is the length of the meridian arc
    // from the equator: 3,320,113.398 m to 30° N on the ellipsoid GRS 80.
    QTest::newRow("EPSG:4547 on its meridian")
        << QByteArray("EPSG:4547") << 500000.0 << 3320113.398 << 114.0 << 30.0 << false;
    QTest::newRow("EPSG:4326") << QByteArray("EPSG:4326") << 114.3 << 30.6 << 114.3 << 30.6 << true;
    QTest::newRow("WGS-84") << QByteArray("WGS-84") << 114.3 << 30.6 << 114.3 << 30.6 << true;
    QTest::newRow("EPSG:4490") << QByteArray("EPSG:4490") << 114.3 << 30.6 << 114.3 << 30.6 << true;
    QTest::newRow("EPSG:3857") << QByteArray("EPSG:3857") << 12723817.798 << 3580909.760 << 114.3
                               << 30.6 << false;
    QTest::newRow("PROJ string") << QByteArray(
                                        "+proj=tmerc +lon_0=114 +x_0=500000 +ellps=GRS80 +units=m")
                                 << 500000.0 << 3320113.398 << 114.0 << 30.0 << false;
    QTest::newRow("PROJ degrees") << QByteArray("+proj=longlat +datum=WGS84 +no_defs") << 114.3
                                  << 30.6 << 114.3 << 30.6 << true;
}

void ProjectionTest::known_points() {
    QFETCH(QByteArray, system);
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(double, lon);
    QFETCH(double, lat);
    auto projection = Projection::from(system.toStdString());
    QCOMPARE(outcome(projection), "ok");
    QTEST(projection->is_geographic(), "geographic");
    const auto place = projection->to_wgs84(x, y);
    QCOMPARE(outcome(place), "ok");
    QVERIFY2(distance_m(*place, {lon, lat}) < 0.01,
             qPrintable(QString::number(distance_m(*place, {lon, lat}))));
    const auto back = projection->from_wgs84(*place);
    QCOMPARE(outcome(back), "ok");
    const double tolerance = projection->is_geographic() ? 1e-8 : 0.001;
    QVERIFY(std::abs(back->lon - x) < tolerance);
    QVERIFY(std::abs(back->lat - y) < tolerance);
}

void ProjectionTest::offset_datums_by_name_data() {
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<bool>("baidu");
    QTest::newRow("GCJ-02") << QByteArray("GCJ-02") << false;
    QTest::newRow("gcj02") << QByteArray("gcj02") << false;
    QTest::newRow("BD-09") << QByteArray("BD-09") << true;
    QTest::newRow("bd_09") << QByteArray("bd_09") << true;
}

void ProjectionTest::offset_datums_by_name() {
    QFETCH(QByteArray, system);
    QFETCH(bool, baidu);
    auto projection = Projection::from(system.toStdString());
    QCOMPARE(outcome(projection), "ok");
    QVERIFY(projection->is_geographic());
    const Place place{114.298572, 30.584355};
    const Place offset = baidu ? bd09_from_wgs84(place) : gcj02_from_wgs84(place);
    QVERIFY(distance_m(*projection->to_wgs84(offset.lon, offset.lat), place) < 0.001);
    QCOMPARE(*projection->from_wgs84(place), offset);
}

void ProjectionTest::axes_are_east_first() {
    // EPSG:4547 is officially north, east; EPSG:4326 latitude, longitude.
    const auto zone = Projection::from("EPSG:4547");
    QCOMPARE(outcome(zone), "ok");
    const auto east = zone->to_wgs84(510000, 3380000);
    QCOMPARE(outcome(east), "ok");
    QVERIFY(east->lon > 114.0 && east->lon < 114.2);
    QVERIFY(east->lat > 30.0 && east->lat < 31.0);
}

void ProjectionTest::unknown_systems_data() {
    QTest::addColumn<QByteArray>("system");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no such code") << QByteArray("EPSG:999999");
    QTest::newRow("no such authority") << QByteArray("NOBODY:1");
    QTest::newRow("nonsense") << QByteArray("the usual one");
    QTest::newRow("broken WKT") << QByteArray("GEOGCRS[\"half");
    QTest::newRow("a pipeline is not a system") << QByteArray("+proj=pipeline +step +proj=merc");
    QTest::newRow("names a file") << QByteArray("+proj=longlat +nadgrids=/etc/passwd");
    QTest::newRow("an ellipsoid") << QByteArray("EPSG:7030");
    QTest::newRow("too long") << QByteArray(20000, 'x');
}

void ProjectionTest::unknown_systems() {
    QFETCH(QByteArray, system);
    QCOMPARE(outcome(Projection::from(system.toStdString())), "invalid_field system");
}

void ProjectionTest::coordinates_off_the_globe_data() {
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("metres said to be degrees") << QByteArray("EPSG:4326") << 530000.0 << 3380000.0;
    QTest::newRow("swapped degrees") << QByteArray("EPSG:4326") << 30.6 << 114.3;
    QTest::newRow("swapped GCJ-02") << QByteArray("GCJ-02") << 30.6 << 114.3;
    QTest::newRow("not known") << QByteArray("EPSG:4326") << 0.0 << 0.0;
    QTest::newRow("not a number") << QByteArray("EPSG:4547") << std::nan("") << 3380000.0;
    QTest::newRow("beyond the projection") << QByteArray("EPSG:4547") << 1e12 << 1e12;
}

void ProjectionTest::coordinates_off_the_globe() {
    QFETCH(QByteArray, system);
    QFETCH(double, x);
    QFETCH(double, y);
    const auto projection = Projection::from(system.toStdString());
    QCOMPARE(outcome(projection), "ok");
    QCOMPARE(outcome(projection->to_wgs84(x, y)), "invalid_field place");
    QCOMPARE(outcome(projection->from_wgs84({0, 0})), "invalid_field place");
}

void ProjectionTest::moves() {
    auto first = Projection::from("EPSG:4547");
    auto second = Projection::from("GCJ-02");
    QVERIFY(first.has_value() && second.has_value());
    *second = std::move(*first);
    QVERIFY(!second->is_geographic());
    QVERIFY(second->to_wgs84(500000, 3320113.398).has_value());
}

QTEST_APPLESS_MAIN(ProjectionTest)
#include "projection_test.moc"
