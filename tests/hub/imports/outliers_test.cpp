// Places far from the rest, however they lie: found as by comparing each with each, at a cost that
// grows with them.
#include "hub/imports/outliers.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

using Places = std::vector<Place>;

/// A city: uniform in a square.
Places city(std::size_t count) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> lon(113.7, 115.0), lat(29.9, 31.3);
    Places out(count);
    for (auto& place : out)
        place = {lon(random), lat(random)};
    return out;
}

/// One crowd and, on circles just within and beyond its reach, places that are alone.
Places crowd_with_rings(std::size_t count) {
    Places out;
    for (std::size_t i = 0; i < count; ++i) {
        const auto turn = 6.283 * static_cast<double>(i) / static_cast<double>(count);
        const double far = i % 2 == 0 ? 0.0001 : i % 5 == 0 ? 1.0 : 0.02;
        out.push_back({114 + far * std::cos(turn), 30 + far * std::sin(turn)});
    }
    return out;
}

/// Everywhere on the globe, its poles and the date line too.
Places globe(std::size_t count) {
    std::mt19937 random(2);
    std::uniform_real_distribution<double> lon(-180, 180), height(-1, 1);
    Places out(count);
    for (auto& place : out)
        place = {lon(random), std::asin(height(random)) * 180 / 3.14159265};
    out[0] = {0, 90};
    out[1] = {179.9999, 0};
    out[2] = {-179.9999, 0};
    return out;
}

/// A crowd, and more and more lonely ones further and further away.
Places thinning(std::size_t count) {
    Places out(count, Place{114, 30});
    for (std::size_t i = 0; i < count / 3; ++i)
        out[i] = {114 + 0.013 * static_cast<double>(i % 700),
                  30 + 0.017 * static_cast<double>(i / 700)};
    return out;
}

Places by_each_with_each(const Places& places, const Spread& spread) {
    Places out;
    for (std::size_t i = 0; i < places.size(); ++i) {
        bool found = false;
        for (std::size_t k = 0; k < places.size() && !found; ++k)
            found = k != i && distance_m(places[i], places[k]) <= spread.apart_m();
        if (!found)
            out.push_back(places[i]);
    }
    return out;
}

} // namespace

class OutliersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void as_by_comparing_each_with_each_data() {
        QTest::addColumn<int>("which");
        QTest::newRow("city") << 0;
        QTest::newRow("crowd with rings") << 1;
        QTest::newRow("globe") << 2;
        QTest::newRow("thinning") << 3;
    }
    void as_by_comparing_each_with_each() {
        QFETCH(int, which);
        const auto make = std::array{city, crowd_with_rings, globe, thinning}[std::size_t(which)];
        for (const std::size_t count : {30U, 300U, 3000U}) {
            const auto places = make(count);
            const auto spread = Spread::of(places);
            std::size_t compared = 0;
            Places found;
            for (const auto i : far_from_rest(places, spread, &compared))
                found.push_back(places[i]);
            QVERIFY(found == by_each_with_each(places, spread));
            QVERIFY2(compared <= 124 * count, qPrintable(QString::number(compared)));
        }
        // Where each with each would be ten thousand million.
        const auto many = make(100'000);
        std::size_t compared = 0;
        static_cast<void>(far_from_rest(many, Spread::of(many), &compared));
        QVERIFY2(compared <= 124 * many.size(), qPrintable(QString::number(compared)));
    }
};

QTEST_APPLESS_MAIN(OutliersTest)
#include "outliers_test.moc"
