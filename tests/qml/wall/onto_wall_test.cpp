// From everywhere at a seat onto a wall: by words in the command bar, and by the menus of what is
// shown.
#include "tests/qml/test_seat.h"
#include "tests/qml/wall/wall_sample.h"

#include "app/link/session.h"

#include <QApplication>
#include <QQuickItem>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace Qt::StringLiterals;

class OntoWallTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    void begin(Role role = Role::operator_, bool locked = false) {
        seat_ = std::make_unique<TestSeat>(false);
        putWallInto(seat_->hub.snapshot);
        seat_->hub.snapshot.values<WallBoard>().front().locked = locked;
        seat_->hub.account.role = role;
        QVERIFY(
            seat_->hall->session().signInWithFile(seat_->hub.sessionFile(seat_->folder.path())));
        QVERIFY(QTest::qWaitFor([this] { return seat_->ready(); }, 60000));
    }
    /// What has been put up, as the hub gets it.
    std::optional<PutUp> sent() {
        auto& hub = seat_->hub;
        if (!QTest::qWaitFor([&] { return !hub.commands.isEmpty(); }, 20000) ||
            !hub.commands.constLast().endsWith("/put_up"))
            return std::nullopt;
        const auto read = json::read<PutUp>(hub.bodies.constLast().toStdString());
        return read ? std::optional(*read) : std::nullopt;
    }
    void type(const QString& text) {
        seat_->key(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(seat_->part("search.palette")->property("opened").toBool());
        seat_->type(text);
        QTRY_COMPARE(seat_->made("search.commands")->property("text").toString(), text);
    }
    [[nodiscard]] QVariantMap aim() const {
        return seat_->part("search")->property("aimed").value<QVariant>().toMap();
    }
    [[nodiscard]] const Order& order(std::size_t at) const {
        return seat_->hub.snapshot.values<Order>()[at];
    }
    /// What stands on screen 1: an order, the orders, a title, an unknown kind; on 2: the map.
    [[nodiscard]] QStringList entriesOf(const QString& kind, const QString& id) const {
        QVariant entries;
        const QVariantMap thing{{u"kind"_s, kind}, {u"id"_s, id}, {u"name"_s, u"?"_s}};
        QMetaObject::invokeMethod(seat_->seat(), "actionsOn", Q_RETURN_ARG(QVariant, entries),
                                  Q_ARG(QVariant, QVariantList{thing}));
        QStringList texts;
        // Other capabilities offer things of their own.
        for (const auto& entry : entries.toList())
            if (entry.toMap()[u"action"_s].value<QObject*>()->property("icon") == u"wall"_s)
                texts.append(entry.toMap()[u"text"_s].toString());
        return texts;
    }

private Q_SLOTS:
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QVERIFY2(lines.isEmpty(), qPrintable(lines.join(u'\n')));
    }

    /// Keys alone: the words say what and where, Enter does it.
    void by_words_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("screen");
        QTest::addColumn<int>("cell");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("minutes");
        const auto row = [](const char* name, const QString& text, const QString& screen, int cell,
                            const QString& kind, int minutes = 0) {
            QTest::newRow(name) << text << screen << cell << kind << minutes;
        };
        row("an order", u"2032 墙 1 左上"_s, u"1"_s, 0, u"order"_s);
        row("an order, in English", u"2032 wall 1 screen 2 pane 1"_s, u"2"_s, 0, u"order"_s);
        row("the words first", u"屏 1 右下 2032"_s, u"1"_s, 3, u"order"_s);
        row("a chart", u"load wall 1 2"_s, u"1"_s, 1, u"load"_s);
        row("the map", u"map wall 1 right"_s, u"2"_s, 0, u"map"_s);
        row("for a while", u"supervision wall 1 left 5 min"_s, u"1"_s, 0, u"supervision"_s, 5);
        row("what nothing else is", u"19:30 集合 墙 1 左下"_s, u"1"_s, 2, u"announcement"_s);
    }
    void by_words() {
        QFETCH(QString, text);
        QFETCH(QString, kind);
        begin();
        if (QTest::currentTestFailed())
            return;
        type(text);
        // Before Enter one sees where it goes.
        QTRY_VERIFY(!aim()[u"text"_s].toString().isEmpty());
        QCOMPARE(aim()[u"problem"_s].toString(), QString());
        QVERIFY(seat_->item("AimStrip"));
        QTRY_VERIFY(seat_->part("search.palette")->property("rows").toInt() > 0);
        seat_->key(Qt::Key_Return);
        const auto command = sent();
        QVERIFY(command.has_value());
        QTEST(QString::fromStdString(command->screen), "screen");
        QTEST(int(command->cell), "cell");
        QTEST(int(command->minutes), "minutes");
        QCOMPARE(QString::fromStdString(command->content.kind), kind);
        QVERIFY(check(command->content).has_value());
        if (kind == u"order")
            QCOMPARE(command->content.subject, order(1).id);
        if (kind == u"announcement")
            QCOMPARE(command->content.text, std::string("19:30 集合"));
    }

    /// Words alone: what is looked at comes first.
    void what_is_chosen_comes_first() {
        begin();
        if (QTest::currentTestFailed())
            return;
        QMetaObject::invokeMethod(seat_->seat(), "open", Q_ARG(QString, u"order"_s),
                                  Q_ARG(QString, QString::fromStdString(order(2).id)));
        type(u"墙 1 右"_s);
        seat_->key(Qt::Key_Return);
        const auto command = sent();
        QVERIFY(command.has_value());
        QCOMPARE(command->content.subject, order(2).id);
    }

    void says_why_not_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("locked");
        QTest::newRow("no such wall") << u"map wall 7"_s << false;
        QTest::newRow("no such screen") << u"map wall 1 screen 7"_s << false;
        QTest::newRow("no such pane") << u"map wall 1 99"_s << false;
        QTest::newRow("locked") << u"map wall 1 left"_s << true;
    }
    void says_why_not() {
        QFETCH(QString, text);
        QFETCH(bool, locked);
        begin(Role::operator_, locked);
        if (QTest::currentTestFailed())
            return;
        type(text);
        QTRY_VERIFY(!aim()[u"problem"_s].toString().isEmpty());
        seat_->key(Qt::Key_Return);
        QTRY_VERIFY(!seat_->part("search.palette")->property("opened").toBool());
        // Commands go in their order: had one been sent, it would arrive before the next.
        if (!locked) {
            type(u"map wall 1 left"_s);
            seat_->key(Qt::Key_Return);
            QVERIFY(sent().has_value());
        }
        QCOMPARE(seat_->hub.commands.size(), locked ? 0 : 1);
    }

    void a_search_stays_a_search() {
        begin();
        if (QTest::currentTestFailed())
            return;
        type(u"2032"_s);
        QVERIFY(aim().isEmpty());
        QVERIFY(!seat_->item("AimStrip"));
    }

    /// Each thing that can stand on a wall can be put there from its menus, and nothing else.
    void what_menus_offer_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("entries");
        QTest::newRow("order") << u"order"_s << 1;
        for (const auto& list : {u"map"_s, u"orders"_s, u"supervision"_s, u"load"_s, u"duty"_s})
            QTest::newRow(qPrintable(list)) << list << 1;
        QTest::newRow("camera, which is not chosen") << u"camera"_s << 0;
        QTest::newRow("announcement, which is not written") << u"announcement"_s << 0;
        QTest::newRow("unknown") << u"hologram"_s << 0;
    }
    void what_menus_offer() {
        QFETCH(QString, kind);
        QFETCH(int, entries);
        begin();
        if (QTest::currentTestFailed())
            return;
        const auto id = kind == u"order" ? QString::fromStdString(order(0).id) : QString();
        QCOMPARE(entriesOf(kind, id).size(), entries);
        QCOMPARE(entriesOf(kind, u"nothing has this id"_s).size(), 0);
    }
    void who_may_not_feed_is_offered_nothing() {
        begin(Role::auditor);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(entriesOf(u"map"_s, QString()).isEmpty());
        type(u"map wall 1 left"_s);
        QVERIFY(aim().isEmpty());
    }

    /// A right click on a row of the queue, an entry of its menu, a pane: it is there.
    void from_the_queue() {
        begin();
        if (QTest::currentTestFailed())
            return;
        QTRY_VERIFY(seat_->item("QueueRow"));
        auto* row = seat_->item("QueueRow");
        const auto at = row->mapToScene(QPointF(row->width() / 2, row->height() / 2)).toPoint();
        QTest::mouseClick(&seat_->window(), Qt::RightButton, Qt::NoModifier, at);
        QTRY_VERIFY(seat_->item("ThingMenu") || seat_->item("MenuItem"));
        seat_->key(Qt::Key_Down);
        seat_->key(Qt::Key_Return);
        QTRY_VERIFY(seat_->part("wall.dialog"));
        QTRY_VERIFY(seat_->part("wall.dialog")->property("opened").toBool());
        QTRY_VERIFY(seat_->part("wall.dialog.miniature")->property("activeFocus").toBool());
        seat_->key(Qt::Key_Return);
        const auto command = sent();
        QVERIFY(command.has_value());
        QCOMPARE(QString::fromStdString(command->content.kind), u"order"_s);
        QCOMPARE(QString::fromStdString(command->content.subject),
                 row->property("orderId").toString());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    OntoWallTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "onto_wall_test.moc"
