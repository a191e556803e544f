// Handing over and taking over as two people do it, in the window of a seat.
#include "app/duty/handover_model.h"
#include "app/duty/log_model.h"
#include "core/duty/commands.h"
#include "core/duty/roster_codec.h"
#include "core/id/uuid.h"
#include "tests/qml/test_seat.h"

#include <QApplication>
#include <QQuickItem>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;

namespace {

/// A hall whose shift leader Zhang Wei hands over to Zhou Min within the half hour. The test is the
/// hub: it carries out what comes by the same rules.
class HandoverHall {
public:
    enum class Seat { outgoing, incoming };

    HandoverHall(TestSeat& seat, Seat who) : seat_(seat), now_(system_now()) {
        auto& snapshot = seat.hub.snapshot;
        post_.id = new_id();
        post_.kind = PostKind::shift_leader;
        post_.name = "值班长";
        post_.hands_over = true;
        post_.version = 1;
        auto zhang = person("张伟"), zhou = person("周敏");
        (who == Seat::outgoing ? zhang : zhou).account = seat.hub.account.id;
        seat.hub.account.display_name = who == Seat::outgoing ? "张伟" : "周敏";
        auto outgoing = shift(zhang, -720, 20), incoming = shift(zhou, 20, 740);
        outgoing.state = ShiftState::on_duty;
        outgoing.checked_in = outgoing.start;
        incoming.state = ShiftState::on_duty;
        incoming.checked_in = now_;
        sheet_.id = new_id();
        sheet_.post = post_.id;
        sheet_.outgoing = outgoing.id;
        sheet_.incoming = incoming.id;
        sheet_.drafted = now_;
        sheet_.due = now_ + std::chrono::minutes(50);
        sheet_.version = 2;
        for (const auto& order : snapshot.values<Order>()) {
            HandoverItem item;
            item.id = new_id();
            item.kind = order.number == 2032 ? HandoverItemKind::overdue_order
                                             : HandoverItemKind::open_order;
            item.subject = order.id;
            item.title = "#" + std::to_string(order.number) + " " + order.title;
            sheet_.items.push_back(item);
        }
        HandoverItem fault;
        fault.id = new_id();
        fault.kind = HandoverItemKind::fault;
        fault.subject = new_id();
        fault.title = "三号大屏右下角黑屏,已报修";
        sheet_.items.push_back(fault);
        if (who == Seat::incoming) {
            sheet_.items[0].remark = "水泵已到,等电源车,每半小时问一次";
            sheet_.state = HandoverState::handed_over;
            sheet_.handed_over = now_;
            sheet_.handed_over_by = "zhang";
            sheet_.handed_over_by_name = "张伟";
        }
        person_ = who == Seat::outgoing ? zhang.id : zhou.id;
        people_ = {zhang.id, zhou.id};
        snapshot.values<Post>() = {post_};
        snapshot.values<Person>() = {zhang, zhou};
        snapshot.values<Shift>() = {outgoing, incoming};
        snapshot.values<Handover>() = {sheet_};
        // The other asks for an exchange, too.
        ShiftExchange exchange;
        exchange.id = new_id();
        exchange.person = who == Seat::outgoing ? zhou.id : zhang.id;
        exchange.other = person_;
        exchange.shift = incoming.id;
        exchange.reason = "孩子发烧,需要陪护";
        exchange.asked = now_;
        exchange.version = 3;
        snapshot.values<ShiftExchange>() = {exchange};
        QObject::connect(&seat.hub, &SmallHub::commanded, &seat.hub, [this] { carryOut(); });
    }
    [[nodiscard]] const Handover& sheet() const { return sheet_; }

private:
    static Person person(const char* name) {
        Person person;
        person.id = new_id();
        person.name = name;
        person.phones = {"13800000000"};
        person.version = 1;
        return person;
    }
    [[nodiscard]] Shift shift(const Person& person, int from, int to) const {
        Shift shift;
        shift.id = new_id();
        shift.post = post_.id;
        shift.person = person.id;
        shift.start = now_ + std::chrono::minutes(from);
        shift.end = now_ + std::chrono::minutes(to);
        shift.version = 1;
        return shift;
    }
    void carryOut() {
        const auto& command = seat_.hub.commands.constLast();
        if (!command.contains("/duty/handovers/"))
            return;
        const auto act =
            json::enum_of<HandoverAct>(command.mid(command.lastIndexOf('/') + 1).toStdString());
        const auto body = json::read<ActOnHandover>(seat_.hub.bodies.constLast().toStdString());
        QVERIFY(act && body);
        const auto& account = seat_.hub.account;
        const auto after =
            apply(sheet_, *act, *body,
                  {account.id, account.display_name, person_, people_[0], people_[1]}, now_);
        QVERIFY2(after, command.constData());
        sheet_ = *after;
        sheet_.version = seat_.hub.snapshot.seq + 1;
        Entry entry;
        entry.kind = "handover.changed";
        entry.entity = "handover";
        entry.id = sheet_.id;
        entry.body.values<Handover>() = {sheet_};
        seat_.hub.push(entry);
    }

    TestSeat& seat_;
    Instant now_;
    Post post_;
    Handover sheet_;
    std::string person_;
    std::vector<std::string> people_;
};

} // namespace

class HandoverScreenTest : public QObject {
    Q_OBJECT

    static bool show(TestSeat& seat) {
        return QMetaObject::invokeMethod(seat.seat(), "run",
                                         Q_ARG(QString, QStringLiteral("handover.show")),
                                         Q_ARG(QVariant, QVariant())) &&
               QTest::qWaitFor([&] { return seat.item("HandoverItemRow") != nullptr; });
    }
    static HandoverModel& sheetOf(TestSeat& seat) {
        return *qobject_cast<HandoverModel*>(seat.made("duty.records.sheet"));
    }
    /// The first button of these words on the screen.
    static QQuickItem* button(QQuickItem* root, const QString& text) {
        if (root->isVisible() && root->isEnabled() && root->property("text").toString() == text &&
            root->inherits("QQuickAbstractButton"))
            return root;
        const auto children = root->childItems();
        for (auto* child : children)
            if (auto* found = button(child, text))
                return found;
        return nullptr;
    }
    static bool press(TestSeat& seat, const char* text) {
        QQuickItem* found = nullptr;
        const auto there = QTest::qWaitFor([&] {
            found = button(seat.window().contentItem(), QString::fromUtf8(text));
            return found != nullptr;
        });
        if (!there)
            return false;
        const auto centre =
            found->mapToScene(QPointF(found->width() / 2, found->height() / 2)).toPoint();
        QTest::mouseClick(&seat.window(), Qt::LeftButton, {}, centre);
        return true;
    }

private Q_SLOTS:
    void outgoingWritesAndSigns() {
        TestSeat seat(true, QStringLiteral("en"));
        const HandoverHall hall(seat, HandoverHall::Seat::outgoing);
        QVERIFY(seat.ready());
        QVERIFY(show(seat));
        QCOMPARE(sheetOf(seat).count(), 4);
        QCOMPARE(seat.seat()->property("screen").toString(), QStringLiteral("duty"));

        QVERIFY(press(seat, "Remark"));
        seat.type(QStringLiteral("pump is there"));
        seat.key(Qt::Key_Return);
        QTRY_COMPARE(hall.sheet().items[1].remark, std::string("pump is there"));

        QVERIFY(press(seat, "Sign and hand over"));
        QTRY_COMPARE(hall.sheet().state, HandoverState::handed_over);
        QTRY_COMPARE(sheetOf(seat).state(), QStringLiteral("handed_over"));
        QVERIFY(!sheetOf(seat).mayRemark());
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void incomingAcknowledgesEachByKeysAndTakesOver() {
        TestSeat seat(true, QStringLiteral("en"));
        const HandoverHall hall(seat, HandoverHall::Seat::incoming);
        QVERIFY(seat.ready());
        QVERIFY(show(seat));
        QVERIFY(!sheetOf(seat).mayAccept());
        auto* items = seat.item("HandoverItems");
        QVERIFY(items);
        items->forceActiveFocus();
        QTRY_VERIFY(QByteArray(seat.window().activeFocusItem()->metaObject()->className())
                        .startsWith("HandoverItemRow")); // the first one
        for (int left = 4; left > 1; --left) {
            QTRY_COMPARE(sheetOf(seat).unacknowledged(), left);
            seat.key(Qt::Key_Space);
        }
        QTRY_COMPARE(sheetOf(seat).unacknowledged(), 1);
        QVERIFY(press(seat, "With words")); // of the last one
        seat.type(QStringLiteral("seen"));
        seat.key(Qt::Key_Return);
        QTRY_COMPARE(sheetOf(seat).unacknowledged(), 0);
        QVERIFY(press(seat, "Sign and take over"));
        QTRY_COMPARE(hall.sheet().state, HandoverState::accepted);
        QTRY_COMPARE(sheetOf(seat).state(), QStringLiteral("accepted"));
        QCOMPARE(std::ranges::count_if(hall.sheet().items,
                                       [](const auto& item) { return item.answer == "seen"; }),
                 1);
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void requestsAreAnsweredWhereTheyStand() {
        TestSeat seat(true, QStringLiteral("en"));
        const HandoverHall hall(seat, HandoverHall::Seat::outgoing);
        QVERIFY(seat.ready());
        QVERIFY(QMetaObject::invokeMethod(seat.part("duty"), "showTab",
                                          Q_ARG(QString, QStringLiteral("requests"))));
        QVERIFY(press(seat, "Decline")); // takes words
        QTRY_VERIFY(seat.window().activeFocusItem()->inherits("QQuickTextEdit"));
        seat.type(QStringLiteral("I have one then"));
        seat.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!seat.hub.commands.isEmpty());
        QVERIFY(seat.hub.commands.constLast().endsWith("/decline"));
        QVERIFY(seat.hub.bodies.constLast().contains("I have one then"));
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void theLogIsWrittenFromEveryScreen() {
        TestSeat seat(true, QStringLiteral("en"));
        const HandoverHall hall(seat, HandoverHall::Seat::outgoing);
        QVERIFY(seat.ready());
        seat.key(Qt::Key_F9);
        QTRY_VERIFY(seat.part("duty.recordsDesk.writer")->property("opened").toBool());
        seat.type(QStringLiteral("a call about water"));
        seat.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(seat.hub.commands.contains("POST /api/v1/duty/log"));
        const auto sent = json::read<WriteLog>(
            seat.hub.bodies[seat.hub.commands.indexOf("POST /api/v1/duty/log")].toStdString());
        QVERIFY(sent);
        QCOMPARE(sent->text, std::string("a call about water"));
        QTRY_VERIFY(!seat.part("duty.recordsDesk.writer")->property("opened").toBool());
        QCOMPARE(seat.warnings.lines(), QStringList());
    }
};

int main(int argc, char** argv) {
    qputenv("TZ", "Asia/Shanghai");
    QApplication app(argc, argv);
    HandoverScreenTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "handover_screen_test.moc"
