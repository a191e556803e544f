// Nothing that can be clicked moves because something happened: the second click at a point meets
// what the first met.
#include "core/id/uuid.h"
#include "core/unit/unit.h"
#include "tests/qml/items.h"
#include "tests/qml/test_seat.h"

#include <QApplication>
#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>
#include <QtQuickTest/quicktest.h>

#include <functional>

using namespace chengyun;
using namespace chengyun::console;
using namespace Qt::StringLiterals;

/// A list where something new comes in above the first row.
struct ListUnderHand {
    const char* row = ""; ///< type of its rows
    std::function<void()> open;
    std::function<QObject*()> told; ///< says which row was clicked …
    const char* clicked = "";       ///< … with this signal
    std::function<void()> happen;
};

class SteadyTest : public QObject {
    Q_OBJECT

    using Assign = void (*)(Assignment&);

    [[nodiscard]] std::string orderId(std::size_t order) const {
        return seat_->hub.snapshot.values<Order>()[order].id;
    }
    [[nodiscard]] Assignment& assignment(std::size_t order) {
        return seat_->hub.snapshot.values<Assignment>()[order];
    }
    void openOrder(std::size_t order) {
        QMetaObject::invokeMethod(seat_->seat(), "show", Q_ARG(QString, u"order"_s),
                                  Q_ARG(QString, QString::fromStdString(orderId(order))));
        QTRY_COMPARE(shown("count").toInt(), 1);
        QTRY_VERIFY(seat_->item("AssignmentCard"));
    }
    [[nodiscard]] QVariant shown(const char* property) const {
        return seat_->made("orders.board")->property(property);
    }
    void settle() { QVERIFY(QQuickTest::qWaitForPolish(&seat_->window())); }
    [[nodiscard]] static QPoint middle(QQuickItem* item) {
        return item->mapToScene({item->width() / 2, item->height() / 2}).toPoint();
    }
    void pointAt(QPoint at) {
        QTest::mouseMove(&seat_->window(), at - QPoint(1, 0));
        QTest::mouseMove(&seat_->window(), at);
    }
    void click(QPoint at) { QTest::mouseClick(&seat_->window(), Qt::LeftButton, {}, at); }
    /// Journals a change, and waits until the seat has heard of it.
    void happen(const char* kind, Change body) {
        Entry entry;
        entry.kind = kind;
        entry.id = body.values<Assignment>().empty() ? "" : body.values<Assignment>()[0].id;
        entry.subject = body.values<Assignment>().empty() ? body.values<Order>()[0].id
                                                          : body.values<Assignment>()[0].order;
        entry.body = std::move(body);
        QSignalSpy heard(seat_->made("orders.store"), SIGNAL(orderChanged(QString)));
        seat_->hub.push(std::move(entry));
        QTRY_VERIFY(heard.count() > 0);
        settle();
    }
    void run(const char* command, const QVariant& argument) {
        QMetaObject::invokeMethod(seat_->seat(), "run", Q_ARG(QString, QLatin1String(command)),
                                  Q_ARG(QVariant, argument));
    }
    /// A unit is supervised, and is to reply within so many minutes.
    void supervise(std::size_t order, int minutes) {
        Supervision supervision;
        supervision.id = new_id();
        supervision.order = orderId(order);
        supervision.assignment = assignment(order).id;
        supervision.unit = assignment(order).unit;
        supervision.issuer = "timer";
        supervision.issued = system_now();
        supervision.deadline = system_now() + std::chrono::minutes(minutes);
        Entry entry;
        entry.kind = "supervision.issued";
        entry.entity = "supervision";
        entry.id = supervision.id;
        entry.subject = supervision.order;
        entry.body.values<Supervision>() = {supervision};
        seat_->hub.push(std::move(entry));
    }
    void build(double lon, double lat) {
        auto resource = seat_->hub.snapshot.values<Resource>()[0];
        resource.id = new_id();
        resource.code = "N-1";
        resource.place = {lon, lat};
        Entry entry;
        entry.kind = "resource.changed";
        entry.id = resource.id;
        entry.body.values<Resource>() = {resource};
        seat_->hub.push(std::move(entry));
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

    void a_second_click_meets_the_same_button_data() {
        QTest::addColumn<Assign>("become");
        QTest::addColumn<bool>("another");
        QTest::addColumn<QString>("button");
        const auto row = [](const char* name, Assign become, bool another = false) {
            for (const auto& button : {u"催办"_s, u"督办"_s, u"改派"_s})
                QTest::addRow("%s, %s", name, qPrintable(button)) << become << another << button;
        };
        row("reminded", [](Assignment& a) { a.reminders = 1; });
        row("acknowledged", [](Assignment& a) {
            a.state = AssignmentState::acknowledged;
            a.acknowledged = system_now();
        });
        row("under way, with a long report", [](Assignment& a) {
            a.state = AssignmentState::executing;
            a.acknowledged = a.departed = system_now();
            a.last_report =
                "已到现场，积水约四十厘米，正在设置围挡并抽排，预计两小时内完成，需要增派一台泵车"
                "和交通疏导人员，请城运中心协调附近单位支援。";
        });
        row("supervised", [](Assignment& a) { a.escalation = Escalation::L2; });
        row("asks to return", [](Assignment& a) { a.state = AssignmentState::return_requested; });
        row("another unit beside it", [](Assignment&) {}, true);
    }
    void a_second_click_meets_the_same_button() {
        QFETCH(Assign, become);
        QFETCH(bool, another);
        QFETCH(QString, button);
        openOrder(0);
        auto* card = seat_->item("AssignmentCard");
        QTRY_VERIFY(having(card, "text", button));
        settle();
        const auto at = middle(having(card, "text", button));
        auto* dialog = seat_->part("orders.actDialog");
        pointAt(at);
        click(at);
        QTRY_VERIFY(dialog->property("opened").toBool());
        const auto act = dialog->property("act").toString();
        seat_->key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog->property("visible").toBool());
        pointAt(at);

        Change body;
        auto changed = assignment(0);
        become(changed);
        changed.version += 1;
        body.values<Assignment>() = {changed};
        if (another) {
            auto second = assignment(1);
            second.id = new_id();
            second.order = changed.order;
            body.values<Assignment>().insert(body.values<Assignment>().begin(), second);
        }
        happen("assignment.reminded", std::move(body));
        QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
        click(at);
        QTRY_VERIFY(dialog->property("opened").toBool());
        QCOMPARE(dialog->property("act").toString(), act);
        QCOMPARE(dialog->property("subject").toString(), QString::fromStdString(assignment(0).id));
        seat_->key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog->property("visible").toBool());
    }

    /// The cards of other units keep order, place and height.
    void cards_stay_where_they_are_data() {
        QTest::addColumn<Assign>("become");
        QTest::newRow("reminded") << Assign([](Assignment& a) { a.reminders = 3; });
        QTest::newRow("withdrawn") << Assign([](Assignment& a) {
            a.state = AssignmentState::withdrawn;
            a.clear_reason = "误派";
        });
        QTest::newRow("a report") << Assign([](Assignment& a) { a.last_report = "已到场"; });
        QTest::newRow("notice circulated")
            << Assign([](Assignment& a) { a.escalation = Escalation::L3; });
        QTest::newRow("completed") << Assign([](Assignment& a) {
            a.state = AssignmentState::completed;
            a.completed = system_now();
        });
    }
    void cards_stay_where_they_are() {
        QFETCH(Assign, become);
        openOrder(0);
        Change body;
        auto second = assignment(0);
        second.id = new_id();
        second.role = RecipientRole::assisting;
        second.unit = seat_->hub.snapshot.values<Unit>()[1].id;
        body.values<Assignment>() = {second};
        happen("order.issued", std::move(body));
        QTRY_COMPARE(shown("count").toInt(), 2);
        settle();
        const auto places = [this] {
            QList<QRectF> rects;
            for (auto* card : all(seat_->window().contentItem(), "AssignmentCard"))
                rects.append(card->mapRectToScene({0, 0, card->width(), card->height()}));
            return rects;
        };
        const auto before = places();
        QCOMPARE(before.size(), 2);
        Change change;
        auto changed = assignment(0);
        become(changed);
        changed.version += 1;
        change.values<Assignment>() = {changed};
        happen("assignment.changed", std::move(change));
        QCOMPARE(places(), before);
    }

    /// When nobody is late any more the button at the foot stays, and what grows grave is not in
    /// its place.
    void the_foot_does_not_close_up() {
        openOrder(1); // late since two minutes
        auto* detail = qobject_cast<QQuickItem*>(seat_->part("orders.detail"));
        QTRY_COMPARE(shown("lateCount").toInt(), 1);
        settle();
        auto* all = having(detail, "text", u"一键催办"_s);
        auto* withdraw = having(detail, "text", u"撤回指令…"_s);
        QVERIFY(all && withdraw);
        const auto at = middle(all);
        const auto grave = middle(withdraw);
        auto* dialog = seat_->part("orders.actDialog");
        click(at);
        QTRY_VERIFY(dialog->property("opened").toBool());
        seat_->key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog->property("visible").toBool());
        auto changed = assignment(1);
        changed.reminders = 1;
        changed.acknowledge_due = system_now() + std::chrono::minutes(30);
        changed.version += 1;
        Change body;
        body.values<Assignment>() = {changed};
        happen("assignment.reminded", std::move(body));
        QTRY_COMPARE(shown("lateCount").toInt(), 0);
        settle();
        click(at);
        QVERIFY(!dialog->property("visible").toBool());
        QCOMPARE(middle(having(detail, "text", u"撤回指令…"_s)), grave);
    }

    /// The queue lets nothing in while the pointer is on it, says so, and does when it has left.
    void the_queue_waits_for_the_pointer() {
        auto* queue = seat_->made("orders.queue");
        QTRY_COMPARE(all(seat_->window().contentItem(), "QueueRow").size(), 3);
        settle();
        const auto rows = all(seat_->window().contentItem(), "QueueRow");
        const auto at = middle(rows[1]);
        pointAt(at);
        QTRY_VERIFY(queue->property("held").toBool());
        click(at);
        const auto first = seat_->part("orders")->property("current").toString();
        QVERIFY(!first.isEmpty());
        Order grave = seat_->hub.snapshot.values<Order>()[2];
        grave.id = new_id();
        grave.number = 2050;
        grave.level = Level::I;
        grave.title = "燃气泄漏 · 城南";
        Assignment sent = assignment(2);
        sent.id = new_id();
        sent.order = grave.id;
        Change body;
        body.values<Order>() = {grave};
        body.values<Assignment>() = {sent};
        happen("order.issued", std::move(body));
        QCOMPARE(queue->property("waiting").toInt(), 1);
        QCOMPARE(queue->property("count").toInt(), 3);
        QCOMPARE(seat_->made("orders.counts")->property("all").toInt(), 4);
        seat_->part("orders")->setProperty("current", QString());
        click(at);
        QCOMPARE(seat_->part("orders")->property("current").toString(), first);
        QVERIFY(having(seat_->item("QueuePanel"), "text", u"1 件新指令"_s));
        pointAt({1000, 400}); // the map
        QTRY_COMPARE(queue->property("count").toInt(), 4);
        QString top;
        QMetaObject::invokeMethod(queue, "idAt", Q_RETURN_ARG(QString, top), Q_ARG(int, 0));
        QCOMPARE(top, QString::fromStdString(grave.id));
    }

    /// Other lists do as the queue does.
    void a_list_waits_for_the_pointer_data() {
        QTest::addColumn<ListUnderHand>("list");
        QTest::newRow("supervisions") << ListUnderHand{
            .row = "RowBase",
            .open =
                [this] {
                    supervise(0, 30);
                    seat_->seat()->setProperty("screen", u"orders"_s);
                    seat_->part("orders")->setProperty("boardShown", u"supervisions"_s);
                },
            .told = [this] { return static_cast<QObject*>(seat_->item("SupervisionTable")); },
            .clicked = SIGNAL(rowClicked(QString, int)),
            .happen = [this] { supervise(1, -30); }};
        QTest::newRow("alarms") << ListUnderHand{
            .row = "AlarmRow",
            .open =
                [this] {
                    const auto* bell = seat_->made("alarm.bell");
                    const auto before = bell->property("count").toInt();
                    supervise(0, 30);
                    QTRY_COMPARE(bell->property("count").toInt(), before + 1);
                    run("alarms", {});
                },
            .told = [this] { return seat_->part("alarm.list"); },
            .clicked = SIGNAL(picked(QString, QString)),
            .happen = [this] { supervise(1, -30); }};
        QTest::newRow("around here") << ListUnderHand{
            .row = "RowBase",
            .open = [this] { run("around", QVariantMap{{u"lon"_s, 114.03}, {u"lat"_s, 30.58}}); },
            .told = [this] { return static_cast<QObject*>(seat_->item("AroundPanel")); },
            .clicked = SIGNAL(picked(QString)),
            .happen = [this] { build(114.03, 30.58); }};
    }
    void a_list_waits_for_the_pointer() {
        QFETCH(ListUnderHand, list);
        const auto rows = [&] { return all(seat_->window().contentItem(), list.row); };
        list.open();
        QTRY_VERIFY(!rows().isEmpty());
        settle();
        const auto before = rows().size();
        const auto at = middle(rows().constFirst());
        QSignalSpy clicked(list.told(), list.clicked);
        pointAt(at);
        click(at);
        QTRY_COMPARE(clicked.count(), 1);
        pointAt(at);
        list.happen();
        QTRY_VERIFY(seat_->item("LetIn")); // it says that something waits
        settle();
        QCOMPARE(rows().size(), before);
        click(at);
        QTRY_COMPARE(clicked.count(), 2);
        QCOMPARE(clicked[1], clicked[0]);
        pointAt({5, 5});
        QTRY_COMPARE(rows().size(), before + 1);
        QVERIFY(!seat_->item("LetIn"));
        settle();
        click(at);
        QTRY_COMPARE(clicked.count(), 3);
        QVERIFY(clicked[2] != clicked[0]); // it came in above
    }

    /// Whoever else opens the order, and a link that goes, move nothing either.
    void what_comes_and_goes_moves_nothing() {
        openOrder(0);
        settle();
        auto* card = seat_->item("AssignmentCard");
        const auto before = card->mapToScene({0, 0});
        auto* rail = seat_->item("NavRail");
        const auto railAt = rail->mapToScene({0, 0});
        seat_->hub.others = {u"李明"_s};
        QMetaObject::invokeMethod(seat_->seat(), "show", Q_ARG(QString, u"order"_s),
                                  Q_ARG(QString, QString::fromStdString(orderId(1))));
        QTRY_VERIFY(seat_->part("orders.detail.presenceLine")->property("visible").toBool());
        settle();
        QCOMPARE(seat_->item("AssignmentCard")->mapToScene({0, 0}), before);
        seat_->hub.vanish();
        QTRY_VERIFY(seat_->item("OfflineBanner"));
        settle();
        QCOMPARE(seat_->item("AssignmentCard")->mapToScene({0, 0}), before);
        QCOMPARE(rail->mapToScene({0, 0}), railAt);
    }

    /// The page that somebody is on stays.
    void a_language_does_not_leave_the_page_data() {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QString>("page");
        for (const auto& screen : {u"map"_s, u"video"_s, u"orders"_s, u"duty"_s, u"resources"_s})
            QTest::addRow("%s", qPrintable(screen)) << screen << u"link"_s;
        for (const auto& page : {u"link"_s, u"look"_s, u"account"_s, u"about"_s})
            QTest::addRow("system, %s", qPrintable(page)) << u"system"_s << page;
    }
    void a_language_does_not_leave_the_page() {
        QFETCH(QString, screen);
        QFETCH(QString, page);
        seat_->seat()->setProperty("systemPage", page);
        QMetaObject::invokeMethod(seat_->seat(), "go", Q_ARG(QString, screen));
        QCOMPARE(seat_->seat()->property("screen").toString(), screen);
        settle();
        if (screen == u"system"_s) { // as somebody who has come there by keys
            auto* pages = seat_->item("SystemScreen");
            QVERIFY(pages);
            all(pages, "QQuickListView").constFirst()->forceActiveFocus();
        }
        const auto items = [this] {
            QList<QQuickItem*> items;
            for (auto* loader : all(seat_->window().contentItem(), "QQuickLoader"))
                if (auto* item = loader->property("item").value<QQuickItem*>();
                    item && item->width() > 600)
                    items.append(item);
            return items;
        };
        const auto before = items();
        for (const auto& language : {u"en"_s, u"zh_CN"_s}) {
            seat_->languages->use(language);
            settle();
            QCOMPARE(seat_->seat()->property("screen").toString(), screen);
            QCOMPARE(seat_->seat()->property("systemPage").toString(), page);
            // The map draws its names anew; the other pages are the same, with what is typed there.
            QVERIFY(screen == u"map"_s || items() == before);
        }
    }

private:
    std::unique_ptr<TestSeat> seat_;
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    SteadyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "steady_test.moc"
