// Things of the map by mouse and keys: listed where they stand on one place, chosen, sent an order.
#include "app/map/point_layer.h"
#include "core/id/uuid.h"
#include "core/order/rules.h"
#include "tests/qml/test_seat.h"

#include <QApplication>
#include <QGeoCoordinate>
#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>
#include <QtQuickTest/quicktest.h>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

class ChoosingTest : public QObject {
    Q_OBJECT

    const QGeoCoordinate corner_{30.56, 114.15};
    static constexpr int cameras = 16;

    [[nodiscard]] QObject* map() const { return seat_->part("map"); }
    [[nodiscard]] QObject* things() const { return seat_->part("map.things"); }
    [[nodiscard]] QObject* resources() const { return seat_->part("resources"); }
    [[nodiscard]] PointLayer* layer() const {
        return map()->property("points").value<PointLayer*>();
    }
    [[nodiscard]] qsizetype chosen() const {
        return things()->property("chosen").toStringList().size();
    }
    [[nodiscard]] QString idOf(int resource) const {
        return QString::fromStdString(
            seat_->hub.snapshot.values<chengyun::Resource>()[std::size_t(resource)].id);
    }
    [[nodiscard]] QGeoCoordinate placeOf(int resource) const {
        const auto place =
            seat_->hub.snapshot.values<chengyun::Resource>()[std::size_t(resource)].place;
        return {place.lat, place.lon};
    }
    /// Cameras on one mast, apart from all else.
    void raiseMast() {
        chengyun::Entry entry;
        entry.kind = "resource.changed";
        for (int i = 0; i < cameras; ++i) {
            chengyun::Resource camera;
            camera.id = chengyun::new_id();
            camera.layer = chengyun::Layer::camera;
            camera.kind = "dome";
            camera.name = "监控" + std::to_string(cameras - i) + "号";
            camera.area = "420114000000";
            camera.place = {corner_.longitude(), corner_.latitude()};
            entry.body.values<chengyun::Resource>().push_back(camera);
        }
        seat_->hub.push(entry);
        QTRY_COMPARE(layer()->shownCount(), 4 + cameras);
    }
    void look(const QGeoCoordinate& at, double zoom) {
        auto* base = seat_->part("map.hall.map");
        base->setProperty("zoomLevel", zoom);
        base->setProperty("center", QVariant::fromValue(at));
        QTRY_COMPARE(layer()->zoomLevel(), zoom);
    }
    [[nodiscard]] QPoint onScreen(const QGeoCoordinate& at) const {
        return layer()->mapToScene(layer()->toItem(at)).toPoint();
    }
    void click(QPoint at, Qt::KeyboardModifiers keys = {}) {
        QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
        QTest::mouseClick(&seat_->window(), Qt::LeftButton, keys, at);
    }
    void dragBox(QPoint from, QPoint to) {
        QTest::mousePress(&seat_->window(), Qt::LeftButton, Qt::ShiftModifier, from);
        constexpr int steps = 8;
        for (int step = 1; step <= steps; ++step) {
            const QPoint at = from + (to - from) * step / steps;
            QMouseEvent move(QEvent::MouseMove, at, seat_->window().mapToGlobal(at), Qt::NoButton,
                             Qt::LeftButton, Qt::ShiftModifier);
            QCoreApplication::sendEvent(&seat_->window(), &move);
        }
        QTest::mouseRelease(&seat_->window(), Qt::LeftButton, Qt::ShiftModifier, to);
    }
    /// The first shown item below `root` of which a property has this value.
    [[nodiscard]] static QQuickItem* having(QQuickItem* root, const char* property,
                                            const QVariant& value) {
        if (!root || !root->isVisible())
            return nullptr;
        if (root->property(property) == value && root->width() > 0)
            return root;
        for (auto* child : root->childItems())
            if (auto* found = having(child, property, value))
                return found;
        return nullptr;
    }
    /// The item of an open menu whose words hold these.
    [[nodiscard]] QQuickItem* menuItem(const QString& words) const {
        QList<QQuickItem*> items{seat_->window().contentItem()};
        while (!items.isEmpty()) {
            auto* item = items.takeLast();
            if (!item->isVisible())
                continue;
            if (QByteArray(item->metaObject()->className()).startsWith("MenuItem") &&
                item->property("text").toString().contains(words))
                return item;
            items.append(item->childItems());
        }
        return nullptr;
    }
    void press(QQuickItem* item) {
        QVERIFY(item);
        click(item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
    }

private Q_SLOTS:
    void init() {
        seat_ = std::make_unique<TestSeat>();
        QVERIFY(seat_->ready());
        QTRY_COMPARE(layer()->shownCount(), 4);
    }
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void all_at_one_place_are_listed_from_any_zoom_data() {
        QTest::addColumn<double>("zoom");
        QTest::newRow("far") << 11.2;
        QTest::newRow("street") << 15.0;
        QTest::newRow("near") << 18.4;
        QTest::newRow("nearest") << 20.0;
    }
    void all_at_one_place_are_listed_from_any_zoom() {
        QFETCH(double, zoom);
        raiseMast();
        look(corner_, zoom);
        click(onScreen(corner_));
        QTRY_COMPARE(things()->property("count").toInt(), cameras);
        QCOMPARE(chosen(), 0);
        auto* panel = seat_->item("ThingsPanel");
        QVERIFY(panel);
        // By keys: the second, sorted by its number, is chosen and opened.
        QTRY_VERIFY(panel->hasActiveFocus());
        seat_->key(Qt::Key_Down);
        seat_->key(Qt::Key_Space);
        QTRY_COMPARE(chosen(), 1);
        seat_->key(Qt::Key_Return);
        QTRY_COMPARE(resources()->property("current").toString(),
                     things()->property("chosen").toStringList().constFirst());
        const auto card = seat_->item("ResourceCard");
        QVERIFY(card);
        // Beside the list, not over it.
        QVERIFY(card->mapToScene({}).x() >= panel->mapToScene({panel->width(), 0}).x());
        // What is typed filters.
        seat_->type(u"16"_s);
        QTRY_COMPARE(things()->property("count").toInt(), 1);
        // Esc: the text, the camera's picture, the card, the list.
        seat_->key(Qt::Key_Escape);
        QTRY_COMPARE(things()->property("count").toInt(), cameras);
        seat_->key(Qt::Key_Escape);
        seat_->key(Qt::Key_Escape);
        QTRY_COMPARE(resources()->property("current").toString(), QString());
        QCOMPARE(chosen(), 1);
        seat_->key(Qt::Key_Escape);
        QTRY_VERIFY(!map()->property("thingsShown").toBool());
        QCOMPARE(chosen(), 0);
    }

    void the_menu_lists_what_is_here() {
        raiseMast();
        look(corner_, 15);
        QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
        QTest::mouseClick(&seat_->window(), Qt::RightButton, {}, onScreen(corner_));
        QTRY_VERIFY(menuItem(u"16"_s));
        QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
        press(menuItem(u"16"_s));
        QTRY_COMPARE(things()->property("count").toInt(), cameras);
    }

    void return_lists_a_cluster() {
        raiseMast();
        look({30.57, 114.09}, 8); // all of them are one
        seat_->key(Qt::Key_Escape);
        QMetaObject::invokeMethod(map(), "focusMap");
        seat_->key(Qt::Key_Return); // rings what is nearest
        QCOMPARE(layer()->ringed().kind, MapHit::Kind::Cluster);
        seat_->key(Qt::Key_Return);
        QTRY_COMPARE(things()->property("count").toInt(), 4 + cameras);
        QCOMPARE(layer()->zoomLevel(), 8.0);
    }

    void a_box_is_chosen_and_opens_no_order() {
        look({30.582, 114.03}, 15);
        const QPoint middle = onScreen({30.582, 114.03});
        dragBox(middle - QPoint(300, 300), middle + QPoint(300, 250));
        // Four resources and three pins of orders.
        QTRY_COMPARE(chosen(), 7);
        QCOMPARE(layer()->chosenIds().size(), 7);
        QVERIFY(!seat_->part("orders")->property("formShown").toBool());
        auto* panel = seat_->item("ThingsPanel");
        QVERIFY(panel);
        // Narrowed to the rescue forces, the order goes to them and to nobody else.
        QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
        QMetaObject::invokeMethod(panel, "narrow", Q_ARG(QString, u"rescue_force"_s));
        QTRY_COMPARE(chosen(), 2);
        press(having(panel, "primary", true));
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
        QCOMPARE(seat_->made("orders.draft.recipients")->property("count").toInt(), 2);
        // Where it will be stands on the map.
        auto* mark = seat_->item("DraftMark");
        QVERIFY(mark);
        const auto* draft = seat_->made("orders.draft");
        const QPointF at = layer()->toItem(
            QGeoCoordinate(draft->property("lat").toDouble(), draft->property("lon").toDouble()));
        QTRY_VERIFY((QPointF(mark->x(), mark->y()) - at).manhattanLength() < 2);
        seat_->part("orders")->setProperty("formShown", false);
        QTRY_VERIFY(!mark->isVisible());
    }

    /// How many is the hub's to say.
    void an_order_goes_to_no_more_than_are_allowed() {
        const auto units = QStringList{idOf(0), idOf(1)};
        const QVariantMap to{{u"units"_s, units}, {u"lon"_s, 114.03}, {u"lat"_s, 30.58}};
        const auto order = [&] {
            QMetaObject::invokeMethod(seat_->seat(), "run", Q_ARG(QString, u"order.new"_s),
                                      Q_ARG(QVariant, to));
        };
        const auto allow = [this](int most) {
            chengyun::OrderPolicy policy;
            policy.max_recipients = most;
            chengyun::Entry entry;
            entry.kind = "policy.changed";
            entry.id = "order_policy";
            entry.body.values<chengyun::OrderPolicy>() = {policy};
            seat_->hub.push(entry);
            QTRY_COMPARE(seat_->made("orders.draft")->property("mostRecipients").toInt(), most);
        };
        QSignalSpy said(seat_->seat(), SIGNAL(said(QString, bool)));
        allow(1);
        order();
        QCOMPARE(said.count(), 1);
        QVERIFY(said[0][1].toBool());
        QVERIFY(!seat_->part("orders")->property("formShown").toBool());
        allow(2);
        order();
        QCOMPARE(said.count(), 1);
        QVERIFY(seat_->part("orders")->property("formShown").toBool());
        QCOMPARE(seat_->made("orders.draft.recipients")->property("count").toInt(), 2);
    }

    void clicks_with_ctrl_choose_and_take_away_and_esc_clears() {
        look({30.582, 114.03}, 16);
        const QPoint fire = onScreen(placeOf(0)), school = onScreen(placeOf(2));
        click(fire, Qt::ControlModifier);
        QTRY_COMPARE(chosen(), 1);
        click(school, Qt::ShiftModifier);
        QTRY_COMPARE(chosen(), 2);
        QCOMPARE(resources()->property("current").toString(), QString()); // not opened
        click(fire, Qt::ControlModifier);
        QTRY_COMPARE(things()->property("chosen").toStringList(), QStringList{idOf(2)});
        seat_->key(Qt::Key_Escape);
        QTRY_COMPARE(chosen(), 0);
        QVERIFY(!map()->property("thingsShown").toBool());
        QCOMPARE(layer()->chosenIds().size(), 0);
    }

    void symbols_are_reached_by_keys() {
        look(placeOf(2), 16);
        QMetaObject::invokeMethod(map(), "focusMap");
        seat_->key(Qt::Key_Right, Qt::ControlModifier); // begins in the middle
        QCOMPARE(layer()->ringed().id, idOf(2));
        seat_->key(Qt::Key_Return);
        QTRY_COMPARE(resources()->property("current").toString(), idOf(2));
        seat_->key(Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(things()->property("chosen").toStringList(), QStringList{idOf(2)});
        seat_->key(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(layer()->ringed().id != idOf(2));
        QVERIFY(layer()->ringed().place.longitude() > placeOf(2).longitude());
        seat_->key(Qt::Key_Menu);
        QTRY_VERIFY(menuItem(u"选中"_s));
        seat_->key(Qt::Key_Escape);
        QTRY_VERIFY(!menuItem(u"选中"_s));
        seat_->key(Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(chosen() > 3);
        // Without Ctrl they still move the map.
        const auto before = layer()->center();
        seat_->key(Qt::Key_Right);
        QTRY_VERIFY(layer()->center().longitude() > before.longitude());
    }

    void a_recipient_is_found_and_taken_by_keys() {
        seat_->key(Qt::Key_F4);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
        auto* picker = seat_->item("RecipientPicker");
        QVERIFY(picker);
        auto* search = picker->property("search").value<QQuickItem*>();
        QVERIFY(search);
        search->forceActiveFocus();
        auto* recipients = seat_->made("orders.draft.recipients");
        seat_->type(u"xfszd"_s);
        seat_->key(Qt::Key_Return);
        QTRY_COMPARE(recipients->property("count").toInt(), 1);
        QTRY_COMPARE(search->property("text").toString(), QString());
        QVERIFY(search->hasActiveFocus());
        // The one that is marked: a recipient already is passed over.
        seat_->type(u"027"_s);
        seat_->key(Qt::Key_Down);
        seat_->key(Qt::Key_Return);
        QTRY_COMPARE(recipients->property("count").toInt(), 2);
        QTRY_COMPARE(search->property("text").toString(), QString());
        seat_->type(u"nobody"_s);
        seat_->key(Qt::Key_Return);
        QCOMPARE(recipients->property("count").toInt(), 2);
        QCOMPARE(search->property("text").toString(), u"nobody"_s);
    }

private:
    std::unique_ptr<TestSeat> seat_;
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    ChoosingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "choosing_test.moc"
