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
    void write(Shift shift, std::int64_t seq) {
        shift.version = seq;
        Change body;
        body.values<Shift>() = {std::move(shift)};
        desk_->send(seq, "shift.planned", std::move(body));
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

    void ringsWhereThePostAboveIs_data() {
        QTest::addColumn<QByteArray>("at");
        QTest::addColumn<int>("rings");
        QTest::newRow("shift leader: it is this seat") << QByteArray("shift_leader") << 1;
        // Gao has no account here: it rings at those who may plan, and Zhou may.
        QTest::newRow("commander, whom nobody hears") << QByteArray("commander") << 1;
    }
    void ringsWhereThePostAboveIs() {
        QFETCH(QByteArray, at);
        QFETCH(int, rings);
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        auto late = entry(12, "shift.late", "shift", {});
        late.id = id(723);
        late.body.note = {{"at", at.toStdString()}, {"proposed", id(wang)}};
        const auto told = alarms.of({late}, desk_->session.account()).alarms;
        QCOMPARE(int(told.size()), rings);
        QCOMPARE(told[0].name.subject_kind, "shift");
        QCOMPARE(told[0].name.subject, id(723));
        QCOMPARE(QByteArray::fromStdString(told[0].name.occurrence), at);
        QVERIFY(told[0].title().contains(QStringLiteral("张伟")));
        QVERIFY(told[0].text().contains(QStringLiteral("王强")));
    }

    void doesNotRingWhereSomebodyElseHears() {
        auto gaoHere = *desk_->roster.person(id(gao));
        gaoHere.account = "somebody";
        gaoHere.version = 11;
        Change body;
        body.values<Person>() = {gaoHere};
        desk_->send(11, "duty.person_written", body);
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        auto late = entry(12, "shift.late", "shift", {});
        late.id = id(723);
        late.body.note = {{"at", "commander"}};
        QVERIFY(alarms.of({late}, desk_->session.account()).alarms.empty());
    }

    /// Entries and snapshots call it alike.
    void whatWasMissedStandsUnderTheSameName() {
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        const auto missed = alarms.standing(rosterHall());
        QVERIFY(!missed.empty());
        QCOMPARE(missed[0].name.subject, id(723));
        auto late = entry(12, "shift.late", "shift", {});
        late.id = id(723);
        late.body.note = {{"at", "shift_leader"}, {"proposed", id(wang)}};
        const auto told = alarms.of({late}, desk_->session.account()).alarms;
        QVERIFY(told[0].name == missed[0].name);
        const auto named = alarms.named(missed[0].name);
        QVERIFY(named.has_value());
        QCOMPARE(named->title(), missed[0].title());
    }

    void itRingsHigherUpWhenNobodyComes() {
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        // Late since 07:40; it climbs every ten minutes: at 08:00 the leader on duty is told, too.
        // Neither commander nor leader can hear it, so that it rings at those who plan: here.
        QStringList at;
        for (const auto& alarm : alarms.standing(rosterHall()))
            at << QString::fromStdString(alarm.name.occurrence);
        QCOMPARE(at, (QStringList{QStringLiteral("shift_leader"), QStringLiteral("commander"),
                                  QStringLiteral("leader")}));
    }

    void oneWhoComesEndsIt() {
        console::DutyAlarms alarms(desk_->roster, desk_->clock);
        auto come = entry(12, "shift.checked_in", "shift", {});
        auto shift = rosterHall().values<Shift>()[2];
        shift.state = ShiftState::on_duty;
        come.body.values<Shift>() = {shift};
        const auto news = alarms.of({come}, desk_->session.account());
        QVERIFY(news.alarms.empty());
        QCOMPARE(int(news.whole.size()), 1);
        QCOMPARE(news.whole[0].id, id(723));
    }
};

QTEST_GUILESS_MAIN(OnDutyTest)
#include "on_duty_test.moc"
