// An area that is chosen, in the command bar or in the map's search, is gone to and outlined; and a
// unit that is known by its area only is looked for there.
#include "core/area/area_codec.h"
#include "core/json/codec.h"
#include "tests/qml/items.h"
#include "tests/qml/test_seat.h"

#include "app/link/session.h"
#include "app/map/map_feed.h"

#include <QApplication>
#include <QGeoCoordinate>
#include <QQuickItem>
#include <QTest>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

const auto street = "420114002000";
const auto bare = "420114003000";

chengyun::Area area(const char* code, const char* name, const char* initials,
                    std::optional<chengyun::Place> centre) {
    return {code, name, "420114000000", chengyun::AreaLevel::street, centre, {}, {}, initials};
}

} // namespace

class AreaSearchTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    [[nodiscard]] QObject* map() const {
        return seat_->part("map.hall")->property("map").value<QObject*>();
    }
    [[nodiscard]] QGeoCoordinate centre() const {
        return map()->property("center").value<QGeoCoordinate>();
    }
    [[nodiscard]] const MapFeed& feed() const {
        return *qobject_cast<MapFeed*>(seat_->made("mapFeed"));
    }

private Q_SLOTS:
    void init() {
        seat_ = std::make_unique<TestSeat>(false);
        auto& areas = seat_->hub.snapshot.values<chengyun::Area>();
        areas.push_back(area(street, "奓山街道", "zsjd", chengyun::Place{113.96, 30.45}));
        areas.push_back(area(bare, "永安街道", "yajd", chengyun::Place{113.86, 30.55}));
        chengyun::Unit office;
        office.id = "0190a000-0000-8000-8000-000000000001";
        office.kind = chengyun::UnitKind::office;
        office.name = "永安街道办";
        office.area = bare;
        office.initials = "yajdb";
        seat_->hub.snapshot.values<chengyun::Unit>().push_back(office);
        seat_->hub.page = [](const QByteArray& path) {
            if (!path.endsWith(street))
                return QByteArray();
            auto whole = area(street, "奓山街道", "zsjd", chengyun::Place{113.96, 30.45});
            whole.rings = {{{113.955, 30.445},
                            {113.965, 30.445},
                            {113.965, 30.455},
                            {113.955, 30.455},
                            {113.955, 30.445}}};
            return QByteArray::fromStdString(chengyun::json::write(whole));
        };
        QVERIFY(
            seat_->hall->session().signInWithFile(seat_->hub.sessionFile(seat_->folder.path())));
        QVERIFY(seat_->ready());
        QTRY_VERIFY(seat_->part("resources.outlines")->property("complete").toBool());
        QTRY_VERIFY(seat_->part("map")->property("atHome").toBool());
        QVERIFY(centre().distanceTo({30.45, 113.96}) > 5000);
    }
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void from_the_command_bar_data() {
        QTest::addColumn<QString>("screen");
        QTest::newRow("on the map") << u"map"_s;
        QTest::newRow("on another screen") << u"orders"_s;
    }
    void from_the_command_bar() {
        QFETCH(QString, screen);
        seat_->seat()->setProperty("screen", screen);
        seat_->key(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(seat_->part("search.palette")->property("opened").toBool());
        seat_->type(u"奓山"_s);
        QTRY_VERIFY(seat_->made("search.commands")->property("count").toInt() > 0);
        seat_->key(Qt::Key_Return);
        isShown();
    }

    void from_the_search_on_the_map() {
        seat_->key(Qt::Key_F, Qt::ControlModifier);
        seat_->type(u"zsjd"_s);
        QTRY_VERIFY(seat_->made("search.mapSearch")->property("count").toInt() > 0);
        seat_->key(Qt::Key_Return);
        isShown();
        // Its name goes with it, and is not said where nothing of it is seen.
        const auto at = centre();
        map()->setProperty("center", QVariant::fromValue(QGeoCoordinate(30.6, 114.2)));
        QTRY_VERIFY(!seat_->item("AreaName"));
        map()->setProperty("center", QVariant::fromValue(at));
        QTRY_VERIFY(seat_->item("AreaName"));
        // Esc lets it go, and the map stays.
        seat_->seat()->setProperty("screen", u"map"_s);
        QMetaObject::invokeMethod(seat_->seat(), "back");
        QVERIFY(feed().chosenArea()->empty());
        QVERIFY(!seat_->item("AreaName"));
        QCOMPARE(centre(), at);
    }

    /// Also a part of it that is seen without its middle says what it is.
    void its_name_stays_within_what_is_seen() {
        QMetaObject::invokeMethod(seat_->seat(), "show", Q_ARG(QString, u"area"_s),
                                  Q_ARG(QString, QString::fromLatin1(street)));
        isShown();
        map()->setProperty("zoomLevel", 17);
        map()->setProperty("center", QVariant::fromValue(QGeoCoordinate(30.4452, 113.9552)));
        auto* hall = qobject_cast<QQuickItem*>(seat_->part("map.hall"));
        QTRY_VERIFY(seat_->item("AreaName"));
        auto* name = seat_->item("AreaName");
        QTRY_VERIFY(hall->mapRectToScene(QRectF({}, hall->size()))
                        .contains(name->mapRectToScene(QRectF({}, name->size()))));
        // The mouse lets it go, too.
        auto* close = having(name, "key", u"Esc"_s);
        QVERIFY(close);
        const auto at = close->mapToScene({close->width() / 2, close->height() / 2}).toPoint();
        QTest::mouseClick(&seat_->window(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(feed().chosenArea()->empty());
        QVERIFY(!seat_->item("AreaName"));
    }

    void a_unit_without_a_place_is_looked_for_in_its_area() {
        QVERIFY(
            connect(seat_->seat(), SIGNAL(said(QString, bool)), this, SLOT(hear(QString, bool))));
        QMetaObject::invokeMethod(seat_->seat(), "show", Q_ARG(QString, u"unit"_s),
                                  Q_ARG(QString, u"0190a000-0000-8000-8000-000000000001"_s));
        QTRY_VERIFY(centre().distanceTo({30.55, 113.86}) < 50);
        QVERIFY2(said_.contains(u"永安街道办"_s) && said_.contains(u"永安街道"_s),
                 qPrintable(said_));
        QVERIFY(!failed_);
    }

public Q_SLOTS:
    void hear(const QString& text, bool failed) {
        said_ = text;
        failed_ = failed;
    }

private:
    void isShown() {
        QTRY_COMPARE(seat_->seat()->property("screen").toString(), u"map"_s);
        QTRY_VERIFY(centre().distanceTo({30.45, 113.96}) < 50);
        QTRY_COMPARE(feed().chosenArea()->size(), std::size_t(1));
        QCOMPARE(feed().chosenArea()->front().code, std::string(street));
        QVERIFY(!feed().chosenArea()->front().rings.empty());
        // As near as its border allows.
        QVERIFY(map()->property("zoomLevel").toDouble() > 14);
        // It is named where the eye is.
        auto* name = seat_->item("AreaName");
        QVERIFY(name && name->property("name").toString().contains(u"奓山街道"_s));
        auto* hall = qobject_cast<QQuickItem*>(seat_->part("map.hall"));
        const auto off = name->mapToItem(hall, QPointF(name->width() / 2, name->height() / 2)) -
                         QPointF(hall->width() / 2, hall->height() / 2);
        QVERIFY2(off.manhattanLength() < 80, qPrintable(u"%1, %2"_s.arg(off.x()).arg(off.y())));
    }
    QString said_;
    bool failed_ = true;
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    AreaSearchTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "area_search_test.moc"
