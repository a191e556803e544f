// The duty roster as a seat keeps it: from the snapshot, the stream, and what is fetched of a
// month.
#include "app/duty/figures_model.h"
#include "app/duty/rota_board.h"
#include "app/duty/rota_draft.h"
#include "core/wire/wire_codec.h"
#include "tests/app/duty/duty_desk.h"

#include <QSignalSpy>

using namespace chengyun;
using namespace chengyun::test;
using console::DutyRoster;
using namespace Qt::StringLiterals;

class RosterTest : public QObject {
    Q_OBJECT

    std::unique_ptr<DutyDesk> desk_;

    static QByteArray rosterPath(Instant from, Instant to) {
        return "/duty/roster?from=" + QByteArray::number(qint64(ms_of(from))) +
               "&to=" + QByteArray::number(qint64(ms_of(to)));
    }
    static QByteArray answer(std::int64_t seq, std::vector<Shift> shifts) {
        Snapshot snapshot;
        snapshot.seq = seq;
        snapshot.values<Shift>() = std::move(shifts);
        return QByteArray::fromStdString(json::write(snapshot));
    }

private Q_SLOTS:
    void init() {
        desk_ = std::make_unique<DutyDesk>();
        QVERIFY(desk_->signIn());
    }
    void cleanup() { desk_.reset(); }

    void postsStandInTheChainOfCommand() {
        QStringList names;
        for (const auto& post : desk_->roster.posts())
            names.append(QString::fromStdString(post.name));
        QCOMPARE(names.join(u' '), QStringLiteral("带班领导 指挥长 值班长 调度员 水务联络员"));
        QCOMPARE(desk_->roster.postName(qid(dispatcherPost)), QStringLiteral("调度员"));
        QCOMPARE(desk_->roster.personName(qid(zhang)), QStringLiteral("张伟"));
        QCOMPARE(desk_->roster.personName({}), QString());
        QCOMPARE(desk_->roster.personName(qid(999)), QStringLiteral("…"));
        QCOMPARE(desk_->roster.unitName(qid(203)), QStringLiteral("水务局"));
    }

    /// Days and times are the hall's, also when it says so later.
    void goesByTheHallsZone_data() {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("today");
        QTest::addColumn<QString>("clock");
        QTest::addColumn<QString>("columnOne");
        QTest::newRow("the sample's")
            << QByteArray("Asia/Shanghai") << u"2026-07-01"_s << u"08:00"_s << u"2026-07-01"_s;
        QTest::newRow("behind UTC")
            << QByteArray("America/New_York") << u"2026-06-30"_s << u"20:00"_s << u"2026-06-01"_s;
        QTest::newRow("far ahead")
            << QByteArray("Pacific/Kiritimati") << u"2026-07-01"_s << u"14:00"_s << u"2026-07-01"_s;
    }
    void goesByTheHallsZone() {
        QFETCH(QByteArray, zone);
        auto& roster = desk_->roster;
        console::RotaDraft draft{roster, desk_->commands, desk_->outbox, desk_->session};
        console::RotaBoard board{roster, draft, desk_->clock};
        console::FiguresModel figures{roster, desk_->clock};
        QSignalSpy shifts(&roster, &DutyRoster::shiftsChanged);
        console::Local::instance().take({.zone = zone.toStdString()});
        QTEST(roster.dayText(0), "today");
        QTEST(roster.clockText(at("2026-07-01 08:00")), "clock");
        QCOMPARE(roster.momentText(at("2026-07-01 08:00")),
                 roster.dayText(0).mid(5) + u' ' + roster.clockText(at("2026-07-01 08:00")));
        QTEST(board.dateAt(0), "columnOne"); // the month of today
        QCOMPARE(figures.month(), board.dateAt(0).left(7));
        QCOMPARE(shifts.isEmpty(), zone == "Asia/Shanghai");
    }

    void knowsWhoSitsHereAndMayWhat() {
        auto& roster = desk_->roster;
        QCOMPARE(roster.selfId(), qid(zhou));
        QVERIFY(roster.may(DutyRight::plan, ""));
        QVERIFY(roster.may(DutyRight::plan, id(203))); // the centre's planner plans all posts
        QVERIFY(!roster.may(DutyRight::approve, ""));
        QVERIFY(roster.plansAny() && !roster.approvesAny());
        QVERIFY(!roster.leads(PostKind::dispatcher)); // he has not checked in
        Change body;
        auto shift = *roster.shift(id(722));
        shift.state = ShiftState::on_duty;
        shift.checked_in = desk_->clock.exact();
        shift.version = 11;
        body.values<Shift>() = {shift};
        desk_->send(11, "shift.checked_in", body);
        QVERIFY(roster.leads(PostKind::dispatcher));
        QVERIFY(!roster.leads(PostKind::commander));
        using Sides = std::vector<ShiftSide>;
        QVERIFY(roster.sidesOf(*roster.shift(id(722))) ==
                (Sides{ShiftSide::own, ShiftSide::plans}));
        QVERIFY(roster.sidesOf(*roster.shift(id(723))) ==
                (Sides{ShiftSide::leads, ShiftSide::plans}));
    }

    void entriesReplaceWhatIsOlder() {
        QSignalSpy shifts(&desk_->roster, &DutyRoster::shiftsChanged);
        QSignalSpy posts(&desk_->roster, &DutyRoster::postsChanged);
        auto changed = *desk_->roster.shift(id(723));
        changed.person = id(wang);
        changed.version = 12;
        Change body;
        body.values<Shift>() = {changed};
        desk_->send(12, "shift.planned", body);
        QCOMPARE(shifts.count(), 1);
        QCOMPARE(posts.count(), 0);
        QCOMPARE(desk_->roster.shift(id(723))->person, id(wang));
        // An entry that was overtaken by an answer changes nothing.
        changed.person = id(li);
        changed.version = 11;
        body.values<Shift>() = {changed};
        desk_->send(11, "shift.planned", body);
        QCOMPARE(shifts.count(), 1);
        QCOMPARE(desk_->roster.shift(id(723))->person, id(wang));
    }

    void aMonthIsFetchedWhenItIsLookedAt() {
        const auto from = at("2026-08-01 00:00"), to = at("2026-09-01 00:00");
        const auto august =
            shift(801, dispatcherPost, zhang, "2026-08-03 08:00", "2026-08-03 20:00");
        desk_->hub.pages[rosterPath(from, to)] = answer(10, {august});
        desk_->roster.look(from, to);
        QVERIFY(desk_->roster.isFetching());
        QVERIFY(!desk_->roster.isIncomplete());
        // What the stream brings meanwhile is newer than the answer.
        auto moved = august;
        moved.person = id(wang);
        moved.version = 20;
        Change body;
        body.values<Shift>() = {moved};
        desk_->send(20, "shift.planned", body);
        QTRY_VERIFY(!desk_->roster.isFetching());
        QCOMPARE(desk_->roster.shift(id(801))->person, id(wang));
        QVERIFY(desk_->roster.shift(id(722))); // what was known stays
        // It is known now: not asked for again, nor a part of it.
        const auto asked = desk_->hub.fetched.size();
        desk_->roster.look(from, at("2026-08-08 00:00"));
        QVERIFY(!desk_->roster.isFetching());
        QCOMPARE(desk_->hub.fetched.size(), asked);
    }

    void whatCannotBeFetchedIsSaidAndAskedForAgain() {
        const auto from = at("2026-08-01 00:00"), to = at("2026-09-01 00:00");
        desk_->roster.look(from, to); // the hub has no such page
        QTRY_VERIFY(!desk_->roster.isFetching());
        QVERIFY(desk_->roster.isIncomplete());
        desk_->hub.pages[rosterPath(from, to)] =
            answer(10, {shift(801, dispatcherPost, zhang, "2026-08-03 08:00", "2026-08-03 20:00")});
        desk_->hub.tellReload(); // all is loaded anew
        QTRY_VERIFY(desk_->roster.shift(id(801)));
        QVERIFY(!desk_->roster.isIncomplete());
    }

    void commandsAreKeptAndRefusedAtOnce() {
        desk_->hub.silent = true;
        QSignalSpy settled(&desk_->commands, &console::DutyCommands::settled);
        QVERIFY(desk_->commands.checkIn(qid(722), QStringLiteral("seat")));
        QTRY_COMPARE(settled.count(), 1);
        QCOMPARE(settled[0][0].toString(), qid(722));
        QVERIFY(settled[0][1].toBool());
        QCOMPARE(desk_->sent(), QByteArray(R"({"from":"seat"})"));
        // The night shift begins in half a day.
        QVERIFY(!desk_->commands.checkIn(qid(724), QStringLiteral("seat")));
        QVERIFY(!desk_->commands.failureText().isEmpty());
        QVERIFY(!desk_->commands.closeShift(qid(722))); // nobody has handed over
        QCOMPARE(desk_->commands.failureField(), QStringLiteral("handover"));
        QVERIFY(desk_->commands.standIn(qid(723), qid(wang)));
        QVERIFY(desk_->commands.failureText().isEmpty());
        QVERIFY(!desk_->commands.actOnLeave(qid(1), QStringLiteral("approve"), {}));
    }

    void timesAreThePlacesOwn() {
        QCOMPARE(desk_->roster.clockText(instant_of(hallNow)), QStringLiteral("08:00"));
        QCOMPARE(desk_->roster.momentText(instant_of(hallNow)), QStringLiteral("07-01 08:00"));
    }
};

QTEST_GUILESS_MAIN(RosterTest)
#include "roster_test.moc"
