// Who leads the hall, and in which mode.
#include "tests/hub/duty/duty_hall.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DutyHall;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

class DutyTest : public QObject {
    Q_OBJECT

    static SetDuty names(const std::string& commander, const std::string& leader,
                         Mode mode = Mode::peace) {
        SetDuty command;
        command.mode = mode;
        command.commander = commander;
        command.shift_leader = leader;
        return command;
    }
    /// Upon what there is.
    static Result<Done> set(DutyHall& hall, const Account& by, SetDuty command) {
        command.version = must(hall.duty_store.get(*hall.reader)).version;
        return hall.run([&](Transaction& tx) { return hall.duty.set(tx, by, command); });
    }
    static Snapshot snapshot(Hall& hall, const Account& account) {
        return must(
            json::read<Snapshot>(must(hall.snapshots.make(*hall.reader, account, hall.clock()))));
    }

private Q_SLOTS:
    void nobodyHasSaid() {
        DutyHall hall;
        QVERIFY(must(hall.duty_store.get(*hall.reader)) == Duty{});
        QVERIFY(snapshot(hall, hall.commander).values<Duty>() == std::vector{Duty{}});
    }

    void namesAndMode() {
        DutyHall hall;
        const auto named = must(set(hall, hall.commander, names("高国栋", "周敏")));
        QVERIFY(named.change.one<Duty>());
        Duty expected;
        expected.commander = "高国栋";
        expected.shift_leader = "周敏";
        expected.version = named.seq;
        QVERIFY(*named.change.one<Duty>() == expected);

        hall.later(5);
        auto command = names("高国栋", "陈立新", Mode::emergency);
        command.reason = "暴雨红色预警";
        const auto switched = must(set(hall, hall.commander, command));
        expected.mode = Mode::emergency;
        expected.mode_since = hall.clock();
        expected.mode_reason = "暴雨红色预警";
        expected.shift_leader = "陈立新";
        expected.version = switched.seq;
        QVERIFY(*switched.change.one<Duty>() == expected);
        QCOMPARE(hall.kinds(), (std::vector<std::string>{"duty.changed", "mode.switched"}));

        // A change of people leaves the mode and its story alone.
        hall.later(5);
        const auto handed = must(set(hall, hall.commander, names("", "陈立新", Mode::emergency)));
        expected.commander.clear();
        expected.version = handed.seq;
        QVERIFY(*handed.change.one<Duty>() == expected);

        hall.close();
        hall.open();
        QVERIFY(must(hall.duty_store.get(*hall.reader)) == expected);
        QVERIFY(hall.chain_intact());
    }

    void whatOneDidIsNotUndoneUnseen() {
        DutyHall hall;
        const auto first = must(set(hall, hall.commander, names("高国栋", "周敏")));
        auto late = names("高国栋", "陈立新");
        late.version = first.seq - 1;
        const auto done =
            hall.run([&](Transaction& tx) { return hall.duty.set(tx, hall.commander, late); });
        QVERIFY(done.has_error());
        QCOMPARE(done.error().kind, FailureKind::conflict);
        QVERIFY(must(hall.duty_store.get(*hall.reader)) == *first.change.one<Duty>());
    }

    void everybodySees() {
        DutyHall hall;
        hall.add_areas();
        const auto done = must(set(hall, hall.commander, names("高国栋", "周敏")));
        for (const auto& account : {hall.commander, hall.east_operator, hall.east_phone})
            QVERIFY(snapshot(hall, account).values<Duty>() == done.change.values<Duty>());
        const auto entries =
            must(read_journal(*hall.reader, hall.writer->kinds(), done.seq - 1, 10));
        QCOMPARE(entries.size(), std::size_t{1});
        QVERIFY(may_see(hall.east_phone, *entries.front()));
        auto gone = hall.east_phone;
        gone.disabled = true;
        QVERIFY(!may_see(gone, *entries.front()));
    }

    void refused_data() {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("commander");
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("field");
        QTest::newRow("a street's operator")
            << "street" << "高国栋" << Mode::peace << FailureKind::forbidden << "";
        QTest::newRow("a unit") << "unit" << "高国栋" << Mode::peace << FailureKind::forbidden
                                << "";
        QTest::newRow("an auditor")
            << "auditor" << "高国栋" << Mode::peace << FailureKind::forbidden << "";
        QTest::newRow("a mode without a reason")
            << "commander" << "高国栋" << Mode::emergency << FailureKind::missing_field << "reason";
        QTest::newRow("a name of two lines") << "commander" << "高\n国栋" << Mode::peace
                                             << FailureKind::unseen_character << "commander";
        QTest::newRow("a name without end") << "commander" << QString(201, u'高') << Mode::peace
                                            << FailureKind::invalid_field << "commander";
    }
    void refused() {
        QFETCH(QString, who);
        QFETCH(QString, commander);
        QFETCH(Mode, mode);
        DutyHall hall;
        hall.add_areas();
        const std::map<std::string, Account> people = {{"street", hall.east_operator},
                                                       {"unit", hall.east_phone},
                                                       {"auditor", hall.auditor},
                                                       {"commander", hall.commander}};
        const auto done =
            set(hall, people.at(who.toStdString()), names(commander.toStdString(), "周敏", mode));
        QVERIFY(done.has_error());
        QTEST(done.error().kind, "kind");
        QTEST(QString::fromStdString(done.error().field), "field");
        QVERIFY(must(hall.duty_store.get(*hall.reader)) == Duty{});
    }

    void theDistrictsOperatorMay() {
        DutyHall hall;
        QVERIFY(set(hall, Hall::account(Role::operator_, "420114000000"), names("高国栋", "周敏")));
    }
};

QTEST_GUILESS_MAIN(DutyTest)
#include "duty_test.moc"
