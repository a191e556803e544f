// The workstation by mouse: what is clicked is what acts, and nothing behind it.
#include "tests/qml/items.h"
#include "tests/qml/test_seat.h"

#include <QApplication>
#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>
#include <QtQuickTest/quicktest.h>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

class MouseTest : public QObject {
    Q_OBJECT

    void click(QQuickItem* item, QPointF at = {}) {
        QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
        if (at.isNull())
            at = {item->width() / 2, item->height() / 2};
        QTest::mouseClick(&seat_->window(), Qt::LeftButton, {}, item->mapToScene(at).toPoint());
    }
    void openOrder(int index) {
        QMetaObject::invokeMethod(
            seat_->seat(), "show", Q_ARG(QString, u"order"_s),
            Q_ARG(QString,
                  QString::fromStdString(seat_->hub.snapshot.values<chengyun::Order>()[index].id)));
    }

private Q_SLOTS:
    void init() {
        seat_ = std::make_unique<TestSeat>();
        QVERIFY(seat_->ready());
    }
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void an_act_does_not_fold_its_card() {
        openOrder(0);
        QTRY_VERIFY(seat_->item("AssignmentCard"));
        auto* card = seat_->item("AssignmentCard");
        QTRY_VERIFY(card->property("expanded").toBool());
        QTRY_VERIFY(having(card, "text", u"催办"_s));
        auto* remind = having(card, "text", u"催办"_s);
        QTRY_VERIFY(remind->mapToScene({}).y() < seat_->window().height());
        click(remind);
        QTRY_VERIFY(seat_->part("orders.actDialog")->property("opened").toBool());
        QVERIFY(card->property("expanded").toBool());
    }

    void a_panel_keeps_clicks_from_the_map() {
        openOrder(0);
        seat_->key(Qt::Key_F6);
        QTRY_VERIFY(seat_->part("resources")->property("aroundShown").toBool());
        auto* panel = seat_->item("AroundPanel");
        auto* map = seat_->item("MapGestures");
        QVERIFY(panel);
        QVERIFY(map);
        QSignalSpy clicked(map, SIGNAL(clicked(QPointF, int)));
        auto* around = seat_->made("resources.around");
        auto* all = having(panel, "text", u"全选可派单位"_s);
        QVERIFY(all);
        click(all, {10, all->height() / 2});
        QTRY_VERIFY(around->property("selectedCount").toInt() > 0);
        click(panel, {40, 20}); // its bare head
        click(panel, {panel->width() / 2, panel->height() - 70});
        QCOMPARE(clicked.count(), 0);
        // The map itself is still there for clicks beside the panel.
        click(map, {map->width() / 2 + 150, map->height() / 2 + 100});
        QTRY_COMPARE(clicked.count(), 1);
    }

    void shift_drag_chooses_what_lies_in_the_box() {
        openOrder(0); // the map stands over it, where the resources are
        auto* map = seat_->item("HallMap");
        auto* gestures = seat_->item("MapGestures");
        QVERIFY(map && gestures);
        QSignalSpy boxed(gestures, SIGNAL(boxed(QRectF)));
        auto at = gestures->mapToScene({gestures->width() / 2 - 160, gestures->height() / 2 - 120})
                      .toPoint();
        QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
        QTest::mousePress(&seat_->window(), Qt::LeftButton, Qt::ShiftModifier, at);
        for (int step = 0; step < 16; ++step) {
            at += QPoint(20, 15);
            QMouseEvent move(QEvent::MouseMove, at, seat_->window().mapToGlobal(at), Qt::NoButton,
                             Qt::LeftButton, Qt::ShiftModifier);
            QCoreApplication::sendEvent(&seat_->window(), &move);
        }
        QTest::mouseRelease(&seat_->window(), Qt::LeftButton, Qt::ShiftModifier, at);
        QTRY_COMPARE(boxed.count(), 1);
        const auto box = boxed[0][0].toRectF();
        QVERIFY2(box.width() > 100 && box.height() > 100,
                 qPrintable(u"%1 x %2"_s.arg(box.width()).arg(box.height())));
    }

    void space_ticks_in_the_list_around() {
        openOrder(0);
        seat_->key(Qt::Key_F6);
        QTRY_VERIFY(seat_->part("resources")->property("aroundShown").toBool());
        auto* around = seat_->made("resources.around");
        for (int row = 0; row < around->property("count").toInt(); ++row) {
            seat_->key(Qt::Key_Space);
            seat_->key(Qt::Key_Down);
        }
        QTRY_VERIFY(around->property("selectedCount").toInt() > 0);
        QVERIFY(!seat_->part("orders")->property("formShown").toBool());
        seat_->key(Qt::Key_Return);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
    }

    void columns_fit_their_table_data() {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("orders") << u"orders"_s << QByteArray("OrderTable");
        QTest::newRow("supervisions") << u"supervisions"_s << QByteArray("SupervisionTable");
    }
    void columns_fit_their_table() {
        QFETCH(QString, screen);
        QFETCH(QByteArray, type);
        QMetaObject::invokeMethod(seat_->seat(), "go", Q_ARG(QString, u"orders"_s));
        seat_->part("orders")->setProperty("boardShown", screen);
        QTRY_VERIFY(seat_->item(type));
        auto* table = seat_->item(type);
        for (const int width : {1280, 1366, 1500, 1920, 2560}) {
            seat_->window().resize(width, 768);
            QTRY_COMPARE(seat_->window().width(), width);
            QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
            qreal end = 0;
            QList<QQuickItem*> items{table};
            while (!items.isEmpty()) {
                auto* item = items.takeLast();
                if (item->inherits("QQuickAbstractButton") &&
                    item->property("modelData").value<QObject*>())
                    end = std::max(end, item->mapToItem(table, {item->width(), 0}).x());
                items.append(item->childItems());
            }
            QVERIFY(end > 0);
            QVERIFY2(end <= table->width(),
                     qPrintable(u"%1 of %2 at %3"_s.arg(end).arg(table->width()).arg(width)));
        }
    }

    void a_header_sorts_up_down_and_not() {
        QMetaObject::invokeMethod(seat_->seat(), "go", Q_ARG(QString, u"orders"_s));
        QTRY_VERIFY(seat_->item("OrderTable"));
        auto* table = seat_->item("OrderTable");
        auto* filtered = table->property("filtered").value<QObject*>();
        QTRY_COMPARE(filtered->property("count").toInt(), 3);
        auto* header = having(table, "text", u"标题"_s);
        QVERIFY(header);
        for (const auto& [role, descending] :
             {std::pair(u"title"_s, false), {u"title"_s, true}, {QString(), false}}) {
            click(header);
            QTRY_COMPARE(filtered->property("sortedBy").toString(), role);
            QCOMPARE(filtered->property("descending").toBool(), descending);
        }
    }

    void a_refused_order_says_why_and_is_written_again() {
        auto* draft = seat_->made("orders.draft");
        const auto unit =
            QString::fromStdString(seat_->hub.snapshot.values<chengyun::Unit>()[0].id);
        QMetaObject::invokeMethod(draft, "startForUnits", Q_ARG(QStringList, QStringList{unit}),
                                  Q_ARG(double, 114.03), Q_ARG(double, 30.58));
        draft->setProperty("kind", u"waterlogging"_s);
        draft->setProperty("title", u"内涝 100%1"_s);
        draft->setProperty("text", u"立即排水"_s);
        seat_->hub.refusal = "forbidden";
        seat_->key(Qt::Key_F4);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(seat_->made("outbox")->property("failed").toInt(), 1);
        QTRY_VERIFY(seat_->part("orders.detail")->property("refused").toBool());
        auto* toasts = seat_->item("SeatNews");
        QVERIFY(toasts);
        QQuickItem* toast = nullptr;
        for (auto* child : toasts->childItems())
            if (child->property("words").toString().contains(u"内涝 100%1"_s))
                toast = child;
        QVERIFY(toast);

        seat_->hub.refusal.clear();
        auto* again =
            having(qobject_cast<QQuickItem*>(seat_->part("orders.detail")), "text", u"重新编写"_s);
        QVERIFY(again);
        click(again);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
        QCOMPARE(draft->property("title").toString(), u"内涝 100%1"_s);
        QCOMPARE(seat_->made("outbox")->property("failed").toInt(), 0);
        QSignalSpy commanded(&seat_->hub, &SmallHub::commanded);
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(commanded.count(), 1);
        QTRY_VERIFY(!seat_->part("orders")->property("formShown").toBool());
    }

    void who_is_on_duty_is_changed_in_the_head() {
        QTRY_VERIFY(seat_->item("DutyButton"));
        auto* button = seat_->item("DutyButton");
        QVERIFY(button->property("text").toString().contains(u"高国栋"_s));
        click(button);
        auto* dialog = seat_->part("duty.dialog");
        QTRY_VERIFY(dialog->property("opened").toBool());
        seat_->key(Qt::Key_A, Qt::ControlModifier);
        seat_->type(u"陈立新"_s);
        QSignalSpy commanded(&seat_->hub, &SmallHub::commanded);
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(commanded.count(), 1);
        QCOMPARE(commanded[0][0].toByteArray(), QByteArray("PUT /api/v1/duty"));
        QTRY_VERIFY(!dialog->property("visible").toBool());
    }

private:
    std::unique_ptr<TestSeat> seat_;
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    MouseTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "mouse_test.moc"
