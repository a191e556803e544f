// Who is on duty now and next, and what rings when somebody does not come.
#include "app/duty/duty_alarms.h"
#include "app/duty/on_duty_model.h"
#include "tests/app/duty/duty_desk.h"

#include <QAbstractItemModelTester>

using namespace chengyun;
using namespace chengyun::test;
using console::OnDutyModel;

class OnDutyTest : public QObject {
    Q_OBJECT
    std::unique_ptr<DutyDesk> desk_;
    std::unique_ptr<OnDutyModel> model_;

    QVariantMap now(int row) const {
        return model_->data(model_->index(row), OnDutyModel::NowRole).toList().value(0).toMap();
    }
    QVariantMap next(int row) const {
        return model_->data(model_->index(row), OnDutyModel::NextRole).toList().value(0).toMap();
    }
    void tick(std::int64_t at) {
        desk_->now = at;
        desk_->clock.tick();
    }
    /// The entry about it, of which the roster has heard.
    Entry write(Shift shift, std::int64_t seq) const {
        shift.version = seq;
        Change body;
        body.values<Shift>() = {shift};
        auto told = entry(seq, "shift.planned", shift.id, std::move(body));
        Q_EMIT desk_->feed.arrived(shared({told}));
        return told;
    }
    /// The hub says that nobody has come to Zhang's shift.
    Entry late() const {
        auto told = entry(12, "shift.late", id(723), {});
        told.time = desk_->clock.exact();
        return told;
    }
    static std::vector<AlarmName> names(const std::vector<console::Alarm>& alarms) {
        std::vector<AlarmName> out;
        for (const auto& alarm : alarms)
            out.push_back(alarm.name);
        return out;
    }
    /// "shift_leader 07:40": where each rings, and what was missed.
    QStringList said(const std::vector<console::Alarm>& alarms) const {
        QStringList out;
        for (const auto& alarm : alarms) {
            const auto parts = QString::fromStdString(alarm.name.occurrence).split(u'.');
            out << parts[0] + u' ' + desk_->roster.clockText(instant_of(parts[1].toLongLong()));
        }
        return out;
    }

private Q_SLOTS:
    void init() {
        desk_ = std::make_unique<DutyDesk>();
        QVERIFY(desk_->signIn());
        model_ = std::make_unique<OnDutyModel>(desk_->roster, desk_->clock);
    }
    void cleanup() {
        model_.reset();
        desk_.reset();
    }

    void saysWhoIsThereAndWhoComes() {
        const QAbstractItemModelTester tester(model_.get());
        QVERIFY(model_->isKnown());
        QCOMPARE(model_->rowCount(), 5);
        QCOMPARE(model_->commander(), QStringLiteral("高国栋"));
        QCOMPARE(model_->shiftLeader(), QStringLiteral("周敏"));
        const auto dispatcher = now(3);
        QCOMPARE(dispatcher.value(QStringLiteral("personName")).toString(), QStringLiteral("张伟"));
        QCOMPARE(dispatcher.value(QStringLiteral("phone")).toString(),
                 QStringLiteral("13800000713"));
        QCOMPARE(dispatcher.value(QStringLiteral("time")).toString(),
                 QStringLiteral("07:30–19:30"));
        QVERIFY(!dispatcher.value(QStringLiteral("checkedIn")).toBool());
        QVERIFY(dispatcher.value(QStringLiteral("late")).toBool()); // since 07:40
        QCOMPARE(next(3).value(QStringLiteral("personName")).toString(), QStringLiteral("李娜"));
        QCOMPARE(model_->rowOfShift(qid(724)), 3);
    }

    void oneChecksInFromAnHourBefore() {
        QCOMPARE(model_->ownToCheckIn().value(QStringLiteral("shift")).toString(), qid(722));
        tick(hallNow - 61 * test::minute);
        QVERIFY(model_->ownToCheckIn().isEmpty());
        tick(hallNow - 59 * test::minute);
        QCOMPARE(model_->ownToCheckIn().value(QStringLiteral("shift")).toString(), qid(722));
        auto shift = *desk_->roster.shift(id(722));
        shift.state = ShiftState::on_duty;
        shift.checked_in = desk_->clock.exact();
        write(shift, 11);
        QVERIFY(model_->ownToCheckIn().isEmpty());
        tick(hallNow + test::minute);
        QVERIFY(now(2).value(QStringLiteral("checkedIn")).toBool());
        QVERIFY(now(2).value(QStringLiteral("mayClose")).toBool());
        QVERIFY(now(2).value(QStringLiteral("closeWaits")).toBool()); // nobody has handed over
    }

    void aMissingOneHasStandIns() {
        QCOMPARE(model_->lateCount(), 1); // Zhang Wei; the others have some minutes left
        const auto standIns = now(3).value(QStringLiteral("standIns")).toList();
        QVERIFY(!standIns.isEmpty());
        QVERIFY(standIns[0].toMap().value(QStringLiteral("person")).toString() != qid(zhang));
        tick(hallNow + 11 * test::minute);
        QCOMPARE(model_->lateCount(), 3);
    }

    /// Zhang is late since 07:40, and it climbs every ten minutes. Zhou sits here, the shift
    /// leader; commander and leader have no account, so that it rings at those who plan, and he
    /// may.
    void ringsWhereThePostAboveIs_data() {
        QTest::addColumn<int>("minutes"); // after 07:40
        QTest::addColumn<QStringList>("rings");
        const auto all =
            QStringLiteral("shift_leader 07:40,commander 07:40,leader 07:40").split(u',');
        QTest::newRow("at once") << 0 << all.first(1);
        QTest::newRow("it climbs") << 10 << all.first(2);
        QTest::newRow("to the leader") << 20 << all;
        QTest::newRow("and no further") << 25 << all;
    }
    void ringsWhereThePostAboveIs() {
        QFETCH(int, minutes);
        tick(hallNow + (minutes - 20) * test::minute);
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        const auto told = alarms.of({late()}, desk_->session.account()).alarms;
        QTEST(said(told), "rings");
        QCOMPARE(told[0].name.subject_kind, "shift");
        QCOMPARE(told[0].name.subject, id(723));
        QVERIFY(told[0].title().contains(QStringLiteral("张伟")));
        QVERIFY(told[0].text().contains(QStringLiteral("王强")));
        // Entries and snapshots call it alike.
        QVERIFY(names(alarms.standing(rosterHall())) == names(told));
        const auto named = alarms.named(told[0].name);
        QVERIFY(named.has_value());
        QCOMPARE(named->title(), told[0].title());
    }

    void theHubsWordCountsWhereTheSeatsClockIsBehind() {
        tick(hallNow - 20 * test::minute - 3000);
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        QVERIFY(alarms.standing(rosterHall()).empty());
        auto told = late();
        told.time = at("2026-07-01 07:40");
        QCOMPARE(said(alarms.of({told}, desk_->session.account()).alarms),
                 QStringList{QStringLiteral("shift_leader 07:40")});
    }

    void doesNotRingWhereSomebodyElseHears() {
        auto gaoHere = *desk_->roster.person(id(gao));
        gaoHere.account = "somebody";
        gaoHere.version = 11;
        Change body;
        body.values<Person>() = {gaoHere};
        desk_->send(11, "duty.person_written", body);
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        QCOMPARE(
            said(alarms.of({late()}, desk_->session.account()).alarms),
            (QStringList{QStringLiteral("shift_leader 07:40"), QStringLiteral("leader 07:40")}));
    }

    /// Moved to a later beginning nobody is late any more; who misses that one is late anew, and
    /// the alarm is another, whatever has become of the first.
    void whoIsLateASecondTimeIsAnotherAlarm() {
        tick(hallNow - 20 * test::minute);
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        QCOMPARE(int(alarms.of({late()}, desk_->session.account()).alarms.size()), 1);
        auto moved = *desk_->roster.shift(id(723));
        moved.start = at("2026-07-01 09:30");
        const auto news = alarms.of({write(moved, 13)}, desk_->session.account());
        QVERIFY(news.alarms.empty());
        QVERIFY((news.whole == std::vector<console::AlarmNews::Subject>{{"shift", id(723)}}));
        tick(hallNow + 100 * test::minute);
        QCOMPARE(said(alarms.of({late()}, desk_->session.account()).alarms),
                 QStringList{QStringLiteral("shift_leader 09:40")});
    }

    /// Whatever is written about a shift or a sheet that is late, it is late.
    void whatStandsIsSaidWithEveryChange() {
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        auto given = *desk_->roster.shift(id(723));
        given.person = id(wang);
        auto news = alarms.of({write(given, 13)}, desk_->session.account());
        QCOMPARE(int(news.alarms.size()), 3);
        QVERIFY(news.alarms[0].title().contains(QStringLiteral("王强")));
        Handover sheet;
        sheet.id = id(731);
        sheet.post = id(dispatcherPost);
        sheet.outgoing = id(723);
        sheet.due = at("2026-07-01 07:55");
        const auto signedBy = [&](HandoverState state, std::int64_t seq) {
            sheet.state = state;
            sheet.version = seq;
            Change body;
            body.values<Handover>() = {sheet};
            auto told = entry(seq, "handover.handed_over", sheet.id, std::move(body));
            Q_EMIT desk_->feed.arrived(shared({told}));
            return alarms.of({told}, desk_->session.account());
        };
        news = signedBy(HandoverState::handed_over, 14);
        QCOMPARE(said(news.alarms), QStringList{QStringLiteral("shift_leader 07:55")});
        news = signedBy(HandoverState::accepted, 15);
        QVERIFY(news.alarms.empty());
        QVERIFY((news.whole == std::vector<console::AlarmNews::Subject>{{"handover", sheet.id}}));
    }

    /// It rings at who plans, of whatever area; for all it is taken by the whole hall's accounts.
    void aStreetTakesTheCentresForItselfOnly_data() {
        QTest::addColumn<std::string>("area");
        QTest::addColumn<bool>("personal");
        QTest::newRow("the hall") << std::string() << false;
        QTest::newRow("the district") << std::string("420114000000") << false;
        QTest::newRow("a street") << std::string("420114001000") << true;
    }
    void aStreetTakesTheCentresForItselfOnly() {
        QFETCH(std::string, area);
        QFETCH(bool, personal);
        DutyDesk desk;
        desk.hub.account.area = area;
        QVERIFY(desk.signIn());
        console::DutyAlarms alarms(desk.roster, desk.clock);
        const auto standing = alarms.standing(rosterHall());
        QVERIFY(!standing.empty());
        for (const auto& alarm : standing) {
            QCOMPARE(alarm.personal, personal);
            QCOMPARE(alarms.named(alarm.name)->personal, personal);
        }
    }

    void oneWhoComesEndsIt() {
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        auto shift = *desk_->roster.shift(id(723));
        shift.state = ShiftState::on_duty;
        const auto news = alarms.of({write(shift, 12)}, desk_->session.account());
        QVERIFY(news.alarms.empty());
        QCOMPARE(int(news.whole.size()), 1);
        QCOMPARE(news.whole[0].id, id(723));
    }
};

QTEST_GUILESS_MAIN(OnDutyTest)
#include "on_duty_test.moc"
