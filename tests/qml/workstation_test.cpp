// The workstation by keyboard: forms, Esc, command bar, languages, folding, offline.
#include "core/unit/unit.h"
#include "tests/qml/test_seat.h"

#include "app/link/session.h"

#include <QApplication>
#include <QJSValue>
#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace chengyun::console;

class WorkstationTest : public QObject {
    Q_OBJECT

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

    void f4_opens_the_form_and_esc_keeps_its_words() {
        seat_->key(Qt::Key_F4);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
        seat_->type(QStringLiteral("管涌"));
        auto* draft = seat_->made("orders.draft");
        QTRY_COMPARE(draft->property("title").toString(), QStringLiteral("管涌"));
        seat_->key(Qt::Key_Escape);
        QTRY_VERIFY(!seat_->part("orders")->property("formShown").toBool());
        QVERIFY(draft->property("active").toBool());
        seat_->key(Qt::Key_F4);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
        QCOMPARE(draft->property("title").toString(), QStringLiteral("管涌"));
    }

    void an_empty_form_says_what_is_missing_and_sends_nothing() {
        seat_->key(Qt::Key_F4);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        auto* form = seat_->part("orders.form");
        QTRY_VERIFY(form->property("tried").toBool());
        QVERIFY(!seat_->made("orders.draft")->property("problemText").toString().isEmpty());
        QVERIFY(seat_->part("orders")->property("formShown").toBool());
        QVERIFY(seat_->hub.commands.isEmpty());
    }

    void ctrl_enter_issues_a_complete_order_once() {
        auto* draft = seat_->made("orders.draft");
        const auto unit =
            QString::fromStdString(seat_->hub.snapshot.values<chengyun::Unit>()[0].id);
        QMetaObject::invokeMethod(draft, "startForUnits", Q_ARG(QStringList, QStringList{unit}),
                                  Q_ARG(double, 114.03), Q_ARG(double, 30.58));
        draft->setProperty("kind", QStringLiteral("waterlogging"));
        draft->setProperty("title", QStringLiteral("内涝"));
        draft->setProperty("text", QStringLiteral("立即排水"));
        QVERIFY2(draft->property("valid").toBool(),
                 qPrintable(draft->property("problemField").toString()));
        QSignalSpy commanded(&seat_->hub, &SmallHub::commanded);
        seat_->key(Qt::Key_F4);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(commanded.count(), 1);
        QCOMPARE(commanded[0][0].toByteArray(), QByteArray("POST /api/v1/orders"));
        QTRY_VERIFY(!seat_->part("orders")->property("formShown").toBool());
        QVERIFY(!draft->property("active").toBool());
    }

    void ctrl_k_finds_an_order_and_enter_opens_it() {
        auto* palette = seat_->part("search.palette");
        seat_->key(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(palette->property("opened").toBool());
        seat_->type(QStringLiteral("2032"));
        QTRY_VERIFY(seat_->made("search.commands")->property("count").toInt() > 0);
        seat_->key(Qt::Key_Return);
        const auto wanted =
            QString::fromStdString(seat_->hub.snapshot.values<chengyun::Order>()[1].id);
        QTRY_COMPARE(seat_->part("orders")->property("current").toString(), wanted);
        QTRY_VERIFY(!palette->property("opened").toBool());
    }

    void ctrl_k_runs_a_command_by_pinyin_initials() {
        auto* palette = seat_->part("search.palette");
        seat_->key(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(palette->property("opened").toBool());
        seat_->type(QStringLiteral("xzl"));
        QTRY_VERIFY(seat_->made("search.commands")->property("count").toInt() > 0);
        seat_->key(Qt::Key_Return);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
    }

    void esc_goes_back_one_step_at_a_time() {
        auto* seat = seat_->seat();
        const auto order =
            QString::fromStdString(seat_->hub.snapshot.values<chengyun::Order>()[0].id);
        QMetaObject::invokeMethod(seat, "show", Q_ARG(QString, QStringLiteral("order")),
                                  Q_ARG(QString, order));
        seat_->key(Qt::Key_F6);
        auto* map = seat_->part("resources");
        QTRY_VERIFY(map->property("aroundShown").toBool());
        QVERIFY(seat_->made("resources.around")->property("count").toInt() > 0);
        seat_->key(Qt::Key_Escape);
        QTRY_VERIFY(!map->property("aroundShown").toBool());
        QCOMPARE(seat_->part("orders")->property("current").toString(), order);
        seat_->key(Qt::Key_Escape);
        QTRY_COMPARE(seat_->part("orders")->property("current").toString(), QString());
    }

    void who_else_has_the_order_open_is_named() {
        auto* others = seat_->part("orders.detail.presenceLine");
        QVERIFY(others);
        const auto open = [&](std::size_t order) {
            const auto id =
                QString::fromStdString(seat_->hub.snapshot.values<chengyun::Order>()[order].id);
            QMetaObject::invokeMethod(seat_->seat(), "show",
                                      Q_ARG(QString, QStringLiteral("order")), Q_ARG(QString, id));
        };
        seat_->hub.others = {QStringLiteral("李明"), QStringLiteral("王芳")};
        open(0);
        QTRY_VERIFY(others->property("visible").toBool());
        QCOMPARE(others->property("text").toString(), QStringLiteral("同时打开：李明 · 王芳"));
        seat_->hub.others.clear();
        open(1);
        QTRY_VERIFY(!others->property("visible").toBool());
    }

    void a_dialog_keeps_what_was_typed() {
        auto* seat = seat_->seat();
        QMetaObject::invokeMethod(
            seat, "show", Q_ARG(QString, QStringLiteral("order")),
            Q_ARG(QString,
                  QString::fromStdString(seat_->hub.snapshot.values<chengyun::Order>()[0].id)));
        auto* dialog = seat_->part("orders.actDialog");
        const auto assignment =
            QString::fromStdString(seat_->hub.snapshot.values<chengyun::Assignment>()[0].id);
        const auto ask = [&] {
            QMetaObject::invokeMethod(
                dialog, "ask", Q_ARG(QString, QStringLiteral("remind")), Q_ARG(QString, assignment),
                Q_ARG(QString, QStringLiteral("消防三中队")), Q_ARG(bool, false));
        };
        ask();
        QTRY_VERIFY(dialog->property("opened").toBool());
        seat_->type(QStringLiteral("请尽快"));
        seat_->key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog->property("visible").toBool());
        QVERIFY(seat_->hub.commands.isEmpty());
        QString kept;
        QMetaObject::invokeMethod(seat_->made("orders.texts"), "text", Q_RETURN_ARG(QString, kept),
                                  Q_ARG(QString, assignment + QStringLiteral("/remind")));
        QCOMPARE(kept, QStringLiteral("请尽快"));
        QSignalSpy commanded(&seat_->hub, &SmallHub::commanded);
        ask();
        QTRY_VERIFY(dialog->property("opened").toBool());
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(commanded.count(), 1);
        QVERIFY(commanded[0][0].toByteArray().endsWith("/remind"));
    }

    void language_is_switched_live() {
        auto* rail = seat_->item("NavRail");
        QVERIFY(rail);
        const auto first = [rail] {
            return rail->property("pages")
                .value<QJSValue>()
                .property(0)
                .property(QStringLiteral("title"))
                .toString();
        };
        QCOMPARE(first(), QStringLiteral("一张图"));
        seat_->languages->use(QStringLiteral("en"));
        QTRY_COMPARE(first(), QStringLiteral("Map"));
        seat_->languages->use(QStringLiteral("zh_CN"));
        QTRY_COMPARE(first(), QStringLiteral("一张图"));
    }

    /// Titles are read at 1366, too; only where hardly a map would be left the queue folds.
    void the_queue_keeps_its_titles_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("queueWidth");
        QTest::newRow("1100") << 1100 << 64;
        QTest::newRow("1366") << 1366 << 280;
        QTest::newRow("1499") << 1499 << 280;
        QTest::newRow("1500") << 1500 << 348;
        QTest::newRow("1920") << 1920 << 348;
    }
    void the_queue_keeps_its_titles() {
        QFETCH(int, width);
        QFETCH(int, queueWidth);
        seat_->window().resize(width, 768);
        auto* queue = seat_->item("QueuePanel");
        QVERIFY(queue);
        QTRY_COMPARE(seat_->part("map")->property("width").toInt(), width - 64);
        QTRY_COMPARE(int(queue->width()), queueWidth);
        QCOMPARE(queue->property("folded").toBool(), queueWidth == 64);
    }

    void an_edge_follows_the_mouse_at_every_scale_data() {
        QTest::addColumn<double>("scale");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.25") << 1.25;
    }
    void an_edge_follows_the_mouse_at_every_scale() {
        QFETCH(double, scale);
        auto* theme = seat_->theme();
        QVERIFY(theme);
        const auto before = theme->property("scale");
        theme->setProperty("scale", scale);
        auto* edge = seat_->item("SplitHandle"); // the queue's
        QVERIFY(edge);
        QTRY_COMPARE(edge->property("size").toDouble(), std::round(edge->x() / scale));
        auto at = edge->mapToScene({edge->width() / 2, edge->height() / 2}).toPoint();
        QTest::mousePress(&seat_->window(), Qt::LeftButton, {}, at);
        for (int step = 0; step < 6; ++step)
            QTest::mouseMove(&seat_->window(), at += QPoint(5, 0)); // until it counts as a drag
        const auto from = edge->x();
        for (int step = 0; step < 6; ++step)
            QTest::mouseMove(&seat_->window(), at += QPoint(10, 0));
        QTRY_VERIFY(std::abs(edge->x() - from - 60) <= 2);
        QTest::mouseRelease(&seat_->window(), Qt::LeftButton, {}, at);
        theme->setProperty("scale", before);
    }

    /// Then the seconds in the head do not have the rest drawn anew.
    void rests_while_only_the_clock_runs() {
        const auto resting = [this] { return seat_->seat()->property("resting").toBool(); };
        QTRY_VERIFY_WITH_TIMEOUT(resting(), 30'000);
        const auto drawnAgain = [&] {
            seat_->window().update();
            return !resting();
        };
        QTRY_VERIFY_WITH_TIMEOUT(drawnAgain(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(resting(), 30'000);
    }

    void a_lost_hub_is_a_banner_and_orders_wait() {
        seat_->hub.vanish();
        QTRY_COMPARE(seat_->hall->session().state(), Session::State::Offline);
        QTRY_VERIFY(seat_->item("OfflineBanner"));
        QVERIFY(seat_->item("QueuePanel"));
        auto* actions = seat_->made("orders.actions");
        const auto assignment =
            QString::fromStdString(seat_->hub.snapshot.values<chengyun::Assignment>()[1].id);
        bool taken = false;
        QMetaObject::invokeMethod(
            actions, "act", Q_RETURN_ARG(bool, taken), Q_ARG(QString, assignment),
            Q_ARG(QString, QStringLiteral("remind")), Q_ARG(QVariantMap, QVariantMap()));
        QVERIFY(taken);
        QTRY_COMPARE(seat_->made("outbox")->property("waiting").toInt(), 1);
    }

private:
    std::unique_ptr<TestSeat> seat_;
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    WorkstationTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "workstation_test.moc"
