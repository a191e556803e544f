// Two seats at one alarm desk, with a real hub: what one takes is silent at the other, and says
// who.
#include "tests/qml/test_seat.h"
#include "tests/support/hub_under_test.h"

#include "app/alarm/alarm_bell.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/orders/order_draft.h"
#include "app/orders/order_list_model.h"
#include "app/orders/recipient_model.h"
#include "app/resources/resource_store.h"
#include "app/screens/cut_line.h"

#include <QApplication>
#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chengyun::console;
using chengyun::test::HubUnderTest;

namespace {

struct House {
    explicit House(HubUnderTest& hub) : line(hub.url({})), seat(false) {}

    template <class T>
    T& part(const char* name) {
        return *qobject_cast<T*>(seat.made(name));
    }
    Session& session() { return seat.hall->session(); }
    Outbox& outbox() { return part<Outbox>("outbox"); }
    AlarmBell& bell() { return part<AlarmBell>("alarm.bell"); }
    bool signIn(HubUnderTest& hub, const QString& name) {
        session().signIn(line.url().toString(), name, hub.password(name));
        return QTest::qWaitFor(
            [&] {
                return session().isOnline() &&
                       !part<ResourceStore>("resources.store").units().empty();
            },
            20000);
    }
    /// An order to the first unit that can take one.
    bool issue(const QString& title) {
        auto& draft = part<OrderDraft>("orders.draft");
        draft.start();
        draft.setTitle(title);
        draft.setKind(u"waterlogging"_s);
        const auto& resources = part<ResourceStore>("resources.store");
        for (const auto& unit : resources.units()) {
            const auto* resource = resources.resource(unit.resource);
            if (unit.state == chengyun::Availability::unavailable ||
                (resource && resource->state == chengyun::Availability::unavailable))
                continue;
            draft.recipients()->add(QString::fromStdString(unit.id));
            return draft.issue();
        }
        return false;
    }
    /// Of the newest alarm about an order of this title.
    [[nodiscard]] QString of(const QString& title, AlarmBell::Role role) {
        for (int row = 0; row < bell().count(); ++row) {
            const auto at = bell().index(row);
            if (bell().data(at, AlarmBell::TextRole).toString().contains(title))
                return bell().data(at, role).toString();
        }
        return {};
    }

    /// The open ones that every seat has alike: that of a new order its issuer does not have, and
    /// of duty it rings at those whom it concerns.
    [[nodiscard]] QSet<QString> open() {
        static const QSet<QString> alike{u"due_soon"_s, u"overdue"_s, u"return_requested"_s};
        QSet<QString> ids;
        for (int row = 0; row < bell().count(); ++row) {
            const auto at = bell().index(row);
            if (bell().data(at, AlarmBell::StateRole).toString() == u"open"_s &&
                alike.contains(bell().data(at, AlarmBell::KindRole).toString()))
                ids << bell().data(at, AlarmBell::AlarmIdRole).toString();
        }
        return ids;
    }

    CutLine line;
    TestSeat seat;
};

} // namespace

class TwoSeatsAlarmTest : public QObject {
    Q_OBJECT
    /// Of orders of which the other seat has an alarm each.
    const QStringList titles_{u"席位甲"_s, u"席位乙"_s, u"席位丙"_s};

private Q_SLOTS:
    void whatOneTakesTheOtherSees() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        House one(hub), two(hub);
        QVERIFY(one.signIn(hub, u"operator"_s));
        QVERIFY(two.signIn(hub, u"commander"_s));
        // The same is open at both, whoever came first. The demonstration has some that are late,
        // and one more of its deadlines may pass at any moment.
        QTRY_VERIFY(!one.open().isEmpty() && one.open() == two.open());

        // Where it was not issued, it rings.
        const auto title = u"两个席位"_s;
        QVERIFY(one.issue(title));
        QTRY_COMPARE(two.of(title, AlarmBell::StateRole), u"open"_s);
        QCOMPARE(one.of(title, AlarmBell::StateRole), QString());
        const auto alarm = two.of(title, AlarmBell::AlarmIdRole);
        QVERIFY(two.bell().isRinging());

        // Taken without the hub it waits, and nobody else knows.
        two.line.cut();
        QTRY_VERIFY(!two.session().isOnline());
        two.bell().take({alarm});
        QTRY_COMPARE(two.outbox().waiting(), 1);
        QCOMPARE(two.of(title, AlarmBell::StateRole), u"waiting"_s);
        two.line.mend();
        two.session().retry();
        QTRY_COMPARE_WITH_TIMEOUT(two.of(title, AlarmBell::StateRole), u"taken"_s, 20000);
        QTRY_COMPARE(two.outbox().waiting(), 0);
        // Who issued it sees who has it, too.
        QTRY_COMPARE(one.of(title, AlarmBell::StateRole), u"taken"_s);
        QVERIFY(one.of(title, AlarmBell::NoteRole).contains(two.session().displayName()));

        // Put off there, open again here.
        QVERIFY(one.bell().snooze({alarm}, 15, u"在通话"_s));
        QTRY_COMPARE(two.of(title, AlarmBell::StateRole), u"snoozed"_s);
        QVERIFY(two.of(title, AlarmBell::NoteRole).contains(u"在通话"_s));
        QTRY_COMPARE(one.of(title, AlarmBell::StateRole), u"snoozed"_s);
        one.bell().giveBack({alarm});
        QTRY_COMPARE(two.of(title, AlarmBell::StateRole), u"open"_s);
        QVERIFY(two.bell().isRinging());

        // A third who comes now sees it as they do.
        two.bell().take({alarm});
        QTRY_COMPARE(two.of(title, AlarmBell::StateRole), u"taken"_s);
        House three(hub);
        QVERIFY(three.signIn(hub, u"commander"_s));
        QTRY_COMPARE(three.of(title, AlarmBell::StateRole), u"taken"_s);
        for (auto* house : {&one, &two, &three})
            QCOMPARE(house->seat.warnings.lines(), QStringList());
    }

    /// The list stands beside what it shows, and goes on by keys.
    void theListIsWorkedOffByKeys() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        House one(hub), two(hub);
        QVERIFY(QTest::qWaitForWindowExposed(&two.seat.window()));
        QVERIFY(one.signIn(hub, u"operator"_s));
        QVERIFY(two.signIn(hub, u"commander"_s));
        for (const auto& title : titles_) {
            QVERIFY(one.issue(title));
            QTRY_COMPARE(two.of(title, AlarmBell::StateRole), u"open"_s);
        }
        QMetaObject::invokeMethod(two.seat.seat(), "run", Q_ARG(QString, u"alarms"_s),
                                  Q_ARG(QVariant, QVariant()));
        auto* panel = two.seat.part("alarm.list");
        QVERIFY(panel);
        QTRY_VERIFY(panel->property("opened").toBool());
        // Space takes the current one, the newest, and goes on to the next.
        two.seat.key(Qt::Key_Space);
        QTRY_COMPARE(two.of(u"席位丙"_s, AlarmBell::StateRole), u"taken"_s);
        two.seat.key(Qt::Key_Space);
        QTRY_COMPARE(two.of(u"席位乙"_s, AlarmBell::StateRole), u"taken"_s);
        QCOMPARE(two.of(u"席位甲"_s, AlarmBell::StateRole), u"open"_s);
        // Return shows what it is about, beside the list.
        two.seat.key(Qt::Key_Return);
        QTRY_COMPARE(two.seat.part("orders")->property("current").toString(),
                     two.of(u"席位甲"_s, AlarmBell::SubjectRole));
        QVERIFY(panel->property("opened").toBool());
        auto* side = two.seat.part("map")->property("sideSlot").value<QQuickItem*>();
        QVERIFY(side->isVisible());
        auto* content = panel->property("contentItem").value<QQuickItem*>();
        const auto right = content->mapToScene(QPointF(content->width(), 0)).x();
        QVERIFY2(right <= side->mapToScene(QPointF(0, 0)).x(), qPrintable(QString::number(right)));
        two.seat.key(Qt::Key_Escape);
        QTRY_VERIFY(!panel->property("opened").toBool());
        QCOMPARE(two.seat.warnings.lines(), QStringList());
    }

    /// Keys that go over the queue show one order after another, and take nothing for the hall;
    /// Return opens the one that is shown.
    void keysThatGoOverTheQueueTakeNothing() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        House one(hub), two(hub);
        two.seat.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&two.seat.window()));
        QVERIFY(one.signIn(hub, u"operator"_s));
        QVERIFY(two.signIn(hub, u"commander"_s));
        for (const auto& title : titles_) {
            QVERIFY(one.issue(title));
            QTRY_COMPARE(two.of(title, AlarmBell::StateRole), u"open"_s);
        }
        two.part<OrderListModel>("orders.queue").setText(u"席位"_s);
        QTRY_COMPARE(two.part<OrderListModel>("orders.queue").rowCount(), 3);
        QVERIFY(QMetaObject::invokeMethod(two.seat.item("QueuePanel"), "focusFilter"));
        two.seat.key(Qt::Key_Down); // from the filter into the list
        QSet<QString> shown;
        for (int row = 0; row < 3; ++row) {
            two.seat.key(Qt::Key_Down);
            shown << two.seat.part("orders")->property("current").toString();
        }
        QCOMPARE(shown.size(), 3);
        for (const auto& title : titles_) {
            QVERIFY(shown.contains(two.of(title, AlarmBell::SubjectRole)));
            QCOMPARE(two.of(title, AlarmBell::StateRole), u"open"_s);
        }
        two.seat.key(Qt::Key_Return);
        const auto last = two.seat.part("orders")->property("current").toString();
        for (const auto& title : titles_)
            QTRY_COMPARE(two.of(title, AlarmBell::StateRole),
                         two.of(title, AlarmBell::SubjectRole) == last ? u"taken"_s : u"open"_s);
        QCOMPARE(two.seat.warnings.lines(), QStringList());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    TwoSeatsAlarmTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "two_seats_alarm_test.moc"
