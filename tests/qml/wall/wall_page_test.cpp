// The page on which a wall is fed, by mouse and keys.
#include "tests/qml/test_seat.h"
#include "tests/qml/wall/wall_sample.h"

#include "app/link/session.h"
#include "app/wall/wall_model.h"

#include <QApplication>
#include <QQuickItem>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

/// A command about the wall, as the hub gets it.
QByteArray about(const QByteArray& what) {
    return QByteArray("POST /api/v1/walls/").append(wallId.c_str()).append('/').append(what);
}

} // namespace

class WallPageTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    /// A seat on its page, with the keys in the small picture.
    void begin(Role role = Role::operator_) {
        seat_ = std::make_unique<TestSeat>(false);
        putWallInto(seat_->hub.snapshot);
        seat_->hub.account.role = role;
        QVERIFY(
            seat_->hall->session().signInWithFile(seat_->hub.sessionFile(seat_->folder.path())));
        QVERIFY(QTest::qWaitFor([this] { return seat_->ready(); }, 60000));
        run(u"go.wall"_s);
        QVERIFY(page());
        QTRY_COMPARE(model().rowCount(), 5);
        QMetaObject::invokeMethod(miniature(), "forceActiveFocus");
        QTRY_VERIFY(miniature()->property("activeFocus").toBool());
        QTRY_COMPARE(chosen(), u"1/0"_s);
    }
    void run(const QString& command, const QVariant& argument = {}) {
        QMetaObject::invokeMethod(seat_->seat(), "run", Q_ARG(QString, command),
                                  Q_ARG(QVariant, argument));
    }
    [[nodiscard]] QObject* page() const { return seat_->part("wall.page"); }
    [[nodiscard]] QObject* miniature() const { return seat_->part("wall.page.miniature"); }
    [[nodiscard]] QObject* panel() const { return seat_->part("wall.page.putUpPanel"); }
    [[nodiscard]] WallModel& model() const {
        return *qobject_cast<WallModel*>(seat_->part("wall.page.board"));
    }
    [[nodiscard]] QString chosen() const {
        return miniature()->property("screen").toString() + u'/' +
               QString::number(miniature()->property("cell").toInt());
    }
    [[nodiscard]] QByteArray command() {
        return QTest::qWaitFor([this] { return !seat_->hub.commands.isEmpty(); }, 20000)
                   ? seat_->hub.commands.constLast()
                   : QByteArray();
    }

private Q_SLOTS:
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void arrows_choose_and_delete_takes_down() {
        begin();
        if (QTest::currentTestFailed())
            return;
        seat_->key(Qt::Key_Right);
        QCOMPARE(chosen(), u"1/1"_s);
        seat_->key(Qt::Key_Down);
        QCOMPARE(chosen(), u"1/3"_s);
        seat_->key(Qt::Key_Right);
        QCOMPARE(chosen(), u"2/0"_s);
        seat_->key(Qt::Key_Delete);
        QCOMPARE(command(), about("take_down"));
        const auto sent = json::read<TakeDown>(seat_->hub.bodies.constLast().toStdString());
        QVERIFY(sent && *sent == (TakeDown{"2", 0}));
    }

    /// Enter leads from the pane to what can be put up, and Enter puts it up there.
    void an_order_is_put_up_by_keys() {
        begin();
        if (QTest::currentTestFailed())
            return;
        panel()->setProperty("kind", u"order"_s);
        panel()->setProperty("minutes", 5);
        seat_->key(Qt::Key_Right);
        seat_->key(Qt::Key_Return);
        seat_->type(u"树倒"_s);
        seat_->key(Qt::Key_Return);
        QCOMPARE(command(), about("put_up"));
        const auto sent = json::read<PutUp>(seat_->hub.bodies.constLast().toStdString());
        QVERIFY(sent.has_value());
        QCOMPARE(sent->screen, std::string("1"));
        QCOMPARE(sent->cell, std::int64_t{1});
        QCOMPARE(sent->minutes, std::int64_t{5});
        QCOMPARE(sent->content.kind, std::string("order"));
        QCOMPARE(sent->content.subject, seat_->hub.snapshot.values<Order>()[1].id);
        QCOMPARE(sent->content.title, seat_->hub.snapshot.values<Order>()[1].title);
    }

    /// Each kind of each capability is offered, and what it offers the hub would take.
    void every_kind_is_offered() {
        begin();
        if (QTest::currentTestFailed())
            return;
        QStringList names;
        for (const auto& kind :
             panel()->property("registry").value<QObject*>()->property("kinds").toList())
            names.append(kind.value<QObject*>()->property("name").toString());
        QCOMPARE(names, (QStringList{u"map"_s, u"camera"_s, u"patrol"_s, u"orders"_s, u"order"_s,
                                     u"supervision"_s, u"load"_s, u"duty"_s, u"announcement"_s,
                                     u"title"_s}));
        for (const auto& name : {u"map"_s, u"orders"_s, u"supervision"_s, u"load"_s, u"duty"_s}) {
            seat_->hub.commands.clear();
            panel()->setProperty("kind", name);
            QMetaObject::invokeMethod(panel(), "putCurrent");
            QVERIFY2(command() == about("put_up"), qPrintable(name));
            const auto sent = json::read<PutUp>(seat_->hub.bodies.constLast().toStdString());
            QVERIFY2(sent && check(sent->content), qPrintable(name));
            QCOMPARE(QString::fromStdString(sent->content.kind), name);
        }
    }

    void what_another_operator_does_is_seen() {
        begin();
        if (QTest::currentTestFailed())
            return;
        auto board = seat_->hub.snapshot.values<WallBoard>().front();
        board.screens[0].panes[1] = paneOf(1, "title", "", "另一席位");
        board.version = 20;
        pushBoard(seat_->hub, board);
        QTRY_COMPARE(model().at(1)[u"content"_s].toMap()[u"title"_s].toString(), u"另一席位"_s);
        board.locked = true;
        board.locked_by_name = "李班长";
        board.version = 21;
        pushBoard(seat_->hub, board);
        QTRY_VERIFY(model().isLocked());
        seat_->key(Qt::Key_Delete);
        QVERIFY(!page()->property("mayMove").toBool());
        QCOMPARE(seat_->hub.commands, QByteArrayList());
    }

    /// From an order that is looked at, wherever that is.
    void onto_the_wall_from_an_order() {
        begin();
        if (QTest::currentTestFailed())
            return;
        const auto& order = seat_->hub.snapshot.values<Order>()[2];
        run(u"go.map"_s);
        QMetaObject::invokeMethod(seat_->seat(), "open", Q_ARG(QString, u"order"_s),
                                  Q_ARG(QString, QString::fromStdString(order.id)));
        run(u"wall.put"_s);
        QTRY_VERIFY(seat_->part("wall.dialog")->property("opened").toBool());
        QTRY_VERIFY(seat_->part("wall.dialog.miniature")->property("activeFocus").toBool());
        seat_->key(Qt::Key_Right);
        seat_->key(Qt::Key_Return);
        QCOMPARE(command(), about("put_up"));
        const auto sent = json::read<PutUp>(seat_->hub.bodies.constLast().toStdString());
        QVERIFY(sent.has_value());
        QCOMPARE(sent->content.subject, order.id);
        QCOMPARE(sent->cell, std::int64_t{1});
        QTRY_VERIFY(!seat_->part("wall.dialog")->property("visible").toBool());
    }

    void who_may_not_feed_looks() {
        begin(Role::auditor);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!panel()->property("visible").toBool());
        seat_->key(Qt::Key_Delete);
        seat_->key(Qt::Key_F2);
        QVERIFY(!seat_->part("wall.page.hand")->property("opened").toBool());
        run(u"wall.put"_s);
        QVERIFY(!seat_->part("wall.dialog"));
        QCOMPARE(seat_->hub.commands, QByteArrayList());
    }

    /// F2 reaches for the pane; what the mouse does there goes to the wall, and Esc lets go.
    void a_pane_is_taken_in_hand() {
        begin();
        if (QTest::currentTestFailed())
            return;
        auto* hand = qobject_cast<QQuickItem*>(seat_->part("wall.page.hand"));
        QVERIFY(hand && !hand->isVisible());
        seat_->key(Qt::Key_F2);
        QTRY_VERIFY(hand->isVisible());
        const auto middle = hand->mapToScene({hand->width() / 2, hand->height() / 2}).toPoint();
        QTest::mouseMove(&seat_->window(), middle - QPoint(9, 9));
        QTest::mouseMove(&seat_->window(), middle);
        const auto last = [this] {
            for (auto at = seat_->hub.commands.size() - 1; at >= 0; --at)
                if (seat_->hub.commands[at] == about("hand"))
                    if (const auto read = json::read<WallHand>(seat_->hub.bodies[at].toStdString()))
                        return *read;
            return WallHand{-9, -9, {}, -9, {}};
        };
        QTRY_VERIFY(last().x > 0 && last().y > 0);
        seat_->key(Qt::Key_Escape);
        QTRY_COMPARE(last(), WallHand());
        QVERIFY(!hand->isVisible());
        QTRY_VERIFY(miniature()->property("activeFocus").toBool());
        for (const auto& sent : seat_->hub.commands)
            QCOMPARE(sent, about("hand")); // nothing was put up: nothing was moved
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    WallPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "wall_page_test.moc"
