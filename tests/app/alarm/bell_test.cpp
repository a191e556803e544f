// The bell: what raises an alarm for whom, how it rings, and how it falls silent; and the hall's
// desk behind it.
#include "app/alarm/alarm_bell.h"
#include "app/duty/duty_capability.h"
#include "app/orders/orders_capability.h"
#include "app/resources/resources_capability.h"
#include "core/alarms/alarms_codec.h"
#include "core/duty/roster_codec.h"
#include "core/wire/wire_codec.h"
#include "tests/app/capability/shared_desk.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/link/hall.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace chengyun;
using namespace chengyun::test;
using console::AlarmBell;
using console::qs;

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
    console::AlarmDesk desk;
    AlarmBell bell;
    QAbstractItemModelTester tester;
    std::int64_t seq = 10;

    explicit Room(const QString& folder)
        : SharedDesk(folder), resources(shared), orders(shared, resources), duty(shared, resources),
          desk(feed, outbox, session, clock),
          bell(feed, {&resources, &orders, &duty}, desk, session, clock,
               std::make_unique<Counter>(rings, available)),
          tester(&bell) {}
    void send(const char* kind, const std::string& actor, Change body) {
        auto e = entry(++seq, kind, id(401), std::move(body));
        e.actor = actor;
        e.entity = "assignment";
        Q_EMIT feed.arrived(chengyun::test::shared({e}));
    }
    /// What somebody did about the alarm of this row, as the hub tells it.
    void mark(const QString& alarm, AlarmState state, const std::string& by,
              std::optional<Instant> until = {}) {
        AlarmMark mark;
        mark.id = alarm.toStdString();
        mark.state = state;
        mark.raised = clock.exact();
        mark.by = by;
        mark.by_name = "李娜";
        mark.at = clock.exact();
        mark.until = until;
        mark.reason = until ? "在通话" : "";
        mark.version = seq + 1;
        auto e = entry(++seq, "alarm.taken", mark.id, {});
        e.body.values<AlarmMark>() = {mark};
        Q_EMIT feed.arrived(chengyun::test::shared({e}));
    }
    void release(const QString& alarm, const std::string& why = "given_back") {
        auto e = entry(++seq, "alarm.released", alarm.toStdString(), {});
        e.body.note = {{"why", why}};
        Q_EMIT feed.arrived(chengyun::test::shared({e}));
    }
    /// As the hub tells of a shift.
    void write(const Shift& shift) {
        Change body;
        body.values<Shift>() = {shift};
        body.values<Shift>()[0].version = seq + 1;
        Q_EMIT feed.arrived(
            chengyun::test::shared({entry(++seq, "shift.planned", shift.id, std::move(body))}));
    }
    /// The hub's time goes on.
    void later(std::int64_t minutes) {
        clock.setOffsetMs(clock.offsetMs() + minutes * minute);
        clock.tick();
    }
    [[nodiscard]] QString text(int row, AlarmBell::Role role) const {
        return bell.data(bell.index(row), role).toString();
    }
    [[nodiscard]] QString kind(int row) const {
        return row < bell.count() ? bell.data(bell.index(row), AlarmBell::KindRole).toString()
                                  : QString();
    }
};

/// Of the hall's first order, where no alarm stands but that it has not been signed for.
Change about(AssignmentState state, Escalation escalation = Escalation::none) {
    Change body;
    body.values<Order>() = {hall().values<Order>()[0]};
    body.values<Order>()[0].state =
        state == AssignmentState::issued ? OrderState::issued : OrderState::executing;
    body.values<Assignment>() = {hall().values<Assignment>()[0]};
    auto& assignment = body.values<Assignment>()[0];
    assignment.state = state;
    assignment.escalation = escalation;
    assignment.complete_due = system_now() + std::chrono::hours(24);
    if (state == AssignmentState::issued)
        assignment.acknowledged.reset();
    return body;
}

/// It is late.
Change late() {
    return about(AssignmentState::executing, Escalation::L1);
}

/// The hall, and no alarm stands.
Snapshot calm() {
    auto snapshot = hall();
    for (auto& order : snapshot.values<Order>())
        order.state = OrderState::executing;
    for (auto& assignment : snapshot.values<Assignment>()) {
        assignment.escalation = Escalation::none;
        assignment.complete_due = system_now() + std::chrono::hours(24);
    }
    snapshot.values<Supervision>()[0].state = SupervisionState::replied;
    return snapshot;
}

/// A shift of eight hours at the dispatchers' desk, to which somebody is to come.
Shift shiftFrom(Instant start) {
    Shift shift;
    shift.id = id(723);
    shift.post = id(704);
    shift.person = id(713);
    shift.start = start;
    shift.end = start + std::chrono::hours(8);
    shift.version = 10;
    return shift;
}

/// The hall with that shift. Nobody is on duty who could hear that nobody comes: it rings at those
/// who plan.
Snapshot watched(const Shift& shift) {
    auto snapshot = calm();
    auto& post = snapshot.values<Post>().emplace_back();
    post.id = shift.post;
    post.kind = PostKind::dispatcher;
    post.name = "调度员";
    auto& person = snapshot.values<Person>().emplace_back();
    person.id = shift.person;
    person.name = "张伟";
    snapshot.values<Shift>() = {shift};
    return snapshot;
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
        hub_->snapshot = calm();
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
        QTest::newRow("my order") << text("order.issued") << true << true << text("new_order");
        QTest::newRow("others' order") << text("order.issued") << true << false << none;
        QTest::newRow("order by a colleague")
            << text("order.issued") << false << false << text("new_order");
        QTest::newRow("overdue, centre")
            << text("timer.overdue") << false << false << text("overdue");
        QTest::newRow("overdue, mine") << text("timer.overdue") << true << true << text("overdue");
        QTest::newRow("overdue, others'") << text("timer.overdue") << true << false << none;
        QTest::newRow("return") << text("assignment.return_requested") << false << false
                                << text("return_requested");
        QTest::newRow("a timer that failed")
            << text("timer.failed") << false << false << text("timer_failed");
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
        const auto body = kind == QStringLiteral("order.issued")    ? about(AssignmentState::issued)
                          : kind == QStringLiteral("timer.overdue") ? late()
                          : kind == QStringLiteral("assignment.return_requested")
                              ? about(AssignmentState::return_requested)
                              : about(AssignmentState::executing);
        room_->send(kind.toLatin1().constData(), id(9), body);
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
        replacement.escalation = Escalation::none;
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
        room_->send("timer.overdue", "timer", late());
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
        QTest::newRow("a unit signs in") << true << true << list({"new_order"});
        QTest::newRow("a unit was away") << true << false << list({"new_order"});
        QTest::newRow("the centre was away")
            << false << false << list({"return_requested", "overdue"});
    }
    void whatASnapshotBrings() {
        QFETCH(bool, unit);
        QFETCH(bool, before);
        auto snapshot = calm();
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

    void lateOnesAtSignInAreOpenWithoutNoise() {
        hub_->snapshot.values<Assignment>()[2].escalation = Escalation::L1;
        enter(chengyun::Role::operator_);
        QCOMPARE(room_->bell.count(), 1);
        QCOMPARE(room_->kind(0), QStringLiteral("overdue"));
        QCOMPARE(room_->bell.data(room_->bell.index(0), AlarmBell::AtRole).toLongLong(),
                 hallNow - 2 * minute);
        QCOMPARE(room_->bell.unacknowledged(), 1);
        QVERIFY(room_->bell.isUrgent());
        QVERIFY(!room_->bell.isRinging());
        QCOMPARE(room_->rings, 0);
    }

    /// Who sits down where a post is not manned is to hear of it at once.
    void aPostThatIsNotMannedRingsAtSignIn() {
        hub_->snapshot = watched(shiftFrom(room_->clock.exact() - std::chrono::minutes(15)));
        enter(chengyun::Role::commander);
        QCOMPARE(room_->kind(0), QStringLiteral("late_check_in"));
        QTRY_VERIFY(room_->bell.isRinging());
    }

    void myOwnOrderIsNoNews() {
        enter(chengyun::Role::operator_);
        auto body = about(AssignmentState::issued);
        body.values<Order>()[0].issued_by = hub_->account.id;
        room_->send("order.issued", hub_->account.id, body);
        QCOMPARE(room_->bell.count(), 0);
    }

    void ringsUntilSomebodyTakesIt() {
        enter(chengyun::Role::operator_);
        room_->bell.setRepeat(5);
        room_->send("timer.overdue", "timer", late());
        QVERIFY(room_->bell.isRinging());
        QVERIFY(room_->bell.isUrgent());
        QTRY_VERIFY(room_->rings >= 3);
        const auto subject = room_->bell.takeNext();
        QCOMPARE(subject[QStringLiteral("kind")].toString(), QStringLiteral("order"));
        QCOMPARE(subject[QStringLiteral("id")].toString(), QString::fromStdString(id(301)));
        QVERIFY(!room_->bell.isRinging());
        QCOMPARE(room_->bell.unacknowledged(), 0);
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("waiting"));
        QCOMPARE(room_->bell.count(), 1);
    }

    void mutedItStillShows() {
        enter(chengyun::Role::operator_);
        room_->bell.setMuted(true);
        room_->send("timer.overdue", "timer", late());
        QCOMPARE(room_->rings, 0);
        QCOMPARE(room_->bell.unacknowledged(), 1);
        room_->bell.takeAbout(QStringLiteral("case"), QString::fromStdString(id(301)));
        QCOMPARE(room_->bell.unacknowledged(), 1);
        room_->bell.takeAbout(QStringLiteral("order"), QString::fromStdString(id(301)));
        QCOMPARE(room_->bell.unacknowledged(), 0);
    }

    void aCauseThatIsGoneSettlesItsAlarm() {
        enter(chengyun::Role::operator_);
        room_->send("timer.overdue", "timer", late());
        room_->send("assignment.completed", id(2), about(AssignmentState::completed));
        QCOMPARE(room_->bell.count(), 1);
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("over"));
        QVERIFY(!room_->bell.isRinging());
    }

    void whatAColleagueTookIsSilentHereAndSaysWho() {
        enter(chengyun::Role::operator_);
        room_->send("timer.overdue", "timer", late());
        const auto alarm = room_->text(0, AlarmBell::AlarmIdRole);
        QVERIFY(alarm_name(alarm.toStdString()).has_value());
        room_->mark(alarm, AlarmState::taken, id(9));
        QCOMPARE(room_->bell.unacknowledged(), 0);
        QVERIFY(!room_->bell.isRinging());
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("taken"));
        QVERIFY(room_->text(0, AlarmBell::NoteRole).contains(QStringLiteral("李娜")));
        // It comes again with what the hub says next about the order, and is taken all the same.
        room_->send("assignment.reminded", id(9), late());
        QVERIFY(!room_->bell.isRinging());
        QCOMPARE(room_->rings, 1);
        room_->release(alarm);
        QVERIFY(room_->bell.isRinging());
        QCOMPARE(room_->rings, 2);
    }

    void oneThatIsTakenInTheSameBreathMakesNoNoise() {
        enter(chengyun::Role::operator_);
        room_->send("timer.overdue", "timer", late());
        const auto alarm = room_->text(0, AlarmBell::AlarmIdRole);
        room_->send("assignment.reported", id(2), about(AssignmentState::executing));
        const int before = room_->rings;
        auto overdue = entry(50, "timer.overdue", id(401), late());
        auto taken = entry(51, "alarm.taken", alarm.toStdString(), {});
        auto& mark = taken.body.values<AlarmMark>().emplace_back();
        mark.id = alarm.toStdString();
        mark.by = id(9);
        mark.version = 51;
        Q_EMIT room_->feed.arrived(shared({overdue, taken}));
        QCOMPARE(room_->rings, before);
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("taken"));
    }

    void whatIsPutOffComesBackByItself() {
        enter(chengyun::Role::operator_);
        room_->send("timer.overdue", "timer", late());
        const auto alarm = room_->text(0, AlarmBell::AlarmIdRole);
        room_->mark(alarm, AlarmState::snoozed, id(9),
                    room_->clock.exact() + std::chrono::minutes(15));
        QVERIFY(!room_->bell.isRinging());
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("snoozed"));
        QVERIFY(room_->text(0, AlarmBell::NoteRole).contains(QStringLiteral("在通话")));
        room_->later(14);
        QVERIFY(!room_->bell.isRinging());
        room_->later(2);
        QVERIFY(room_->bell.isRinging());
        QCOMPARE(room_->rings, 2);
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("open"));
    }

    /// The planner moves the shift of somebody who has not come, and nobody comes to it again.
    void whoIsLateASecondTimeRingsAgain_data() {
        QTest::addColumn<bool>("taken"); // the first time
        QTest::newRow("taken") << true;
        QTest::newRow("nobody took it") << false;
    }
    void whoIsLateASecondTimeRingsAgain() {
        QFETCH(bool, taken);
        auto shift = shiftFrom(room_->clock.exact() - std::chrono::minutes(15));
        hub_->snapshot = watched(shift);
        enter(chengyun::Role::commander);
        QCOMPARE(room_->kind(0), QStringLiteral("late_check_in"));
        const auto first = room_->text(0, AlarmBell::AlarmIdRole);
        QVERIFY(alarm_name(first.toStdString()).has_value());
        if (taken)
            room_->mark(first, AlarmState::taken, id(9));
        shift.start += std::chrono::hours(2);
        room_->write(shift);
        QCOMPARE(room_->bell.unacknowledged(), 0);
        QVERIFY(!room_->bell.isRinging());
        room_->later(120);
        Q_EMIT room_->feed.arrived(shared({entry(++room_->seq, "shift.late", shift.id, {})}));
        QCOMPARE(room_->bell.count(), 2);
        QVERIFY(room_->text(0, AlarmBell::AlarmIdRole) != first);
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("open"));
        QVERIFY(room_->bell.isRinging());
    }

    /// Nobody can come to it any more, and no entry says so.
    void aMissedShiftIsOverAtItsEnd_data() {
        QTest::addColumn<bool>("taken");
        QTest::newRow("taken") << true;
        QTest::newRow("nobody took it") << false;
    }
    void aMissedShiftIsOverAtItsEnd() {
        QFETCH(bool, taken);
        hub_->snapshot = watched(shiftFrom(room_->clock.exact() - std::chrono::minutes(15)));
        enter(chengyun::Role::commander);
        const auto alarm = room_->text(0, AlarmBell::AlarmIdRole);
        if (taken)
            room_->mark(alarm, AlarmState::taken, id(9));
        room_->later(464);
        QCOMPARE(room_->bell.isRinging(), !taken);
        room_->later(2);
        QCOMPARE(room_->bell.unacknowledged(), 0);
        QVERIFY(!room_->bell.isRinging());
        // Its mark goes a day after it was taken.
        room_->release(alarm, "settled");
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("over"));
        QVERIFY(!room_->bell.isRinging());
    }

    /// Also of what nothing but the hub's word ends.
    void whatTheHubFindsOverIsOver_data() {
        QTest::addColumn<bool>("timer");
        QTest::newRow("a timer that failed") << true;
        QTest::newRow("somebody who has not come") << false;
    }
    void whatTheHubFindsOverIsOver() {
        QFETCH(bool, timer);
        if (!timer)
            hub_->snapshot = watched(shiftFrom(room_->clock.exact() - std::chrono::minutes(15)));
        enter(chengyun::Role::commander);
        if (timer)
            room_->send("timer.failed", "timer", about(AssignmentState::executing));
        const auto alarm = room_->text(0, AlarmBell::AlarmIdRole);
        room_->mark(alarm, AlarmState::taken, id(9));
        const auto before = room_->rings;
        room_->release(alarm, "settled");
        QCOMPARE(room_->bell.count(), 1);
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("over"));
        QVERIFY(!room_->bell.isRinging());
        QCOMPARE(room_->rings, before);
    }

    void aFreshSeatSeesWhatOthersSee() {
        hub_->snapshot.values<Assignment>()[2].escalation = Escalation::L1;
        const auto& lateOne = hub_->snapshot.values<Assignment>()[2];
        AlarmMark standing, past;
        standing.id =
            id_of({"order", lateOne.order, "overdue",
                   lateOne.id + ".acknowledge." + std::to_string(ms_of(lateOne.acknowledge_due))});
        standing.by_name = "李娜";
        standing.at = standing.raised = instant_of(hallNow);
        standing.version = 2;
        past = standing;
        past.id = id_of({"order", id(301), "overdue", id(401) + ".report.1"});
        past.raised = instant_of(hallNow - 60 * minute);
        past.version = 1;
        hub_->snapshot.values<AlarmMark>() = {past, standing};
        enter(chengyun::Role::operator_);
        QCOMPARE(room_->bell.count(), 2);
        QCOMPARE(room_->bell.unacknowledged(), 0);
        QCOMPARE(room_->rings, 0);
        for (int row = 0; row < 2; ++row) {
            QCOMPARE(room_->kind(row), QStringLiteral("overdue"));
            QCOMPARE(room_->text(row, AlarmBell::StateRole), QStringLiteral("taken"));
            QVERIFY(room_->text(row, AlarmBell::NoteRole).contains(QStringLiteral("李娜")));
        }
    }

    /// More has been taken than the list keeps: the newest stay, newest first, and what is taken
    /// next changes one row.
    void moreIsTakenThanTheListKeeps() {
        for (int i = 0; i < 450; ++i) {
            auto& mark = hub_->snapshot.values<AlarmMark>().emplace_back();
            mark.id = id_of({"order", id(301), "overdue", std::to_string(i)});
            mark.by_name = "李娜";
            mark.at = mark.raised = instant_of(hallNow - (450 - i) * minute);
            mark.version = i + 1;
        }
        std::ranges::reverse(hub_->snapshot.values<AlarmMark>());
        enter(chengyun::Role::operator_);
        room_->seq = 1000;
        room_->send("timer.overdue", "timer", late());
        const auto all = [&] {
            QStringList out;
            for (int row = 0; row < room_->bell.count(); ++row)
                out << room_->text(row, AlarmBell::AlarmIdRole);
            return out;
        };
        const auto before = all();
        QCOMPARE(before.size(), 200);
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("open"));
        for (int row = 1; row < 200; ++row)
            QCOMPARE(before[row],
                     qs(id_of({"order", id(301), "overdue", std::to_string(450 - row)})));
        // Of this order nothing rings here; a colleague takes it, and then the one that is open.
        const auto other = qs(id_of({"order", id(302), "overdue", "1"}));
        QSignalSpy inserted(&room_->bell, &QAbstractItemModel::rowsInserted);
        room_->mark(other, AlarmState::taken, id(9));
        QCOMPARE(all(), QStringList{other} + before.first(199));
        room_->mark(before[0], AlarmState::taken, id(9));
        QCOMPARE(all(), QStringList{other} + before.first(199));
        QCOMPARE(inserted.size(), 1);
        // One from long ago comes into its place.
        auto e = entry(++room_->seq, "alarm.taken", "x", {});
        auto& old = e.body.values<AlarmMark>().emplace_back();
        old.id = id_of({"order", id(302), "overdue", "2"});
        old.raised = instant_of(hallNow - 100 * minute - 1);
        old.version = room_->seq;
        Q_EMIT room_->feed.arrived(shared({e}));
        const auto at = all().indexOf(qs(old.id));
        QCOMPARE(room_->text(int(at) - 1, AlarmBell::AlarmIdRole),
                 qs(id_of({"order", id(301), "overdue", "350"})));
        QCOMPARE(room_->bell.count(), 200);
    }

    void takenWithoutTheHubItWaits() {
        enter(chengyun::Role::operator_);
        room_->send("timer.overdue", "timer", late());
        const auto alarm = room_->text(0, AlarmBell::AlarmIdRole);
        hub_->down();
        QTRY_VERIFY(!room_->session.isOnline());
        room_->bell.take({alarm});
        QVERIFY(!room_->bell.isRinging());
        QTRY_COMPARE(room_->outbox.waiting(), 1);
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("waiting"));
        QVERIFY(!room_->text(0, AlarmBell::NoteRole).isEmpty());
        // A console that is started anew knows it from its outbox.
        const console::AlarmDesk again(room_->feed, room_->outbox, room_->session, room_->clock);
        QVERIFY(again.isPending(alarm.toStdString()));
        hub_->up();
        room_->session.retry();
        QTRY_COMPARE(int(hub_->carriedOut.size()), 1);
        const auto command = json::read<TakeAlarms>(hub_->carriedOut.front().toStdString());
        QVERIFY(command.has_value());
        QCOMPARE(qs(command->alarms.front().id), alarm);
        QCOMPARE(command->alarms.front().version, 0);
    }

    /// What the hub does not take, nobody has taken; but somebody here has heard it.
    void refusedItIsOpenAndSilent() {
        hub_->refuseStatus = 404;
        hub_->refuseKind = "not_found";
        hub_->refusePath = "/alarms";
        enter(chengyun::Role::operator_);
        room_->send("timer.overdue", "timer", late());
        room_->bell.take({room_->text(0, AlarmBell::AlarmIdRole)});
        QTRY_COMPARE(room_->outbox.failed(), 1);
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("open"));
        QVERIFY(!room_->bell.isRinging());
    }

    void theSecondIsToldWhoHasIt() {
        enter(chengyun::Role::operator_);
        QSignalSpy told(&room_->bell, &AlarmBell::othersWereFirst);
        Done done;
        done.seq = 12;
        auto& marks = done.change.values<AlarmMark>();
        marks.resize(2);
        marks[0].id = "order/1/overdue/1";
        marks[0].by = hub_->account.id;
        marks[1].id = "order/1/overdue/2";
        marks[1].by = id(9);
        marks[1].by_name = "李娜";
        const auto body = QByteArray::fromStdString(json::write(done));
        Q_EMIT room_->outbox.succeeded({}, QStringLiteral("order.issue"), {}, body);
        QCOMPARE(told.size(), 0);
        Q_EMIT room_->outbox.succeeded({}, QStringLiteral("alarm.take"), {}, body);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toString(), QStringLiteral("李娜"));
        QCOMPARE(told[0][1].toInt(), 1);
    }

    void hundredsAtOnceAreOneRingAndTwoCommands() {
        enter(chengyun::Role::operator_);
        QSignalSpy one(&room_->bell, &AlarmBell::raised),
            many(&room_->bell, &AlarmBell::manyRaised);
        std::vector<Entry> entries;
        constexpr int count = 250;
        for (int i = 0; i < count; ++i) {
            auto body = late();
            body.values<Order>()[0].id = id(1000 + i);
            body.values<Assignment>()[0].id = id(2000 + i);
            body.values<Assignment>()[0].order = id(1000 + i);
            entries.push_back(entry(11 + i, "timer.overdue", id(2000 + i), std::move(body)));
        }
        Q_EMIT room_->feed.arrived(shared(std::move(entries)));
        QCOMPARE(room_->bell.unacknowledged(), count);
        QCOMPARE(room_->rings, 1);
        QCOMPARE(one.size(), 0);
        QCOMPARE(many.size(), 1);
        QCOMPARE(many[0][0].toInt(), count);
        QStringList all;
        for (int row = 0; row < room_->bell.count(); ++row)
            all << room_->text(row, AlarmBell::AlarmIdRole);
        room_->bell.take(all);
        QCOMPARE(room_->bell.unacknowledged(), 0);
        QTRY_COMPARE(int(hub_->carriedOut.size()), 2);
    }

    /// A unit's own alarms are its seat's: they say nothing about the centre's.
    void aUnitTakesForItselfOnly() {
        enter(chengyun::Role::unit, hall().values<Assignment>()[0].unit);
        room_->send("timer.overdue", "timer", late());
        QVERIFY(room_->bell.isRinging());
        const auto alarm = room_->text(0, AlarmBell::AlarmIdRole);
        room_->mark(alarm, AlarmState::taken, id(9));
        QVERIFY(room_->bell.isRinging());
        room_->bell.take({alarm});
        QVERIFY(!room_->bell.isRinging());
        QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("taken"));
        QCOMPARE(room_->outbox.count(), 0);
        QVERIFY(!room_->bell.data(room_->bell.index(0), AlarmBell::SharedRole).toBool());
    }

    /// What a street sees of an order that it does not command it takes for itself only.
    void aStreetTakesForAllWhatItCommands_data() {
        QTest::addColumn<std::string>("area"); // of the order
        QTest::addColumn<bool>("issued");      // by who sits here
        QTest::addColumn<bool>("shared");
        const std::string street("420114001000"), district("420114000000");
        QTest::newRow("its own area's") << street << false << true;
        QTest::newRow("the district's") << district << false << false;
        QTest::newRow("the district's, issued here") << district << true << true;
        QTest::newRow("one without an area") << std::string() << false << false;
    }
    void aStreetTakesForAllWhatItCommands() {
        QFETCH(std::string, area);
        QFETCH(bool, issued);
        QFETCH(bool, shared);
        hub_->account.area = "420114001000";
        enter(chengyun::Role::operator_);
        auto body = late();
        auto& order = body.values<Order>()[0];
        order.area = area;
        order.issued_by = issued ? hub_->account.id : id(9);
        const auto subject = order.id;
        room_->send("timer.overdue", "timer", std::move(body));
        const auto alarm = room_->text(0, AlarmBell::AlarmIdRole);
        QCOMPARE(room_->bell.data(room_->bell.index(0), AlarmBell::SharedRole).toBool(), shared);
        room_->bell.takeAbout(QStringLiteral("order"), qs(subject));
        QVERIFY(!room_->bell.isRinging());
        QCOMPARE(room_->text(0, AlarmBell::StateRole),
                 shared ? QStringLiteral("waiting") : QStringLiteral("taken"));
        if (shared)
            QTRY_COMPARE(int(hub_->carriedOut.size()), 1);
        else
            QCOMPARE(room_->outbox.count(), 0);
        // What others do about what is personal here makes no rows.
        room_->mark(qs(id_of({"order", subject, "overdue", "past"})), AlarmState::taken, id(9));
        QCOMPARE(room_->bell.count(), shared ? 2 : 1);
    }

    void urgentOnesComeFirst() {
        enter(chengyun::Role::operator_);
        room_->send("timer.overdue", "timer", late());
        auto body = about(AssignmentState::issued);
        body.values<Order>()[0].id = body.values<Assignment>()[0].order = id(302);
        body.values<Assignment>()[0].id = id(498);
        room_->send("order.issued", id(9), body);
        QCOMPARE(room_->kind(0), QStringLiteral("new_order"));
        QCOMPARE(room_->bell.takeNext()[QStringLiteral("id")].toString(),
                 QString::fromStdString(id(301)));
        QCOMPARE(room_->bell.takeNext()[QStringLiteral("id")].toString(),
                 QString::fromStdString(id(302)));
        QVERIFY(room_->bell.takeNext().isEmpty());
    }

    void whyAndHowLongMustBeSaid() {
        enter(chengyun::Role::operator_);
        room_->send("timer.overdue", "timer", late());
        const QStringList alarm{room_->text(0, AlarmBell::AlarmIdRole)};
        for (const auto& refused :
             {QStringLiteral("  "), QString(201, u'长'), QStringLiteral("在通话\u202e")}) {
            QVERIFY(!room_->bell.snooze(alarm, 15, refused));
            QVERIFY(!room_->bell.failureText().isEmpty());
            QCOMPARE(room_->text(0, AlarmBell::StateRole), QStringLiteral("open"));
        }
        // Nobody has put it off: it rings on, also after something else has happened.
        room_->clock.tick();
        room_->send("assignment.reported", id(2), late());
        QVERIFY(room_->bell.isRinging());
        QVERIFY(room_->bell.snooze(alarm, 15, QStringLiteral("在通话")));
        QVERIFY(!room_->bell.isRinging());
        QTRY_COMPARE(int(hub_->carriedOut.size()), 1);
        const auto command = json::read<SnoozeAlarms>(hub_->carriedOut.front().toStdString());
        QVERIFY(command.has_value());
        QCOMPARE(command->reason, std::string("在通话"));
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
            console::AlarmNews alarms(const std::vector<Entry>&, const Account&) override {
                return {{console::Alarm{}}, {}};
            }
        } silent;
        AlarmBell bell(room_->feed, {&silent}, room_->desk, room_->session, room_->clock,
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
