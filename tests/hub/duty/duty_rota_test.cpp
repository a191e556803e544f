// Planning, checking in, being late, standing in, exchange and leave: who may, and what comes of
// it.
#include "tests/hub/duty/duty_hall.h"

#include "core/duty/pattern.h"
#include "tests/support/wuhan.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DutyHall;
using chengyun::hub::test::must;
using chengyun::hub::test::outcome;
using sample::id;

namespace {

/// A hall with a dispatchers' desk below a shift leader, and a department's liaison.
struct Centre : DutyHall {
    Centre() {
        add_areas();
        add_post("chief", PostKind::shift_leader);
        add_post("desk");
        add_post("guard", PostKind::liaison, east_unit);
        add_person("lead");
        add_person("ann");
        add_person("bob");
        add_person("eve", east_unit);
        add_person("pat", {}, {DutyRight::plan});
        add_person("max", {}, {DutyRight::approve});
    }
    Account unit = east_phone;
};

std::vector<std::string> since(DutyHall& hall, std::int64_t seq) {
    return hall.kinds(seq);
}

} // namespace

class DutyRotaTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void who_may_plan_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("centre");
        QTest::addColumn<QByteArray>("department");
        const auto row = [](const char* who, const char* centre, const char* department) {
            QTest::newRow(who) << QByteArray(who) << QByteArray(centre) << QByteArray(department);
        };
        const char* no = "forbidden shifts[0].post";
        row("commander", "ok", "ok");
        row("planner", "ok", "ok");
        row("unit", no, "ok");
        row("another unit", no, no);
        row("approver", no, no);
        row("dispatcher", no, no);
        row("auditor", no, no);
    }
    void who_may_plan() {
        QFETCH(QByteArray, who);
        Centre hall;
        const std::map<QByteArray, Account> accounts = {
            {"commander", hall.commander},     {"planner", DutyHall::of("pat")},
            {"unit", hall.east_phone},         {"another unit", hall.west_phone},
            {"approver", DutyHall::of("max")}, {"dispatcher", DutyHall::of("ann")},
            {"auditor", hall.auditor}};
        const auto& account = accounts.at(who);
        const auto head = hall.head();
        const auto centre = hall.plan(account, {{hall.planned("s1", "desk", "ann", 60, 120)}, {}});
        const auto department =
            hall.plan(account, {{hall.planned("s2", "guard", "eve", 60, 120)}, {}});
        QTEST(outcome(centre), "centre");
        QTEST(outcome(department), "department");
        QCOMPARE(since(hall, head).size(),
                 std::size_t(centre.has_value() + department.has_value()));
    }

    void rights_are_given_by_approvers_only() {
        Centre hall;
        auto pat = must(duty_table<Person>().get(*hall.reader, id("pat")));
        pat.rights = {DutyRight::plan, DutyRight::approve};
        QCOMPARE(outcome(hall.put(DutyHall::of("pat"), pat)), "forbidden rights");
        QCOMPARE(outcome(hall.put(hall.commander, pat)), "ok");
        QCOMPARE(outcome(hall.put(hall.commander, pat)), "conflict version");
        // An account is one person's.
        auto bob = must(duty_table<Person>().get(*hall.reader, id("bob")));
        bob.account = DutyHall::of("ann").id;
        QCOMPARE(outcome(hall.put(hall.commander, bob)), "conflict account");
    }

    void a_department_has_liaisons() {
        Centre hall;
        auto post = sample::post("boss", PostKind::leader);
        post.unit = hall.east_unit;
        QCOMPARE(outcome(hall.put(hall.east_phone, post)), "invalid_field kind");
        post.kind = PostKind::liaison;
        QCOMPARE(outcome(hall.put(hall.east_phone, post)), "ok");
        auto moved = must(duty_table<Post>().get(*hall.reader, id("boss")));
        moved.unit = hall.west_unit;
        QCOMPARE(outcome(hall.put(hall.east_phone, moved)), "forbidden unit");
        post.id = id("nowhere");
        post.unit = id("nobody");
        QCOMPARE(outcome(hall.put(hall.commander, post)), "not_found unit");
    }

    void what_another_has_changed_is_not_undone() {
        Centre hall;
        auto shift = hall.planned("s1", "desk", "ann", 60, 120);
        const auto first = must(hall.plan(hall.commander, {{shift}, {}}));
        QCOMPARE(outcome(hall.plan(hall.commander, {{shift}, {}})), "conflict shifts[0].version");
        shift.version = first.seq;
        shift.person = id("bob");
        QCOMPARE(outcome(hall.plan(hall.commander, {{shift}, {}})), "ok");
        QCOMPARE(hall.shift("s1").person, id("bob"));
        // Who has not seen that cannot take the shift out either.
        QCOMPARE(outcome(hall.plan(hall.commander, {{}, {{id("s1"), first.seq}}})),
                 "conflict cancelled[0].version");
        QVERIFY(counts(hall.shift("s1")));
        QCOMPARE(outcome(hall.plan(hall.commander, {{}, {{id("s1"), hall.shift("s1").version}}})),
                 "ok");
    }

    void all_shifts_or_none() {
        Centre hall;
        const auto head = hall.head();
        const auto good = hall.planned("s1", "desk", "ann", 60, 120);
        for (const auto& [bad, said] :
             {std::pair(hall.planned("s2", "nowhere", "ann", 60, 120), "not_found shifts[1].post"),
              std::pair(hall.planned("s2", "desk", "nobody", 60, 120),
                        "not_found shifts[1].person"),
              std::pair(hall.planned("s2", "desk", "ann", 60, 61), "invalid_field shifts[1].end")})
            QCOMPARE(outcome(hall.plan(hall.commander, {{good, bad}, {}})), said);
        QCOMPARE(outcome(hall.plan(hall.commander, {{good}, {{id("s9"), 1}}})),
                 "not_found cancelled[0].shift");
        QCOMPARE(hall.head(), head);
        VERIFY_REFUSED(duty_table<Shift>().get(*hall.reader, id("s1")), not_found);
    }

    void a_month_is_planned_at_once() {
        Centre hall;
        Pattern pattern;
        pattern.key = pattern.name = "two";
        pattern.turns = {{"day", 480, 720}, {"night", 1200, 720}};
        pattern.cycle = {0, 1};
        const std::vector<Post> posts = must(all_posts(*hall.reader));
        const auto laid = must(lay_out(
            {"2026-10-01",
             "2026-10-31",
             0,
             {{"a", {{id("desk"), id("ann"), {}}}}, {"b", {{id("desk"), id("bob"), {}}}}}},
            pattern, posts, Calendar({}, sample::wuhan), [&] { return new_id(hall.clock()); }));
        PlanShifts command;
        for (const auto& shift : laid.shifts)
            command.shifts.push_back(
                {shift.id, shift.post, shift.person, {}, shift.start, shift.end, 0});
        const auto done = must(hall.plan(DutyHall::of("pat"), command));
        QCOMPARE(done.change.values<Shift>().size(), 62U);
        QCOMPARE(hall.kinds(done.seq - 1), std::vector<std::string>{"shift.planned"});
        // Everybody sees the rota of any period; the snapshot holds a week.
        const auto at = [](const char* text) { return sample::at(text); };
        const auto text = must(
            hall.roster.reads.roster(*hall.reader, at("2026-10-10 08:00"), at("2026-10-11 08:00")));
        const auto roster = must(json::read<Snapshot>(text));
        QCOMPARE(roster.values<Shift>().size(), 2U);
        QCOMPARE(roster.seq, hall.head());
        hall.now_ms = ms_of(at("2026-10-10 12:00"));
        // 9 to 17 October, and the night before.
        QCOMPARE(hall.seen_by(hall.east_phone).values<Shift>().size(), 17U);
        QVERIFY(hall.chain_intact());
    }

    void cancelled_shifts_need_nobody() {
        Centre hall;
        hall.add_shift("s1", "desk", "ann", 60, 120);
        const auto version = hall.shift("s1").version;
        const auto done = must(hall.plan(DutyHall::of("pat"), {{}, {{id("s1"), version}}}));
        QVERIFY(done.change.values<Shift>().front().state == ShiftState::cancelled);
        hall.later(90);
        const auto head = hall.head();
        hall.fire();
        QCOMPARE(hall.head(), head);
    }

    void who_checks_in_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<CheckInFrom>("from");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* who, CheckInFrom from, const char* said) {
            QTest::addRow("%s, %d", who, int(from)) << QByteArray(who) << from << QByteArray(said);
        };
        row("ann", CheckInFrom::seat, "ok");
        row("ann", CheckInFrom::field, "ok");
        row("lead", CheckInFrom::telephone, "ok");
        row("lead", CheckInFrom::seat, "invalid_field from");
        row("pat", CheckInFrom::telephone, "ok");
        row("bob", CheckInFrom::telephone, "forbidden act");
        row("eve", CheckInFrom::telephone, "forbidden act");
    }
    void who_checks_in() {
        QFETCH(QByteArray, who);
        QFETCH(CheckInFrom, from);
        Centre hall;
        hall.add_shift("s0", "chief", "lead", 0, 480);
        hall.add_shift("s1", "desk", "ann", 30, 480);
        must(hall.check_in(DutyHall::of("lead"), "s0"));
        const auto done = hall.check_in(DutyHall::of(who.constData()), "s1", from);
        QTEST(outcome(done), "said");
        QCOMPARE(hall.shift("s1").state == ShiftState::on_duty, done.has_value());
    }

    void what_a_phone_shows_data() {
        QTest::addColumn<int>("at");    ///< minutes after the beginning of the first shift
        QTest::addColumn<bool>("isIn"); ///< checked in for it
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](int at, bool isIn, const char* shown) {
            QTest::addRow("%d %d", at, isIn) << at << isIn << QByteArray(shown);
        };
        row(-100, false, "s1 planned");
        row(-60, false, "s1 planned");
        row(10, false, "s1 planned");
        row(10, true, "s1 on_duty");
        // The next one can be checked in for while the first goes on.
        row(440, true, "s2 planned");
        row(500, true, "s2 planned");
        row(500, false, "s2 planned");
        row(2000, false, "");
    }
    void what_a_phone_shows() {
        QFETCH(int, at);
        QFETCH(bool, isIn);
        Centre hall;
        hall.later(200);
        hall.add_shift("s1", "desk", "ann", 0, 480);
        hall.add_shift("s2", "desk", "ann", 500, 980);
        if (isIn)
            must(hall.check_in(DutyHall::of("ann"), "s1"));
        hall.later(at);
        const auto own = must(json::read<OwnDuty>(
            must(hall.roster.reads.own(*hall.reader, DutyHall::of("ann"), hall.clock()))));
        QByteArray shown;
        if (own.shift)
            shown = sample::name_of(own.shift->id) + " " +
                    QByteArray::fromStdString(std::string(json::name_of(own.shift->state)));
        QTEST(shown, "shown");
        QCOMPARE(own.check_in_from.has_value(),
                 own.shift && own.shift->state == ShiftState::planned);
        QCOMPARE(must(hall.roster.reads.own(*hall.reader, hall.auditor, hall.clock())),
                 std::string("{}"));
    }

    void only_who_is_on_duty_leads() {
        Centre hall;
        hall.add_shift("s0", "chief", "lead", 0, 480);
        hall.add_shift("s1", "desk", "ann", 0, 480);
        QCOMPARE(outcome(hall.stand_in(DutyHall::of("lead"), "s1", "bob")), "forbidden act");
        must(hall.check_in(DutyHall::of("lead"), "s0"));
        QCOMPARE(outcome(hall.stand_in(DutyHall::of("lead"), "s1", "bob")), "ok");
        QCOMPARE(hall.shift("s1").stands_in_for, id("ann"));
    }

    void late_check_ins_ring_and_climb_once() {
        Centre hall;
        hall.add_post("commander", PostKind::commander);
        hall.add_post("leader", PostKind::leader);
        hall.add_shift("s1", "desk", "ann", 10, 480);
        const auto head = hall.head();
        hall.later(19);
        hall.fire();
        QCOMPARE(hall.head(), head);
        hall.later(1);
        hall.fire();
        QCOMPARE(since(hall, head), std::vector<std::string>{"shift.late"});
        hall.fire();
        QCOMPARE(since(hall, head).size(), 1U);
        const auto entry = must(read_journal(*hall.reader, hall.writer->kinds(), head, 1)).front();
        const auto told = must(json::read<Entry>(entry->json, json::Unknown::ignore));
        QCOMPARE(told.body.note.at("at"), std::string("shift_leader"));
        QCOMPARE(told.body.note.at("proposed"), id("bob"));
        // The hub was down: what came due fires in order, each once.
        hall.close();
        hall.open();
        hall.later(600);
        hall.fire();
        hall.fire();
        QCOMPARE(since(hall, head), (std::vector<std::string>(3, "shift.late")));
        QVERIFY(!must(hall.deadline_store->earliest(*hall.reader)).has_value());
    }

    void a_stand_in_is_waited_for_too() {
        Centre hall;
        hall.add_shift("s1", "desk", "ann", 10, 480);
        hall.later(20);
        hall.fire();
        must(hall.stand_in(hall.commander, "s1", "bob"));
        auto head = hall.head();
        hall.fire();
        QCOMPARE(hall.head(), head);
        hall.later(10);
        hall.fire();
        QCOMPARE(since(hall, head), std::vector<std::string>{"shift.late"});
        must(hall.check_in(DutyHall::of("bob"), "s1"));
        head = hall.head();
        hall.later(60);
        hall.fire();
        QCOMPARE(hall.head(), head);
    }

    void what_is_over_is_not_waited_for() {
        Centre hall;
        const auto head = hall.head() + 1;
        hall.add_shift("s1", "desk", "ann", -600, -120);
        hall.fire();
        QCOMPARE(hall.head(), head);
    }

    Result<Done> exchange(DutyHall& hall, const Account& by, RequestAct act,
                          const std::string& text = {}) {
        ActOnRequest body;
        if (!text.empty())
            body.text = text;
        return hall.run([&](Transaction& tx) {
            return hall.roster.requests.act_on_exchange(tx, by, id("x1"), act, body);
        });
    }
    Result<Done> ask(DutyHall& hall, const Account& by, const char* shift, const char* in_return) {
        AskExchange command;
        command.id = id("x1");
        command.shift = id(shift);
        command.other = id("bob");
        if (*in_return)
            command.in_return = id(in_return);
        command.reason = "because";
        return hall.run([&](Transaction& tx) { return hall.roster.requests.ask(tx, by, command); });
    }

    void shifts_are_exchanged_on_approval() {
        Centre hall;
        hall.add_shift("s1", "desk", "ann", 60, 540);
        hall.add_shift("s2", "desk", "bob", 600, 900);
        const auto ann = DutyHall::of("ann"), bob = DutyHall::of("bob");
        QCOMPARE(outcome(ask(hall, bob, "s1", "s2")), "invalid_field other");
        QCOMPARE(outcome(ask(hall, hall.commander, "s1", "s2")), "forbidden person");
        QCOMPARE(outcome(ask(hall, ann, "s2", "s1")), "forbidden shift");
        QCOMPARE(outcome(ask(hall, ann, "s1", "s2")), "ok");
        QCOMPARE(outcome(ask(hall, ann, "s1", "s2")), "conflict id");
        QCOMPARE(hall.seen_by(bob).values<ShiftExchange>().size(), 1U);
        QCOMPARE(outcome(exchange(hall, hall.commander, RequestAct::approve)), "wrong_state act");
        QCOMPARE(outcome(exchange(hall, ann, RequestAct::agree)), "forbidden act");
        QCOMPARE(outcome(exchange(hall, bob, RequestAct::agree)), "ok");
        QCOMPARE(outcome(exchange(hall, DutyHall::of("pat"), RequestAct::approve)),
                 "forbidden act");
        const auto done = must(exchange(hall, DutyHall::of("max"), RequestAct::approve));
        QCOMPARE(done.change.values<Shift>().size(), 2U);
        QCOMPARE(hall.shift("s1").person, id("bob"));
        QCOMPARE(hall.shift("s2").person, id("ann"));
        QCOMPARE(hall.kinds(done.seq - 1), std::vector<std::string>{"exchange.approved"});
        QVERIFY(hall.seen_by(bob).values<ShiftExchange>().empty());
    }

    void an_approval_that_comes_too_late_changes_nothing() {
        Centre hall;
        hall.add_shift("s1", "desk", "ann", 60, 540);
        must(ask(hall, DutyHall::of("ann"), "s1", ""));
        must(exchange(hall, DutyHall::of("bob"), RequestAct::agree));
        hall.later(61);
        const auto head = hall.head();
        QCOMPARE(outcome(exchange(hall, DutyHall::of("max"), RequestAct::approve)),
                 "wrong_state shift");
        QCOMPARE(outcome(exchange(hall, DutyHall::of("max"), RequestAct::refuse)),
                 "missing_field text");
        QCOMPARE(hall.head(), head);
        QCOMPARE(outcome(exchange(hall, DutyHall::of("max"), RequestAct::refuse, "too late")),
                 "ok");
        QCOMPARE(hall.shift("s1").person, id("ann"));
    }

    void leave_is_approved_by_another() {
        Centre hall;
        AskLeave command;
        command.id = id("l1");
        command.start = hall.clock();
        command.end = hall.clock() + std::chrono::days(2);
        command.reason = "a wedding";
        const auto ask = [&](const char* who) {
            return hall.run([&](Transaction& tx) {
                return hall.roster.requests.ask(tx, DutyHall::of(who), command);
            });
        };
        const auto act = [&](const Account& by, RequestAct what) {
            return hall.run([&](Transaction& tx) {
                return hall.roster.requests.act_on_leave(tx, by, id("l1"), what, {});
            });
        };
        must(ask("max"));
        QCOMPARE(outcome(act(DutyHall::of("max"), RequestAct::approve)), "forbidden act");
        QCOMPARE(outcome(act(hall.east_phone, RequestAct::approve)), "forbidden act");
        QCOMPARE(outcome(act(hall.commander, RequestAct::approve)), "ok");
        QCOMPARE(hall.seen_by(hall.auditor).values<Leave>().size(), 1U);
        hall.later(3 * 24 * 60);
        QVERIFY(hall.seen_by(hall.auditor).values<Leave>().empty());
    }

    void what_comes_with_the_program_is_added_once() {
        Centre hall;
        const auto head = hall.head();
        hall.capability.start({*hall.writer, *readers(hall), hall.clock});
        const auto snapshot = hall.seen_by(hall.commander);
        QVERIFY(snapshot.values<Pattern>().size() >= 6);
        QCOMPARE(snapshot.values<HolidayYear>().front().year, std::string("2026"));
        const auto added = hall.head();
        QVERIFY(added > head);
        // What people have written stays.
        auto year = snapshot.values<HolidayYear>().front();
        year.source = "ours";
        must(hall.put(hall.commander, year));
        hall.capability.start({*hall.writer, *readers(hall), hall.clock});
        QCOMPARE(hall.head(), added + 1);
        QCOMPARE(hall.seen_by(hall.commander).values<HolidayYear>().front().source,
                 std::string("ours"));
    }

private:
    static std::unique_ptr<Readers> readers(DutyHall& hall) {
        return std::make_unique<Readers>(hall.file);
    }
};

QTEST_GUILESS_MAIN(DutyRotaTest)
#include "duty_rota_test.moc"
