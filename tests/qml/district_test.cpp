// The district that the window's title names is the one that the map shows, and both follow the
// hub.
#include "core/area/area.h"
#include "core/id/uuid.h"
#include "tests/qml/test_seat.h"

#include <QApplication>
#include <QGeoCoordinate>
#include <QQuickItem>
#include <QTest>

#include <cmath>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

class DistrictTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    [[nodiscard]] QString title() const { return seat_->window().title(); }
    [[nodiscard]] double longitude() const {
        const auto* map = seat_->part("map.hall")->property("map").value<QObject*>();
        return map->property("center").value<QGeoCoordinate>().longitude();
    }
    void tell(const chengyun::Area& area) {
        chengyun::Entry entry;
        entry.kind = "areas.imported";
        entry.body.values<chengyun::Area>() = {area};
        seat_->hub.push(entry);
    }
    void tellOfResource(const char* area, chengyun::Place place) {
        chengyun::Resource resource;
        resource.id = chengyun::new_id();
        resource.layer = chengyun::Layer::supply;
        resource.code = resource.id.substr(0, 8);
        resource.name = "物资点";
        resource.kind = "other";
        resource.area = area;
        resource.place = place;
        chengyun::Entry entry;
        entry.kind = "resource.changed";
        entry.id = resource.id;
        entry.body.values<chengyun::Resource>() = {resource};
        seat_->hub.push(entry);
    }

private Q_SLOTS:
    void init() {
        seat_ = std::make_unique<TestSeat>();
        QVERIFY(seat_->ready());
        QTRY_VERIFY(seat_->part("map")->property("atHome").toBool());
    }
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void the_title_and_the_map_are_of_one_district() {
        QTRY_COMPARE(title(), u"城运 · 蔡甸区"_s);
        const auto count = seat_->made("resources.store")->property("count").toInt();
        // A neighbour, first by its code, in which nothing of the hall's stands.
        tell({"420101000000",
              "江岸区",
              "420100000000",
              chengyun::AreaLevel::district,
              chengyun::Place{114.31, 30.6},
              {},
              {},
              "jaq"});
        tellOfResource("420114000000", {114.03, 30.58});
        QTRY_COMPARE(seat_->made("resources.store")->property("count").toInt(), count + 1);
        QCOMPARE(title(), u"城运 · 蔡甸区"_s);

        tell({"420114000000",
              "蔡甸新区",
              "420100000000",
              chengyun::AreaLevel::district,
              chengyun::Place{114.03, 30.58},
              {},
              {},
              "cdxq"});
        QTRY_COMPARE(title(), u"城运 · 蔡甸新区"_s);
        QVERIFY(std::abs(longitude() - 114.03) < 0.05);

        // The hall moves: with it the title, the map and Home.
        for (int i = 0; i < 12; ++i)
            tellOfResource("420101001000", {114.30 + 0.002 * i, 30.6});
        QTRY_COMPARE(title(), u"城运 · 江岸区"_s);
        QTRY_VERIFY(std::abs(longitude() - 114.31) < 0.02);
        auto* map = seat_->part("map.hall")->property("map").value<QObject*>();
        map->setProperty("center", QVariant::fromValue(QGeoCoordinate(30.58, 114.03)));
        QMetaObject::invokeMethod(seat_->part("map"), "showWhole");
        QTRY_VERIFY(std::abs(longitude() - 114.31) < 0.02);
    }

    /// Who has panned elsewhere stays there, whatever comes into the district.
    void the_map_stays_while_the_district_does() {
        auto* map = seat_->part("map.hall")->property("map").value<QObject*>();
        map->setProperty("center", QVariant::fromValue(QGeoCoordinate(30.3, 113.5)));
        const auto count = seat_->made("resources.store")->property("count").toInt();
        tellOfResource("420114000000", {114.03, 30.58});
        QTRY_COMPARE(seat_->made("resources.store")->property("count").toInt(), count + 1);
        QCoreApplication::processEvents();
        QCOMPARE(longitude(), 113.5);
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    DistrictTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "district_test.moc"
