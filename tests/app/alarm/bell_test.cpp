// The bell: what raises an alarm for whom, how it rings, and how it falls silent.
#include "app/alarm/alarm_bell.h"
#include "app/duty/duty_capability.h"
#include "app/orders/orders_capability.h"
#include "app/resources/resources_capability.h"
#include "tests/app/capability/shared_desk.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/link/hall.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using console::AlarmBell;

namespace {

/// Counts instead of sounding.
class Counter : public console::Sound {
public:
    explicit Counter(int& rings, bool& available) : rings_(rings), available_(available) {}
    void play(bool) override { ++rings_; }
    void stop() override {}
    [[nodiscard]] bool isAvailable() const override { return available_; }

private:
    int& rings_;
    bool& available_;
};

struct Room : SharedDesk {
    int rings = 0;
    bool available = true;
    console::ResourcesCapability resources;
    console::OrdersCapability orders;
    console::DutyCapability duty;
    AlarmBell bell;
    QAbstractItemModelTester tester;

    explicit Room(const QString& folder)
        : SharedDesk(folder), resources(shared), orders(shared, resources), duty(shared, resources),
          bell(feed, {&resources, &orders, &duty}, session, clock,
               std::make_unique<Counter>(rings, available)),
          tester(&bell) {}
    void send(const char* kind, const std::string& actor, Change body) {
        auto e = entry(11, kind, id(401), std::move(body));
        e.actor = actor;
        e.entity = "assignment";
        Q_EMIT feed.arrived(chengyun::test::shared({e}));
    }
    [[nodiscard]] QString kind(int row) const {
        return row < bell.count() ? bell.data(bell.index(row), AlarmBell::KindRole).toString()
                                  : QString();
    }
};

Change about(AssignmentState state) {
    Change body;
    body.values<Order>() = {hall().values<Order>()[0]};
    body.values<Assignment>() = {hall().values<Assignment>()[0]};
    body.values<Assignment>()[0].state = state;
    return body;
}

} // namespace

class BellTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<FakeHub> hub_;
    std::unique_ptr<Room> room_;

    void enter(chengyun::Role role, const std::string& unit = {}) {
        hub_->account.role = role;
        hub_->account.unit = unit;
        room_->session.signIn(hub_->url().toString(), QStringLiteral("wang"),
                              QStringLiteral("right"));
        QTRY_VERIFY(room_->session.isOnline());
    }

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        hub_ = std::make_unique<FakeHub>();
        hub_->snapshot = hall();
        hub_->snapshot.values<Assignment>()[2].escalation = Escalation::none;
        hub_->up();
        room_ = std::make_unique<Room>(folder_->path());
    }
    void cleanup() {
        room_.reset();
        hub_.reset();
    }

    void whoIsAlarmed_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("unit");
        QTest::addColumn<bool>("own");
        QTest::addColumn<QString>("alarm");
        const auto none = QString();
        const auto text = [](const char* s) { return QString::fromLatin1(s); };
        QTest::newRow("my order") << text("order.issued") << true << true << text("newOrder");
        QTest::newRow("others' order") << text("order.issued") << true << false << none;
        QTest::newRow("order by a colleague")
            << text("order.issued") << false << false << text("newOrder");
        QTest::newRow("overdue, centre")
            << text("timer.overdue") << false << false << text("overdue");
        QTest::newRow("overdue, mine") << text("timer.overdue") << true << true << text("overdue");
        QTest::newRow("overdue, others'") << text("timer.overdue") << true << false << none;
        QTest::newRow("return") << text("assignment.return_requested") << false << false
                                << text("returnRequested");
        QTest::newRow("a timer that failed")
            << text("timer.failed") << false << false << text("timerFailed");
        QTest::newRow("a timer that failed, unit") << text("timer.failed") << true << true << none;
        QTest::newRow("report") << text("assignment.reported") << false << false << none;
    }
    void whoIsAlarmed() {
        QFETCH(QString, kind);
        QFETCH(bool, unit);
        QFETCH(bool, own);
        QFETCH(QString, alarm);
        enter(unit ? chengyun::Role::unit : chengyun::Role::operator_,
              unit ? (own ? hall().values<Assignment>()[0].unit : id(999)) : std::string());
        room_->send(kind.toLatin1().constData(), id(9), about(AssignmentState::issued));
        QCOMPARE(room_->bell.count(), alarm.isEmpty() ? 0 : 1);
        QCOMPARE(room_->kind(0), alarm);
        QCOMPARE(room_->rings, alarm.isEmpty() ? 0 : 1);
    }

    void aReassignmentRingsForTheNewUnitOnly_data() {
        QTest::addColumn<std::string>("unit");
        QTest::addColumn<int>("alarms");
        QTest::newRow("the new one") << hall().values<Assignment>()[2].unit << 1;
        QTest::newRow("the old one") << hall().values<Assignment>()[0].unit << 0;
        QTest::newRow("one that has it anyway") << hall().values<Assignment>()[1].unit << 0;
    }
    void aReassignmentRingsForTheNewUnitOnly() {
        QFETCH(std::string, unit);
        QFETCH(int, alarms);
        enter(chengyun::Role::unit, unit);
        const int before = room_->bell.count(); // what waited for it already
        auto body = about(AssignmentState::reassigned);
        auto replacement = hall().values<Assignment>()[2];
        replacement.id = id(499);
        replacement.order = body.values<Order>()[0].id;
        replacement.reassigned_from = body.values<Assignment>()[0].id;
        body.values<Assignment>().push_back(replacement);
        body.values<Assignment>().push_back(
            hall().values<Assignment>()[1]); // beside it, for those new to the order
        room_->send("assignment.reassigned", id(9), body);
        QCOMPARE(room_->bell.count() - before, alarms);
    }

    void aSwitchOfModeRingsForEverybodyElse_data() {
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<bool>("own");
        QTest::addColumn<QString>("alarm");
        QTest::newRow("emergency") << Mode::emergency << false << QStringLiteral("emergency");
        QTest::newRow("peace") << Mode::peace << false << QStringLiteral("peace");
        QTest::newRow("I did it") << Mode::emergency << true << QString();
    }
    void aSwitchOfModeRingsForEverybodyElse() {
        QFETCH(Mode, mode);
        QFETCH(bool, own);
        QFETCH(QString, alarm);
        const auto before = mode == Mode::emergency ? Mode::peace : Mode::emergency;
        hub_->snapshot.values<Duty>().front().mode = before;
        enter(chengyun::Role::unit, id(999));
        Change body;
        auto& duty = body.values<Duty>().emplace_back();
        duty.mode = mode;
        duty.mode_reason = "暴雨红色预警";
        room_->send("mode.switched", own ? hub_->account.id : id(9), body);
        QCOMPARE(room_->kind(0), alarm);
        if (alarm.isEmpty())
            return;
        const auto row = room_->bell.index(0);
        QCOMPARE(room_->bell.data(row, AlarmBell::TextRole).toString(),
                 QStringLiteral("暴雨红色预警"));
        QCOMPARE(room_->bell.data(row, AlarmBell::UrgentRole).toBool(), mode == Mode::emergency);
    }

    void aSwitchWhileAwayRingsToo() {
        enter(chengyun::Role::operator_);
        auto snapshot = hub_->snapshot;
        Q_EMIT room_->feed.loaded(shared(snapshot));
        QCOMPARE(room_->bell.count(), 0);
        snapshot.values<Duty>().front().mode = Mode::emergency;
        snapshot.values<Duty>().front().mode_reason = "暴雨红色预警";
        Q_EMIT room_->feed.loaded(shared(snapshot));
        QCOMPARE(room_->kind(0), QStringLiteral("emergency"));
        QCOMPARE(room_->rings, 1);
    }

    void alarmsAreNotTheNextPersons() {
        enter(chengyun::Role::operator_);
        room_->send("timer.overdue", "timer", about(AssignmentState::issued));
        QCOMPARE(room_->bell.count(), 1);
        hub_->account.id = id(998);
        room_->session.signIn(hub_->url().toString(), QStringLiteral("li"),
                              QStringLiteral("right"));
        QTRY_COMPARE(room_->session.account().id, id(998));
        QTRY_COMPARE(room_->bell.count(), 0);
    }

    void whatASnapshotBrings_data() {
        QTest::addColumn<bool>("unit");
        QTest::addColumn<bool>("before"); // the unit's order was there already
        QTest::addColumn<QStringList>("kinds");
        const auto list = [](std::initializer_list<const char*> kinds) {
            QStringList out;
            for (const auto* kind : kinds)
                out.append(QString::fromLatin1(kind));
            return out;
        };
        QTest::newRow("a unit signs in") << true << true << list({"newOrder"});
        QTest::newRow("a unit was away") << true << false << list({"newOrder"});
        QTest::newRow("the centre was away")
            << false << false << list({"returnRequested", "overdue"});
    }
    void whatASnapshotBrings() {
        QFETCH(bool, unit);
        QFETCH(bool, before);
        auto snapshot = hall();
        auto& waiting = snapshot.values<Assignment>()[1];
        waiting.state = AssignmentState::issued;
        if (!before)
            hub_->snapshot.values<Assignment>().clear();
        else
            hub_->snapshot = snapshot;
        enter(unit ? chengyun::Role::unit : chengyun::Role::operator_,
              unit ? waiting.unit : std::string());
        if (!before) {
            QCOMPARE(room_->bell.count(), 0);
            // Another of the same order comes late, and one wants to be returned.
            snapshot.values<Assignment>()[0].escalation = Escalation::L1;
            snapshot.values<Assignment>()[2].state = AssignmentState::return_requested;
            snapshot.values<Assignment>()[2].escalation = Escalation::none;
            Q_EMIT room_->feed.loaded(shared(snapshot));
        }
        QStringList kinds;
        for (int row = 0; row < room_->bell.count(); ++row)
            kinds.append(room_->kind(row));
        QTEST(kinds, "kinds");
        // The same again is no news.
        Q_EMIT room_->feed.loaded(shared(snapshot));
        QCOMPARE(room_->bell.count(), kinds.size());
    }

    void lateOnesAtSignInAreListedWithoutNoise() {
        hub_->snapshot = hall(); // one of it is late
        enter(chengyun::Role::operator_);
        QCOMPARE(room_->bell.count(), 1);
        QCOMPARE(room_->kind(0), QStringLiteral("overdue"));
        QCOMPARE(room_->bell.data(room_->bell.index(0), AlarmBell::AtRole).toLongLong(),
                 hallNow - 2 * minute);
        QCOMPARE(room_->bell.unacknowledged(), 0);
        QVERIFY(!room_->bell.isRinging());
        QCOMPARE(room_->rings, 0);
    }

    void myOwnOrderIsNoNews() {
        enter(chengyun::Role::operator_);
        room_->send("order.issued", hub_->account.id, about(AssignmentState::issued));
        QCOMPARE(room_->bell.count(), 0);
    }

    void ringsUntilSomebodyAcknowledges() {
        enter(chengyun::Role::operator_);
        room_->bell.setRepeat(5);
        room_->send("timer.overdue", "timer", about(AssignmentState::issued));
        QVERIFY(room_->bell.isRinging());
        QVERIFY(room_->bell.isUrgent());
        QTRY_VERIFY(room_->rings >= 3);
        const auto subject = room_->bell.acknowledgeNewest();
        QCOMPARE(subject[QStringLiteral("kind")].toString(), QStringLiteral("order"));
        QCOMPARE(subject[QStringLiteral("id")].toString(), QString::fromStdString(id(301)));
        QVERIFY(!room_->bell.isRinging());
        QCOMPARE(room_->bell.unacknowledged(), 0);
        QCOMPARE(room_->bell.count(), 1);
        room_->bell.clearAcknowledged();
        QCOMPARE(room_->bell.count(), 0);
    }

    void mutedItStillShows() {
        enter(chengyun::Role::operator_);
        room_->bell.setMuted(true);
        room_->send("timer.overdue", "timer", about(AssignmentState::issued));
        QCOMPARE(room_->rings, 0);
        QCOMPARE(room_->bell.unacknowledged(), 1);
        room_->bell.acknowledgeAbout(QStringLiteral("case"), QString::fromStdString(id(301)));
        QCOMPARE(room_->bell.unacknowledged(), 1);
        room_->bell.acknowledgeAbout(QStringLiteral("order"), QString::fromStdString(id(301)));
        QCOMPARE(room_->bell.unacknowledged(), 0);
    }

    /// A deadline that belongs to no order is not theirs to ring about.
    void aTimerOfSomethingElseIsNoAlarmOfOrders() {
        enter(chengyun::Role::operator_);
        auto e = entry(11, "timer.failed", "something", {});
        e.entity = e.subject = "deadline";
        Q_EMIT room_->feed.arrived(chengyun::test::shared({e}));
        QCOMPARE(room_->bell.count(), 0);
    }

    /// Whether the seat is muted is known when it is shown, and a snapshot may come before.
    void isSilentWhileTheSeatSignsIn() {
        hub_->snapshot.values<Assignment>()[0].state = AssignmentState::issued;
        hub_->account.role = chengyun::Role::unit;
        hub_->account.unit = hub_->snapshot.values<Assignment>()[0].unit;
        int whileSigningIn = 0;
        connect(&room_->bell, &QAbstractItemModel::rowsInserted, this, [&] {
            if (!room_->session.isSignedIn())
                ++whileSigningIn;
        });
        room_->session.signIn(hub_->url().toString(), QStringLiteral("wang"),
                              QStringLiteral("right"));
        QTRY_VERIFY(room_->session.isOnline());
        QTRY_VERIFY(room_->bell.isRinging());
        QVERIFY(whileSigningIn > 0); // else this test shows nothing
        QCOMPARE(room_->rings, 0);
    }

    void anAlarmNeedsNoWords() {
        class Silent : public console::Capability {
        public:
            Silent() : Capability(QStringLiteral("silent")) {}
            std::vector<console::Alarm> alarms(const Entry&, const Account&) override {
                return {console::Alarm{}};
            }
        } silent;
        AlarmBell bell(room_->feed, {&silent}, room_->session, room_->clock,
                       std::make_unique<Counter>(room_->rings, room_->available));
        enter(chengyun::Role::operator_);
        room_->send("order.issued", "9", {});
        QCOMPARE(bell.count(), 1);
        QCOMPARE(bell.data(bell.index(0), AlarmBell::TitleRole).toString(), QString());
        QCOMPARE(bell.data(bell.index(0), AlarmBell::TextRole).toString(), QString());
        QCOMPARE(bell.data(bell.index(0), AlarmBell::IconRole).toString(), QStringLiteral("bell"));
    }

    void saysWhenNobodyWouldHearIt() {
        QVERIFY(room_->bell.soundNote().isEmpty());
        room_->available = false;
        QVERIFY(!room_->bell.isSoundAvailable());
        QVERIFY(!room_->bell.soundNote().isEmpty());
    }
};

QTEST_GUILESS_MAIN(BellTest)
#include "bell_test.moc"
